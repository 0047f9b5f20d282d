/** Challenges of WebAuthn and of the recovery sheet: random, for one purpose, answered once within five minutes. */
import { hashToken, makeToken } from '../../domain/derive.ts';
import type { Database } from '../database.ts';
import { insertChallenge, takeChallenge } from './store.ts';

const CHALLENGE_LIFETIME_MS = 5 * 60 * 1000;

/** What an answer is good for: registering with one invite, signing in, or one officer's change of one key. */
export type ChallengePurpose = { invite: string } | { officerId: string; keyId: string } | 'sign-in';

/** A new challenge as base64url of 32 bytes. */
export async function makeChallenge(db: Database, purpose: ChallengePurpose, now: Date): Promise<string> {
  const challenge = makeToken();
  await insertChallenge(db, {
    hash: hashToken(challenge),
    inviteHash: purposeHash(purpose),
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
  return takeChallenge(db, hashToken(challenge), purposeHash(purpose), now.toISOString());
}

/** Null for signing in, which has the table's plain rows; no invite's token holds a line feed. */
function purposeHash(purpose: ChallengePurpose): string | null {
  if (purpose === 'sign-in') return null;
  return hashToken('invite' in purpose ? purpose.invite : `${purpose.officerId}\n${purpose.keyId}`);
}
