-- Officers, how they sign in, and their sessions. Tokens are kept as SHA-256 only.

CREATE TABLE invite (
  token_hash TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('admin', 'intake', 'editor', 'organizer')),
  desk_id TEXT REFERENCES desk (id),
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT
) STRICT;

CREATE TABLE officer (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('admin', 'intake', 'editor', 'organizer')),
  desk_id TEXT REFERENCES desk (id),
  -- UNIQUE: an invite makes one officer, however often its link is pressed.
  invite_hash TEXT NOT NULL UNIQUE REFERENCES invite (token_hash),
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE passkey (
  -- The credential ID as base64url.
  id TEXT PRIMARY KEY,
  officer_id TEXT NOT NULL REFERENCES officer (id),
  -- The relying party ID that it was made for.
  rp_id TEXT NOT NULL,
  public_key BLOB NOT NULL,
  counter INTEGER NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE INDEX passkey_of_officer ON passkey (officer_id);

CREATE TABLE webauthn_challenge (
  challenge_hash TEXT PRIMARY KEY,
  -- The invite that a registration challenge belongs to; NULL for signing in.
  invite_hash TEXT,
  expires_at TEXT NOT NULL
) STRICT;

CREATE TABLE session (
  token_hash TEXT PRIMARY KEY,
  officer_id TEXT NOT NULL REFERENCES officer (id),
  created_at TEXT NOT NULL,
  last_seen_at TEXT NOT NULL
) STRICT;
