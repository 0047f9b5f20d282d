/** Officers' sessions: a random token in a cookie, its SHA-256 in D1, 30 minutes idle, 8 hours at most. */
import type { D1PreparedStatement } from '@cloudflare/workers-types';
import { hashToken, makeToken } from '../../domain/derive.ts';
import { SESSION_IDLE_MINUTES } from '../../domain/session-time.ts';
import type { Database } from '../database.ts';
import {
  deleteExpired,
  deleteSession,
  findOfficer,
  findSession,
  insertSession,
  type Role,
  touchSession,
} from './store.ts';

/** The prefix makes browsers refuse it without Secure, with a Domain or on another path (RFC 6265bis, 4.1.3.2). */
export const SESSION_COOKIE = '__Host-diemtua';

const MINUTE_MS = 60 * 1000;
const IDLE_MS = SESSION_IDLE_MINUTES * MINUTE_MS;
const LIFETIME_MS = 8 * 60 * MINUTE_MS;

/** Who is signed in. */
export interface Officer {
  id: string;
  name: string;
  role: Role;
  deskId: string | null;
}

/**
 * How an officer stands to the desk's present key: `holds` it, was handed it and has not confirmed it (`unconfirmed`), or
 * is `waiting` for a colleague to hand it on. Null without a desk.
 */
export type KeyState = 'holds' | 'unconfirmed' | 'waiting';

/** A signed-in officer. */
export interface SignedIn extends Officer {
  keyState: KeyState | null;
}

/** A new session's token and the statement that stores it. */
export function startSession(
  db: Database,
  officerId: string,
  now: Date,
): { token: string; statement: D1PreparedStatement } {
  const token = makeToken();
  const statement = insertSession(db, { tokenHash: hashToken(token), officerId, now: now.toISOString() });
  return { token, statement };
}

/** Whether a session of these times can still be used. */
export function isSessionAlive(session: { createdAt: string; lastSeenAt: string }, now: Date): boolean {
  return (
    now.getTime() - Date.parse(session.createdAt) < LIFETIME_MS &&
    now.getTime() - Date.parse(session.lastSeenAt) < IDLE_MS
  );
}

/**
 * The officer of a session token, whose idle time begins anew; null when there is no living session or the officer was
 * removed.
 */
export async function resumeSession(db: Database, token: string, now: Date): Promise<SignedIn | null> {
  const tokenHash = hashToken(token);
  const row = await findSession(db, tokenHash);
  if (row === null) return null;
  if (!isSessionAlive({ createdAt: row.created_at, lastSeenAt: row.last_seen_at }, now)) {
    await deleteSession(db, tokenHash);
    return null;
  }
  const officer = await findOfficer(db, row.officer_id);
  if (officer === null) return null;
  // Once a minute is enough to keep an idle time of 30 minutes.
  if (now.getTime() - Date.parse(row.last_seen_at) > MINUTE_MS) {
    await touchSession(db, tokenHash, now.toISOString());
  }
  return {
    id: officer.id,
    name: officer.name,
    role: officer.role,
    deskId: officer.desk_id,
    keyState: officer.desk_id === null ? null : keyStateOf(officer.is_confirmed),
  };
}

/** What a column `is_confirmed` says: null for no grant at all, 0 for grants without a tag. */
export function keyStateOf(isConfirmed: 0 | 1 | null): KeyState {
  if (isConfirmed === null) return 'waiting';
  return isConfirmed === 1 ? 'holds' : 'unconfirmed';
}

/** Ends the session of a token, if any. */
export async function endSession(db: Database, token: string): Promise<void> {
  await deleteSession(db, hashToken(token));
}

/** Removes what has expired; the cron calls it. */
export async function sweepSessions(db: Database, now: Date): Promise<void> {
  await deleteExpired(db, {
    now: now.toISOString(),
    sessionCreated: new Date(now.getTime() - LIFETIME_MS).toISOString(),
    sessionSeen: new Date(now.getTime() - IDLE_MS).toISOString(),
  });
}
