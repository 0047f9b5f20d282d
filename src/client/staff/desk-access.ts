/** How an officer's browser comes to hold the desk's key: registering, signing in, the key card. */

import { base64urlnopad } from '@scure/base';
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { makeCode } from '../../../domain/code.ts';
import { deriveFromCard, deriveFromPrf, type KeyPair } from '../../../domain/derive.ts';
import { openGrant, sealGrant } from '../../../domain/desk-key.ts';
import { callApi } from '../api.ts';
import { createPasskey, usePasskey } from './passkey.ts';

/** A signed-in officer's desk, and its key sealed to what the officer holds. */
export interface Workplace {
  officer: { name: string; role: string };
  desk: { id: string; name: string } | null;
  grants: { holder: 'passkey' | 'card' | 'recovery'; sealed: string }[];
}

/** An open invite. */
export interface Registration {
  name: string;
  desk: { id: string; name: string; recoveryGrant: string } | null;
  options: PublicKeyCredentialCreationOptionsJSON;
}

/** What registering gave: the desk's key, and the card's code to be shown once. */
export interface Registered {
  workplace: Workplace;
  deskKey: KeyPair | null;
  cardCode: string;
  hasPrf: boolean;
}

/** Opens an invite. @throws RefusedError */
export async function openInvite(token: string): Promise<Registration> {
  const answer = await callApi('staff/invites/open', { token });
  return (answer as { registration: Registration }).registration;
}

/**
 * Opens the desk's key with its recovery sheet.
 *
 * @returns null when the sheet is not this desk's
 */
export async function recoverDeskKey(
  registration: Registration,
  recoveryCode: string,
): Promise<KeyPair | null> {
  if (registration.desk === null) return null;
  const { identity } = await deriveFromCard(recoveryCode);
  return openGrant(base64urlnopad.decode(registration.desk.recoveryGrant), identity);
}

/** Makes passkey and key card, seals the desk's key to both and registers. @throws RefusedError, WebAuthnError */
export async function register(
  token: string,
  registration: Registration,
  deskKey: KeyPair | null,
): Promise<Registered> {
  const { credential, prf } = await createPasskey(registration.options);
  const cardCode = makeCode();
  const grants = [];
  if (deskKey !== null) {
    grants.push(await grantTo('card', deskKey, await deriveFromCard(cardCode)));
    if (prf !== null) grants.push(await grantTo('passkey', deskKey, await deriveFromPrf(prf)));
  }
  const answer = await callApi('staff/register', { token, credential, grants });
  const { workplace } = answer as { workplace: Workplace };
  return { workplace, deskKey, cardCode, hasPrf: prf !== null };
}

/** Signs in; the key is null where the passkey has no PRF: the key card opens it then. @throws as `register` */
export async function signIn(): Promise<{ workplace: Workplace; deskKey: KeyPair | null }> {
  const { options } = (await callApi('staff/sign-in/options', {})) as {
    options: PublicKeyCredentialRequestOptionsJSON;
  };
  const { credential, prf } = await usePasskey(options);
  const { workplace } = (await callApi('staff/sign-in', { credential })) as { workplace: Workplace };
  const deskKey = prf === null ? null : await openOwnGrant(workplace, 'passkey', await deriveFromPrf(prf));
  return { workplace, deskKey };
}

/** Opens the desk's key with the officer's key card; null when the card is another one. */
export async function unlockWithCard(workplace: Workplace, cardCode: string): Promise<KeyPair | null> {
  return openOwnGrant(workplace, 'card', await deriveFromCard(cardCode));
}

/** Whether the portal hands out the very key that was opened: a swapped one would read the new requests. */
export async function isKeyHandedOut(deskId: string, deskKey: KeyPair): Promise<boolean> {
  const { desks } = (await callApi('desks')) as { desks: { id: string; recipient: string }[] };
  return desks.find(({ id }) => id === deskId)?.recipient === deskKey.recipient;
}

async function openOwnGrant(
  workplace: Workplace,
  holder: 'passkey' | 'card',
  own: KeyPair,
): Promise<KeyPair | null> {
  const grant = workplace.grants.find((candidate) => candidate.holder === holder);
  return grant === undefined ? null : openGrant(base64urlnopad.decode(grant.sealed), own.identity);
}

async function grantTo(holder: 'passkey' | 'card', deskKey: KeyPair, own: KeyPair) {
  const sealed = await sealGrant(deskKey.identity, own.recipient);
  return { holder, recipient: own.recipient, sealed: base64urlnopad.encode(sealed) };
}
