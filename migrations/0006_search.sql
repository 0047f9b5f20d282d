-- Finding. A search row holds the whole card that a list shows, so that a page of results is one look at one table, and
-- its rowid is the order in which equals are shown (functions/directory/search-order.ts), so that a match is read in
-- that order and no further than the page. `facets` are the filter words that results are counted by.
DROP TABLE place_search;
CREATE VIRTUAL TABLE place_search USING fts5 (
  name,
  area,
  service,
  filters,
  location_id UNINDEXED,
  facets UNINDEXED,
  card UNINDEXED,
  tokenize = "ascii tokenchars ':-'"
);

-- Likewise a unit with its present ground; the rowid is the order in which units of one name are offered.
DROP TABLE unit_search;
CREATE VIRTUAL TABLE unit_search USING fts5 (
  name,
  area,
  filters,
  unit UNINDEXED,
  tokenize = "ascii tokenchars ':-'"
);

-- Names of units, services and places, folded, for words with one wrong letter. Only asked when nothing matched.
CREATE VIRTUAL TABLE name_spelling USING fts5 (
  name,
  display UNINDEXED,
  tokenize = 'trigram'
);

-- What people type for a term of the taxonomy, folded (content/taxonomy-synonyms.csv and the terms' names).
CREATE TABLE term_phrase (
  phrase TEXT NOT NULL,
  term_id TEXT NOT NULL REFERENCES taxonomy_term (id),
  PRIMARY KEY (phrase, term_id)
) WITHOUT ROWID, STRICT;

-- Days off (content/holidays.csv): regular opening hours say nothing about them.
CREATE TABLE holiday (
  date TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  -- 1 when nobody has announced the day yet.
  is_expected INTEGER NOT NULL CHECK (is_expected IN (0, 1)),
  source_url TEXT NOT NULL,
  source_date TEXT NOT NULL
) WITHOUT ROWID, STRICT;

-- What the search form offers, ready to use: one row instead of a hundred at every visit.
CREATE TABLE directory_choices (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  choices TEXT NOT NULL
) STRICT;

-- What was loaded before had none of this: load it again.
DELETE FROM loaded_content WHERE name = 'directory';
