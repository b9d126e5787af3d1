-- Schema 9: no table of its own; the text index was written anew.
INSERT INTO setting(key, value) VALUES('schema_9', 'true');
