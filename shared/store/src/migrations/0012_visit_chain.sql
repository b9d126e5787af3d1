-- The chain of visits: each check-in and check-out with the hash of the one before under its device code.
-- Never changed and never deleted; the last link of a code is what the next one follows.

CREATE TABLE visit_link(
  device TEXT NOT NULL,
  number INTEGER NOT NULL,
  visit TEXT NOT NULL DEFAULT '',
  evidence TEXT NOT NULL DEFAULT '',
  hash TEXT NOT NULL DEFAULT '',
  PRIMARY KEY(device, number)
) STRICT;
CREATE INDEX visit_link_visit ON visit_link(visit, number);
