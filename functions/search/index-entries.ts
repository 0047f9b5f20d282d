import type { D1Database } from '@cloudflare/workers-types';
import { foldedWords } from '../../domain/fold.ts';
import { markLoaded, readLoadedHash } from '../directory/place-store.ts';
import { spellingRows } from '../directory/spelling.ts';
import { everydayPhrases } from './read-question.ts';
import { indexedEntry, type SearchEntry } from './search-entry.ts';
import { deleteEntries, type EntryRow, insertEntries, readEntryHashes, replaceSpellings } from './store.ts';

/** Name of the row in loaded_content that tells which spellings were loaded. */
const SPELLINGS_NAME = 'search-spellings';

/** What loading has changed. */
export interface IndexChange {
  written: number;
  removed: number;
}

/**
 * Makes the search hold exactly these entries, all or nothing: what has not changed is not written, what is no longer
 * there disappears. Runs in Node (through a binding of wrangler's platform proxy) and in the Worker alike.
 */
export async function indexEntries(
  db: D1Database,
  entries: readonly SearchEntry[],
  now: Date,
): Promise<IndexChange> {
  const before = await readEntryHashes(db);
  let lastId = Math.max(0, ...[...before.values()].map(({ id }) => id));
  const hashed = await Promise.all(
    entries.map(async (entry) => ({ entry, hash: await hashOf(JSON.stringify(rowOf(entry, 0, ''))) })),
  );
  const changed = hashed.filter(({ entry, hash }) => before.get(entry.address)?.hash !== hash);
  const addresses = new Set(entries.map(({ address }) => address));
  const dropped = [...before].filter(([address]) => !addresses.has(address));
  const spellings = spellingRows([...namesOf(entries), ...everydayPhrases()]);
  const spellingsHash = await hashOf(JSON.stringify(spellings));
  const isSpelt = (await readLoadedHash(db, SPELLINGS_NAME)) === spellingsHash;
  if (changed.length + dropped.length === 0 && isSpelt) return { written: 0, removed: 0 };

  const rows = changed.map(({ entry, hash }): EntryRow => {
    const known = before.get(entry.address)?.id;
    if (known === undefined) lastId += 1;
    return rowOf(entry, known ?? lastId, hash);
  });
  await db.batch([
    ...deleteEntries(db, [
      ...dropped.map(([, { id }]) => id),
      ...changed.flatMap(({ entry }) => before.get(entry.address)?.id ?? []),
    ]),
    ...insertEntries(db, rows),
    ...(isSpelt
      ? []
      : [
          ...replaceSpellings(db, spellings),
          markLoaded(db, SPELLINGS_NAME, spellingsHash, now.toISOString()),
        ]),
  ]);
  return { written: changed.length, removed: dropped.length };
}

function rowOf(entry: SearchEntry, id: number, hash: string): EntryRow {
  const { address, page, heading, text, also } = entry;
  const folded = (words: string): string => foldedWords(words).join(' ');
  return {
    id,
    address,
    hash,
    // A page's own entry is found by its title as by a heading.
    heading: folded(heading ?? page),
    page: heading === null ? '' : folded(page),
    body: folded(text),
    also: folded(also),
    entry: JSON.stringify(indexedEntry(entry)),
  };
}

/** What a mistake may be made in: titles and headings, by the parts that punctuation makes. */
function namesOf(entries: readonly SearchEntry[]): string[] {
  return entries
    .filter(({ kind }) => kind !== 'provision' && kind !== 'document')
    .flatMap(({ page, heading }) => (heading ?? page).split(/[,:;.?“”()]+/))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Of an entry as it is written, so that another way of folding writes everything anew. */
async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest).slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
}
