-- What officers did, one chain a desk (docs/audit.md). A row's hash covers the hash of the row before, so that a changed
-- or missing row shows. The triggers stop slips: whoever owns the database can drop them, and recompute a whole chain,
-- which only a copy of its head kept elsewhere shows.

CREATE TABLE audit_event (
  desk_id TEXT NOT NULL REFERENCES desk (id),
  -- 1, 2, 3 … without a gap.
  seq INTEGER NOT NULL CHECK (seq > 0),
  at_hour TEXT NOT NULL,
  -- NULL for what was done on the server by a command.
  officer_id TEXT,
  kind TEXT NOT NULL CHECK (
    kind IN (
      'request-read', 'contact-opened', 'answered', 'referred', 'closed', 'set-aside', 'brought-back',
      'desk-made', 'desk-changed', 'officer-registered', 'officer-removed',
      'key-handed', 'key-confirmed', 'key-changed'
    )
  ),
  -- Why the contact part was opened, from the closed list in functions/inquiries/schema.ts.
  reason TEXT,
  -- inquiry.audit_ref of the request that it was done to.
  audit_ref TEXT,
  previous_hash TEXT NOT NULL,
  -- SHA-256 as hexadecimal; of what, domain/audit-chain.ts says.
  hash TEXT NOT NULL,
  UNIQUE (desk_id, seq)
) STRICT;

CREATE TRIGGER audit_event_stays BEFORE UPDATE ON audit_event BEGIN
  SELECT RAISE(ABORT, 'audit rows are not changed');
END;

CREATE TRIGGER audit_event_is_kept BEFORE DELETE ON audit_event BEGIN
  SELECT RAISE(ABORT, 'audit rows are not deleted');
END;

-- Random, and in no other table but the chain: once the request is erased nothing leads from the chain to it.
ALTER TABLE inquiry ADD COLUMN audit_ref TEXT;

UPDATE inquiry SET audit_ref = lower(hex(randomblob(16)));
