-- Printers the rep saved, and what was or is to be printed.

CREATE TABLE printer(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '' UNIQUE,
  profile TEXT NOT NULL DEFAULT '',
  is_default INTEGER NOT NULL DEFAULT 0
) STRICT;

-- document: the uid of the order, or nothing for a test page. sent: bytes that were handed over.
-- The content goes once the job is done or left.
CREATE TABLE print_job(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  printer_name TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '',
  chunk INTEGER NOT NULL DEFAULT 0,
  is_copy INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL DEFAULT 'queued',
  size INTEGER NOT NULL DEFAULT 0,
  sent INTEGER NOT NULL DEFAULT 0,
  problem TEXT NOT NULL DEFAULT '',
  queued_ms INTEGER NOT NULL DEFAULT 0,
  ended_ms INTEGER NOT NULL DEFAULT 0,
  content BLOB NOT NULL DEFAULT x''
) STRICT;

CREATE INDEX print_job_document ON print_job(document, id);
CREATE INDEX print_job_state ON print_job(state, id);
