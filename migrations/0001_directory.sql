-- The directory: the administrative units of Việt Nam, present and former, and the places in the words of
-- HSDS 3.0 (https://docs.openreferral.org/). Rows of the shipped files are loaded by
-- functions/directory/load-directory.ts.

CREATE TABLE province (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  full_name TEXT NOT NULL,
  lat REAL NOT NULL,
  lon REAL NOT NULL
) STRICT;

CREATE TABLE commune (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  full_name TEXT NOT NULL,
  province_code TEXT NOT NULL REFERENCES province (code),
  -- Centre of the area, not of anything that stands there.
  lat REAL NOT NULL,
  lon REAL NOT NULL
) STRICT;
CREATE INDEX commune_by_province ON commune (province_code);

CREATE TABLE former_province (
  code TEXT PRIMARY KEY,
  full_name TEXT NOT NULL,
  province_code TEXT NOT NULL REFERENCES province (code)
) STRICT;

-- One row for each piece of ground that went from a former commune to a present one on 1/7/2025.
CREATE TABLE former_unit (
  id INTEGER PRIMARY KEY,
  -- Names the former commune. Its official code alone does not: six units have none and three share one.
  unit_key TEXT NOT NULL,
  full_name TEXT NOT NULL,
  code TEXT,
  district TEXT NOT NULL,
  district_code TEXT NOT NULL,
  former_province_code TEXT NOT NULL REFERENCES former_province (code),
  commune_code TEXT NOT NULL REFERENCES commune (code),
  merge_note TEXT NOT NULL
) STRICT;
CREATE INDEX former_unit_by_key ON former_unit (unit_key, commune_code);
CREATE INDEX former_unit_by_district ON former_unit (district_code, commune_code);
CREATE INDEX former_unit_by_commune ON former_unit (commune_code);

CREATE TABLE organization (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  description TEXT NOT NULL
) STRICT;

CREATE TABLE service (
  id TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organization (id),
  name TEXT NOT NULL,
  description TEXT,
  status TEXT NOT NULL CHECK (status IN ('active', 'inactive', 'defunct', 'temporarily closed')),
  -- The day someone confirmed the entry, never the day of the source or of an edit.
  assured_date TEXT
) STRICT;
CREATE INDEX service_by_organization ON service (organization_id);

CREATE TABLE location (
  id TEXT PRIMARY KEY,
  location_type TEXT NOT NULL CHECK (location_type IN ('physical', 'postal', 'virtual')),
  organization_id TEXT REFERENCES organization (id),
  name TEXT NOT NULL,
  -- These three repeat the attributes of the same name, because pages and filters ask for them by index.
  slug TEXT NOT NULL UNIQUE,
  commune_code TEXT REFERENCES commune (code),
  province_code TEXT NOT NULL REFERENCES province (code)
) STRICT;
CREATE INDEX location_by_commune ON location (commune_code);

CREATE TABLE service_at_location (
  id TEXT PRIMARY KEY,
  service_id TEXT NOT NULL REFERENCES service (id),
  location_id TEXT NOT NULL REFERENCES location (id)
) STRICT;
CREATE INDEX service_at_location_by_service ON service_at_location (service_id);
CREATE INDEX service_at_location_by_location ON service_at_location (location_id);

CREATE TABLE address (
  id TEXT PRIMARY KEY,
  location_id TEXT NOT NULL REFERENCES location (id),
  address_1 TEXT NOT NULL,
  city TEXT,
  state_province TEXT NOT NULL,
  postal_code TEXT,
  country TEXT NOT NULL,
  address_type TEXT NOT NULL CHECK (address_type IN ('physical', 'postal', 'virtual'))
) STRICT;
CREATE INDEX address_by_location ON address (location_id);

CREATE TABLE phone (
  id TEXT PRIMARY KEY,
  location_id TEXT NOT NULL REFERENCES location (id),
  number TEXT NOT NULL,
  type TEXT,
  description TEXT
) STRICT;
CREATE INDEX phone_by_location ON phone (location_id);

CREATE TABLE taxonomy (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  version TEXT
) STRICT;

CREATE TABLE taxonomy_term (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  parent_id TEXT REFERENCES taxonomy_term (id),
  taxonomy TEXT NOT NULL,
  taxonomy_id TEXT NOT NULL REFERENCES taxonomy (id),
  language TEXT NOT NULL,
  UNIQUE (taxonomy_id, code)
) STRICT;
CREATE INDEX taxonomy_term_by_parent ON taxonomy_term (parent_id);

CREATE TABLE attribute (
  id TEXT PRIMARY KEY,
  link_id TEXT NOT NULL,
  link_type TEXT NOT NULL,
  link_entity TEXT NOT NULL,
  taxonomy_term_id TEXT NOT NULL REFERENCES taxonomy_term (id),
  value TEXT
) STRICT;
CREATE INDEX attribute_by_link ON attribute (link_id, link_type);
CREATE INDEX attribute_by_term ON attribute (taxonomy_term_id);

-- What was loaded last, so that a second start does not load it again.
CREATE TABLE loaded_content (
  name TEXT PRIMARY KEY,
  content_hash TEXT NOT NULL,
  loaded_at TEXT NOT NULL
) STRICT;

-- Text in the search tables is folded by domain/fold.ts to words of a-z and 0-9. Filters are words too, told
-- apart by their colon, which no folded word can hold: tinh:01, xa:09706, ten:quan:hoang:mai.
CREATE VIRTUAL TABLE place_search USING fts5 (
  name,
  area,
  service,
  filters,
  service_at_location_id UNINDEXED,
  tokenize = "ascii tokenchars ':-'"
);
INSERT INTO place_search (place_search, rank) VALUES ('rank', 'bm25(10.0, 4.0, 2.0, 0.0, 0.0)');

CREATE VIRTUAL TABLE unit_search USING fts5 (
  name,
  area,
  filters,
  kind UNINDEXED,
  code UNINDEXED,
  tokenize = "ascii tokenchars ':-'"
);
INSERT INTO unit_search (unit_search, rank) VALUES ('rank', 'bm25(10.0, 1.0, 0.0, 0.0, 0.0)');
