/**
 * Every administrative unit, present and former, in one list that a browser holds: with it the name of a place is
 * understood without being sent anywhere.
 */
import type { Ground } from './desk-area.ts';
import { foldedWords } from './fold.ts';
import { unitNames } from './unit-names.ts';

/** A present province with all that lies in it. */
export interface ListedProvince {
  code: string;
  name: string;
  /** Names of the former provinces that are part of it. */
  former: string[];
  /** Code and name of each present commune. */
  communes: [code: string, name: string][];
  /** Each former district, with its province; then its communes, each with the places in `communes` of its ground. */
  districts: [district: string, units: [name: string, ground: number[]][]][];
}

/** Units of one name that are understood; with more, the name says too little. */
const MAX_UNITS = 8;

interface Found {
  /** Folded. */
  name: string;
  area: string;
  said: string;
  province: ListedProvince;
  /** Null for a whole province. */
  communes: readonly string[] | null;
}

/**
 * What the name of a place means: exact names win ("quận Hoàng Mai", "q1", "hoang mai"), else units in whose names, or
 * the names around them, every word occurs ("hoàng mai hà nội").
 *
 * @returns null when nothing has that name, or too much
 */
export function findGround(list: readonly ListedProvince[], text: string): Ground | null {
  const words = foldedWords(text);
  if (words.length === 0) return null;
  const whole = words.join(' ');
  const units = list.flatMap(unitsOf);
  const exact = units.filter(({ name }) => unitNames(name).includes(whole));
  const found = exact.length > 0 ? exact : unitsAround(units, words);
  return found.length === 0 || found.length > MAX_UNITS ? null : groundOf(found);
}

/** Those in whose names and the names around them every word occurs, and of these the ones named by the most words. */
function unitsAround(units: readonly Found[], words: readonly string[]): Found[] {
  let best = 1;
  let found: Found[] = [];
  for (const unit of units) {
    const own = new Set(unit.name.split(' '));
    const around = new Set(unit.area.split(' '));
    if (!words.every((word) => own.has(word) || around.has(word))) continue;
    const named = words.filter((word) => own.has(word)).length;
    if (named > best) {
      best = named;
      found = [];
    }
    if (named === best) found.push(unit);
  }
  return found;
}

function groundOf(found: readonly Found[]): Ground {
  const once = (values: string[]): string[] => [...new Set(values)];
  return {
    names: once(found.map(({ said }) => said)),
    communes: once(found.flatMap(({ communes }) => communes ?? [])),
    provinces: once(found.map(({ province }) => province.code)),
    wholeProvinces: once(
      found.filter(({ communes }) => communes === null).map(({ province }) => province.code),
    ),
  };
}

function unitsOf(province: ListedProvince): Found[] {
  const unit = (full: string, area: string, communes: readonly string[] | null): Found => ({
    name: foldedWords(full).join(' '),
    area: foldedWords(area).join(' '),
    said: area === '' ? full : `${full}, ${area}`,
    province,
    communes,
  });
  const codesOf = (ground: readonly number[]): string[] =>
    ground.flatMap((index) => province.communes[index]?.[0] ?? []);
  return [
    unit(province.name, '', null),
    ...province.former.map((name) => unit(name, '', null)),
    ...province.communes.map(([code, name]) => unit(name, province.name, [code])),
    ...province.districts.flatMap(([district, communes]) => {
      const [name = '', ...around] = district.split(', ');
      const ground = communes.flatMap(([, own]) => codesOf(own));
      return [
        unit(name, around.join(', '), ground),
        // The ground of an island district that had no communes has no name of its own.
        ...communes
          .filter(([commune]) => commune !== '')
          .map(([commune, own]) => unit(commune, district, codesOf(own))),
      ];
    }),
  ];
}
