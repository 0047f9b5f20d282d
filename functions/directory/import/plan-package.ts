/** The plan for tables of HSDS, place by place. Pure. */
import type { CheckedPlaces } from '../check-tables.ts';
import type { MergedPlaces } from '../merged-places.ts';
import {
  attributesOf,
  attributeValue,
  comparePlaces,
  groupPlaces,
  type PlaceRecord,
} from '../place-record.ts';
import type { PlaceTables } from '../schema.ts';
import { findDoubts } from './find-doubts.ts';
import type { Doubt, PlannedPlace } from './import-plan.ts';
import { indexPlaces } from './match-places.ts';
import { latestDate } from './parse-day.ts';
import { describePlace, type Planned } from './plan-listed.ts';

/** What the tables would do to each place that they name or change. */
export function planPackage(
  tables: CheckedPlaces,
  existing: readonly PlaceRecord[],
  source: string,
  merged: MergedPlaces,
): Planned {
  const lines = new Map(tables.locations.rows.map(({ line, row }) => [row.id, line]));
  const held = new Map(existing.map((place) => [place.locationId, place]));
  const index = indexPlaces(existing, merged);
  const places = groupPlaces(rowsOf(tables)).flatMap((after): PlannedPlace[] => {
    const before = held.get(after.locationId) ?? null;
    const fields = comparePlaces(before, after);
    const line = lines.get(after.locationId) ?? null;
    if (line === null && fields.length === 0) return [];
    const into = held.get(merged.get(after.locationId) ?? '');
    const { city = null, state_province = '' } = after.addresses[0] ?? {};
    return [
      {
        line,
        key: attributeValue(after, 'slug') ?? after.locationId,
        name: after.locations[0]?.name ?? '',
        area: [city, state_province].filter(Boolean).join(', '),
        before,
        after,
        fields,
        doubts:
          before === null
            ? doubtsOfNew(after, index)
            : [
                ...(into === undefined || fields.length === 0
                  ? []
                  : [{ code: 'merged', values: [describePlace(into)] } as const]),
                ...findDoubts(
                  before,
                  after,
                  fields,
                  latestDate(attributesOf(after, 'source-date')[0]?.value ?? ''),
                ),
              ],
        source,
      },
    ];
  });
  const listed = [...lines].flatMap(([id, line]) => (line === null ? [] : id));
  return { places, missing: missingFrom(existing, new Set(listed), merged) };
}

function doubtsOfNew(place: PlaceRecord, index: ReturnType<typeof indexPlaces>): Doubt[] {
  const match = index.find({
    id: null,
    isDefunct: place.services.every(({ status }) => status === 'defunct'),
    name: place.locations[0]?.name ?? '',
    provinceCode: attributeValue(place, 'province-code') ?? '',
    communeCode: attributeValue(place, 'commune-code'),
    phones: place.phones.map(({ number }) => number),
  });
  if (match.kind === 'same') return [{ code: 'resembles', values: [describePlace(match.place)] }];
  if (match.kind === 'several' || match.kind === 'resembles') {
    return [{ code: 'resembles', values: match.places.map(describePlace) }];
  }
  return [];
}

/** None when the tables name no place by itself: a table of phones speaks of phones alone. */
function missingFrom(
  existing: readonly PlaceRecord[],
  listed: ReadonlySet<string>,
  merged: MergedPlaces,
): string[] {
  if (listed.size === 0) return [];
  const provinces = new Set(
    existing
      .filter(({ locationId }) => listed.has(locationId))
      .map((place) => attributeValue(place, 'province-code')),
  );
  return existing
    .filter(({ locationId }) => !listed.has(locationId) && !merged.has(locationId))
    .filter((place) => provinces.has(attributeValue(place, 'province-code')))
    .map(describePlace);
}

function rowsOf(tables: CheckedPlaces): PlaceTables {
  const rows = <T>(table: { rows: { row: T }[] }): T[] => table.rows.map(({ row }) => row);
  return {
    organizations: rows(tables.organizations),
    services: rows(tables.services),
    locations: rows(tables.locations),
    serviceAtLocations: rows(tables.serviceAtLocations),
    addresses: rows(tables.addresses),
    phones: rows(tables.phones),
    schedules: rows(tables.schedules),
    languages: rows(tables.languages),
    accessibility: rows(tables.accessibility),
    requiredDocuments: rows(tables.requiredDocuments),
    costOptions: rows(tables.costOptions),
    attributes: rows(tables.attributes),
  };
}
