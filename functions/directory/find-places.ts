import type { D1Database } from '@cloudflare/workers-types';
import { foldedWords } from '../../domain/fold.ts';
import { findUnits, findUnitsInside, getCommune, MAX_WORDS, type NamedUnit } from './list-units.ts';
import { type DirectoryQuery, PAGE_SIZE } from './schema.ts';
import { allWords, anyOf, both, either, wordsThenPrefix } from './search-match.ts';
import { COUNT_CAP, countPlaces, type PlaceCard, searchPlaces } from './store.ts';

/** Filter words of one search: more would only widen a question that is too wide already. */
const MAX_AREAS = 150;

/** The answer to a search. */
export interface FoundPlaces {
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
  /** Places of the same province when none matched; null when some did or no province is known. */
  nearby: { provinceCode: string; provinceName: string; places: PlaceCard[] } | null;
}

/**
 * Finds places by text without diacritics, province and commune, best first. A former ward, district or province
 * leads to what lies on its ground now. Every query is answered; words in another script find nothing.
 */
export async function findPlaces(db: D1Database, query: DirectoryQuery): Promise<FoundPlaces> {
  const province = query.tinh === '' ? null : query.tinh;
  const words = foldedWords(query.q).slice(0, MAX_WORDS);
  const [box, inside] = await Promise.all([
    unitsOfBox(db, query.xa, province),
    findUnitsInside(db, words, province),
  ]);
  const isUnitUnknown = query.xa !== '' && box.units.length === 0;
  const named = query.xa === '' ? inside : box;
  const units = named.units;

  const filters = [
    ...(province === null ? [] : [anyOf([`tinh:${province}`])]),
    ...(box.units.length === 0 ? [] : [anyOf(areasOf(box.units))]),
  ];
  const texts = query.q === '' ? [null] : textMatches(words, inside.rest, inside.units);
  for (const text of texts) {
    const match = [...filters, ...(text === null ? [] : [text])].reduce(both, anyOf(['noi:1']));
    const total = await countPlaces(db, match);
    if (total === 0) continue;
    const offset = (query.trang - 1) * PAGE_SIZE;
    const places = await searchPlaces(db, match, PAGE_SIZE + 1, offset);
    return {
      places: places.slice(0, PAGE_SIZE),
      total: Math.min(total, COUNT_CAP - 1),
      isCapped: total >= COUNT_CAP,
      page: query.trang,
      hasNextPage: places.length > PAGE_SIZE,
      units,
      hasMoreUnits: named.hasMore,
      isUnitUnknown,
      nearby: null,
    };
  }
  return {
    places: [],
    total: 0,
    isCapped: false,
    page: 1,
    hasNextPage: false,
    units,
    hasMoreUnits: named.hasMore,
    isUnitUnknown,
    nearby: await placesNearby(db, province, units),
  };
}

async function unitsOfBox(
  db: D1Database,
  text: string,
  province: string | null,
): Promise<{ units: NamedUnit[]; hasMore: boolean }> {
  if (text === '') return { units: [], hasMore: false };
  if (!/^\d{5}$/.test(text)) return findUnits(db, text, province);
  const commune = await getCommune(db, text);
  const isHere = commune !== null && (province === null || commune.provinceCode === province);
  return { units: isHere ? [commune] : [], hasMore: false };
}

/**
 * What is tried in turn: every word in the place's own text, or the words left over in the units named; then with the
 * last word taken as the beginning of one, for a search sent before it was typed out.
 */
function textMatches(
  words: readonly string[],
  rest: readonly string[],
  units: readonly NamedUnit[],
): string[] {
  if (words.length === 0) return [];
  const whole = allWords(words);
  if (units.length === 0) return [whole, wordsThenPrefix(words)];
  const here = anyOf(areasOf(units));
  const inArea = rest.length === 0 ? here : both(allWords(rest), here);
  return [either(whole, inArea), wordsThenPrefix(words)];
}

/** The filter words of the ground of units. */
function areasOf(units: readonly NamedUnit[]): string[] {
  const areas = units.flatMap((unit) => {
    if (unit.kind === 'province') return [`tinh:${unit.code}`];
    if (unit.kind === 'former-province') return [`tinhcu:${unit.code}`];
    return unit.communes.map(({ code }) => `xa:${code}`);
  });
  return [...new Set(areas)].slice(0, MAX_AREAS);
}

async function placesNearby(
  db: D1Database,
  province: string | null,
  units: readonly NamedUnit[],
): Promise<FoundPlaces['nearby']> {
  const code = province ?? units[0]?.provinceCode;
  if (code === undefined) return null;
  const places = await searchPlaces(db, anyOf([`tinh:${code}`]), PAGE_SIZE, 0);
  const provinceName = places[0]?.provinceName;
  return provinceName === undefined ? null : { provinceCode: code, provinceName, places };
}
