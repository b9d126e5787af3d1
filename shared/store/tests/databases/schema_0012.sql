-- Schema 12: the first link of the chain of visits.
INSERT INTO visit_link(device, number, visit, evidence, hash)
VALUES('VAN3', 1, '01a3185c-5000-7505-8505-050505050505', '{}', 'ab');
