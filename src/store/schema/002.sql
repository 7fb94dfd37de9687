-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 2: the wall. Columns are added at the end, where changes that were
-- recorded before do not count them.

ALTER TABLE board ADD COLUMN x_axis TEXT;
ALTER TABLE board ADD COLUMN y_axis TEXT;
ALTER TABLE board ADD COLUMN anonymous INTEGER CHECK (anonymous IN (0, 1));

ALTER TABLE area ADD COLUMN x INTEGER;
ALTER TABLE area ADD COLUMN y INTEGER;
ALTER TABLE area ADD COLUMN width INTEGER;
ALTER TABLE area ADD COLUMN height INTEGER;
ALTER TABLE area ADD COLUMN folded INTEGER CHECK (folded IN (0, 1));
ALTER TABLE area ADD COLUMN hidden INTEGER CHECK (hidden IN (0, 1));
ALTER TABLE area ADD COLUMN capacity INTEGER;

ALTER TABLE idea ADD COLUMN x INTEGER;
ALTER TABLE idea ADD COLUMN y INTEGER;
ALTER TABLE idea ADD COLUMN size TEXT;
ALTER TABLE idea ADD COLUMN form TEXT;
ALTER TABLE idea ADD COLUMN across INTEGER;
ALTER TABLE idea ADD COLUMN up INTEGER;
ALTER TABLE idea ADD COLUMN face TEXT REFERENCES idea (id) DEFERRABLE INITIALLY DEFERRED;
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

ALTER TABLE poll ADD COLUMN secret INTEGER CHECK (secret IN (0, 1));
ALTER TABLE option ADD COLUMN cost TEXT;
ALTER TABLE poll ADD COLUMN collector TEXT;
ALTER TABLE poll ADD COLUMN shown INTEGER;
ALTER TABLE ballot ADD COLUMN receipt TEXT;

-- A secret poll's two lists; plenum-urn.c says why they cannot be joined. They
-- refer to nothing, so that deleting a poll or a person can be undone.
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

-- Where an action has no changeset that says what it did, the poll it was about.
ALTER TABLE announcement ADD COLUMN poll TEXT;
