-- What a person who comes back is told: which answers are new to them, and that their request was referred or closed.

-- How many messages the thread held when its owner last saw it: what came after is marked as new. No message is ever
-- removed from a thread by itself, so a count says as much as ids would.
ALTER TABLE inquiry ADD COLUMN seen_messages INTEGER NOT NULL DEFAULT 0;

-- The hour in which the desk closed it; NULL while it is open. New words from either side open it again.
ALTER TABLE inquiry ADD COLUMN closed_hour TEXT;

-- SQLite cannot widen a CHECK: the table is made anew for the further kinds. Where a desk referred somebody to stands
-- only in its sealed message.
CREATE TABLE status_event_wider (
  id TEXT PRIMARY KEY,
  inquiry_id TEXT NOT NULL REFERENCES inquiry (id),
  kind TEXT NOT NULL CHECK (
    kind IN ('received', 'read', 'answered', 'referred', 'contact-opened', 'contact-changed', 'closed')
  ),
  at_hour TEXT NOT NULL,
  -- Why an officer opened the contact part, from the closed list in functions/inquiries/schema.ts.
  reason TEXT
) STRICT;

INSERT INTO status_event_wider (id, inquiry_id, kind, at_hour, reason)
  SELECT id, inquiry_id, kind, at_hour, reason FROM status_event ORDER BY rowid;

DROP TABLE status_event;

ALTER TABLE status_event_wider RENAME TO status_event;

CREATE INDEX status_event_of_inquiry ON status_event (inquiry_id);

-- 1 for the desk that takes complaints about the others. It is no field of any form: the operator sets it by hand.
ALTER TABLE desk ADD COLUMN takes_complaints INTEGER NOT NULL DEFAULT 0 CHECK (takes_complaints IN (0, 1));
