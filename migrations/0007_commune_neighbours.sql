-- Which communes lie nearest to each, made when the units are loaded (functions/directory/commune-neighbours.ts), so
-- that "near me" asks for a handful of communes by name instead of comparing positions.

CREATE TABLE commune_neighbours (
  commune_code TEXT PRIMARY KEY REFERENCES commune (code),
  -- JSON [[code, metres between the centres], …], nearest first.
  neighbours TEXT NOT NULL
) STRICT;

-- The commune nearest to a point, without reading the others.
CREATE INDEX commune_by_latitude ON commune (lat, lon);

-- Places of which no distance may be given: the commune is not known, or must not be told.
CREATE INDEX location_without_commune ON location (province_code) WHERE commune_code IS NULL;
CREATE INDEX attribute_discreet ON attribute (link_id) WHERE link_type = 'discreet';

-- What was loaded before had no neighbours: load it again.
DELETE FROM loaded_content WHERE name = 'directory';
