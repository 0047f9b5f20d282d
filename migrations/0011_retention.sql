-- How long requests stay, and what is counted of them when they are gone (domain/retention.ts).

-- 1 while the desk has set it aside as no request of anybody's; it is closed then, and erased sooner than others. New
-- words of the person take it out again.
ALTER TABLE inquiry ADD COLUMN set_aside INTEGER NOT NULL DEFAULT 0 CHECK (set_aside IN (0, 1));

CREATE INDEX inquiry_closed ON inquiry (closed_hour) WHERE closed_hour IS NOT NULL;
CREATE INDEX inquiry_open ON inquiry (received_hour) WHERE closed_hour IS NULL;

-- What remains of requests: bare counts a desk and month in Việt Nam. Every request is counted once as received, and once
-- more when it is erased, by the reason.
CREATE TABLE desk_month (
  desk_id TEXT NOT NULL REFERENCES desk (id),
  -- As 2026-11.
  month TEXT NOT NULL,
  received INTEGER NOT NULL DEFAULT 0,
  -- With a first answer or referral.
  answered INTEGER NOT NULL DEFAULT 0,
  withdrawn INTEGER NOT NULL DEFAULT 0,
  -- Erased because it had been closed long enough.
  closed INTEGER NOT NULL DEFAULT 0,
  -- Erased with words that the desk never opened.
  unread INTEGER NOT NULL DEFAULT 0,
  set_aside INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (desk_id, month)
) STRICT;
