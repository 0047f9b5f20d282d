-- Lookup hashes of erased requests, so that a form sent once more (Back, a reload, a restored tab) does not bring an
-- erased request to life again. Kept for 30 days, as long as D1's Time Travel holds the erased row itself.

CREATE TABLE erased_code (
  lookup_hash TEXT PRIMARY KEY,
  -- UTC day.
  erased_on TEXT NOT NULL
) STRICT;
