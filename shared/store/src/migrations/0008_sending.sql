-- What sending must know of a row, what the site made of it, and what a person has to decide.

-- sent: how often it left the phone. replaces: the uid of the refused order it is sent in place of.
ALTER TABLE outbox ADD COLUMN sent INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN replaces TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN server_name TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN server_modified TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN settled_ms INTEGER NOT NULL DEFAULT 0;

-- Files of documents, by the uid of their row; a signature stays with its order.
CREATE TABLE attachment(
  uid TEXT NOT NULL PRIMARY KEY,
  file_name TEXT NOT NULL DEFAULT '',
  content BLOB NOT NULL DEFAULT x''
) STRICT;

-- The site's own totals where they are not the phone's.
CREATE TABLE total_difference(
  order_id INTEGER NOT NULL PRIMARY KEY REFERENCES sales_order(id) ON DELETE RESTRICT,
  difference TEXT NOT NULL DEFAULT '{}'
) STRICT;

-- A field both sides changed; the rep's value stands until someone decides.
CREATE TABLE conflict(
  doctype TEXT NOT NULL DEFAULT '',
  key TEXT NOT NULL DEFAULT '',
  field TEXT NOT NULL DEFAULT '',
  base TEXT NOT NULL DEFAULT 'null',
  mine TEXT NOT NULL DEFAULT 'null',
  theirs TEXT NOT NULL DEFAULT 'null',
  noted_ms INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY(doctype, key, field)
) STRICT, WITHOUT ROWID;

-- Customers change too; `mirror` is what the server last said while changes wait.
ALTER TABLE customer ADD COLUMN change_counter INTEGER NOT NULL DEFAULT 0;
ALTER TABLE customer ADD COLUMN mirror TEXT NOT NULL DEFAULT '';
