/** The plan for a plain form. Pure. */
import { foldedWords } from '../../../domain/fold.ts';
import { placesImport } from '../../../words/vi.ts';
import { faultsOf } from '../fault.ts';
import type { MergedPlaces } from '../merged-places.ts';
import { attributeValue, comparePlaces, type PlaceRecord } from '../place-record.ts';
import { changedOwners } from '../shared-rows.ts';
import { type ApplyOptions, applyListed, newPlace } from './apply-listed.ts';
import type { ImportFault } from './fault-code.ts';
import { findDoubts } from './find-doubts.ts';
import type { ImportContext } from './import-context.ts';
import type { Doubt, PlannedPlace } from './import-plan.ts';
import type { ListedPlace } from './listed-place.ts';
import { indexPlaces, type Match } from './match-places.ts';
import { columnTitle } from './plain-columns.ts';

export interface Planned {
  places: PlannedPlace[];
  /** Names of places of the listed provinces that the list does not name. */
  missing: string[];
}

/** Lays each listed row over the place that it speaks of, or makes a new place of it. */
export function planListed(
  file: string,
  listed: readonly ListedPlace[],
  { existing, merged }: { existing: readonly PlaceRecord[]; merged: MergedPlaces },
  context: ImportContext,
  newId: () => string,
  faults: ImportFault[],
): Planned {
  const index = indexPlaces(existing, merged);
  const slugs = new Set(existing.flatMap((place) => attributeValue(place, 'slug') ?? []));
  const options = makeOptions(existing, newId);
  const offering = placesByService(existing);
  const named = new Map<string, number>();
  const places = listed.flatMap((row): PlannedPlace[] => {
    const { placing } = row.placed;
    const match = index.find({
      id: row.id,
      isDefunct: row.status === 'defunct',
      name: row.name,
      provinceCode: placing.provinceCode,
      communeCode: placing.commune?.code ?? null,
      phones: row.phones.map(({ number }) => number),
    });
    if (match.kind === 'unknown-id') {
      faultsOf(file, faults)('id-unknown', row.line, columnTitle('id'), row.id);
      return [];
    }
    const before = match.kind === 'same' ? match.place : null;
    const earlier = before === null ? undefined : named.get(before.locationId);
    if (earlier !== undefined) {
      faultsOf(file, faults)('duplicate-row', row.line, null, String(earlier));
      return [];
    }
    if (before !== null) named.set(before.locationId, row.line);
    const planned = planRow(row, before, match, slugs, context, options);
    return [{ ...planned, doubts: [...planned.doubts, ...doubtsOfSharing(planned, offering)] }];
  });
  // Nobody misses a place that was merged.
  return { places, missing: missingFrom(existing, places, new Set([...named.keys(), ...merged.keys()])) };
}

function planRow(
  row: ListedPlace,
  before: PlaceRecord | null,
  match: Match,
  slugs: Set<string>,
  context: ImportContext,
  options: ApplyOptions,
): PlannedPlace {
  const start = before ?? newPlace(row, slugs, context, options);
  slugs.add(attributeValue(start, 'slug') ?? '');
  const after = applyListed(start, row, context, options);
  const fields = comparePlaces(before, after);
  const { placing } = row.placed;
  const area =
    placing.commune === null ? placing.provinceName : `${placing.commune.fullName}, ${placing.provinceName}`;
  return {
    line: row.line,
    key: String(row.line),
    name: row.name,
    area,
    before,
    after,
    fields,
    doubts: [
      ...doubtsOfRow(row, match),
      ...(before === null ? [] : findDoubts(before, after, fields, row.sourceDate)),
    ],
    source: row.source,
  };
}

function placesByService(existing: readonly PlaceRecord[]): ReadonlyMap<string, PlaceRecord[]> {
  const places = new Map<string, PlaceRecord[]>();
  for (const place of existing) {
    for (const { id } of place.services) places.set(id, [...(places.get(id) ?? []), place]);
  }
  return places;
}

/** A row speaks of one place: what it would change at others too, somebody has to look at. */
function doubtsOfSharing(
  { before, after, fields }: PlannedPlace,
  offering: ReadonlyMap<string, PlaceRecord[]>,
): Doubt[] {
  if (before === null) return [];
  const others = [...changedOwners({ before, after }, fields)]
    .flatMap((id) => offering.get(id) ?? [])
    .filter(({ locationId }) => locationId !== before.locationId);
  return others.length === 0 ? [] : [{ code: 'shared', values: [...new Set(others)].map(describePlace) }];
}

function doubtsOfRow(row: ListedPlace, match: Match): Doubt[] {
  const doubts: Doubt[] = [];
  if (match.kind === 'several' || match.kind === 'resembles') {
    doubts.push({ code: match.kind, values: match.places.map(describePlace) });
  }
  const { placed } = row;
  // A place that stands keeps the commune that somebody has found for it.
  const isKnown = match.kind === 'same' && attributeValue(match.place, 'commune-code') !== null;
  if (placed.kind === 'ask' && !isKnown) {
    doubts.push({
      code: placed.code,
      values: placed.candidates.map(({ code, fullName }) => `${fullName} (${code})`),
    });
  }
  const lost = row.phones.filter(({ hasLostZero }) => hasLostZero);
  if (lost.length > 0) doubts.push({ code: 'lost-zero', values: lost.map(({ number }) => number) });
  if (row.unknownServices.length > 0) doubts.push({ code: 'unknown-service', values: row.unknownServices });
  return doubts;
}

/** A place as a doubt names it: what it is called, where it is, its id. */
export function describePlace(place: PlaceRecord): string {
  const { name = '', id = '' } = place.locations[0] ?? {};
  const { city, state_province } = place.addresses[0] ?? {};
  return placesImport.placeNamed(name, [city, state_province].filter(Boolean).join(', '), id);
}

function makeOptions(existing: readonly PlaceRecord[], newId: () => string): ApplyOptions {
  const byName = new Map<string, PlaceRecord['organizations'][number]>();
  const key = (name: string): string => foldedWords(name).join(' ');
  for (const { organizations } of existing) {
    for (const row of organizations) byName.set(key(row.name), row);
  }
  return {
    newId: () => newId(),
    organizationDescription: placesImport.organizationDescription,
    findOrganization: (name) => byName.get(key(name)) ?? null,
    keepOrganization: (row) => byName.set(key(row.name), row),
  };
}

function missingFrom(
  existing: readonly PlaceRecord[],
  planned: readonly PlannedPlace[],
  named: ReadonlySet<string>,
): string[] {
  const provinces = new Set(planned.map(({ after }) => attributeValue(after, 'province-code')));
  return existing
    .filter((place) => provinces.has(attributeValue(place, 'province-code')) && !named.has(place.locationId))
    .map((place) => describePlace(place));
}
