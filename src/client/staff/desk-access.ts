/** The calls by which an officer's browser comes to hold the desk's key: registering, signing in, confirming. */
import { base64urlnopad } from '@scure/base';
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { makeCode } from '../../../domain/code.ts';
import { deriveFromCard, deriveFromPrf, type KeyPair } from '../../../domain/derive.ts';
import { grantTag, openGrant, type SealedGrant, sealGrant } from '../../../domain/desk-key.ts';
import { callApi, mayBeDone } from '../api.ts';
import { createPasskey, usePasskey } from './passkey.ts';

/** A grant as the API carries it: both parts as base64url, the tag empty where no holder confirmed it. */
export interface GrantJson {
  sealed: string;
  tag: string;
}

/** What can hold a desk's key for an officer. */
export type Holder = 'passkey' | 'card';

/** A holder whose secret this page has in memory. */
export interface OwnHolder {
  holder: Holder;
  pair: KeyPair;
}

/** A signed-in officer's desk, and its keys as far as they are sealed to this officer. */
export interface Workplace {
  officer: { id: string; name: string; role: string };
  desk: { id: string; name: string } | null;
  /** The present key with the officer's own grants of it; null without a desk. */
  key: { id: string; recipient: string; grants: ({ holder: string } & GrantJson)[] } | null;
  /** Replaced keys that requests still use, each sealed to the present key. */
  earlier: ({ id: string; recipient: string } & GrantJson)[];
}

/** An open invite. */
export interface Registration {
  name: string;
  desk: {
    id: string;
    name: string;
    key: { id: string; recipient: string; recoveryGrant: GrantJson };
  } | null;
  options: PublicKeyCredentialCreationOptionsJSON;
}

/** What registering gave; the card's code is to be shown once. */
export interface Registered {
  /** Null where the answer was lost: the officer may be registered, and this is their card then. */
  workplace: Workplace | null;
  holders: OwnHolder[];
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

/**
 * Makes passkey and key card, seals the desk's key to both and registers.
 *
 * @param deskKey null where a colleague is to hand it over later
 * @throws RefusedError when nothing was stored, WebAuthnError
 */
export async function register(
  token: string,
  registration: Registration,
  deskKey: KeyPair | null,
): Promise<Registered> {
  const { desk, options } = registration;
  const { credential, prf } = await createPasskey(options);
  const cardCode = makeCode();
  const holders = desk === null ? [] : [await cardHolder(cardCode), ...(await prfHolders(prf))];
  const body = {
    token,
    credential,
    keyId: desk?.key.id ?? null,
    holders: await Promise.all(
      holders.map(async ({ holder, pair }) => ({
        holder,
        recipient: pair.recipient,
        grant:
          desk === null || deskKey === null ? null : encodeGrant(await sealGrant(desk.id, deskKey, pair)),
      })),
    ),
  };
  return { workplace: await postRegistration(body), holders, cardCode, hasPrf: prf !== null };
}

/** @returns null when it cannot be known whether the officer is registered */
async function postRegistration(body: object): Promise<Workplace | null> {
  try {
    return ((await callApi('staff/register', body)) as { workplace: Workplace }).workplace;
  } catch (error) {
    if (mayBeDone(error)) return null;
    throw error;
  }
}

/** Signs in. Without PRF there is no holder yet: the key card is asked for then. @throws as `register` */
export async function signIn(): Promise<{ workplace: Workplace; holders: OwnHolder[] }> {
  const { options } = (await callApi('staff/sign-in/options', {})) as {
    options: PublicKeyCredentialRequestOptionsJSON;
  };
  const { credential, prf } = await usePasskey(options);
  const { workplace } = (await callApi('staff/sign-in', { credential })) as { workplace: Workplace };
  return { workplace, holders: await prfHolders(prf) };
}

/** The workplace as it is now. @throws RefusedError */
export async function fetchWorkplace(): Promise<Workplace> {
  return ((await callApi('staff/workplace')) as { workplace: Workplace }).workplace;
}

/** The key that the portal hands out to senders; undefined when it hands out none. */
export async function fetchHandedOut(deskId: string): Promise<string | undefined> {
  const { desks } = (await callApi('desks')) as { desks: { id: string; recipient: string }[] };
  return desks.find(({ id }) => id === deskId)?.recipient;
}

/** Puts these holders' tags on a key that its holder has made sure of. @throws RefusedError */
export async function confirmDeskKey(
  desk: { id: string; key: { id: string; recipient: string } },
  holders: readonly OwnHolder[],
): Promise<void> {
  await callApi('staff/keys/confirm', {
    keyId: desk.key.id,
    tags: holders.map(({ holder, pair }) => ({
      holder,
      tag: base64urlnopad.encode(grantTag(desk.id, desk.key.recipient, pair.identity)),
    })),
  });
}

/** The key card as a holder. @param code a plain code as `readCode` gives it */
export async function cardHolder(code: string): Promise<OwnHolder> {
  return { holder: 'card', pair: await deriveFromCard(code) };
}

/** A grant as it is posted. */
export function encodeGrant({ sealed, tag }: SealedGrant): GrantJson {
  return { sealed: base64urlnopad.encode(sealed), tag: base64urlnopad.encode(tag) };
}

/** A grant as it came. */
export function readGrant({ sealed, tag }: GrantJson): SealedGrant {
  return { sealed: base64urlnopad.decode(sealed), tag: base64urlnopad.decode(tag) };
}

async function prfHolders(prf: Uint8Array | null): Promise<OwnHolder[]> {
  return prf === null ? [] : [{ holder: 'passkey', pair: await deriveFromPrf(prf) }];
}
