-- Schema 7 keeps the lines of an order in its document; an order that was being sent when the phone
-- went off.
INSERT INTO sales_order(id, uid, receipt_number, state, customer, customer_name, company,
  transaction_date, local_day, placed_ms, captured, currency, net_total, grand_total, rounded_total,
  line_count)
VALUES(3, '01a3185c-5000-7404-8404-040404040404', 'VAN9-00001', 'sending', 'server:CUST-9',
 'Mercearia', 'Aurora Lda', '2026-11-21', '2026-11-21', 1795262400002,
 '{"utc":"2026-11-21T12:00:00Z","offset_minutes":60,"monotonic_ms":1002,"boot_id":"boot-1","position":null}',
 'EUR', '2', '2', '2', 0);
INSERT INTO sales_order_document(id, entry, priced, signature) VALUES(3, '{}', '{}', x'');
INSERT INTO outbox(seq, uid, kind, subject, state, attempts, created_ms, payload)
VALUES(3, '01a3185c-5000-7404-8404-040404040404', 'sales_order',
       '01a3185c-5000-7404-8404-040404040404', 'sending', 1, 1795262400002, '{}');
