/** The SQL of the site's search. What a search means stands in search-site.ts. */
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import type { Question } from '../directory/store.ts';
import type { IndexedEntry } from './search-entry.ts';

/** Rows of one INSERT: the JSON stays well under D1's 2 MB for one bound value. */
const ROWS_PER_STATEMENT = 500;

/** An entry that matches, with what FTS5 makes of the match: the larger the better. */
export interface Hit {
  entry: IndexedEntry;
  score: number;
}

/** The entries that match best. The rank is the table's own, so only the rows that are given are read. */
export function hitsOf(db: D1Database, match: string, limit: number): Question<Hit[]> {
  return {
    statement: db
      .prepare('SELECT entry, rank FROM site_search WHERE site_search MATCH ?1 ORDER BY rank LIMIT ?2')
      .bind(match, limit),
    // Written by index-entries.ts, so it has the form of an IndexedEntry.
    answer: (rows) =>
      rows.map(({ entry, rank }) => ({
        entry: JSON.parse(String(entry)) as IndexedEntry,
        score: -Number(rank),
      })),
  };
}

/** In how many entries each of these folded words stands; a word that stands nowhere is left out. */
export function countsOf(db: D1Database, words: readonly string[]): Question<ReadonlyMap<string, number>> {
  return {
    statement: db
      .prepare(
        `SELECT site_search_word.term AS term, site_search_word.doc AS doc
         FROM json_each(?1) AS asked CROSS JOIN site_search_word ON site_search_word.term = asked.value`,
      )
      .bind(JSON.stringify(words)),
    answer: (rows) => new Map(rows.map(({ term, doc }) => [String(term), Number(doc)])),
  };
}

/** The hash of every entry that is there, by its address. */
export async function readEntryHashes(db: D1Database): Promise<Map<string, { id: number; hash: string }>> {
  const { results } = await db
    .prepare('SELECT id, address, content_hash FROM search_entry')
    .all<{ id: number; address: string; content_hash: string }>();
  return new Map(results.map(({ id, address, content_hash }) => [address, { id, hash: content_hash }]));
}

/** An entry as it is written: its columns are those of both tables. */
export interface EntryRow {
  id: number;
  address: string;
  hash: string;
  heading: string;
  page: string;
  body: string;
  also: string;
  entry: string;
}

/** Takes entries out of both tables. */
export function deleteEntries(db: D1Database, ids: readonly number[]): D1PreparedStatement[] {
  const list = JSON.stringify(ids);
  return [
    db.prepare('DELETE FROM site_search WHERE rowid IN (SELECT value FROM json_each(?1))').bind(list),
    db.prepare('DELETE FROM search_entry WHERE id IN (SELECT value FROM json_each(?1))').bind(list),
  ];
}

/** Adds entries to both tables; none of them may be there. */
export function insertEntries(db: D1Database, rows: readonly EntryRow[]): D1PreparedStatement[] {
  const statements: D1PreparedStatement[] = [];
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    const json = JSON.stringify(rows.slice(from, from + ROWS_PER_STATEMENT));
    statements.push(
      db
        .prepare(
          `INSERT INTO search_entry (id, address, content_hash)
           SELECT value ->> 'id', value ->> 'address', value ->> 'hash' FROM json_each(?1)`,
        )
        .bind(json),
      db
        .prepare(
          `INSERT INTO site_search (rowid, heading, page, body, also, entry)
           SELECT value ->> 'id', value ->> 'heading', value ->> 'page', value ->> 'body', value ->> 'also',
             value ->> 'entry' FROM json_each(?1)`,
        )
        .bind(json),
    );
  }
  return statements;
}

/** Replaces the phrases that a mistake may be made in. */
export function replaceSpellings(
  db: D1Database,
  rows: readonly { name: string; display: string }[],
): D1PreparedStatement[] {
  return [
    db.prepare('DELETE FROM search_spelling'),
    db
      .prepare(
        `INSERT INTO search_spelling (name, display)
         SELECT value ->> 'name', value ->> 'display' FROM json_each(?1)`,
      )
      .bind(JSON.stringify(rows)),
  ];
}
