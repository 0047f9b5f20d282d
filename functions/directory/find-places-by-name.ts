import type { D1Database } from '@cloudflare/workers-types';
import { foldedWords } from '../../domain/fold.ts';
import { type EditorsPlace, listByAge, matchPlaces } from './editing-store.ts';
import { wordsThenPrefix } from './search-match.ts';

/** Places that an answer names; an editor who does not see the right one types more of its name. */
const MAX_FOUND = 20;

/** Hidden places that are looked through. */
const MAX_HIDDEN = 1000;

/** Words of a name that are looked at. */
const MAX_WORDS = 12;

/** The places whose name holds all of these words, the last of which may be cut short: those shown, then hidden ones. */
export async function findPlacesByName(db: D1Database, name: string): Promise<EditorsPlace[]> {
  const words = foldedWords(name).slice(0, MAX_WORDS);
  if (words.length === 0) return [];
  const [shown, hidden] = await Promise.all([
    matchPlaces(db, `name : ${wordsThenPrefix(words)}`, MAX_FOUND),
    listByAge(db, false, MAX_HIDDEN, 0),
  ]);
  // The search holds no hidden places, and they are few.
  return [...shown, ...hidden.filter((place) => hasWords(place.name, words))].slice(0, MAX_FOUND);
}

function hasWords(name: string, words: readonly string[]): boolean {
  const own = foldedWords(name);
  return words.every((word, index) =>
    own.some((one) => (index === words.length - 1 ? one.startsWith(word) : one === word)),
  );
}
