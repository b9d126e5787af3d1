-- Schema 10: a note to the supervisor stands beside what was handed over.
UPDATE outbox SET note = 'The office knows' WHERE rowid = (SELECT min(rowid) FROM outbox);
