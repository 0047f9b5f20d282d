/** The SQL of who holds a desk's key, of handing it on and of replacing it. */
import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { SealedGrant } from '../../domain/desk-key.ts';
import { type DeskOfficer, writeAudited } from '../audit/write-audited.ts';
import type { BlobColumn, Database } from '../database.ts';
import { insertGrant } from '../inquiries/desk-store.ts';

/** What an officer opens the desk's key with. */
export type OfficerHolder = 'passkey' | 'card';

/** A holder's own tag for the key that was sealed to it. */
export interface HolderTag {
  holder: OfficerHolder;
  tag: Uint8Array;
}

/** A holder's age recipient. */
export interface HolderRecipient {
  holder: OfficerHolder;
  recipient: string;
}

export interface DeskOfficerRow {
  id: string;
  name: string;
  created_at: string;
  /** See `IS_CONFIRMED`. */
  is_confirmed: 0 | 1 | null;
  /** JSON: a list of HolderRecipient, by holder. */
  holders: string;
}

/** Whether the officer of a row holds the present key of their desk: null for no grant of it, 0 for one without a tag. */
export const IS_CONFIRMED = `(SELECT max(length(tag) > 0)
  FROM desk_key_grant JOIN desk_key ON desk_key.id = desk_key_id
  WHERE desk_key.desk_id = officer.desk_id AND retired_at IS NULL AND officer_id = officer.id) AS is_confirmed`;

const DESK_OFFICERS = `SELECT id, name, created_at, ${IS_CONFIRMED},
    (SELECT json_group_array(json_object('holder', holder, 'recipient', recipient))
     FROM (SELECT holder, recipient FROM officer_recipient WHERE officer_id = officer.id ORDER BY holder)) AS holders
  FROM officer WHERE desk_id = ?1 AND role = 'intake' AND removed_at IS NULL`;

/** The intake officers of a desk who were not removed, in the order in which they came. */
export async function listDeskOfficers(db: Database, deskId: string): Promise<DeskOfficerRow[]> {
  const { results } = await db
    .prepare(`${DESK_OFFICERS} ORDER BY created_at, id`)
    .bind(deskId)
    .all<DeskOfficerRow>();
  return results;
}

/** One of them; null when there is none there. */
export function findDeskOfficer(db: Database, deskId: string, id: string): Promise<DeskOfficerRow | null> {
  return db.prepare(`${DESK_OFFICERS} AND id = ?2`).bind(deskId, id).first<DeskOfficerRow>();
}

export interface EarlierKeyRow {
  id: string;
  recipient: string;
  sealed: BlobColumn;
  tag: BlobColumn;
}

/** The replaced keys of a desk that requests still need, each sealed to this present key; the latest first. */
export async function listEarlierKeys(db: Database, deskKeyId: string): Promise<EarlierKeyRow[]> {
  const { results } = await db
    .prepare(
      `SELECT desk_key.id, recipient, sealed, tag FROM earlier_key JOIN desk_key ON desk_key.id = desk_key_id
       WHERE under_key_id = ?1 ORDER BY retired_at DESC, desk_key.id`,
    )
    .bind(deskKeyId)
    .all<EarlierKeyRow>();
  return results;
}

/** Whether a desk ever had a key of this recipient. */
export async function hadKey(db: Database, deskId: string, recipient: string): Promise<boolean> {
  const found = await db
    .prepare('SELECT 1 FROM desk_key WHERE desk_id = ?1 AND recipient = ?2')
    .bind(deskId, recipient)
    .first();
  return found !== null;
}

/** ?1 is the key, ?2 an officer who holds it and has confirmed it. */
const HOLDS = `EXISTS (SELECT 1 FROM desk_key_grant
  WHERE desk_key_id = ?1 AND officer_id = ?2 AND length(tag) > 0)`;

/** A key handed on. */
export interface Handing {
  deskKeyId: string;
  toOfficerId: string;
  grants: (HolderRecipient & { sealed: Uint8Array })[];
  now: Date;
}

/**
 * Stores a key sealed to a waiting officer of the same desk, without tags, with the act's row in the desk's audit chain.
 * Rejects with a broken constraint when one of the grants stands already.
 *
 * @returns false when nothing was stored: the key was replaced, who hands it on does not hold it, or the officer was
 *   removed
 */
export async function insertHandedGrants(db: Database, by: DeskOfficer, handing: Handing): Promise<boolean> {
  const { deskKeyId, toOfficerId, now } = handing;
  const inserts = handing.grants.map(({ holder, recipient, sealed }) =>
    db
      .prepare(
        `INSERT INTO desk_key_grant (id, desk_key_id, holder, officer_id, recipient, sealed, tag, created_at)
         SELECT ?3, desk_key.id, holder, officer_id, officer_recipient.recipient, ?6, x'', ?7
         FROM officer_recipient
           JOIN officer ON officer.id = officer_id AND removed_at IS NULL
           JOIN desk_key ON desk_key.desk_id = officer.desk_id AND retired_at IS NULL
         WHERE desk_key.id = ?1 AND officer_id = ?8 AND holder = ?4 AND officer_recipient.recipient = ?5
           AND ${HOLDS}`,
      )
      .bind(
        deskKeyId,
        by.officerId,
        crypto.randomUUID(),
        holder,
        recipient,
        sealed,
        now.toISOString(),
        toOfficerId,
      ),
  );
  const outcomes = await writeAudited(db, { deskId: by.deskId, now }, () => ({
    acts: [{ kind: 'key-handed', officerId: by.officerId, auditRef: toOfficerId }],
    // Two holders of one officer: both are stored or neither, since the conditions are about the officer and the key.
    statements: (record) => [...inserts, record],
  }));
  return outcomes.slice(0, inserts.length).every(({ meta }) => meta.changes === 1);
}

/**
 * Puts an officer's own tags on grants of a desk's present key that have none, with the act's row in the desk's audit
 * chain.
 *
 * @returns false when nothing was written: the key was replaced, or the grants have tags by now
 */
export async function writeTags(
  db: Database,
  by: DeskOfficer,
  {
    deskKey,
    tags,
    now,
  }: { deskKey: { id: string; recipient: string }; tags: readonly HolderTag[]; now: Date },
): Promise<boolean> {
  const updates = tags.map(({ holder, tag }) =>
    db
      .prepare(
        `UPDATE desk_key_grant SET tag = ?4
         WHERE desk_key_id = ?1 AND officer_id = ?2 AND holder = ?3 AND length(tag) = 0
           AND EXISTS (SELECT 1 FROM desk_key WHERE id = ?1 AND retired_at IS NULL)`,
      )
      .bind(deskKey.id, by.officerId, holder, tag),
  );
  const outcomes = await writeAudited(db, { deskId: by.deskId, now }, () => ({
    acts: [{ kind: 'key-confirmed', officerId: by.officerId, auditRef: deskKey.recipient }],
    statements: (record) => [...updates, record],
  }));
  return outcomes.slice(0, updates.length).every(({ meta }) => meta.changes === 1);
}

/** A key put in the place of a desk's present one. */
export interface NewKey {
  id: string;
  recipient: string;
  replaces: string;
  /** The colleague who leaves; null when nobody does. */
  removes: string | null;
  grants: (SealedGrant & { holder: OfficerHolder | 'recovery'; recipient: string })[];
  earlier: (SealedGrant & { keyId: string })[];
  now: Date;
}

/**
 * Replaces a desk's key, and removes an officer with it, together with the acts' rows in the desk's audit chain, all or
 * nothing. Rejects with a broken constraint when the key to replace is no longer the present one, who replaces it does not
 * hold it, or the officer to remove is gone: the new key is not made then, and its grants have no parent.
 */
export async function insertReplacingKey(db: Database, by: DeskOfficer, key: NewKey): Promise<void> {
  const { id, replaces, removes } = key;
  const { deskId, officerId } = by;
  const now = key.now.toISOString();
  const ofDesk = 'IN (SELECT id FROM desk_key WHERE desk_id = ?1)';
  const retire = db
    .prepare(
      `UPDATE desk_key SET retired_at = ?4 WHERE id = ?1 AND desk_id = ?3 AND retired_at IS NULL AND ${HOLDS}
         AND (?5 IS NULL OR EXISTS (SELECT 1 FROM officer
           WHERE id = ?5 AND id <> ?2 AND desk_id = ?3 AND removed_at IS NULL))`,
    )
    .bind(replaces, officerId, deskId, now, removes);
  const changes = [
    db
      .prepare(
        `INSERT INTO desk_key (id, desk_id, recipient, created_at)
         SELECT ?1, desk_id, ?3, ?4 FROM desk_key WHERE id = ?2 AND retired_at = ?4`,
      )
      .bind(id, replaces, key.recipient, now),
    db.prepare(`DELETE FROM desk_key_grant WHERE desk_key_id ${ofDesk}`).bind(deskId),
    db.prepare(`DELETE FROM earlier_key WHERE desk_key_id ${ofDesk}`).bind(deskId),
    ...key.grants.map((grant) =>
      insertGrant(db, {
        ...grant,
        deskKeyId: id,
        officerId: grant.holder === 'recovery' ? null : officerId,
        createdAt: now,
      }),
    ),
    ...key.earlier.map(({ keyId, sealed, tag }) =>
      db
        .prepare(
          `INSERT INTO earlier_key (desk_key_id, under_key_id, sealed, tag, created_at)
           VALUES (?1, ?2, ?3, ?4, ?5)`,
        )
        .bind(keyId, id, sealed, tag, now),
    ),
    ...(removes === null ? [] : removal(db, removes, deskId, now)),
  ];
  await writeAudited(db, { deskId, now: key.now }, () => ({
    acts: [
      { kind: 'key-changed', officerId, auditRef: key.recipient },
      ...(removes === null ? [] : [{ kind: 'officer-removed', officerId, auditRef: removes } as const]),
    ],
    statements: (record) => [retire, record, ...changes],
  }));
}

/** What removes an officer from the moment on, besides the mark itself. */
function removal(db: Database, officerId: string, deskId: string, now: string): D1PreparedStatement[] {
  return [
    db.prepare('UPDATE officer SET removed_at = ?2 WHERE id = ?1').bind(officerId, now),
    ...leavings(db, officerId),
    // Who leaves may have kept a link that was never used.
    db.prepare('UPDATE invite SET used_at = ?2 WHERE desk_id = ?1 AND used_at IS NULL').bind(deskId, now),
  ];
}

/** Removes all by which an officer gets in or opens anything. */
function leavings(db: Database, officerId: string): D1PreparedStatement[] {
  return ['session', 'passkey', 'officer_recipient', 'desk_key_grant'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE officer_id = ?1`).bind(officerId),
  );
}

/** An officer as the operator sees them. */
export interface OfficerLine {
  id: string;
  name: string;
  role: string;
  /** The desk's slug; null for roles without one. */
  desk: string | null;
  created_at: string;
}

/** Every officer who was not removed, by desk and in the order in which they came. */
export async function listOfficers(db: Database): Promise<OfficerLine[]> {
  const { results } = await db
    .prepare(
      `SELECT officer.id, officer.name, role, slug AS desk, officer.created_at
       FROM officer LEFT JOIN desk ON desk.id = desk_id WHERE removed_at IS NULL
       ORDER BY slug, officer.created_at, officer.id`,
    )
    .all<OfficerLine>();
  return results;
}

/**
 * Removes an officer without changing any key, as the operator does it: with the row of the desk's audit chain, and with the
 * open invites of the desk.
 *
 * @returns false when there is no such officer
 */
export async function deleteOfficer(db: Database, officerId: string, now: Date): Promise<boolean> {
  const officer = await db
    .prepare('SELECT desk_id FROM officer WHERE id = ?1 AND removed_at IS NULL')
    .bind(officerId)
    .first<{ desk_id: string | null }>();
  if (officer === null) return false;
  const at = now.toISOString();
  const mark = db
    .prepare('UPDATE officer SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL')
    .bind(officerId, at);
  const { desk_id: deskId } = officer;
  // Who belongs to no desk has no chain to stand in.
  if (deskId === null) await db.batch([mark, ...leavings(db, officerId)]);
  else
    await writeAudited(db, { deskId, now }, () => ({
      acts: [{ kind: 'officer-removed', officerId: null, auditRef: officerId }],
      statements: (record) => [mark, record, ...removal(db, officerId, deskId, at)],
    }));
  return true;
}
