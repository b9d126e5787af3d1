-- What schema 5 promised from stock, and an order's words.
INSERT INTO promised(item_code, warehouse, qty, sold_out) VALUES('PA-1', 1, '3', 0)
ON CONFLICT DO NOTHING;
UPDATE sales_order SET words = ' van3 00001 padaria sao joao ring the bell' WHERE id = 1;
