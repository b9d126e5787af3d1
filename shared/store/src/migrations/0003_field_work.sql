-- Calendar, tasks, projects and visits. `mirror` is what the server last said, `document` what the
-- rep sees; they differ while `change_counter` is above zero.

CREATE TABLE event(
  key TEXT NOT NULL PRIMARY KEY,
  subject TEXT NOT NULL DEFAULT '',
  starts_on TEXT NOT NULL DEFAULT '',
  ends_on TEXT NOT NULL DEFAULT '',
  all_day INTEGER NOT NULL DEFAULT 0,
  status TEXT NOT NULL DEFAULT '',
  customer TEXT NOT NULL DEFAULT '',
  repeats INTEGER NOT NULL DEFAULT 0,
  modified TEXT NOT NULL DEFAULT '',
  change_counter INTEGER NOT NULL DEFAULT 0,
  document TEXT NOT NULL DEFAULT '{}',
  mirror TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX event_start ON event(starts_on);
CREATE INDEX event_repeating ON event(starts_on) WHERE repeats = 1;

CREATE TABLE task(
  key TEXT NOT NULL PRIMARY KEY,
  subject TEXT NOT NULL DEFAULT '',
  project TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT '',
  priority TEXT NOT NULL DEFAULT '',
  open INTEGER NOT NULL DEFAULT 1,
  exp_start_date TEXT NOT NULL DEFAULT '',
  exp_end_date TEXT NOT NULL DEFAULT '',
  progress TEXT NOT NULL DEFAULT '0',
  modified TEXT NOT NULL DEFAULT '',
  change_counter INTEGER NOT NULL DEFAULT 0,
  document TEXT NOT NULL DEFAULT '{}',
  mirror TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX task_due ON task(open, exp_end_date);
CREATE INDEX task_of_project ON task(project, exp_end_date);

CREATE TABLE project(
  key TEXT NOT NULL PRIMARY KEY,
  project_name TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT '',
  customer TEXT NOT NULL DEFAULT '',
  percent_complete TEXT NOT NULL DEFAULT '0',
  expected_end_date TEXT NOT NULL DEFAULT '',
  modified TEXT NOT NULL DEFAULT '',
  change_counter INTEGER NOT NULL DEFAULT 0,
  document TEXT NOT NULL DEFAULT '{}',
  mirror TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE visit(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  customer TEXT NOT NULL DEFAULT '',
  customer_name TEXT NOT NULL DEFAULT '',
  event TEXT NOT NULL DEFAULT '',
  local_day TEXT NOT NULL DEFAULT '',
  check_in_ms INTEGER NOT NULL DEFAULT 0,
  check_out_ms INTEGER NOT NULL DEFAULT 0,
  check_in TEXT NOT NULL DEFAULT '{}',
  check_out TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX visit_of_day ON visit(local_day, id);
CREATE INDEX visit_of_customer ON visit(customer, check_in_ms);
