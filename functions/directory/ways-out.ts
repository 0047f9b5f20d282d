/** What can be offered when nothing matches, so that no search ends in a dead end. */
import type { D1Database } from '@cloudflare/workers-types';
import type { DirectoryPathQuery } from '../../domain/paths.ts';
import { type DirectoryQuery, PAGE_SIZE } from './directory-query.ts';
import { areaMatch, type ChosenFilter } from './search-filters.ts';
import { anyOf, both, EVERY_PLACE } from './search-match.ts';
import { hardTerms, tiersOf, unfinishedTier } from './search-tiers.ts';
import { type Correction, corrections, spellingMatch } from './spelling.ts';
import { ask, countOf, type PlaceCard, placesOf, type Question, spellingsOf } from './store.ts';
import type { Meaning } from './understand.ts';

/** A wider question is counted up to one more than what is shown as "hơn 20". */
export const LOOSENING_CAP = 21;

/** Names that are compared with the words. */
const MAX_SPELLINGS = 24;

/** Places of a province, for when none matched. */
export interface NearbyPlaces {
  provinceCode: string;
  provinceName: string;
  places: PlaceCard[];
}

/** What to leave out of a question, and what that gives. */
export interface Loosening {
  /** A chosen filter, or what the words of the question name: the service, or the place. */
  without: ChosenFilter['name'] | 'terms' | 'units' | 'words';
  /** How many places there are then, at most LOOSENING_CAP. */
  total: number;
  query: DirectoryPathQuery;
}

/** What to do about an empty answer. */
export interface WaysOut {
  /** The expression that takes the last word as the beginning of one, when that gives places. */
  unfinished: string | null;
  loosenings: Loosening[];
  /** Chosen filters of which the directory knows no place at all. */
  unknownFilters: ChosenFilter['name'][];
  nearby: NearbyPlaces | null;
}

/** Looks, in one trip, at what each part of the question leaves out. */
export async function waysOut(
  db: D1Database,
  query: DirectoryQuery,
  meaning: Meaning,
  filters: readonly ChosenFilter[],
): Promise<WaysOut> {
  const hasWords = meaning.said.length > 0;
  const wider = hasWords || query.q === '' ? widerQuestions(query, meaning, filters) : [];
  const province = provinceOf(query, meaning);
  const unfinished = unfinishedTier(meaning);
  const counts: Question<number>[] = [
    ...wider.map(({ match }) => countOf(db, match, LOOSENING_CAP)),
    ...filters.map(({ match }) => countOf(db, both(EVERY_PLACE, match), 1)),
    ...(unfinished === null ? [] : [countOf(db, both(allOf(filters), unfinished), 1)]),
  ];
  const [near, ...totals] = await ask(db, [
    placesOf(db, province === null ? [] : nearMatches(province, meaning), PAGE_SIZE, 0),
    ...counts,
  ] as const);

  const loosenings = wider.flatMap(({ without, query: wide }, index) => {
    const total = totals[index] ?? 0;
    return total === 0 ? [] : [{ without, total, query: wide }];
  });
  const unknownFilters = filters.flatMap(({ name }, index) =>
    totals[wider.length + index] === 0 ? [name] : [],
  );
  const first = near[0];
  return {
    unfinished: unfinished !== null && totals.at(-1) === 1 ? unfinished : null,
    loosenings,
    unknownFilters,
    nearby:
      first === undefined || province === null
        ? null
        : { provinceCode: province, provinceName: first.provinceName, places: near },
  };
}

/** What words one letter away may have meant. The services that were understood stay as they are. */
export async function spellingsNear(
  db: D1Database,
  { words, unknown, withoutTerms }: Pick<Meaning, 'words' | 'unknown' | 'withoutTerms'>,
): Promise<Correction[]> {
  const match = spellingMatch(words);
  if (match === null) return [];
  const [candidates] = await ask(db, [spellingsOf(db, 'name_spelling', match, MAX_SPELLINGS)]);
  const open = new Set(withoutTerms);
  return corrections(words, candidates, unknown, new Set([...words.keys()].filter((at) => !open.has(at))));
}

interface Wider {
  without: Loosening['without'];
  match: string;
  query: DirectoryPathQuery;
}

function widerQuestions(query: DirectoryQuery, meaning: Meaning, filters: readonly ChosenFilter[]): Wider[] {
  const chosen = allOf(filters);
  const words = query.q === '' ? [] : [tiersOf(meaning).reduce((a, b) => `(${a} OR ${b})`)];
  const asked: DirectoryPathQuery = { ...query, trang: 1 };
  const wider: Wider[] = filters.map(({ name }) => ({
    without: name,
    match: [...words, allOf(filters.filter((filter) => filter.name !== name))].reduce(both),
    query: { ...asked, [name]: name === 'moCua' || name === 'xacNhan' ? false : '' },
  }));
  if (words.length === 0) return wider;

  const { terms, units } = meaning;
  const typed = query.q.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const keep = (indexes: readonly number[]): string | null =>
    typed.length < meaning.words.length ? null : indexes.flatMap((index) => typed[index] ?? []).join(' ');
  const withoutTerms = keep(meaning.withoutTerms);
  const withoutUnits = keep(meaning.withoutUnits);
  if (terms.length > 0 && units.length > 0 && withoutTerms !== null && withoutUnits !== null) {
    wider.push(
      { without: 'terms', match: both(chosen, areaMatch(units)), query: { ...asked, q: withoutTerms } },
      {
        without: 'units',
        match: hardTerms(meaning)
          .map(({ token }) => anyOf([token]))
          .reduce(both, chosen),
        query: { ...asked, q: withoutUnits },
      },
    );
  }
  if (filters.length > 0) wider.push({ without: 'words', match: chosen, query: { ...asked, q: '' } });
  return wider;
}

function allOf(filters: readonly ChosenFilter[]): string {
  return filters.map(({ match }) => match).reduce(both, EVERY_PLACE);
}

function provinceOf(query: DirectoryQuery, { units }: Meaning): string | null {
  return query.tinh === '' ? (units[0]?.provinceCode ?? null) : query.tinh;
}

/** In the province, those with the service that was asked for first. */
function nearMatches(province: string, { terms }: Meaning): string[] {
  const here = anyOf([`tinh:${province}`]);
  if (terms.length === 0) return [here];
  const asked = anyOf(terms.map(({ token }) => token));
  return [both(here, asked), `(${here} NOT ${asked})`];
}
