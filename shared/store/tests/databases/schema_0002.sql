-- Orders of schema 2: one unsent, one withdrawn, one draft. The amounts have every digit on purpose.
INSERT INTO draft(uid, customer, customer_name, currency, grand_total, line_count, entry, updated_ms)
VALUES('01a3185c-5000-7a0a-8a0a-0a0a0a0a0a0a', 'server:CUST-1', 'Padaria São João', 'EUR', '7.77', 1,
       '{"lines":["half done"]}', 1795262400000);
INSERT INTO receipt_counter(device, next) VALUES('VAN3', 3);
INSERT INTO sales_order(id, uid, receipt_number, state, customer, customer_name, company,
  transaction_date, delivery_date, local_day, placed_ms, captured, currency, net_total,
  total_taxes_and_charges, grand_total, rounded_total, line_count, note)
VALUES
(1, '01a3185c-5000-7101-8101-010101010101', 'VAN3-00001', 'waiting', 'server:CUST-1',
 'Padaria São João', 'Aurora Lda', '2026-11-21', '2026-11-22', '2026-11-21', 1795262400000,
 '{"utc":"2026-11-21T12:00:00Z","offset_minutes":60,"monotonic_ms":1000,"boot_id":"boot-1","position":null}',
 'EUR', '1234567.123456789', '0.000000001', '1234567.123456790', '1234567.12', 2, 'ring the bell'),
(2, '01a3185c-5000-7202-8202-020202020202', 'VAN3-00002', 'withdrawn', 'server:CUST-1',
 'Padaria São João', 'Aurora Lda', '2026-11-21', '', '2026-11-21', 1795262400001,
 '{"utc":"2026-11-21T12:00:00Z","offset_minutes":60,"monotonic_ms":1001,"boot_id":"boot-1","position":null}',
 'EUR', '1', '0', '1', '1', 1, '');
INSERT INTO sales_order_document(id, entry, priced, signature)
VALUES(1, '{"lines":[{"item":"PA-1"}]}', '{"grand_total":"1234567.123456790"}', x'010203'),
      (2, '{}', '{}', x'');
INSERT INTO sales_order_line(order_id, idx, item_code, item_name, qty, uom, stock_qty, warehouse, rate,
  amount, is_free_item)
VALUES(1, 1, 'PA-1', 'Pão de queijo', '3', 'Nos', '3', 'Van', '411522.374485596', '1234567.123456789', 0),
      (1, 2, 'FREE', 'A gift', '1', 'Nos', '1', 'Van', '0', '0', 1),
      (2, 1, 'PA-1', 'Pão de queijo', '9', 'Nos', '9', 'Van', '1', '9', 0);
INSERT INTO sales_order_event(order_id, at_ms, offset_minutes, event)
VALUES(1, 1795262400000, 60, '{"event":"placed"}');
INSERT INTO outbox(seq, uid, kind, subject, state, attempts, created_ms, payload)
VALUES(1, '01a3185c-5000-7101-8101-010101010101', 'sales_order',
       '01a3185c-5000-7101-8101-010101010101', 'waiting', 2, 1795262400000,
       '{"doctype":"Sales Order","grand_total":1234567.123456790}'),
      (2, '01a3185c-5000-7202-8202-020202020202', 'sales_order',
       '01a3185c-5000-7202-8202-020202020202', 'withdrawn', 0, 1795262400001, '{}');
