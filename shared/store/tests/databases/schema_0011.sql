-- Schema 11: a printer and a receipt that waits for it.
INSERT INTO printer(name, address, profile, is_default)
VALUES('Van', 'tcp:192.168.1.50:9100', 'generic-80', 1);
INSERT INTO print_job(document, title, printer_name, address, state, size, content)
VALUES('01a3185c-5000-7101-8101-010101010101', 'VAN3-00001', 'Van', 'tcp:192.168.1.50:9100', 'queued', 2,
 x'1b40');
