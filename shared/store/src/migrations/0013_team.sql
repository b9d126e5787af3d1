-- What the team did, on a supervisor's phone: Field Visits and Sales Orders of others. The documents stand
-- apart, so that a map of 20,000 visits reads narrow rows.

-- link: the number of the check-in in the chain of its phone; milliseconds since 1970 where nothing is
-- sealed. flags: what looks wrong, as JSON; not checking out is a matter of the day and not among them.
CREATE TABLE team_visit(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  owner TEXT NOT NULL DEFAULT '',
  customer TEXT NOT NULL DEFAULT '',
  event TEXT NOT NULL DEFAULT '',
  day TEXT NOT NULL DEFAULT '',
  check_in_ms INTEGER NOT NULL DEFAULT 0,
  check_out_ms INTEGER NOT NULL DEFAULT 0,
  offset_minutes INTEGER NOT NULL DEFAULT 0,
  latitude_e7 INTEGER,
  longitude_e7 INTEGER,
  accuracy_m INTEGER,
  distance_m INTEGER,
  device TEXT NOT NULL DEFAULT '',
  link INTEGER NOT NULL DEFAULT 0,
  flags TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX team_visit_day ON team_visit(day, owner, check_in_ms);
CREATE INDEX team_visit_customer ON team_visit(customer, day);
CREATE INDEX team_visit_link ON team_visit(owner, device, link);

CREATE TABLE team_visit_document(
  name TEXT NOT NULL PRIMARY KEY,
  document TEXT NOT NULL DEFAULT '{}'
) STRICT;

-- at: when it was captured, in the site's zone. visit: name of the Field Visit it was taken at.
CREATE TABLE team_order(
  name TEXT NOT NULL PRIMARY KEY,
  owner TEXT NOT NULL DEFAULT '',
  customer TEXT NOT NULL DEFAULT '',
  customer_name TEXT NOT NULL DEFAULT '',
  visit TEXT NOT NULL DEFAULT '',
  day TEXT NOT NULL DEFAULT '',
  at TEXT NOT NULL DEFAULT '',
  receipt_no TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT '',
  cancelled INTEGER NOT NULL DEFAULT 0,
  currency TEXT NOT NULL DEFAULT '',
  grand_total TEXT NOT NULL DEFAULT '0',
  document TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX team_order_day ON team_order(day, owner, customer);
CREATE INDEX team_order_visit ON team_order(visit) WHERE visit <> '';
