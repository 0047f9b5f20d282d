/** The SQL of who holds a desk's key, of handing it on and of replacing it. */
import type { SealedGrant } from '../../domain/desk-key.ts';
import type { BlobColumn, Database } from '../database.ts';
import { insertGrant } from '../inquiries/desk-store.ts';

/** What an officer opens the desk's key with. */
export type OfficerHolder = 'passkey' | 'card';

/** A holder's age recipient. */
export interface HolderRecipient {
  holder: OfficerHolder;
  recipient: string;
}

export interface DeskOfficerRow {
  id: string;
  name: string;
  created_at: string;
  /** Whether they hold the desk's present key: null for no grant of it, 0 for one without a tag. */
  is_confirmed: 0 | 1 | null;
  /** JSON: a list of HolderRecipient, by holder. */
  holders: string;
}

const DESK_OFFICERS = `SELECT id, name, created_at,
    (SELECT max(length(tag) > 0) FROM desk_key_grant JOIN desk_key ON desk_key.id = desk_key_id
     WHERE desk_key.desk_id = officer.desk_id AND retired_at IS NULL AND officer_id = officer.id) AS is_confirmed,
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
  /** Who hands it on. */
  byOfficerId: string;
  toOfficerId: string;
  grants: (HolderRecipient & { sealed: Uint8Array })[];
  now: string;
}

/**
 * Stores a key sealed to a waiting officer of the same desk, without tags. Rejects with a broken constraint when one of
 * the grants stands already.
 *
 * @returns how many grants were stored: none when the key was replaced, who hands it on does not hold it, or the officer
 *   was removed
 */
export async function insertHandedGrants(db: Database, handing: Handing): Promise<number> {
  const outcomes = await db.batch(
    handing.grants.map(({ holder, recipient, sealed }) =>
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
          handing.deskKeyId,
          handing.byOfficerId,
          crypto.randomUUID(),
          holder,
          recipient,
          sealed,
          handing.now,
          handing.toOfficerId,
        ),
    ),
  );
  return outcomes.reduce((sum, { meta }) => sum + meta.changes, 0);
}

/**
 * Puts an officer's own tags on grants of a desk's present key that have none, or the same.
 *
 * @returns how many grants carry the tag that was given
 */
export async function writeTags(
  db: Database,
  deskKeyId: string,
  officerId: string,
  tags: readonly { holder: OfficerHolder; tag: Uint8Array }[],
): Promise<number> {
  const outcomes = await db.batch(
    tags.map(({ holder, tag }) =>
      db
        .prepare(
          `UPDATE desk_key_grant SET tag = ?4
           WHERE desk_key_id = ?1 AND officer_id = ?2 AND holder = ?3 AND (length(tag) = 0 OR tag = ?4)
             AND EXISTS (SELECT 1 FROM desk_key WHERE id = ?1 AND retired_at IS NULL)`,
        )
        .bind(deskKeyId, officerId, holder, tag),
    ),
  );
  return outcomes.reduce((sum, { meta }) => sum + meta.changes, 0);
}

/** A key put in the place of a desk's present one. */
export interface NewKey {
  id: string;
  deskId: string;
  recipient: string;
  replaces: string;
  byOfficerId: string;
  /** The colleague who leaves; null when nobody does. */
  removes: string | null;
  grants: (SealedGrant & { holder: OfficerHolder | 'recovery'; recipient: string })[];
  earlier: (SealedGrant & { keyId: string })[];
  now: string;
}

/**
 * Replaces a desk's key, and removes an officer with it, all or nothing. Rejects with a broken constraint when the key to
 * replace is no longer the present one, who replaces it does not hold it, or the officer to remove is gone: the new key is
 * not made then, and its grants have no parent.
 */
export async function insertReplacingKey(db: Database, key: NewKey): Promise<void> {
  const { id, deskId, replaces, byOfficerId, removes, now } = key;
  const ofDesk = 'IN (SELECT id FROM desk_key WHERE desk_id = ?1)';
  await db.batch([
    db
      .prepare(
        `UPDATE desk_key SET retired_at = ?4 WHERE id = ?1 AND desk_id = ?3 AND retired_at IS NULL AND ${HOLDS}
           AND (?5 IS NULL OR EXISTS (SELECT 1 FROM officer
             WHERE id = ?5 AND id <> ?2 AND desk_id = ?3 AND removed_at IS NULL))`,
      )
      .bind(replaces, byOfficerId, deskId, now, removes),
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
        officerId: grant.holder === 'recovery' ? null : byOfficerId,
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
  ]);
}

/** What removes an officer: their grants go with the replaced key. */
function removal(db: Database, officerId: string, deskId: string, now: string) {
  return [
    db.prepare('UPDATE officer SET removed_at = ?2 WHERE id = ?1').bind(officerId, now),
    db.prepare('DELETE FROM session WHERE officer_id = ?1').bind(officerId),
    db.prepare('DELETE FROM passkey WHERE officer_id = ?1').bind(officerId),
    db.prepare('DELETE FROM officer_recipient WHERE officer_id = ?1').bind(officerId),
    // Who leaves may have kept a link that was never used.
    db.prepare('UPDATE invite SET used_at = ?2 WHERE desk_id = ?1 AND used_at IS NULL').bind(deskId, now),
  ];
}
