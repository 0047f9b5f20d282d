/** Which place of the directory a listed row speaks of: by id, else by name, unit and phone. Pure. */
import { foldedWords } from '../../../domain/fold.ts';
import { attributeValue, type PlaceRecord } from '../place-record.ts';
import { phoneDigits } from './parse-phone.ts';

export interface Sought {
  id: string | null;
  name: string;
  provinceCode: string;
  communeCode: string | null;
  phones: readonly string[];
}

export type Match =
  | { kind: 'new' }
  | { kind: 'same'; place: PlaceRecord }
  /** None has this id. */
  | { kind: 'unknown-id' }
  /** Several have this name in this unit. */
  | { kind: 'several'; places: PlaceRecord[] }
  /** Not the same name and unit, but too much in common for chance. */
  | { kind: 'resembles'; places: PlaceRecord[] };

export interface PlaceIndex {
  find(sought: Sought): Match;
}

interface Known {
  place: PlaceRecord;
  names: readonly string[];
  provinceCode: string | null;
  communeCode: string | null;
}

export function indexPlaces(places: readonly PlaceRecord[]): PlaceIndex {
  const byId = new Map<string, PlaceRecord>();
  const byProvince = new Map<string | null, Known[]>();
  const byPhone = new Map<string, PlaceRecord[]>();
  for (const place of places) {
    for (const id of [place.locationId, ...place.services.map((row) => row.id)]) byId.set(id, place);
    const provinceCode = attributeValue(place, 'province-code');
    const known = {
      place,
      names: namesOf(place),
      provinceCode,
      communeCode: attributeValue(place, 'commune-code'),
    };
    byProvince.set(provinceCode, [...(byProvince.get(provinceCode) ?? []), known]);
    for (const { number } of place.phones) {
      const digits = phoneDigits(number);
      byPhone.set(digits, [...(byPhone.get(digits) ?? []), place]);
    }
  }
  return {
    find: (sought) => {
      if (sought.id !== null) {
        const place = byId.get(sought.id);
        return place === undefined ? { kind: 'unknown-id' } : { kind: 'same', place };
      }
      const phones = sought.phones.flatMap((number) => byPhone.get(phoneDigits(number)) ?? []);
      return findByName(sought, byProvince.get(sought.provinceCode) ?? [], phones);
    },
  };
}

function findByName(sought: Sought, near: readonly Known[], samePhone: readonly PlaceRecord[]): Match {
  const name = foldedWords(sought.name).join(' ');
  const named = near.filter(({ names }) => names.includes(name));
  const inUnit = named.filter(({ communeCode }) => isSameUnit(communeCode, sought.communeCode));
  const [only, ...others] = inUnit.map(({ place }) => place);
  if (only !== undefined) {
    if (others.length === 0) return { kind: 'same', place: only };
    const called = inUnit.filter(({ place }) => samePhone.includes(place));
    const [one, ...more] = called;
    return one !== undefined && more.length === 0
      ? { kind: 'same', place: one.place }
      : { kind: 'several', places: inUnit.map(({ place }) => place) };
  }
  const alike = near
    .filter(
      ({ names, communeCode }) =>
        isSameUnit(communeCode, sought.communeCode) && names.some((other) => isAlike(name, other)),
    )
    .map(({ place }) => place);
  const places = [...new Set([...named.map(({ place }) => place), ...samePhone, ...alike])];
  return places.length === 0 ? { kind: 'new' } : { kind: 'resembles', places };
}

/** A unit that one side does not know speaks for neither. */
function isSameUnit(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b;
}

/**
 * Whether two folded names have so many words in common that they may mean one place. Numbers must agree: "số 1" and
 * "số 2" are neighbours, not spellings.
 */
function isAlike(a: string, b: string): boolean {
  const [one, two] = [a.split(' '), b.split(' ')];
  const numbers = (words: readonly string[]): string => words.filter((word) => /^\d+$/.test(word)).join(' ');
  if (numbers(one) !== numbers(two)) return false;
  const shared = one.filter((word) => two.includes(word)).length;
  const all = new Set([...one, ...two]).size;
  return shared / all >= 0.75;
}

function namesOf(place: PlaceRecord): string[] {
  const names = [...place.locations, ...place.services].flatMap((row) => [row.name, row.alternate_name]);
  return [...new Set(names.flatMap((name) => (name === null ? [] : foldedWords(name).join(' '))))];
}
