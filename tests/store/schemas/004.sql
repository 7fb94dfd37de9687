-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TABLE setting (
  key TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE workshop (
  id TEXT PRIMARY KEY NOT NULL,
  title TEXT NOT NULL,
  question TEXT,
  purpose TEXT,
  place TEXT,
  organisation TEXT,
  date TEXT,
  end_date TEXT,
  language TEXT,
  state TEXT NOT NULL,
  archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
  template TEXT,
  retention_date TEXT,
  created INTEGER NOT NULL,
  source_system TEXT,
  source_url TEXT,
  extra TEXT
, kind TEXT) STRICT;
CREATE TABLE area (
  id TEXT PRIMARY KEY NOT NULL,
  workshop TEXT NOT NULL REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
  board TEXT NOT NULL REFERENCES board (id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  hint TEXT,
  kind TEXT,
  position TEXT NOT NULL,
  extra TEXT
, x INTEGER, y INTEGER, width INTEGER, height INTEGER, folded INTEGER CHECK (folded IN (0, 1)), hidden INTEGER CHECK (hidden IN (0, 1)), capacity INTEGER) STRICT;
CREATE TABLE board (
  id TEXT PRIMARY KEY NOT NULL,
  workshop TEXT NOT NULL REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  question TEXT,
  layout TEXT NOT NULL,
  position TEXT NOT NULL,
  extra TEXT
, x_axis TEXT, y_axis TEXT, anonymous INTEGER CHECK (anonymous IN (0, 1))) STRICT;
CREATE TABLE participant (
  id TEXT PRIMARY KEY NOT NULL,
  workshop TEXT NOT NULL REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT,
  pseudonym TEXT,
  email TEXT,
  organisation TEXT,
  sector TEXT,
  role TEXT,
  offers TEXT,
  seeks TEXT,
  weight TEXT,
  present INTEGER NOT NULL CHECK (present IN (0, 1)),
  consent INTEGER,
  source_system TEXT,
  source_id TEXT,
  extra TEXT
) STRICT;
CREATE TABLE idea (
  id TEXT PRIMARY KEY NOT NULL,
  workshop TEXT NOT NULL REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
  area TEXT REFERENCES area (id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT,
  text TEXT NOT NULL,
  kind TEXT NOT NULL,
  colour TEXT,
  position TEXT NOT NULL,
  author TEXT REFERENCES participant (id) DEFERRABLE INITIALLY DEFERRED,
  created INTEGER NOT NULL,
  location TEXT,
  moderated INTEGER,
  source_system TEXT,
  source_id TEXT,
  source_url TEXT,
  extra TEXT
, x INTEGER, y INTEGER, size TEXT, form TEXT, across INTEGER, up INTEGER, face TEXT REFERENCES idea (id) DEFERRABLE INITIALLY DEFERRED) STRICT;
CREATE TABLE tag (
  id TEXT PRIMARY KEY NOT NULL,
  workshop TEXT NOT NULL REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
  idea TEXT NOT NULL REFERENCES idea (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  extra TEXT
) STRICT;
CREATE TABLE comment (
  id TEXT PRIMARY KEY NOT NULL,
  workshop TEXT NOT NULL REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
  idea TEXT NOT NULL REFERENCES idea (id) DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL,
  author TEXT REFERENCES participant (id) DEFERRABLE INITIALLY DEFERRED,
  created INTEGER NOT NULL,
  extra TEXT
) STRICT;
CREATE TABLE theme (
  id TEXT PRIMARY KEY NOT NULL,
  workshop TEXT NOT NULL REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
  area TEXT REFERENCES area (id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  position TEXT NOT NULL,
  origin TEXT NOT NULL,
  extra TEXT
) STRICT;
CREATE TABLE membership (
  id TEXT PRIMARY KEY NOT NULL,
  workshop TEXT NOT NULL REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
  theme TEXT NOT NULL REFERENCES theme (id) DEFERRABLE INITIALLY DEFERRED,
  idea TEXT NOT NULL REFERENCES idea (id) DEFERRABLE INITIALLY DEFERRED,
  extra TEXT
) STRICT;
CREATE TABLE poll (
  id TEXT PRIMARY KEY NOT NULL,
  workshop TEXT NOT NULL REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
  question TEXT NOT NULL,
  method TEXT NOT NULL,
  state TEXT NOT NULL,
  settings TEXT,
  expected INTEGER,
  position TEXT NOT NULL,
  opened INTEGER,
  closed INTEGER,
  source_system TEXT,
  source_url TEXT,
  extra TEXT
, secret INTEGER CHECK (secret IN (0, 1)), collector TEXT, shown INTEGER) STRICT;
CREATE TABLE option (
  id TEXT PRIMARY KEY NOT NULL,
  workshop TEXT NOT NULL REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
  poll TEXT NOT NULL REFERENCES poll (id) DEFERRABLE INITIALLY DEFERRED,
  idea TEXT REFERENCES idea (id) DEFERRABLE INITIALLY DEFERRED,
  theme TEXT REFERENCES theme (id) DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL,
  position TEXT NOT NULL,
  extra TEXT
, cost TEXT) STRICT;
CREATE TABLE ballot (
  id TEXT PRIMARY KEY NOT NULL,
  workshop TEXT NOT NULL REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
  poll TEXT NOT NULL REFERENCES poll (id) DEFERRABLE INITIALLY DEFERRED,
  participant TEXT REFERENCES participant (id) DEFERRABLE INITIALLY DEFERRED,
  channel TEXT NOT NULL,
  voters INTEGER NOT NULL,
  weight TEXT,
  choices TEXT NOT NULL,
  extra TEXT
, receipt TEXT) STRICT;
CREATE INDEX area_workshop ON area (workshop);
CREATE INDEX area_board ON area (board);
CREATE INDEX board_workshop ON board (workshop);
CREATE INDEX participant_workshop ON participant (workshop);
CREATE INDEX idea_workshop ON idea (workshop);
CREATE INDEX idea_area ON idea (area);
CREATE INDEX idea_author ON idea (author) WHERE author IS NOT NULL;
CREATE INDEX tag_workshop ON tag (workshop);
CREATE INDEX tag_idea ON tag (idea);
CREATE INDEX comment_workshop ON comment (workshop);
CREATE INDEX comment_idea ON comment (idea);
CREATE INDEX comment_author ON comment (author) WHERE author IS NOT NULL;
CREATE INDEX theme_workshop ON theme (workshop);
CREATE INDEX theme_area ON theme (area);
CREATE INDEX membership_workshop ON membership (workshop);
CREATE INDEX membership_theme ON membership (theme);
CREATE INDEX membership_idea ON membership (idea);
CREATE INDEX poll_workshop ON poll (workshop);
CREATE INDEX option_workshop ON option (workshop);
CREATE INDEX option_poll ON option (poll);
CREATE INDEX option_idea ON option (idea);
CREATE INDEX option_theme ON option (theme);
CREATE INDEX ballot_workshop ON ballot (workshop);
CREATE INDEX ballot_poll ON ballot (poll);
CREATE INDEX ballot_participant ON ballot (participant) WHERE participant IS NOT NULL;
CREATE TABLE other (
  id TEXT PRIMARY KEY NOT NULL,
  type TEXT NOT NULL,
  workshop TEXT,
  record TEXT NOT NULL
) STRICT;
CREATE TABLE stamp (
  record TEXT PRIMARY KEY NOT NULL,
  base TEXT NOT NULL,
  fields TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE TABLE tombstone (
  id TEXT PRIMARY KEY NOT NULL,
  type TEXT NOT NULL,
  workshop TEXT NOT NULL,
  stamp TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX tombstone_workshop ON tombstone (workshop);
CREATE TABLE conflict (
  record TEXT NOT NULL,
  field TEXT NOT NULL,
  stamp TEXT NOT NULL,
  type TEXT NOT NULL,
  workshop TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (record, field, stamp)
) STRICT, WITHOUT ROWID;
CREATE INDEX conflict_workshop ON conflict (workshop);
CREATE TABLE action (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  time INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('edit', 'import')),
  label TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1, 2)),
  changeset BLOB
) STRICT;
CREATE TABLE action_workshop (
  workshop TEXT NOT NULL,
  action INTEGER NOT NULL REFERENCES action (id) ON DELETE CASCADE,
  PRIMARY KEY (workshop, action)
) STRICT, WITHOUT ROWID;
CREATE INDEX action_workshop_action ON action_workshop (action);
CREATE TABLE announcement (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  action INTEGER
, poll TEXT) STRICT;
CREATE TABLE idea_row (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE
) STRICT;
CREATE VIEW idea_document AS
  SELECT idea_row.row AS row, idea.title AS title, idea.text AS text
  FROM idea_row JOIN idea ON idea.id = idea_row.id;
CREATE VIRTUAL TABLE idea_search USING fts5 (
  title, text, content = 'idea_document', content_rowid = 'row', tokenize = 'plenum');
CREATE INDEX idea_face ON idea (face) WHERE face IS NOT NULL;
CREATE TABLE link (
  id TEXT PRIMARY KEY NOT NULL,
  workshop TEXT NOT NULL REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
  idea TEXT NOT NULL REFERENCES idea (id) DEFERRABLE INITIALLY DEFERRED,
  target TEXT NOT NULL REFERENCES idea (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  extra TEXT
) STRICT;
CREATE INDEX link_workshop ON link (workshop);
CREATE INDEX link_idea ON link (idea);
CREATE INDEX link_target ON link (target);
CREATE TABLE turnout (
  poll TEXT NOT NULL,
  participant TEXT NOT NULL,
  workshop TEXT NOT NULL,
  PRIMARY KEY (poll, participant)
) STRICT, WITHOUT ROWID;
CREATE TABLE sealed_ballot (
  poll TEXT NOT NULL,
  id TEXT NOT NULL,
  workshop TEXT NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (poll, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE source (
  id TEXT PRIMARY KEY NOT NULL,
  workshop TEXT NOT NULL REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
  source TEXT NOT NULL,
  extra TEXT
) STRICT;
CREATE INDEX source_workshop ON source (workshop);
CREATE TABLE assignment (
  id TEXT PRIMARY KEY NOT NULL,
  workshop TEXT NOT NULL REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
  idea TEXT NOT NULL,
  theme TEXT REFERENCES theme (id) DEFERRABLE INITIALLY DEFERRED,
  origin TEXT NOT NULL,
  extra TEXT
) STRICT;
CREATE INDEX assignment_workshop ON assignment (workshop);
CREATE INDEX assignment_theme ON assignment (theme) WHERE theme IS NOT NULL;
CREATE TABLE step (
  id TEXT PRIMARY KEY NOT NULL,
  workshop TEXT NOT NULL REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  start TEXT,
  minutes INTEGER NOT NULL,
  method TEXT,
  material TEXT,
  lead TEXT,
  note TEXT,
  board TEXT REFERENCES board (id) DEFERRABLE INITIALLY DEFERRED,
  poll TEXT REFERENCES poll (id) DEFERRABLE INITIALLY DEFERRED,
  anonymous INTEGER CHECK (anonymous IN (0, 1)),
  position TEXT NOT NULL,
  started INTEGER,
  finished INTEGER,
  extra TEXT
) STRICT;
CREATE INDEX step_workshop ON step (workshop);
CREATE INDEX step_board ON step (board) WHERE board IS NOT NULL;
CREATE INDEX step_poll ON step (poll) WHERE poll IS NOT NULL;
CREATE TABLE answer (
  id TEXT PRIMARY KEY NOT NULL,
  workshop TEXT NOT NULL REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
  idea TEXT NOT NULL REFERENCES idea (id) DEFERRABLE INITIALLY DEFERRED,
  state TEXT NOT NULL,
  text TEXT NOT NULL,
  theme TEXT,
  sender TEXT,
  created INTEGER NOT NULL,
  extra TEXT
) STRICT;
CREATE INDEX answer_workshop ON answer (workshop);
CREATE INDEX answer_idea ON answer (idea);
