import type { D1Database } from '@cloudflare/workers-types';
import { foldedWords } from '../../domain/fold.ts';
import { addDays, localDay } from '../../domain/local-day.ts';
import { type DirectoryQuery, PAGE_SIZE } from './directory-query.ts';
import type { Aside } from './everyday-phrases.ts';
import { choicesFrom, MAX_WORDS, type NamedUnits, unitsNamed } from './list-units.ts';
import type { NamedUnit } from './named-unit.ts';
import { type ChosenFilter, chosenFilters } from './search-filters.ts';
import { both, EVERY_PLACE, either, NO_PLACE } from './search-match.ts';
import { disjoint, partialTier, softTerms, tiersOf } from './search-tiers.ts';
import type { Correction } from './spelling.ts';
import { ask, COUNT_CAP, holidaysOn, type PlaceCard, type ResultPage, resultPage } from './store.ts';
import type { DirectoryChoices } from './term-words.ts';
import { type Meaning, type MeantTerm, meaningOf, meaningQuestions } from './understand.ts';
import { type Loosening, type NearbyPlaces, spellingsNear, waysOut } from './ways-out.ts';

/** The answer to a search. */
export interface FoundPlaces {
  /** The FTS5 expression of all that was asked; null when nothing narrows the directory down. */
  match: string | null;
  places: PlaceCard[];
  /** How many places match; `isCapped` when there are more than that. */
  total: number;
  isCapped: boolean;
  page: number;
  hasNextPage: boolean;
  /** Units that the words name, with the ground of former ones today. From the unit box when it was used. */
  units: NamedUnit[];
  /** More units have that name than are given. */
  hasMoreUnits: boolean;
  /** The unit box was filled in, but no unit (of the chosen province) has that name. */
  isUnitUnknown: boolean;
  /** What the search form offers. */
  choices: DirectoryChoices;
  /** How many of the places have each filter word, such as `dv:methadone`; null when there are too many to count. */
  facets: ReadonlyMap<string, number> | null;
  /** Terms of the question that no place shown is known to have, such as "cho gia đình". */
  unsaid: MeantTerm[];
  /** Words that were left out because nothing matched with them, or null; places then have any of the services. */
  leftOut: string[] | null;
  /** Today's name when it is a day off and only open places were asked for. */
  holiday: string | null;
  /** The words are not known; the places, if any, are those of the first of these. */
  corrections: Correction[];
  /** What the text of the unit box may have meant, when it names nothing. */
  unitCorrections: Correction[];
  /** Terms of the taxonomy that the words name. */
  terms: MeantTerm[];
  /** What the words ask that another page answers; `isOnlyAside` when they ask nothing else. */
  asides: Aside[];
  isOnlyAside: boolean;
  /** What to leave out when nothing matches, with what that gives. Widest last. */
  loosenings: Loosening[];
  /** Chosen filters of which the directory knows no place at all. */
  unknownFilters: ChosenFilter['name'][];
  /** Places of the same province when none matched; null when some did or no province is known. */
  nearby: NearbyPlaces | null;
}

/** What a query was understood to ask, before the places are looked up. */
interface Understood {
  meaning: Meaning;
  box: NamedUnits;
  filters: ChosenFilter[];
  holiday: string | null;
}

/**
 * Finds places by text without diacritics, unit and filters, best first. A former ward, district or province leads to
 * what lies on its ground now. Every query is answered; words in another script find nothing. The database is asked
 * once for a list, twice for words, and again only when nothing matches.
 *
 * @param now decides what is open and what was confirmed lately
 */
export async function findPlaces(
  db: D1Database,
  query: DirectoryQuery,
  now: Date = new Date(),
): Promise<FoundPlaces> {
  const understood = await understand(db, query, now);
  const found = await lookUp(db, query, understood);
  if (found.isUnitUnknown) {
    const words = foldedWords(query.xa).slice(0, MAX_WORDS);
    const all = [...words.keys()];
    found.unitCorrections = await spellingsNear(db, { words, unknown: all, withoutTerms: all });
  }
  if (found.total > 0) return found;

  const widened = await whenNothing(db, query, understood, found);
  if (widened.total > 0 || query.q === '') return widened;
  const meant = understood.meaning.rest.length === 0 ? [] : await spellingsNear(db, understood.meaning);
  for (const [index, { text }] of meant.entries()) {
    const corrected = { ...query, q: text, trang: 1 };
    const again = await understand(db, corrected, now);
    const instead = await lookUp(db, corrected, again);
    if (instead.total === 0 && instead.units.length === 0) continue;
    const corrections = [...meant.slice(index), ...meant.slice(0, index)];
    const shown = instead.total > 0 ? instead : await whenNothing(db, corrected, again, instead);
    return { ...shown, corrections };
  }
  return inPart(db, query, understood, widened);
}

/** What answers the part of the words that was understood; the empty answer as it is when nothing does. */
async function inPart(
  db: D1Database,
  query: DirectoryQuery,
  { meaning, filters }: Understood,
  found: FoundPlaces,
): Promise<FoundPlaces> {
  const tier = partialTier(meaning);
  if (tier === null) return found;
  const match = filters.map((filter) => filter.match).reduce(both, tier);
  const offset = (query.trang - 1) * PAGE_SIZE;
  const [page] = await ask(db, [resultPage(db, [match], match, PAGE_SIZE + 1, offset)]);
  return page.tally.total === 0
    ? found
    : { ...found, ...shownOf(query, page), match, unsaid: [], leftOut: asTyped(query.q, meaning) };
}

/** The words that were not understood, as they were typed. */
function asTyped(text: string, { words, unknown, rest }: Meaning): string[] {
  const typed = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return typed.length < words.length ? rest : unknown.flatMap((index) => typed[index] ?? []);
}

async function understand(db: D1Database, query: DirectoryQuery, now: Date): Promise<Understood> {
  const province = query.tinh === '' ? null : query.tinh;
  const words = foldedWords(query.q).slice(0, MAX_WORDS);
  const [hits, phrases, box, holidays] = await ask(db, [
    ...meaningQuestions(db, words, province),
    unitsNamed(db, query.xa, province),
    query.moCua ? holidaysOn(db, [localDay(now), addDays(localDay(now), -1)]) : null,
  ]);
  const inBox = box ?? { units: [], hasMore: false };
  return {
    meaning: meaningOf(words, hits ?? [], phrases ?? []),
    box: inBox,
    filters: chosenFilters(query, inBox.units, now, new Set(holidays?.keys())),
    holiday: holidays?.get(localDay(now)) ?? null,
  };
}

async function lookUp(db: D1Database, query: DirectoryQuery, understood: Understood): Promise<FoundPlaces> {
  const { meaning, box, filters, holiday } = understood;
  const filtered = filters.map(({ match }) => match).reduce(both, EVERY_PLACE);
  // A question without a word that can be read finds nothing, rather than everything.
  const tiers = query.q === '' ? [EVERY_PLACE] : tiersOf(meaning);
  const asked = tiers.length === 0 ? NO_PLACE : both(filtered, tiers.reduce(either));
  const offset = (query.trang - 1) * PAGE_SIZE;
  const [page] = await ask(db, [
    resultPage(db, query.q === '' ? [filtered] : disjoint(tiers, filtered), asked, PAGE_SIZE + 1, offset),
  ]);
  return {
    ...shownOf(query, page),
    match: filters.length > 0 || query.q !== '' ? asked : null,
    units: query.xa === '' ? meaning.units : box.units,
    hasMoreUnits: query.xa === '' ? meaning.hasMoreUnits : box.hasMore,
    isUnitUnknown: query.xa !== '' && box.units.length === 0,
    choices: choicesFrom(page.choices),
    unsaid: softTerms(meaning).filter(({ token }) => !page.tally.facets.has(token)),
    holiday,
    corrections: [],
    unitCorrections: [],
    terms: meaning.terms,
    leftOut: null,
    asides: meaning.asides,
    isOnlyAside: meaning.asides.length > 0 && meaning.said.length === 0,
    loosenings: [],
    unknownFilters: [],
    nearby: null,
  };
}

function shownOf(
  query: DirectoryQuery,
  { places, tally: { total, facets } }: ResultPage,
): Pick<FoundPlaces, 'places' | 'total' | 'isCapped' | 'page' | 'hasNextPage' | 'facets'> {
  return {
    places: places.slice(0, PAGE_SIZE),
    total: Math.min(total, COUNT_CAP - 1),
    isCapped: total >= COUNT_CAP,
    page: query.trang,
    hasNextPage: places.length > PAGE_SIZE,
    facets: total >= COUNT_CAP ? null : facets,
  };
}

/** Nothing matches: words that were not typed out, else what could be left out, and what lies in the province. */
async function whenNothing(
  db: D1Database,
  query: DirectoryQuery,
  { meaning, filters }: Understood,
  found: FoundPlaces,
): Promise<FoundPlaces> {
  const filtered = filters.map(({ match }) => match).reduce(both, EVERY_PLACE);
  const out = await waysOut(db, query, meaning, filters);
  if (out.unfinished !== null) {
    const match = both(filtered, out.unfinished);
    const offset = (query.trang - 1) * PAGE_SIZE;
    const [page] = await ask(db, [resultPage(db, [match], match, PAGE_SIZE + 1, offset)]);
    return { ...found, ...shownOf(query, page), unsaid: [] };
  }
  const { loosenings, unknownFilters, nearby } = out;
  return { ...found, page: 1, loosenings, unknownFilters, nearby };
}
