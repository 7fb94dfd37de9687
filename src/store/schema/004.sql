-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 4: the agenda, and what became of an idea.

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

-- It belongs to the workshop of the idea, so that it goes back there.
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
