-- The way since the visit before, where the company records it: thinned, and gone once a visit has it.
CREATE TABLE track_point(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at_ms INTEGER NOT NULL,
  latitude_e7 INTEGER NOT NULL,
  longitude_e7 INTEGER NOT NULL
) STRICT;
