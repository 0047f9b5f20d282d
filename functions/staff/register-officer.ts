import { base64urlnopad } from '@scure/base';
import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { hashToken } from '../../domain/derive.ts';
import type { SealedGrant } from '../../domain/desk-key.ts';
import { site } from '../../words/vi.ts';
import { isConstraintViolation } from '../database.ts';
import { AppError } from '../errors.ts';
import { findDesk, findRecoveryGrant, readGrant } from '../inquiries/desk-store.ts';
import { answerChallenge, makeChallenge } from './challenge.ts';
import { readInvite } from './invite.ts';
import type { RegisterInput } from './schema.ts';
import { type Officer, startSession } from './session.ts';
import { hasPasskeyOfOtherRp, insertOfficer, type Role } from './store.ts';

/** The site as WebAuthn sees it. */
export interface RelyingParty {
  /** A domain name. */
  id: string;
  /** `https://…`, or `http://localhost:…` on a developer's machine. */
  origin: string;
}

/** What the console needs to register an officer. */
export interface Registration {
  name: string;
  role: Role;
  /** The desk whose key the officer is to hold; null for roles without a desk. */
  desk: {
    id: string;
    name: string;
    /** Its present key, sealed to the desk's recovery sheet. */
    key: { id: string; recipient: string; recoveryGrant: SealedGrant };
  } | null;
  options: PublicKeyCredentialCreationOptionsJSON;
}

/**
 * Opens an invite for registering; the invite stays open until `registerOfficer`.
 *
 * @throws AppError `invite_gone`, `rp_id_changed`, `desk_closed` when the desk has no key to hand on
 */
export async function openRegistration(
  env: Pick<Env, 'DB'>,
  token: string,
  rp: RelyingParty,
  now: Date,
): Promise<Registration> {
  const invite = await readInvite(env.DB, token, now);
  await refuseChangedRp(env, rp);
  const options = await generateRegistrationOptions({
    rpName: site.name,
    rpID: rp.id,
    userName: invite.name,
    challenge: new Uint8Array(base64urlnopad.decode(await makeChallenge(env.DB, { invite: token }, now))),
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return { name: invite.name, role: invite.role, desk: await deskToHandOn(env, invite.desk_id), options };
}

/**
 * Registers an officer: verifies the new passkey, stores it with the officer's recipients and, where the recovery sheet
 * was at hand, grants, uses up the invite and signs the officer in. An officer of a desk without grants waits for a
 * colleague to hand the key on.
 *
 * @returns the session token and who is signed in
 * @throws AppError `invite_gone`, `passkey_refused`, `rp_id_changed`; `key_replaced` when the desk has another key by now;
 *   `invalid` when the key is not named although there is a desk, or named without one, when a holder is missing or too
 *   many, or when only one of them has a grant
 */
export async function registerOfficer(
  env: Pick<Env, 'DB'>,
  input: RegisterInput,
  rp: RelyingParty,
  now: Date,
): Promise<{ token: string; officer: Officer }> {
  const invite = await readInvite(env.DB, input.token, now);
  await refuseChangedRp(env, rp);
  refuseIncomplete(input, invite.desk_id !== null);

  const passkey = await verifyRegistration(env, input, rp, now);
  const officer = { id: crypto.randomUUID(), name: invite.name, role: invite.role, deskId: invite.desk_id };
  const session = startSession(env.DB, officer.id, now);
  const createdAt = now.toISOString();
  const { keyId } = input;
  const grants = input.holders.flatMap(({ holder, recipient, grant }) =>
    grant === null || keyId === null
      ? []
      : [{ holder, recipient, ...grant, deskKeyId: keyId, officerId: officer.id, createdAt }],
  );
  try {
    await insertOfficer(env.DB, {
      officer,
      passkey,
      deskKeyId: keyId,
      recipients: input.holders,
      grants,
      inviteHash: hashToken(input.token),
      session: session.statement,
      now: createdAt,
    });
  } catch (cause) {
    if (!isConstraintViolation(cause)) throw cause;
    await readInvite(env.DB, input.token, now);
    throw new AppError('key_replaced', { cause });
  }
  return { token: session.token, officer };
}

/**
 * Refuses passkeys for another RP ID than existing ones have: their officers could no longer open their keys.
 *
 * @throws AppError `rp_id_changed`
 */
export async function refuseChangedRp(env: Pick<Env, 'DB'>, rp: RelyingParty): Promise<void> {
  if (await hasPasskeyOfOtherRp(env.DB, rp.id)) throw new AppError('rp_id_changed');
}

/** @throws AppError `invalid` */
function refuseIncomplete({ keyId, holders }: RegisterInput, hasDesk: boolean): void {
  const names = holders.map(({ holder }) => holder);
  const sealed = holders.filter(({ grant }) => grant !== null);
  if ((keyId !== null) !== hasDesk) throw new AppError('invalid', { fields: ['keyId'] });
  const isComplete = hasDesk ? names.includes('card') : names.length === 0;
  const isWhole = sealed.length === 0 || sealed.length === holders.length;
  if (!isComplete || !isWhole || new Set(names).size < names.length)
    throw new AppError('invalid', { fields: ['holders'] });
}

async function deskToHandOn(env: Pick<Env, 'DB'>, deskId: string | null): Promise<Registration['desk']> {
  if (deskId === null) return null;
  const desk = await findDesk(env.DB, deskId);
  const grant = desk === null ? null : await findRecoveryGrant(env.DB, desk.key_id);
  if (desk === null || grant === null) throw new AppError('desk_closed');
  const { id, name, key_id, recipient } = desk;
  return { id, name, key: { id: key_id, recipient, recoveryGrant: readGrant(grant) } };
}

async function verifyRegistration(
  env: Pick<Env, 'DB'>,
  input: RegisterInput,
  rp: RelyingParty,
  now: Date,
): Promise<{ id: string; rpId: string; publicKey: Uint8Array; counter: number }> {
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: input.credential,
      expectedChallenge: (challenge) => answerChallenge(env.DB, challenge, { invite: input.token }, now),
      expectedOrigin: rp.origin,
      expectedRPID: rp.id,
      requireUserVerification: true,
    });
    if (!verified) throw new AppError('passkey_refused');
    const { id, publicKey, counter } = registrationInfo.credential;
    return { id, rpId: rp.id, publicKey, counter };
  } catch (cause) {
    // The library's messages repeat the challenge and the origin: they stay in `cause` and out of the answer.
    throw new AppError('passkey_refused', { cause });
  }
}
