-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 3: the synthesis, in which the cards of many workshops are read together.
-- Columns are added at the end, where changes that were recorded before do not
-- count them.

ALTER TABLE workshop ADD COLUMN kind TEXT;

-- Which workshops are read. They may be deleted, or not have arrived yet.
CREATE TABLE source (
  id TEXT PRIMARY KEY NOT NULL,
  workshop TEXT NOT NULL REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED,
  source TEXT NOT NULL,
  extra TEXT
) STRICT;
CREATE INDEX source_workshop ON source (workshop);

-- Which theme of the synthesis a card of another workshop is in. The card is not
-- the synthesis' own, and may go without asking it.
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
