/** WebAuthn challenges: random, for one purpose, answered once within five minutes. */
import { hashToken, makeToken } from '../../domain/derive.ts';
import type { Database } from '../database.ts';
import { insertChallenge, takeChallenge } from './store.ts';

const CHALLENGE_LIFETIME_MS = 5 * 60 * 1000;

/** What an answer is good for: registering with one invite, or signing in. */
export type ChallengePurpose = { invite: string } | 'sign-in';

/** A new challenge as base64url of 32 bytes. */
export async function makeChallenge(db: Database, purpose: ChallengePurpose, now: Date): Promise<string> {
  const challenge = makeToken();
  await insertChallenge(db, {
    hash: hashToken(challenge),
    inviteHash: inviteHashOf(purpose),
    expiresAt: new Date(now.getTime() + CHALLENGE_LIFETIME_MS).toISOString(),
  });
  return challenge;
}

/** Uses up a challenge; false when it was not given for this purpose, is expired or already answered. */
export function answerChallenge(
  db: Database,
  challenge: string,
  purpose: ChallengePurpose,
  now: Date,
): Promise<boolean> {
  return takeChallenge(db, hashToken(challenge), inviteHashOf(purpose), now.toISOString());
}

function inviteHashOf(purpose: ChallengePurpose): string | null {
  return purpose === 'sign-in' ? null : hashToken(purpose.invite);
}
