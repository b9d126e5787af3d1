-- Schema 8: a file of an order, a total the site has differently, a field both sides changed.
INSERT INTO attachment(uid, file_name, content)
VALUES('01a3185c-5000-7505-8505-050505050505', 'shelf.jpg', x'ffd8');
INSERT INTO total_difference(order_id, difference) SELECT id, '{}' FROM sales_order WHERE id = 1;
INSERT INTO conflict(doctype, key, field, base, mine, theirs, noted_ms)
VALUES('Task', 'server:T-1', 'progress', '10', '50', '20', 1795262400000);
