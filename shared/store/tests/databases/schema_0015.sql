-- Schema 15: a point of the way, and another item and price whose documents stand by themselves.
INSERT INTO item(id, code, name, stock_uom, sellable) VALUES(128, 'PA-2', 'Paçoca', 'Nos', 1);
INSERT INTO item_document(code, document) VALUES('PA-2', '{"name":"PA-2","custom":"kept too"}');
INSERT INTO item_price(item_code, list, uom, valid_from, name, plain, rate, document)
VALUES('PA-2', 1, 'Nos', '2026-01-01', 'P2', 1, '0.75', '{"name":"P2"}');
INSERT INTO track_point(at_ms, latitude_e7, longitude_e7) VALUES(1795168800000, 411579000, -86291000);
