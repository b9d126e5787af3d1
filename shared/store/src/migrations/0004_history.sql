-- What was sold before, here and on the server: order search, past orders, the usual basket.

CREATE TABLE past_order(
  name TEXT NOT NULL PRIMARY KEY,
  uid TEXT NOT NULL DEFAULT '',
  customer TEXT NOT NULL DEFAULT '',
  customer_name TEXT NOT NULL DEFAULT '',
  transaction_date TEXT NOT NULL DEFAULT '',
  delivery_date TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT '',
  currency TEXT NOT NULL DEFAULT '',
  grand_total TEXT NOT NULL DEFAULT '0',
  modified TEXT NOT NULL DEFAULT '',
  document TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX past_order_of_customer ON past_order(customer, transaction_date);
CREATE INDEX past_order_of_uid ON past_order(uid) WHERE uid <> '';

-- source: the uid of an order placed here, or 'server:NAME'.
CREATE TABLE sold_line(
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL DEFAULT '',
  customer TEXT NOT NULL DEFAULT '',
  item_code TEXT NOT NULL DEFAULT '',
  uom TEXT NOT NULL DEFAULT '',
  qty TEXT NOT NULL DEFAULT '0',
  day TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX sold_line_of_customer ON sold_line(customer, item_code);
CREATE INDEX sold_line_of_source ON sold_line(source);

INSERT INTO sold_line(source, customer, item_code, uom, qty, day)
SELECT o.uid, o.customer, l.item_code, l.uom, l.qty, o.transaction_date
FROM sales_order o JOIN sales_order_line l ON l.order_id = o.id
WHERE o.state <> 'withdrawn' AND l.is_free_item = 0;

CREATE VIRTUAL TABLE sales_order_fts USING fts5(
  txt, content='', contentless_delete=1, prefix='1 2 3 4', tokenize='unicode61 remove_diacritics 2'
);
INSERT INTO sales_order_fts(rowid, txt)
SELECT id, receipt_number || ' ' || customer_name || ' ' || note FROM sales_order ORDER BY id;
