import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import type { DirectoryData } from './schema.ts';
import { attributesByLink, attributeValue, placeSearchRows, unitSearchRows } from './search-rows.ts';
import { insertRows, markLoaded, readLoadedHash, wipeDirectory } from './store.ts';
import { communeFullName, formerCommuneFullName, formerUnitKey } from './unit-names.ts';

/** Raised whenever the same files give other rows than before: a change here, in search-rows.ts or in fold.ts. */
const LOADER_VERSION = '1';

/** Name of the directory's row in loaded_content. */
const CONTENT_NAME = 'directory';

/**
 * Puts the shipped directory into the database, in place of what was loaded before, all or nothing. Runs in Node
 * (through a binding of wrangler's platform proxy) and in the Worker alike.
 * Gives false, and writes nothing, when exactly this content is there already.
 */
export async function loadDirectory(db: D1Database, data: DirectoryData, now: Date): Promise<boolean> {
  const hash = `${LOADER_VERSION}:${data.contentHash}`;
  if ((await readLoadedHash(db, CONTENT_NAME)) === hash) return false;

  await db.batch([
    ...wipeDirectory(db),
    ...insertUnits(db, data),
    ...insertPlaces(db, data),
    ...insertRows(db, 'unit_search', ['name', 'area', 'filters', 'kind', 'code'], unitSearchRows(data)),
    ...insertRows(
      db,
      'place_search',
      ['name', 'area', 'service', 'filters', 'service_at_location_id'],
      placeSearchRows(data),
    ),
    markLoaded(db, CONTENT_NAME, hash, now.toISOString()),
  ]);
  return true;
}

function insertUnits(db: D1Database, data: DirectoryData): D1PreparedStatement[] {
  const communes = data.communes.map((row) => ({ ...row, full_name: communeFullName(row.type, row.name) }));
  const formerProvinces = data.formerProvinces.map((row) => ({
    code: row.former_province_code,
    full_name: row.former_province,
    province_code: row.province_code,
  }));
  const formerUnits = data.formerUnits.map((row) => ({
    unit_key: formerUnitKey(row.former_code, row.former_district_code, row.former_name),
    full_name: formerCommuneFullName(row.former_type, row.former_name),
    code: row.former_code,
    district: row.former_district,
    district_code: row.former_district_code,
    former_province_code: row.former_province_code,
    commune_code: row.commune_code,
    merge_note: row.merge_note,
  }));
  const unit = ['code', 'name', 'type', 'full_name', 'lat', 'lon'] as const;
  return [
    ...insertRows(db, 'province', unit, data.provinces),
    ...insertRows(db, 'commune', [...unit, 'province_code'], communes),
    ...insertRows(db, 'former_province', ['code', 'full_name', 'province_code'], formerProvinces),
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

function insertPlaces(db: D1Database, data: DirectoryData): D1PreparedStatement[] {
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
    ...insertRows(db, 'organization', ['id', 'name', 'description'], data.organizations),
    ...insertRows(
      db,
      'service',
      ['id', 'organization_id', 'name', 'description', 'status', 'assured_date'],
      data.services,
    ),
    ...insertRows(
      db,
      'location',
      ['id', 'location_type', 'organization_id', 'name', 'slug', 'commune_code', 'province_code'],
      locations,
    ),
    ...insertRows(db, 'service_at_location', ['id', 'service_id', 'location_id'], data.serviceAtLocations),
    ...insertRows(
      db,
      'address',
      ['id', 'location_id', 'address_1', 'city', 'state_province', 'postal_code', 'country', 'address_type'],
      data.addresses,
    ),
    ...insertRows(db, 'phone', ['id', 'location_id', 'number', 'type', 'description'], data.phones),
    ...insertRows(db, 'taxonomy', ['id', 'name', 'description', 'version'], data.taxonomies),
    ...insertRows(
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
