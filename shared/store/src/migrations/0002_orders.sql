-- What the rep owns: drafts, placed orders, and the outbox that carries them to the server.

CREATE TABLE draft(
  uid TEXT NOT NULL PRIMARY KEY,
  customer TEXT NOT NULL DEFAULT '',
  customer_name TEXT NOT NULL DEFAULT '',
  currency TEXT NOT NULL DEFAULT '',
  grand_total TEXT NOT NULL DEFAULT '0',
  line_count INTEGER NOT NULL DEFAULT 0,
  note TEXT NOT NULL DEFAULT '',
  entry TEXT NOT NULL DEFAULT '{}',
  created_ms INTEGER NOT NULL DEFAULT 0,
  updated_ms INTEGER NOT NULL DEFAULT 0,
  trashed_ms INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX draft_latest ON draft(trashed_ms, updated_ms);

-- The next number a device gives. Numbers are taken inside the transaction that uses them.
CREATE TABLE receipt_counter(
  device TEXT NOT NULL PRIMARY KEY,
  next INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

CREATE TABLE sales_order(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  receipt_number TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL DEFAULT 'waiting',
  customer TEXT NOT NULL DEFAULT '',
  customer_name TEXT NOT NULL DEFAULT '',
  company TEXT NOT NULL DEFAULT '',
  transaction_date TEXT NOT NULL DEFAULT '',
  delivery_date TEXT NOT NULL DEFAULT '',
  local_day TEXT NOT NULL DEFAULT '',
  placed_ms INTEGER NOT NULL DEFAULT 0,
  captured TEXT NOT NULL DEFAULT '{}',
  currency TEXT NOT NULL DEFAULT '',
  net_total TEXT NOT NULL DEFAULT '0',
  total_taxes_and_charges TEXT NOT NULL DEFAULT '0',
  grand_total TEXT NOT NULL DEFAULT '0',
  rounded_total TEXT NOT NULL DEFAULT '0',
  provisional INTEGER NOT NULL DEFAULT 0,
  line_count INTEGER NOT NULL DEFAULT 0,
  note TEXT NOT NULL DEFAULT '',
  server_name TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX sales_order_latest ON sales_order(placed_ms, id);
CREATE INDEX sales_order_of_state ON sales_order(state, placed_ms, id);
CREATE INDEX sales_order_of_customer ON sales_order(customer, placed_ms, id);
CREATE INDEX sales_order_of_day ON sales_order(local_day, state);

CREATE TABLE sales_order_document(
  id INTEGER PRIMARY KEY REFERENCES sales_order(id) ON DELETE RESTRICT,
  entry TEXT NOT NULL DEFAULT '{}',
  priced TEXT NOT NULL DEFAULT '{}',
  signature BLOB NOT NULL DEFAULT x''
) STRICT;

CREATE TABLE sales_order_line(
  order_id INTEGER NOT NULL DEFAULT 0 REFERENCES sales_order(id) ON DELETE RESTRICT,
  idx INTEGER NOT NULL DEFAULT 0,
  item_code TEXT NOT NULL DEFAULT '',
  item_name TEXT NOT NULL DEFAULT '',
  qty TEXT NOT NULL DEFAULT '0',
  uom TEXT NOT NULL DEFAULT '',
  stock_qty TEXT NOT NULL DEFAULT '0',
  warehouse TEXT NOT NULL DEFAULT '',
  rate TEXT NOT NULL DEFAULT '0',
  amount TEXT NOT NULL DEFAULT '0',
  is_free_item INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY(order_id, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE sales_order_event(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  order_id INTEGER NOT NULL DEFAULT 0 REFERENCES sales_order(id) ON DELETE RESTRICT,
  at_ms INTEGER NOT NULL DEFAULT 0,
  offset_minutes INTEGER NOT NULL DEFAULT 0,
  event TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX sales_order_event_of_order ON sales_order_event(order_id, id);

-- uid is the idempotency key; a payload never changes once written.
CREATE TABLE outbox(
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL DEFAULT '',
  subject TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'waiting',
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_ms INTEGER NOT NULL DEFAULT 0,
  last_answer TEXT NOT NULL DEFAULT '',
  created_ms INTEGER NOT NULL DEFAULT 0,
  payload TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX outbox_of_state ON outbox(state, seq);
CREATE INDEX outbox_of_subject ON outbox(subject, seq);

CREATE TABLE outbox_dependency(
  seq INTEGER NOT NULL DEFAULT 0 REFERENCES outbox(seq) ON DELETE RESTRICT,
  needs INTEGER NOT NULL DEFAULT 0 REFERENCES outbox(seq) ON DELETE RESTRICT,
  PRIMARY KEY(seq, needs)
) STRICT, WITHOUT ROWID;
