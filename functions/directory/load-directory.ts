import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import type { DirectoryData } from './schema.ts';
import { attributesByLink, attributeValue, placeSearchRows, unitSearchRows } from './search-rows.ts';
import { clearTable, deleteOthers, insertRows, markLoaded, readLoadedHash, upsertRows } from './store.ts';
import { communeFullName, formerCommuneFullName, formerUnitKey } from './unit-names.ts';

/** Name of the directory's row in loaded_content. */
const CONTENT_NAME = 'directory';

/**
 * Makes the database hold exactly the shipped directory, all or nothing. Runs in Node (through a binding of
 * wrangler's platform proxy) and in the Worker alike.
 * Gives false, and writes nothing, when this content is there already. Throws when a row refers to one that is not
 * there, or when something else in the database still refers to a row that the content has dropped.
 */
export async function loadDirectory(db: D1Database, data: DirectoryData, now: Date): Promise<boolean> {
  const units = unitSearchRows(data);
  const places = placeSearchRows(data);
  // The same files give other search rows when the folding or the choice of words changes.
  const hash = await hashOf(JSON.stringify([data.contentHash, units, places]));
  if ((await readLoadedHash(db, CONTENT_NAME)) === hash) return false;

  await db.batch([
    // Nothing refers to these; they are written anew, in the order of the files.
    ...(['place_search', 'unit_search', 'attribute', 'phone', 'address', 'former_unit'] as const).map(
      (table) => clearTable(db, table),
    ),
    // References are checked at each statement: rows before those that refer to them, deletions the other way round.
    ...writeUnits(db, data),
    ...writePlaces(db, data),
    ...deleteDropped(db, data),
    ...insertRows(db, 'unit_search', ['name', 'area', 'filters', 'kind', 'code'], units),
    ...insertRows(
      db,
      'place_search',
      ['name', 'area', 'service', 'filters', 'service_at_location_id'],
      places,
    ),
    markLoaded(db, CONTENT_NAME, hash, now.toISOString()),
  ]);
  return true;
}

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function writeUnits(db: D1Database, data: DirectoryData): D1PreparedStatement[] {
  const communes = data.communes.map((row) => ({ ...row, full_name: communeFullName(row.type, row.name) }));
  const formerUnits = data.formerUnits.map((row) => ({
    ...row,
    unit_key: formerUnitKey(row.former_code, row.former_district_code, row.former_name),
    full_name: formerCommuneFullName(row.former_type, row.former_name),
    code: row.former_code,
    district: row.former_district,
    district_code: row.former_district_code,
  }));
  const columns = ['code', 'name', 'type', 'full_name', 'lat', 'lon'] as const;
  return [
    ...upsertRows(db, 'province', columns, data.provinces),
    ...upsertRows(db, 'commune', [...columns, 'province_code'], communes),
    ...upsertRows(db, 'former_province', ['code', 'full_name', 'province_code'], formerProvincesOf(data)),
    ...insertRows(
      db,
      'former_unit',
      [
        'unit_key',
        'full_name',
        'code',
        'district',
        'district_code',
        'former_province_code',
        'commune_code',
        'merge_note',
      ],
      formerUnits,
    ),
  ];
}

function formerProvincesOf(data: DirectoryData) {
  return data.formerProvinces.map((row) => ({
    code: row.former_province_code,
    full_name: row.former_province,
    province_code: row.province_code,
  }));
}

function writePlaces(db: D1Database, data: DirectoryData): D1PreparedStatement[] {
  const attributes = attributesByLink(data.attributes);
  const locations = data.locations.map((row) => {
    const own = attributes.get(row.id) ?? [];
    return {
      ...row,
      slug: attributeValue(own, 'slug'),
      commune_code: attributeValue(own, 'commune-code'),
      province_code: attributeValue(own, 'province-code'),
    };
  });
  return [
    ...upsertRows(db, 'organization', ['id', 'name', 'description'], data.organizations),
    ...upsertRows(
      db,
      'service',
      ['id', 'organization_id', 'name', 'description', 'status', 'assured_date'],
      data.services,
    ),
    ...upsertRows(
      db,
      'location',
      ['id', 'location_type', 'organization_id', 'name', 'slug', 'commune_code', 'province_code'],
      locations,
    ),
    ...upsertRows(db, 'service_at_location', ['id', 'service_id', 'location_id'], data.serviceAtLocations),
    ...insertRows(
      db,
      'address',
      ['id', 'location_id', 'address_1', 'city', 'state_province', 'postal_code', 'country', 'address_type'],
      data.addresses,
    ),
    ...insertRows(db, 'phone', ['id', 'location_id', 'number', 'type', 'description'], data.phones),
    ...upsertRows(db, 'taxonomy', ['id', 'name', 'description', 'version'], data.taxonomies),
    ...upsertRows(
      db,
      'taxonomy_term',
      ['id', 'code', 'name', 'description', 'parent_id', 'taxonomy', 'taxonomy_id', 'language'],
      data.taxonomyTerms,
    ),
    ...insertRows(
      db,
      'attribute',
      ['id', 'link_id', 'link_type', 'link_entity', 'taxonomy_term_id', 'value'],
      data.attributes,
    ),
  ];
}

function deleteDropped(db: D1Database, data: DirectoryData): D1PreparedStatement[] {
  const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);
  const codes = (rows: readonly { code: string }[]): string[] => rows.map(({ code }) => code);
  return [
    deleteOthers(db, 'service_at_location', 'id', ids(data.serviceAtLocations)),
    deleteOthers(db, 'location', 'id', ids(data.locations)),
    deleteOthers(db, 'service', 'id', ids(data.services)),
    deleteOthers(db, 'organization', 'id', ids(data.organizations)),
    deleteOthers(db, 'taxonomy_term', 'id', ids(data.taxonomyTerms)),
    deleteOthers(db, 'taxonomy', 'id', ids(data.taxonomies)),
    deleteOthers(db, 'former_province', 'code', codes(formerProvincesOf(data))),
    deleteOthers(db, 'commune', 'code', codes(data.communes)),
    deleteOthers(db, 'province', 'code', codes(data.provinces)),
  ];
}
