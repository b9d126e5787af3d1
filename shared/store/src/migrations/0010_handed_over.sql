-- note: what the rep wrote when leaving a refused document to a supervisor.
ALTER TABLE outbox ADD COLUMN note TEXT NOT NULL DEFAULT '';
