import { base64urlnopad } from '@scure/base';
import {
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server';
import { blobBytes } from '../database.ts';
import { AppError } from '../errors.ts';
import { answerChallenge, makeChallenge } from './challenge.ts';
import { type RelyingParty, refuseChangedRp } from './register-officer.ts';
import type { AuthenticationResponse } from './schema.ts';
import { startSession } from './session.ts';
import { findOfficer, findPasskey, insertSignIn } from './store.ts';
import { findWorkplace, type Workplace } from './workplace.ts';

/**
 * Options for signing in with any passkey of this site.
 *
 * @throws AppError `rp_id_changed`
 */
export async function openSignIn(
  env: Pick<Env, 'DB'>,
  rp: RelyingParty,
  now: Date,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  await refuseChangedRp(env, rp);
  return generateAuthenticationOptions({
    rpID: rp.id,
    challenge: new Uint8Array(base64urlnopad.decode(await makeChallenge(env.DB, 'sign-in', now))),
    userVerification: 'required',
  });
}

/**
 * Signs an officer in.
 *
 * @returns a new session's token and the workplace
 * @throws AppError `passkey_refused`, alike for an unknown passkey and a wrong signature
 */
export async function signIn(
  env: Pick<Env, 'DB'>,
  response: AuthenticationResponse,
  rp: RelyingParty,
  now: Date,
): Promise<{ token: string; workplace: Workplace }> {
  const passkey = await findPasskey(env.DB, response.id, rp.id);
  if (passkey === null) throw new AppError('passkey_refused');
  const counter = await verifyAssertion(env, response, passkey, rp, now);
  const row = await findOfficer(env.DB, passkey.officer_id);
  if (row === null) throw new AppError('passkey_refused');

  const officer = { id: row.id, name: row.name, role: row.role, deskId: row.desk_id };
  const session = startSession(env.DB, officer.id, now);
  await insertSignIn(env.DB, { passkeyId: passkey.id, counter, session: session.statement });
  return { token: session.token, workplace: await findWorkplace(env, officer) };
}

async function verifyAssertion(
  env: Pick<Env, 'DB'>,
  response: AuthenticationResponse,
  passkey: { id: string; public_key: number[]; counter: number },
  rp: RelyingParty,
  now: Date,
): Promise<number> {
  const { userHandle, ...signed } = response.response;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...response, response: { ...signed, ...(userHandle === undefined ? {} : { userHandle }) } },
      expectedChallenge: (challenge) => answerChallenge(env.DB, challenge, 'sign-in', now),
      expectedOrigin: rp.origin,
      expectedRPID: rp.id,
      credential: { id: passkey.id, publicKey: blobBytes(passkey.public_key), counter: passkey.counter },
      requireUserVerification: true,
    });
    if (!verified) throw new AppError('passkey_refused');
    return authenticationInfo.newCounter;
  } catch (cause) {
    // The library's messages repeat the challenge and the origin: they stay in `cause` and out of the answer.
    throw new AppError('passkey_refused', { cause });
  }
}
