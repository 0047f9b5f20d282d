/** Which place of the directory a listed row speaks of: by id, else by name, unit and phone. Pure. */
import { foldedWords } from '../../../domain/fold.ts';
import type { MergedPlaces } from '../merged-places.ts';
import { attributeValue, type PlaceRecord } from '../place-record.ts';
import { phoneDigits } from './parse-phone.ts';

export interface Sought {
  id: string | null;
  /** The list says that the place is no more. */
  isDefunct: boolean;
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
  /** What the list leads to: the place itself, or the one that it was merged into. */
  place: PlaceRecord;
  names: readonly string[];
  provinceCode: string | null;
  communeCode: string | null;
}

/** @param merged places that lead to another, under every name, number and id of theirs */
export function indexPlaces(places: readonly PlaceRecord[], merged: MergedPlaces): PlaceIndex {
  const own = new Map(places.map((place) => [place.locationId, place]));
  const byId = new Map<string, PlaceRecord>();
  const byProvince = new Map<string | null, Known[]>();
  const byPhone = new Map<string, PlaceRecord[]>();
  for (const found of places) {
    const place = own.get(merged.get(found.locationId) ?? '') ?? found;
    for (const id of [found.locationId, ...found.services.map((row) => row.id)]) byId.set(id, place);
    const provinceCode = attributeValue(found, 'province-code');
    const known = {
      place,
      names: namesOf(found),
      provinceCode,
      communeCode: attributeValue(found, 'commune-code'),
    };
    add(byProvince, provinceCode, known);
    for (const { number } of found.phones) add(byPhone, phoneDigits(number), place);
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
  const inUnit = named
    .filter(({ communeCode }) => isSameUnit(communeCode, sought.communeCode))
    .map(({ place }) => place);
  // A place that is no more stands for none that a list says is there: it may only look like it.
  const places = [...new Set(inUnit.filter((place) => sought.isDefunct || !isDefunct(place)))];
  const [only, ...others] = places;
  if (only !== undefined) {
    if (others.length === 0) return { kind: 'same', place: only };
    const [one, ...more] = places.filter((place) => samePhone.includes(place));
    return one !== undefined && more.length === 0
      ? { kind: 'same', place: one }
      : { kind: 'several', places };
  }
  const alike = near
    .filter(
      ({ names, communeCode }) =>
        isSameUnit(communeCode, sought.communeCode) && names.some((other) => isAlike(name, other)),
    )
    .map(({ place }) => place);
  const similar = [...new Set([...named.map(({ place }) => place), ...samePhone, ...alike])];
  return similar.length === 0 ? { kind: 'new' } : { kind: 'resembles', places: similar };
}

function isDefunct({ services }: PlaceRecord): boolean {
  return services.length > 0 && services.every(({ status }) => status === 'defunct');
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

function add<K, T>(groups: Map<K, T[]>, key: K, item: T): void {
  const own = groups.get(key);
  if (own === undefined) groups.set(key, [item]);
  else own.push(item);
}

function namesOf(place: PlaceRecord): string[] {
  const names = [...place.locations, ...place.services].flatMap((row) => [row.name, row.alternate_name]);
  return [...new Set(names.flatMap((name) => (name === null ? [] : foldedWords(name).join(' '))))];
}
