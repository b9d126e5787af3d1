-- Masters of schema 1.
INSERT INTO setting(key, value) VALUES('device_code', '"VAN3"'), ('theme', '"dark"');
INSERT INTO sync_state(doctype, state) VALUES('Item', '{"modified":"2026-11-20 10:00:00.000001"}');
INSERT INTO master_document(doctype, name, modified, document)
VALUES('Pricing Rule', 'PR-1', '2026-11-20 10:00:00', '{"name":"PR-1","rate":1.25}');
INSERT INTO item_group(id, name, parent, lft, rgt, depth, item_count)
VALUES(1, 'All', '', 1, 4, 0, 0), (2, 'Food', 'All', 2, 3, 1, 1);
INSERT INTO brand(id, name, item_count) VALUES(1, 'Casa', 1);
INSERT INTO price_list(id, name) VALUES(1, 'Standard Selling');
INSERT INTO warehouse(id, name) VALUES(1, 'Van');
INSERT INTO item(id, code, name, item_group, brand, stock_uom, image, sellable)
VALUES(64, 'PA-1', 'Pão de queijo', 2, 1, 'Nos', 'bread', 1);
INSERT INTO item_document(code, document) VALUES('PA-1', '{"name":"PA-1","custom":"kept"}');
INSERT INTO item_fts(rowid, txt) VALUES(64, 'Pão de queijo PA-1');
INSERT INTO item_barcode(barcode, item_code, uom) VALUES('5601420001001', 'PA-1', 'Box');
INSERT INTO item_uom(item_code, uom, conversion_factor) VALUES('PA-1', 'Box', '12');
INSERT INTO item_price(item_code, list, uom, valid_from, name, plain, rate, document)
VALUES('PA-1', 1, 'Nos', '2026-01-01', 'P1', 1, '3.55', '{"name":"P1"}');
INSERT INTO price_now(list, item, rate) VALUES(1, 64, '3.55');
INSERT INTO bin(item, warehouse, actual, sold, in_stock) VALUES(64, 1, '10', '3', 1);
INSERT INTO customer(id, key, customer_name, territory, city, document)
VALUES(64, 'server:CUST-1', 'Padaria São João', 'Baixa', 'Porto', '{"name":"CUST-1"}');
INSERT INTO customer_fts(rowid, txt) VALUES(64, 'Padaria São João Porto CUST-1');
INSERT INTO party_document(id, doctype, key, document) VALUES(1, 'Address', 'server:A-1', '{"city":"Porto"}');
INSERT INTO party_link(customer, document_id) VALUES('server:CUST-1', 1);
