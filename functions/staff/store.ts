/** The SQL of officers, passkeys, invites and sessions. */
import type { D1PreparedStatement } from '@cloudflare/workers-types';
import { writeAudited } from '../audit/write-audited.ts';
import type { BlobColumn, Database } from '../database.ts';
import { insertGrant, type NewGrant } from '../inquiries/desk-store.ts';
import { IS_CONFIRMED } from './key-store.ts';

export type Role = 'admin' | 'intake' | 'editor' | 'organizer';

export interface OfficerRow {
  id: string;
  name: string;
  role: Role;
  desk_id: string | null;
  /** See `IS_CONFIRMED`. */
  is_confirmed: 0 | 1 | null;
}

export interface InviteRow {
  name: string;
  role: Role;
  desk_id: string | null;
}

export interface PasskeyRow {
  id: string;
  officer_id: string;
  public_key: BlobColumn;
  counter: number;
}

export interface SessionRow {
  officer_id: string;
  created_at: string;
  last_seen_at: string;
}

export interface NewOfficer {
  officer: { id: string; name: string; role: Role; deskId: string | null };
  passkey: { id: string; rpId: string; publicKey: Uint8Array; counter: number };
  /** The desk's present key that was handed out; null without a desk. */
  deskKeyId: string | null;
  recipients: { holder: 'passkey' | 'card'; recipient: string }[];
  grants: NewGrant[];
  inviteHash: string;
  session: D1PreparedStatement;
  now: string;
}

/** Stores an invite. */
export async function insertInvite(
  db: Database,
  invite: {
    tokenHash: string;
    name: string;
    role: Role;
    deskId: string | null;
    now: string;
    expiresAt: string;
  },
): Promise<void> {
  await db
    .prepare(
      `INSERT INTO invite (token_hash, name, role, desk_id, created_at, expires_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6)`,
    )
    .bind(invite.tokenHash, invite.name, invite.role, invite.deskId, invite.now, invite.expiresAt)
    .run();
}

/** An invite that is neither used nor expired; null otherwise. */
export function findInvite(db: Database, tokenHash: string, now: string): Promise<InviteRow | null> {
  return db
    .prepare(
      `SELECT name, role, desk_id FROM invite
       WHERE token_hash = ?1 AND used_at IS NULL AND expires_at > ?2`,
    )
    .bind(tokenHash, now)
    .first<InviteRow>();
}

/** Ends a desk's open invites: a printed link that was never used stops working when a new one is printed. */
export async function revokeInvites(db: Database, deskId: string, now: string): Promise<void> {
  await db
    .prepare('UPDATE invite SET used_at = ?2 WHERE desk_id = ?1 AND used_at IS NULL')
    .bind(deskId, now)
    .run();
}

/** Remembers a challenge until it is answered or expires. */
export async function insertChallenge(
  db: Database,
  challenge: { hash: string; inviteHash: string | null; expiresAt: string },
): Promise<void> {
  await db
    .prepare('INSERT INTO webauthn_challenge (challenge_hash, invite_hash, expires_at) VALUES (?1, ?2, ?3)')
    .bind(challenge.hash, challenge.inviteHash, challenge.expiresAt)
    .run();
}

/** Uses up a challenge of this purpose. False when there is none: answered already, expired or never given. */
export async function takeChallenge(
  db: Database,
  hash: string,
  inviteHash: string | null,
  now: string,
): Promise<boolean> {
  const taken = await db
    .prepare(
      `DELETE FROM webauthn_challenge
       WHERE challenge_hash = ?1 AND invite_hash IS ?2 AND expires_at > ?3 RETURNING 1`,
    )
    .bind(hash, inviteHash, now)
    .first();
  return taken !== null;
}

/**
 * Stores an officer with passkey, recipients, grants, first session and the row of the desk's audit chain, and uses up the
 * invite, all or nothing. Rejects with a broken constraint when the invite is used up or revoked, or the key is no longer
 * the desk's present one: the officer is not made then, and the rows that name the officer have no parent.
 */
export async function insertOfficer(db: Database, input: NewOfficer): Promise<void> {
  const { officer, passkey, deskKeyId, recipients, grants, inviteHash, session, now } = input;
  const statements = (records: D1PreparedStatement[]) => [
    db
      .prepare(
        `INSERT INTO officer (id, name, role, desk_id, invite_hash, created_at)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6 FROM invite
         WHERE token_hash = ?5 AND used_at IS NULL AND (?4 IS NULL OR EXISTS
           (SELECT 1 FROM desk_key WHERE id = ?7 AND desk_id = ?4 AND retired_at IS NULL))`,
      )
      .bind(officer.id, officer.name, officer.role, officer.deskId, inviteHash, now, deskKeyId),
    ...records,
    db
      .prepare(
        `INSERT INTO passkey (id, officer_id, rp_id, public_key, counter, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)`,
      )
      .bind(passkey.id, officer.id, passkey.rpId, passkey.publicKey, passkey.counter, now),
    ...recipients.map(({ holder, recipient }) =>
      db
        .prepare('INSERT INTO officer_recipient (officer_id, holder, recipient) VALUES (?1, ?2, ?3)')
        .bind(officer.id, holder, recipient),
    ),
    ...grants.map((grant) => insertGrant(db, grant)),
    session,
    db.prepare('UPDATE invite SET used_at = ?2 WHERE token_hash = ?1').bind(inviteHash, now),
  ];
  // Who belongs to no desk has no chain to stand in.
  if (officer.deskId === null) await db.batch(statements([]));
  else
    await writeAudited(db, { deskId: officer.deskId, now: new Date(now) }, () => ({
      acts: [{ kind: 'officer-registered', officerId: officer.id }],
      statements: (record) => statements([record]),
    }));
}

/** A passkey made for this relying party; null when unknown. */
export function findPasskey(db: Database, id: string, rpId: string): Promise<PasskeyRow | null> {
  return db
    .prepare('SELECT id, officer_id, public_key, counter FROM passkey WHERE id = ?1 AND rp_id = ?2')
    .bind(id, rpId)
    .first<PasskeyRow>();
}

/** Whether passkeys made for another relying party exist: changing RP_ID would lock their officers out. */
export async function hasPasskeyOfOtherRp(db: Database, rpId: string): Promise<boolean> {
  return (await db.prepare('SELECT 1 FROM passkey WHERE rp_id <> ?1 LIMIT 1').bind(rpId).first()) !== null;
}

/** Stores a session together with the signature counter of the passkey that opened it; a counter never goes back. */
export async function insertSignIn(
  db: Database,
  input: { passkeyId: string; counter: number; session: D1PreparedStatement },
): Promise<void> {
  await db.batch([
    db
      .prepare('UPDATE passkey SET counter = max(counter, ?2) WHERE id = ?1')
      .bind(input.passkeyId, input.counter),
    input.session,
  ]);
}

/** One officer; null when removed. */
export function findOfficer(db: Database, id: string): Promise<OfficerRow | null> {
  return db
    .prepare(
      `SELECT id, name, role, desk_id, ${IS_CONFIRMED} FROM officer WHERE id = ?1 AND removed_at IS NULL`,
    )
    .bind(id)
    .first<OfficerRow>();
}

/** The statement that stores a session, to go into the batch of the act that opens it. */
export function insertSession(
  db: Database,
  session: { tokenHash: string; officerId: string; now: string },
): D1PreparedStatement {
  return db
    .prepare('INSERT INTO session (token_hash, officer_id, created_at, last_seen_at) VALUES (?1, ?2, ?3, ?3)')
    .bind(session.tokenHash, session.officerId, session.now);
}

/** A stored session, whatever its age; null when there is none. */
export function findSession(db: Database, tokenHash: string): Promise<SessionRow | null> {
  return db
    .prepare('SELECT officer_id, created_at, last_seen_at FROM session WHERE token_hash = ?1')
    .bind(tokenHash)
    .first<SessionRow>();
}

/** Notes that a session was used. */
export async function touchSession(db: Database, tokenHash: string, now: string): Promise<void> {
  await db.prepare('UPDATE session SET last_seen_at = ?2 WHERE token_hash = ?1').bind(tokenHash, now).run();
}

/** Ends a session. */
export async function deleteSession(db: Database, tokenHash: string): Promise<void> {
  await db.prepare('DELETE FROM session WHERE token_hash = ?1').bind(tokenHash).run();
}

/** Removes challenges and sessions that can no longer be used. */
export async function deleteExpired(
  db: Database,
  before: { now: string; sessionCreated: string; sessionSeen: string },
): Promise<void> {
  await db.batch([
    db.prepare('DELETE FROM webauthn_challenge WHERE expires_at <= ?1').bind(before.now),
    db
      .prepare('DELETE FROM session WHERE created_at <= ?1 OR last_seen_at <= ?2')
      .bind(before.sessionCreated, before.sessionSeen),
  ]);
}
