-- Desks, their keys, and the requests sent to them. Words stand only in the sealed BLOB columns: an age file wrapped
-- once more with the request's erase key (AES-256-GCM: nonce, ciphertext and tag in one value).

CREATE TABLE desk (
  id TEXT PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  -- Who runs it; health and civil desks are shown first.
  operator_kind TEXT NOT NULL CHECK (operator_kind IN ('health', 'civil', 'commune', 'police', 'private')),
  operator TEXT NOT NULL,
  -- What the desk may have to do with what it is told.
  duty TEXT NOT NULL,
  hours TEXT NOT NULL,
  is_demo INTEGER NOT NULL CHECK (is_demo IN (0, 1)),
  created_at TEXT NOT NULL,
  -- When an officer last opened the box; NULL until then.
  last_opened_at TEXT
) STRICT;

CREATE TABLE desk_key (
  id TEXT PRIMARY KEY,
  desk_id TEXT NOT NULL REFERENCES desk (id),
  recipient TEXT NOT NULL,
  created_at TEXT NOT NULL,
  retired_at TEXT
) STRICT;

-- One key at a time takes new requests.
CREATE UNIQUE INDEX desk_key_current ON desk_key (desk_id) WHERE retired_at IS NULL;

CREATE TABLE desk_key_grant (
  id TEXT PRIMARY KEY,
  desk_key_id TEXT NOT NULL REFERENCES desk_key (id),
  holder TEXT NOT NULL CHECK (holder IN ('recovery', 'passkey', 'card')),
  -- The officer who holds it; NULL for the desk's recovery sheet.
  officer_id TEXT,
  recipient TEXT NOT NULL,
  sealed BLOB NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE INDEX desk_key_grant_of_key ON desk_key_grant (desk_key_id);

CREATE TABLE inquiry (
  id TEXT PRIMARY KEY,
  desk_id TEXT NOT NULL REFERENCES desk (id),
  desk_key_id TEXT NOT NULL REFERENCES desk_key (id),
  -- SHA-256 of the lookup token; also the idempotency key of sending.
  lookup_hash TEXT NOT NULL UNIQUE,
  -- The person's age recipient. Officers answer to the one inside the envelope, never to this column.
  recipient TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('received', 'read', 'answered', 'erasing')),
  -- Arrival, to the hour.
  received_hour TEXT NOT NULL,
  consent_version TEXT NOT NULL,
  -- 1 once the person has confirmed saving the code or come back with it: the receipt is not drawn again.
  is_receipt_closed INTEGER NOT NULL DEFAULT 0 CHECK (is_receipt_closed IN (0, 1)),
  -- The name of the R2 object that holds the erase key.
  erase_key TEXT NOT NULL,
  request BLOB NOT NULL,
  contact BLOB NOT NULL
) STRICT;

CREATE INDEX inquiry_of_desk ON inquiry (desk_id, received_hour);
CREATE INDEX inquiry_erasing ON inquiry (id) WHERE status = 'erasing';

CREATE TABLE message (
  -- Chosen by the sender, so that sending twice stores once; the envelope repeats it.
  id TEXT PRIMARY KEY,
  inquiry_id TEXT NOT NULL REFERENCES inquiry (id),
  sender TEXT NOT NULL CHECK (sender IN ('person', 'desk')),
  sent_hour TEXT NOT NULL,
  sealed BLOB NOT NULL
) STRICT;

CREATE INDEX message_of_inquiry ON message (inquiry_id);

CREATE TABLE status_event (
  id TEXT PRIMARY KEY,
  inquiry_id TEXT NOT NULL REFERENCES inquiry (id),
  kind TEXT NOT NULL CHECK (kind IN ('received', 'read', 'answered', 'contact-opened')),
  at_hour TEXT NOT NULL,
  -- Why an officer opened the contact part, from the closed list in functions/inquiries/schema.ts.
  reason TEXT
) STRICT;

CREATE INDEX status_event_of_inquiry ON status_event (inquiry_id);
