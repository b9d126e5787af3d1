-- What an order of the team is worth in the currency of the company, in hundredths, for the map. Orders are
-- read anew for it.
ALTER TABLE team_order ADD COLUMN worth INTEGER NOT NULL DEFAULT 0;
DELETE FROM sync_state WHERE doctype = 'Team Sales Order';

-- Files of the visits of the team, as the site lists them (File). The document says the rest.
CREATE TABLE team_file(
  name TEXT NOT NULL PRIMARY KEY,
  visit TEXT NOT NULL DEFAULT '',
  file_name TEXT NOT NULL DEFAULT '',
  file_url TEXT NOT NULL DEFAULT '',
  bytes INTEGER NOT NULL DEFAULT 0,
  document TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX team_file_visit ON team_file(visit, name);
CREATE INDEX team_file_url ON team_file(file_url);

-- What of them was looked at. turn counts up: the lowest came first and goes first when there is no room.
CREATE TABLE team_file_content(
  turn INTEGER PRIMARY KEY AUTOINCREMENT,
  file_url TEXT NOT NULL UNIQUE,
  bytes INTEGER NOT NULL DEFAULT 0,
  content BLOB NOT NULL
) STRICT;
