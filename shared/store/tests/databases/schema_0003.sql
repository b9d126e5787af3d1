-- Field work of schema 3.
INSERT INTO event(key, subject, starts_on, ends_on, customer, document, mirror)
VALUES('server:EV-1', 'Call', '2026-11-21 09:00:00', '2026-11-21 10:00:00', 'server:CUST-1', '{}', '{}');
INSERT INTO task(key, subject, status, open, exp_end_date, progress, change_counter, document, mirror)
VALUES('server:T-1', 'Count shelves', 'Working', 1, '2026-11-21', '50', 2, '{"progress":50}', '{"progress":10}');
INSERT INTO project(key, project_name, status) VALUES('server:PROJ-1', 'Shelves', 'Open');
INSERT INTO visit(uid, customer, customer_name, local_day, check_in_ms, check_in, note)
VALUES('01a3185c-5000-7303-8303-030303030303', 'server:CUST-1', 'Padaria', '2026-11-21', 1795262400000,
 '{"utc":"2026-11-21T12:00:00Z","offset_minutes":60,"monotonic_ms":1000,"boot_id":"boot-1","position":null}',
 'arrived');
