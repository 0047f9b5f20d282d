/** The SQL of desks and their keys. */
import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { SealedGrant } from '../../domain/desk-key.ts';
import type { OperatorKind } from '../../domain/desk-order.ts';
import { writeAudited } from '../audit/write-audited.ts';
import { type BlobColumn, blobBytes, type Database } from '../database.ts';

/** A desk with its current key and whether an officer can open it. */
export interface DeskRow {
  id: string;
  slug: string;
  name: string;
  operator_kind: OperatorKind;
  operator: string;
  duty: string;
  hours: string;
  is_demo: 0 | 1;
  created_at: string;
  last_opened_at: string | null;
  key_id: string;
  recipient: string;
  is_held: 0 | 1;
  /** JSON: a list of DeskArea. */
  areas: string;
}

export interface NewDesk {
  id: string;
  slug: string;
  name: string;
  operatorKind: OperatorKind;
  operator: string;
  duty: string;
  hours: string;
  isDemo: boolean;
  createdAt: string;
  /** Codes of the provinces and communes from which it takes requests; none for everywhere. */
  areas: readonly string[];
}

/** A desk's secret sealed to one holder. */
export interface NewGrant extends SealedGrant {
  deskKeyId: string;
  holder: 'recovery' | 'passkey' | 'card';
  officerId: string | null;
  recipient: string;
  createdAt: string;
}

export interface GrantRow {
  holder: 'recovery' | 'passkey' | 'card';
  recipient: string;
  sealed: BlobColumn;
  tag: BlobColumn;
}

/**
 * Whether an officer can open a key (`desk_key`): one to whom it is sealed and who has confirmed it. The recovery sheet
 * does not count: it lies in a safe and reads no requests.
 */
export const IS_HELD = `EXISTS (SELECT 1 FROM desk_key_grant
  WHERE desk_key_id = desk_key.id AND officer_id IS NOT NULL AND length(tag) > 0)`;

const DESK_WITH_KEY = `SELECT desk.id, slug, name, operator_kind, operator, duty, hours, is_demo, desk.created_at,
    last_opened_at, desk_key.id AS key_id, desk_key.recipient,
    ${IS_HELD} AS is_held,
    (SELECT json_group_array(json_object(
        'code', unit_code,
        'provinceCode', coalesce(commune.province_code, unit_code),
        'name', coalesce(commune.full_name, province.full_name, unit_code)))
      FROM desk_area
        LEFT JOIN commune ON commune.code = unit_code
        LEFT JOIN province ON province.code = unit_code
      WHERE desk_id = desk.id) AS areas
  FROM desk JOIN desk_key ON desk_key.desk_id = desk.id AND desk_key.retired_at IS NULL`;

/** All desks that have a key, with how many requests came to each in one hour (UTC ISO 8601), counted up to the limit. */
export async function listDesksWithKey(
  db: Database,
  { hour, limit }: { hour: string; limit: number },
): Promise<(DeskRow & { this_hour: number })[]> {
  const { results } = await db
    .prepare(
      `SELECT d.*, (SELECT count(*) FROM (SELECT 1 FROM inquiry
           WHERE desk_id = d.id AND received_hour = ?1 AND set_aside = 0 LIMIT ?2)) AS this_hour
       FROM (${DESK_WITH_KEY}) AS d ORDER BY name`,
    )
    .bind(hour, limit)
    .all<DeskRow & { this_hour: number }>();
  return results;
}

/** The desks that take complaints about others. */
export async function listComplaintDesks(db: Database): Promise<DeskRow[]> {
  const { results } = await db
    .prepare(`${DESK_WITH_KEY} WHERE takes_complaints = 1 ORDER BY name`)
    .all<DeskRow>();
  return results;
}

/** One desk; null when there is none or it has no key. */
export function findDesk(db: Database, id: string): Promise<DeskRow | null> {
  return db.prepare(`${DESK_WITH_KEY} WHERE desk.id = ?1`).bind(id).first<DeskRow>();
}

/** Stores a desk with its first key, that key's first grant and the first row of its audit chain. Rejects on a slug that already stands. */
export async function insertDesk(
  db: Database,
  desk: NewDesk,
  key: { id: string; recipient: string },
  grant: Omit<NewGrant, 'deskKeyId' | 'createdAt'>,
): Promise<void> {
  const statements = (record: D1PreparedStatement) => [
    db
      .prepare(
        `INSERT INTO desk (id, slug, name, operator_kind, operator, duty, hours, is_demo, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)`,
      )
      .bind(
        desk.id,
        desk.slug,
        desk.name,
        desk.operatorKind,
        desk.operator,
        desk.duty,
        desk.hours,
        desk.isDemo ? 1 : 0,
        desk.createdAt,
      ),
    record,
    db
      .prepare('INSERT INTO desk_key (id, desk_id, recipient, created_at) VALUES (?1, ?2, ?3, ?4)')
      .bind(key.id, desk.id, key.recipient, desk.createdAt),
    insertGrant(db, { ...grant, deskKeyId: key.id, createdAt: desk.createdAt }),
    ...desk.areas.map((code) =>
      db.prepare('INSERT INTO desk_area (desk_id, unit_code) VALUES (?1, ?2)').bind(desk.id, code),
    ),
  ];
  await writeAudited(db, { deskId: desk.id, now: new Date(desk.createdAt) }, () => ({
    acts: [{ kind: 'desk-made', officerId: null, auditRef: key.recipient }],
    statements,
  }));
}

/** The statement that stores a grant, to go into the batch of the act that makes it. */
export function insertGrant(db: Database, grant: NewGrant) {
  return db
    .prepare(
      `INSERT INTO desk_key_grant (id, desk_key_id, holder, officer_id, recipient, sealed, tag, created_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)`,
    )
    .bind(
      crypto.randomUUID(),
      grant.deskKeyId,
      grant.holder,
      grant.officerId,
      grant.recipient,
      grant.sealed,
      grant.tag,
      grant.createdAt,
    );
}

/** An officer's grants of a key. */
export async function listGrantsOfOfficer(
  db: Database,
  deskKeyId: string,
  officerId: string,
): Promise<GrantRow[]> {
  const { results } = await db
    .prepare(
      'SELECT holder, recipient, sealed, tag FROM desk_key_grant WHERE desk_key_id = ?1 AND officer_id = ?2',
    )
    .bind(deskKeyId, officerId)
    .all<GrantRow>();
  return results;
}

/** The grant to the desk's recovery sheet; null when the key has none. */
export function findRecoveryGrant(db: Database, deskKeyId: string): Promise<GrantRow | null> {
  return db
    .prepare(
      `SELECT holder, recipient, sealed, tag FROM desk_key_grant WHERE desk_key_id = ?1 AND holder = 'recovery'`,
    )
    .bind(deskKeyId)
    .first<GrantRow>();
}

/** What a grant's columns hold. */
export function readGrant({ sealed, tag }: Pick<GrantRow, 'sealed' | 'tag'>): SealedGrant {
  return { sealed: blobBytes(sealed), tag: blobBytes(tag) };
}

/** Forgets replaced keys that no request needs any more. Returns how many. */
export async function deleteUnusedEarlierKeys(db: Database): Promise<number> {
  const { meta } = await db
    .prepare(
      `DELETE FROM earlier_key WHERE NOT EXISTS (
         SELECT 1 FROM inquiry JOIN desk_key ON desk_key.id = earlier_key.desk_key_id
         WHERE inquiry.desk_id = desk_key.desk_id AND inquiry.desk_key_id = desk_key.id)`,
    )
    .run();
  return meta.changes;
}

/** Notes that somebody opened the desk's box. */
export async function touchDesk(db: Database, id: string, now: string): Promise<void> {
  await db.prepare('UPDATE desk SET last_opened_at = ?2 WHERE id = ?1').bind(id, now).run();
}

/** What is set about a desk. */
export interface DeskSettingsRow {
  id: string;
  slug: string;
  name: string;
  takes_complaints: 0 | 1;
  /** JSON: a list of { code, name }, by code. */
  areas: string;
}

/** Every desk's settings, in the order of the slugs. */
export async function listDeskSettings(db: Database): Promise<DeskSettingsRow[]> {
  const { results } = await db
    .prepare(
      `SELECT id, slug, name, takes_complaints,
         (SELECT json_group_array(json_object('code', unit_code, 'name', unit_name)) FROM (
            SELECT unit_code, coalesce(commune.full_name, province.full_name, unit_code) AS unit_name
            FROM desk_area
              LEFT JOIN commune ON commune.code = unit_code
              LEFT JOIN province ON province.code = unit_code
            WHERE desk_id = desk.id ORDER BY unit_code)) AS areas
       FROM desk ORDER BY slug`,
    )
    .all<DeskSettingsRow>();
  return results;
}

/** Which of these codes are present provinces and communes. */
export async function listKnownUnits(db: Database, codes: readonly string[]): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT value AS code FROM json_each(?1)
       WHERE value IN (SELECT code FROM province) OR value IN (SELECT code FROM commune)`,
    )
    .bind(JSON.stringify(codes))
    .all<{ code: string }>();
  return results.map(({ code }) => code);
}

/** Replaces a desk's areas and its taking of complaints, with a row of its audit chain; all or nothing. */
export async function writeDeskSettings(
  db: Database,
  id: string,
  { areas, takesComplaints, now }: { areas: readonly string[]; takesComplaints: boolean; now: Date },
): Promise<void> {
  await writeAudited(db, { deskId: id, now }, () => ({
    acts: [{ kind: 'desk-changed', officerId: null }],
    statements: (record) => [
      db.prepare('UPDATE desk SET takes_complaints = ?2 WHERE id = ?1').bind(id, takesComplaints ? 1 : 0),
      record,
      db.prepare('DELETE FROM desk_area WHERE desk_id = ?1').bind(id),
      db
        .prepare('INSERT INTO desk_area (desk_id, unit_code) SELECT ?1, value FROM json_each(?2)')
        .bind(id, JSON.stringify(areas)),
    ],
  }));
}
