-- Who writes the database can seal a key of their own to every holder. A grant's tag tells the holder that whoever made
-- it knew the holder's secret: HMAC-SHA-256, see grantTag in domain/desk-key.ts. A grant made before has none and stops
-- the console in red: its officer needs a desk made anew.
ALTER TABLE desk_key_grant ADD COLUMN tag BLOB NOT NULL DEFAULT x'';
