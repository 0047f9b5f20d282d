-- The rest of what HSDS 3.0 has words for and a place's page needs, who said what of each field, and the search table
-- by location, since one place may offer several services.

ALTER TABLE organization ADD COLUMN alternate_name TEXT;
ALTER TABLE organization ADD COLUMN email TEXT;
ALTER TABLE organization ADD COLUMN website TEXT;
ALTER TABLE organization ADD COLUMN legal_status TEXT;

ALTER TABLE service ADD COLUMN alternate_name TEXT;
ALTER TABLE service ADD COLUMN url TEXT;
ALTER TABLE service ADD COLUMN email TEXT;
ALTER TABLE service ADD COLUMN application_process TEXT;
ALTER TABLE service ADD COLUMN fees_description TEXT;
ALTER TABLE service ADD COLUMN wait_time TEXT;
ALTER TABLE service ADD COLUMN eligibility_description TEXT;
ALTER TABLE service ADD COLUMN minimum_age INTEGER;
ALTER TABLE service ADD COLUMN maximum_age INTEGER;
ALTER TABLE service ADD COLUMN alert TEXT;
-- When anything of the service or of its place was last written here.
ALTER TABLE service ADD COLUMN last_modified TEXT;
CREATE INDEX service_by_last_modified ON service (last_modified, id);
CREATE INDEX service_by_assured_date ON service (status, assured_date, id);

ALTER TABLE location ADD COLUMN alternate_name TEXT;
ALTER TABLE location ADD COLUMN description TEXT;
ALTER TABLE location ADD COLUMN transportation TEXT;
ALTER TABLE location ADD COLUMN latitude REAL;
ALTER TABLE location ADD COLUMN longitude REAL;

ALTER TABLE address ADD COLUMN address_2 TEXT;
ALTER TABLE phone ADD COLUMN extension INTEGER;

-- Opening hours in the words of RFC 5545. A row with valid_from equal to valid_to speaks for that day alone.
CREATE TABLE schedule (
  id TEXT PRIMARY KEY,
  location_id TEXT NOT NULL REFERENCES location (id),
  valid_from TEXT,
  valid_to TEXT,
  freq TEXT CHECK (freq IN ('WEEKLY', 'MONTHLY')),
  byday TEXT,
  opens_at TEXT,
  closes_at TEXT,
  description TEXT,
  notes TEXT
) STRICT;
CREATE INDEX schedule_by_location ON schedule (location_id);

CREATE TABLE language (
  id TEXT PRIMARY KEY,
  location_id TEXT NOT NULL REFERENCES location (id),
  name TEXT NOT NULL,
  code TEXT,
  note TEXT
) STRICT;
CREATE INDEX language_by_location ON language (location_id);

CREATE TABLE accessibility (
  id TEXT PRIMARY KEY,
  location_id TEXT NOT NULL REFERENCES location (id),
  description TEXT NOT NULL,
  details TEXT
) STRICT;
CREATE INDEX accessibility_by_location ON accessibility (location_id);

CREATE TABLE required_document (
  id TEXT PRIMARY KEY,
  service_id TEXT NOT NULL REFERENCES service (id),
  document TEXT NOT NULL
) STRICT;
CREATE INDEX required_document_by_service ON required_document (service_id);

CREATE TABLE cost_option (
  id TEXT PRIMARY KEY,
  service_id TEXT NOT NULL REFERENCES service (id),
  option TEXT NOT NULL,
  currency TEXT,
  amount REAL,
  amount_description TEXT
) STRICT;
CREATE INDEX cost_option_by_service ON cost_option (service_id);

-- HSDS metadata: who changed which field of which row, from what to what. `source` is ours: where the new value
-- stands, as an address or in words.
CREATE TABLE metadata (
  id TEXT PRIMARY KEY,
  resource_id TEXT NOT NULL,
  resource_type TEXT NOT NULL,
  last_action_date TEXT NOT NULL,
  last_action_type TEXT NOT NULL CHECK (last_action_type IN ('create', 'update', 'delete')),
  field_name TEXT NOT NULL,
  previous_value TEXT NOT NULL,
  replacement_value TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  source TEXT NOT NULL,
  -- The place that the row belongs to, so that its whole history is one query.
  location_id TEXT NOT NULL
) STRICT;
CREATE INDEX metadata_by_location ON metadata (location_id, last_action_date);

-- A place that someone here has edited or imported: the shipped files no longer write over it.
ALTER TABLE location ADD COLUMN is_kept_here INTEGER NOT NULL DEFAULT 0 CHECK (is_kept_here IN (0, 1));

-- The addresses of places that were merged into another.
CREATE TABLE former_slug (
  slug TEXT PRIMARY KEY,
  location_id TEXT NOT NULL REFERENCES location (id)
) STRICT;

DROP TABLE place_search;
CREATE VIRTUAL TABLE place_search USING fts5 (
  name,
  area,
  service,
  filters,
  location_id UNINDEXED,
  tokenize = "ascii tokenchars ':-'"
);
INSERT INTO place_search (place_search, rank) VALUES ('rank', 'bm25(10.0, 4.0, 2.0, 0.0, 0.0)');
-- What was loaded before had no such rows: load it again.
DELETE FROM loaded_content WHERE name = 'directory';
