-- The search of the whole portal. An entry is a heading of a guide, an article of a law, a page (functions/search).
-- `content_hash` tells what has changed since it was written, so that loading writes nothing else.
CREATE TABLE search_entry (
  id INTEGER PRIMARY KEY,
  address TEXT NOT NULL UNIQUE,
  content_hash TEXT NOT NULL
) STRICT;

-- The words of each entry, folded; its rowid is the entry's id. `entry` is what a result shows, as JSON.
CREATE VIRTUAL TABLE site_search USING fts5 (
  heading,
  page,
  body,
  also,
  entry UNINDEXED,
  tokenize = 'ascii'
);

-- Set once: bm25() in an ORDER BY would read every match. A word of the heading says more than one of the text.
INSERT INTO site_search (site_search, rank) VALUES ('rank', 'bm25(6.0, 2.5, 1.0, 3.0)');

-- In how many entries a word stands: which words are known, and which of them tell entries apart.
CREATE VIRTUAL TABLE site_search_word USING fts5vocab ('site_search', 'row');

-- Headings and everyday phrases, folded, for words with one wrong letter. Only asked for words that stand nowhere.
CREATE VIRTUAL TABLE search_spelling USING fts5 (
  name,
  display UNINDEXED,
  tokenize = 'trigram'
);
