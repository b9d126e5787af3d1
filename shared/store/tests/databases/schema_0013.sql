-- Schema 13: a visit and an order of the team.
INSERT INTO team_visit(name, owner, customer, day, check_in_ms, device, link)
VALUES('FV-1', 'rep@example.com', 'CUST-1', '2026-11-20', 1795168800000, 'VAN4', 1);
INSERT INTO team_visit_document(name, document) VALUES('FV-1', '{"name":"FV-1"}');
INSERT INTO team_order(name, owner, customer, visit, day, currency, grand_total)
VALUES('SO-9', 'rep@example.com', 'CUST-1', 'FV-1', '2026-11-20', 'EUR', '12.5');
