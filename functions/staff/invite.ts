/** Invites: one-time links by which an officer registers. */
import { hashToken, makeToken } from '../../domain/derive.ts';
import type { Database } from '../database.ts';
import { AppError } from '../errors.ts';
import { findInvite, type InviteRow, insertInvite, type Role } from './store.ts';

const INVITE_LIFETIME_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Makes an invite of 7 days.
 *
 * @returns the token for the link's fragment; the database keeps its SHA-256
 */
export async function makeInvite(
  db: Database,
  invite: { name: string; role: Role; deskId: string | null },
  now: Date,
): Promise<string> {
  const token = makeToken();
  await insertInvite(db, {
    ...invite,
    tokenHash: hashToken(token),
    now: now.toISOString(),
    expiresAt: new Date(now.getTime() + INVITE_LIFETIME_MS).toISOString(),
  });
  return token;
}

/**
 * Reads an open invite.
 *
 * @throws AppError `invite_gone`, alike for used, expired, revoked and unknown tokens
 */
export async function readInvite(db: Database, token: string, now: Date): Promise<InviteRow> {
  const invite = await findInvite(db, hashToken(token), now.toISOString());
  if (invite === null) throw new AppError('invite_gone');
  return invite;
}
