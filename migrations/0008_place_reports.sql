-- What visitors say is wrong with a place. Only the hour is kept, and nothing of who said it.

CREATE TABLE place_report (
  id TEXT PRIMARY KEY,
  -- A place that the shipped files drop takes its reports along.
  location_id TEXT NOT NULL REFERENCES location (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('phone', 'moved', 'closed', 'hours', 'other')),
  note TEXT NOT NULL CHECK (length(note) <= 200),
  -- Arrival, UTC, to the hour.
  hour TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'done', 'dismissed')),
  -- The officer who closed it, and when; NULL while it is open.
  handled_by TEXT,
  handled_at TEXT
) STRICT;

CREATE INDEX place_report_of_location ON place_report (location_id, state, kind);
CREATE INDEX place_report_by_state ON place_report (state, hour);
