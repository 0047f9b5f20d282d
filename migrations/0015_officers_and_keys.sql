-- Officers leave, keys are replaced, and a colleague hands the key on (docs/decisions/0014).

-- When an officer was removed; the row stays, for what they did is told by their name. Passkeys, sessions, grants and
-- recipients of a removed officer are deleted.
ALTER TABLE officer ADD COLUMN removed_at TEXT;

-- To what a desk's key can be sealed for an officer. Whoever writes the database can write these too: before a key is
-- sealed to them, the officer reads five words of them aloud (domain/key-words.ts).
CREATE TABLE officer_recipient (
  officer_id TEXT NOT NULL REFERENCES officer (id),
  holder TEXT NOT NULL CHECK (holder IN ('passkey', 'card')),
  recipient TEXT NOT NULL,
  PRIMARY KEY (officer_id, holder)
) STRICT;

INSERT INTO officer_recipient (officer_id, holder, recipient)
  SELECT officer_id, holder, max(recipient) FROM desk_key_grant
  WHERE officer_id IN (SELECT id FROM officer) AND holder <> 'recovery' GROUP BY officer_id, holder;

-- A grant is made once for each holder of a key. An empty tag: a colleague sealed it, its holder has not confirmed it.
CREATE UNIQUE INDEX desk_key_grant_of_officer ON desk_key_grant (desk_key_id, officer_id, holder)
  WHERE officer_id IS NOT NULL;
CREATE UNIQUE INDEX desk_key_grant_of_sheet ON desk_key_grant (desk_key_id) WHERE officer_id IS NULL;

-- A key that was replaced does not come back.
CREATE UNIQUE INDEX desk_key_once ON desk_key (desk_id, recipient);

-- Replaced keys that requests still need, each sealed to the desk's present key, with a tag of that key's own.
CREATE TABLE earlier_key (
  desk_key_id TEXT PRIMARY KEY REFERENCES desk_key (id),
  under_key_id TEXT NOT NULL REFERENCES desk_key (id),
  sealed BLOB NOT NULL,
  tag BLOB NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
