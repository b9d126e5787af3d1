-- Placing an order touches fewer pages: what it promises from stock stands in a small table of its
-- own, its words in its row, and its lines serve the usual basket as they are.

CREATE TABLE promised(
  item_code TEXT NOT NULL DEFAULT '',
  warehouse INTEGER NOT NULL DEFAULT 0,
  qty TEXT NOT NULL DEFAULT '0',
  sold_out INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY(item_code, warehouse)
) STRICT, WITHOUT ROWID;

INSERT INTO promised(item_code, warehouse, qty, sold_out)
SELECT i.code, b.warehouse, b.sold, b.in_stock = 0
FROM bin b JOIN item i ON i.id = b.item WHERE b.sold <> '0';

-- in_stock is the server's word alone from here on; the cast only compares.
UPDATE bin SET in_stock = CAST(actual AS REAL) > 0 WHERE sold <> '0';
ALTER TABLE bin DROP COLUMN sold;

DELETE FROM sold_line WHERE source NOT LIKE 'server:%';

-- Filled by the runner, which folds accents as the search does.
ALTER TABLE sales_order ADD COLUMN words TEXT NOT NULL DEFAULT '';
DROP TABLE sales_order_fts;
DROP INDEX sales_order_of_day;
