-- What the server owns: masters with the columns queries need, and the whole document beside them.
-- Decimals are exact text. Dates and `modified` are the server's own text, in the site's zone.

CREATE TABLE setting(
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL DEFAULT 'null'
) STRICT, WITHOUT ROWID;

CREATE TABLE sync_state(
  doctype TEXT NOT NULL PRIMARY KEY,
  state TEXT NOT NULL DEFAULT '{}'
) STRICT, WITHOUT ROWID;

CREATE TABLE master_document(
  id INTEGER PRIMARY KEY,
  doctype TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  modified TEXT NOT NULL DEFAULT '',
  document TEXT NOT NULL DEFAULT '{}',
  UNIQUE(doctype, name)
) STRICT;

CREATE TABLE item_group(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  parent TEXT NOT NULL DEFAULT '',
  image TEXT NOT NULL DEFAULT '',
  lft INTEGER NOT NULL DEFAULT 0,
  rgt INTEGER NOT NULL DEFAULT 0,
  depth INTEGER NOT NULL DEFAULT 0,
  item_count INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE brand(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  item_count INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE price_list(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE warehouse(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

-- id is the display order with gaps, so that a full-text match comes out in that order.
CREATE TABLE item(
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL DEFAULT '',
  item_group INTEGER NOT NULL DEFAULT 0,
  brand INTEGER NOT NULL DEFAULT 0,
  stock_uom TEXT NOT NULL DEFAULT '',
  image TEXT NOT NULL DEFAULT '',
  sellable INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX item_code_nocase ON item(code COLLATE NOCASE);
CREATE INDEX item_of_group ON item(item_group, id) WHERE sellable = 1;
CREATE INDEX item_of_brand ON item(brand, id) WHERE sellable = 1;

CREATE TABLE item_document(
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  document TEXT NOT NULL DEFAULT '{}'
) STRICT;

CREATE VIRTUAL TABLE item_fts USING fts5(
  txt, content='', contentless_delete=1, prefix='1 2 3 4', tokenize='unicode61 remove_diacritics 2'
);

CREATE TABLE item_barcode(
  barcode TEXT NOT NULL PRIMARY KEY,
  item_code TEXT NOT NULL DEFAULT '',
  uom TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX item_barcode_of_item ON item_barcode(item_code);

CREATE TABLE item_uom(
  item_code TEXT NOT NULL DEFAULT '',
  uom TEXT NOT NULL DEFAULT '',
  conversion_factor TEXT NOT NULL DEFAULT '1',
  PRIMARY KEY(item_code, uom)
) STRICT, WITHOUT ROWID;

-- `plain`: for every customer, without batch; only these make a list rate.
CREATE TABLE item_price(
  item_code TEXT NOT NULL DEFAULT '',
  list INTEGER NOT NULL DEFAULT 0,
  uom TEXT NOT NULL DEFAULT '',
  valid_from TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  valid_upto TEXT NOT NULL DEFAULT '',
  plain INTEGER NOT NULL DEFAULT 0,
  rate TEXT NOT NULL DEFAULT '0',
  document TEXT NOT NULL DEFAULT '{}',
  PRIMARY KEY(item_code, list, uom, valid_from, name)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX item_price_name ON item_price(name);

-- Derived: today's plain rate for the stock unit, narrow so that lists stay in the page cache.
CREATE TABLE price_now(
  list INTEGER NOT NULL DEFAULT 0,
  item INTEGER NOT NULL DEFAULT 0,
  rate TEXT NOT NULL DEFAULT '0',
  PRIMARY KEY(list, item)
) STRICT, WITHOUT ROWID;

-- `sold` is what this phone has promised and the server has not counted yet.
CREATE TABLE bin(
  item INTEGER NOT NULL DEFAULT 0,
  warehouse INTEGER NOT NULL DEFAULT 0,
  actual TEXT NOT NULL DEFAULT '0',
  reserved TEXT NOT NULL DEFAULT '0',
  sold TEXT NOT NULL DEFAULT '0',
  in_stock INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY(item, warehouse)
) STRICT, WITHOUT ROWID;
CREATE INDEX bin_in_stock ON bin(warehouse, item) WHERE in_stock = 1;

-- key: 'server:NAME', or 'local:UUID' until the server has named it. id is the display order.
CREATE TABLE customer(
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  customer_name TEXT NOT NULL DEFAULT '',
  customer_group TEXT NOT NULL DEFAULT '',
  territory TEXT NOT NULL DEFAULT '',
  mobile_no TEXT NOT NULL DEFAULT '',
  city TEXT NOT NULL DEFAULT '',
  credit_note TEXT NOT NULL DEFAULT '',
  located INTEGER NOT NULL DEFAULT 0,
  latitude_e7 INTEGER NOT NULL DEFAULT 0,
  longitude_e7 INTEGER NOT NULL DEFAULT 0,
  disabled INTEGER NOT NULL DEFAULT 0,
  modified TEXT NOT NULL DEFAULT '',
  document TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX customer_of_territory ON customer(territory, id);
CREATE INDEX customer_of_group ON customer(customer_group, id);
CREATE INDEX customer_position ON customer(latitude_e7, longitude_e7) WHERE located = 1;

CREATE VIRTUAL TABLE customer_fts USING fts5(
  txt, content='', contentless_delete=1, prefix='1 2 3 4', tokenize='unicode61 remove_diacritics 2'
);

CREATE TABLE party_document(
  id INTEGER PRIMARY KEY,
  doctype TEXT NOT NULL DEFAULT '',
  key TEXT NOT NULL DEFAULT '',
  modified TEXT NOT NULL DEFAULT '',
  document TEXT NOT NULL DEFAULT '{}',
  UNIQUE(doctype, key)
) STRICT;

CREATE TABLE party_link(
  customer TEXT NOT NULL DEFAULT '',
  document_id INTEGER NOT NULL DEFAULT 0 REFERENCES party_document(id) ON DELETE CASCADE,
  PRIMARY KEY(customer, document_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX party_link_of_document ON party_link(document_id);

CREATE TABLE local_name(
  local_id TEXT NOT NULL PRIMARY KEY,
  doctype TEXT NOT NULL DEFAULT '',
  server_name TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
