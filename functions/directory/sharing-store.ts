/** The SQL of what places share. */
import type { D1Database } from '@cloudflare/workers-types';
import { PLACE_TABLES } from './place-tables.ts';

/** The locations that show any of these services and organizations. */
export async function readLocationsSharing(db: D1Database, ownerIds: readonly string[]): Promise<string[]> {
  if (ownerIds.length === 0) return [];
  const owners = 'SELECT value FROM json_each(?1)';
  const { results } = await db
    .prepare(
      `SELECT location_id AS id FROM service_at_location WHERE service_id IN (${owners})
       UNION SELECT id FROM location WHERE organization_id IN (${owners})
       UNION SELECT link.location_id FROM service
         JOIN service_at_location AS link ON link.service_id = service.id
         WHERE service.organization_id IN (${owners})`,
    )
    .bind(JSON.stringify(ownerIds))
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

/** Those of these ids that are of services or organizations which stand already. */
export async function readStandingOwners(db: D1Database, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { results } = await db
    .prepare(
      `SELECT id FROM service WHERE id IN (SELECT value FROM json_each(?1))
       UNION ALL SELECT id FROM organization WHERE id IN (SELECT value FROM json_each(?1))`,
    )
    .bind(JSON.stringify(ids))
    .all<{ id: string }>();
  return new Set(results.map(({ id }) => id));
}

/** Those of these ids that a table of places has already. */
export async function readStandingRows(
  db: D1Database,
  table: 'phones' | 'schedules',
  ids: readonly string[],
): Promise<Set<string>> {
  const { results } = await db
    .prepare(`SELECT id FROM ${PLACE_TABLES[table].name} WHERE id IN (SELECT value FROM json_each(?1))`)
    .bind(JSON.stringify(ids))
    .all<{ id: string }>();
  return new Set(results.map(({ id }) => id));
}

/** Those of a place's services that another place shows too. */
export async function readSharedServices(db: D1Database, locationId: string): Promise<Set<string>> {
  const { results } = await db
    .prepare(
      `SELECT DISTINCT own.service_id AS id FROM service_at_location AS own
       JOIN service_at_location AS other ON other.service_id = own.service_id
       WHERE own.location_id = ?1 AND other.location_id <> ?1`,
    )
    .bind(locationId)
    .all<{ id: string }>();
  return new Set(results.map(({ id }) => id));
}
