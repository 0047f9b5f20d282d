/** How an officer's browser comes to hold the desk's key: registering, signing in, the key card. */

import { base64urlnopad } from '@scure/base';
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { makeCode } from '../../../domain/code.ts';
import { deriveFromCard, deriveFromPrf, type KeyPair } from '../../../domain/derive.ts';
import { openGrant, type SealedGrant, sealGrant } from '../../../domain/desk-key.ts';
import { callApi } from '../api.ts';
import { createPasskey, usePasskey } from './passkey.ts';

/** A grant as the API carries it: both parts as base64url. */
interface GrantJson {
  sealed: string;
  tag: string;
}

/** A signed-in officer's desk, and its key sealed to what the officer holds. */
export interface Workplace {
  officer: { name: string; role: string };
  desk: { id: string; name: string } | null;
  /** Null without a desk; without grants while a colleague has yet to hand the key on. */
  key: {
    id: string;
    recipient: string;
    grants: ({ holder: 'passkey' | 'card' | 'recovery' } & GrantJson)[];
  } | null;
}

/** An open invite. */
export interface Registration {
  name: string;
  desk: { id: string; name: string; key: { id: string; recoveryGrant: GrantJson } } | null;
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
 * @throws ForgedGrantError
 */
export async function recoverDeskKey(
  registration: Registration,
  recoveryCode: string,
): Promise<KeyPair | null> {
  if (registration.desk === null) return null;
  const { identity } = await deriveFromCard(recoveryCode);
  return openGrant(registration.desk.id, readGrant(registration.desk.key.recoveryGrant), identity);
}

/** Makes passkey and key card, seals the desk's key to both and registers. @throws RefusedError, WebAuthnError */
export async function register(
  token: string,
  registration: Registration,
  deskKey: KeyPair | null,
): Promise<Registered> {
  const { credential, prf } = await createPasskey(registration.options);
  const cardCode = makeCode();
  const holders = [];
  const keyId = registration.desk?.key.id ?? null;
  if (registration.desk !== null && deskKey !== null) {
    const { id } = registration.desk;
    holders.push(await grantTo('card', id, deskKey, await deriveFromCard(cardCode)));
    if (prf !== null) holders.push(await grantTo('passkey', id, deskKey, await deriveFromPrf(prf)));
  }
  const answer = await callApi('staff/register', { token, credential, keyId, holders });
  const { workplace } = answer as { workplace: Workplace };
  return { workplace, deskKey, cardCode, hasPrf: prf !== null };
}

/** Signs in; the key is null where the passkey has no PRF: the key card opens it then. @throws as `register`, ForgedGrantError */
export async function signIn(): Promise<{ workplace: Workplace; deskKey: KeyPair | null }> {
  const { options } = (await callApi('staff/sign-in/options', {})) as {
    options: PublicKeyCredentialRequestOptionsJSON;
  };
  const { credential, prf } = await usePasskey(options);
  const { workplace } = (await callApi('staff/sign-in', { credential })) as { workplace: Workplace };
  const deskKey = prf === null ? null : await openOwnGrant(workplace, 'passkey', await deriveFromPrf(prf));
  return { workplace, deskKey };
}

/** Opens the desk's key with the officer's key card; null when the card is another one. @throws ForgedGrantError */
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
  const grant = workplace.key?.grants.find((candidate) => candidate.holder === holder);
  if (workplace.desk === null || grant === undefined) return null;
  return openGrant(workplace.desk.id, readGrant(grant), own.identity);
}

async function grantTo(holder: 'passkey' | 'card', deskId: string, deskKey: KeyPair, own: KeyPair) {
  const { sealed, tag } = await sealGrant(deskId, deskKey, own);
  const grant = { sealed: base64urlnopad.encode(sealed), tag: base64urlnopad.encode(tag) };
  return { holder, recipient: own.recipient, grant };
}

function readGrant({ sealed, tag }: GrantJson): SealedGrant {
  return { sealed: base64urlnopad.decode(sealed), tag: base64urlnopad.decode(tag) };
}
