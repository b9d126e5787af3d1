-- History of schema 4: an order of the server, and the lines of the order placed here.
INSERT INTO past_order(name, customer, customer_name, transaction_date, status, currency, grand_total, document)
VALUES('SO-1', 'server:CUST-1', 'Padaria São João', '2026-10-01', 'Completed', 'EUR', '50.5', '{}');
INSERT INTO sold_line(source, customer, item_code, uom, qty, day)
VALUES('server:SO-1', 'server:CUST-1', 'PA-1', 'Box', '2', '2026-10-01'),
      ('01a3185c-5000-7101-8101-010101010101', 'server:CUST-1', 'PA-1', 'Nos', '3', '2026-11-21');
INSERT INTO sales_order_fts(rowid, txt)
SELECT id, receipt_number || ' ' || customer_name || ' ' || note FROM sales_order;
