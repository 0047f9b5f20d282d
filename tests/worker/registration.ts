/** The ceremonies of officers, walked with a software authenticator. */
import { env } from 'cloudflare:workers';
import { base64urlnopad } from '@scure/base';
import { makeCode } from '../../domain/code.ts';
import { deriveFromCard, type KeyPair } from '../../domain/derive.ts';
import { makeDeskKey, openGrant, type SealedGrant, sealGrant } from '../../domain/desk-key.ts';
import { openSheetProof } from '../../domain/sheet-proof.ts';
import { findDesk } from '../../functions/inquiries/desk-store.ts';
import { makeInvite } from '../../functions/staff/invite.ts';
import { get, post, type TestDesk } from './sealed-journey.ts';
import { SoftwareAuthenticator } from './software-authenticator.ts';

/** The token of a new invite. */
export const invite = (desk: TestDesk | null, now = new Date()) =>
  makeInvite(
    env.DB,
    { name: 'Cán bộ', role: desk === null ? 'admin' : 'intake', deskId: desk?.id ?? null },
    now,
  );

/** The challenge that the server gives for an invite. */
export async function openInvite(token: string): Promise<string> {
  const response = await post('/api/staff/invites/open', { token });
  const { registration } = (await response.json()) as { registration: { options: { challenge: string } } };
  return registration.options.challenge;
}

/** The id of a desk's present key; null for none. */
export async function presentKeyId(desk: TestDesk | null): Promise<string | null> {
  return desk === null ? null : ((await findDesk(env.DB, desk.id))?.key_id ?? null);
}

/** The challenge that the server gives for signing in. */
export async function openSignIn(): Promise<string> {
  const response = await post('/api/staff/sign-in/options', {});
  return ((await response.json()) as { options: { challenge: string } }).options.challenge;
}

/** A grant as the API carries it. */
export async function grantJson(deskId: string, key: KeyPair, holder: KeyPair) {
  const { sealed, tag } = await sealGrant(deskId, key, holder);
  return { sealed: base64urlnopad.encode(sealed), tag: base64urlnopad.encode(tag) };
}

/** A new key card, to which the desk's key is sealed: what registering with the recovery sheet posts. */
export async function cardHolder(desk: TestDesk) {
  const card = await deriveFromCard(makeCode());
  const grant = await grantJson(desk.id, desk, card);
  return { card, holder: { holder: 'card', recipient: card.recipient, grant } };
}

/** An officer who registered, and what they keep. */
export interface Registered {
  officerId: string;
  token: string;
  authenticator: SoftwareAuthenticator;
  card: KeyPair;
  response: Response;
  cookie: string;
}

/** Registers a new officer of a desk with its recovery sheet. */
export function register(desk: TestDesk): Promise<Registered> {
  return registerWith(desk, true);
}

/** Registers a new officer of a desk without the sheet: a colleague has yet to hand the key on. */
export function registerWaiting(desk: TestDesk): Promise<Registered> {
  return registerWith(desk, false);
}

async function registerWith(desk: TestDesk, hasSheet: boolean): Promise<Registered> {
  const token = await invite(desk);
  const authenticator = await SoftwareAuthenticator.make();
  const credential = await authenticator.create({ challenge: await openInvite(token) });
  const { card, holder } = await cardHolder(desk);
  const holders = [hasSheet ? holder : { ...holder, grant: null }];
  const body = { token, credential, keyId: await presentKeyId(desk), holders };
  const response = await post('/api/staff/register', body);
  const { workplace } = (await response.clone().json()) as { workplace?: { officer: { id: string } } };
  return {
    officerId: workplace?.officer.id ?? '',
    token,
    authenticator,
    card,
    response,
    cookie: cookieOf(response),
  };
}

/** What a colleague posts to hand the desk's key to an officer who waits. */
export async function handing(desk: TestDesk, { card }: { card: KeyPair }, key: KeyPair = desk) {
  const { sealed } = await grantJson(desk.id, key, card);
  return { keyId: await presentKeyId(desk), grants: [{ holder: 'card', recipient: card.recipient, sealed }] };
}

/** What an officer posts who has opened the key that was handed on. */
export async function confirmation(desk: TestDesk, card: KeyPair) {
  const { tag } = await grantJson(desk.id, desk, card);
  return { keyId: await presentKeyId(desk), tags: [{ holder: 'card', tag }] };
}

/**
 * What an officer posts for a new key: the change begun, the sheet's proof opened.
 *
 * @param desk whose `sheet` is the one in force
 * @returns the body, and the desk as it is once the body was taken
 */
export async function keyChange(
  desk: TestDesk,
  officer: { cookie: string; card: KeyPair },
  options: { removes?: string | null; sheet?: KeyPair } = {},
) {
  const begun = await post('/api/staff/keys/begin', {}, { cookie: officer.cookie });
  const { challenge } = (await begun.json()) as { challenge: string };
  const proof = await openSheetProof(base64urlnopad.decode(challenge), desk.sheet.identity);
  const replaces = (await presentKeyId(desk)) ?? '';
  const key = await makeDeskKey();
  const sheet = options.sheet ?? (await deriveFromCard(makeCode()));
  const workplace = await workplaceOf(officer.cookie);
  const opened = await Promise.all(
    workplace.earlier.map(async (earlier) => ({
      keyId: earlier.id,
      pair: await openGrant(desk.id, decodeGrant(earlier), desk.identity),
    })),
  );
  const needed = [
    ...opened,
    { keyId: replaces, pair: { identity: desk.identity, recipient: desk.recipient } },
  ];
  const body = {
    replaces,
    recipient: key.recipient,
    removes: options.removes ?? null,
    proof: proof ?? '',
    sheet: { recipient: sheet.recipient, ...(await grantJson(desk.id, key, sheet)) },
    grants: [
      {
        holder: 'card',
        recipient: officer.card.recipient,
        ...(await grantJson(desk.id, key, officer.card)),
      },
    ],
    earlier: await Promise.all(
      needed.map(async ({ keyId, pair }) => ({
        keyId,
        ...(await grantJson(desk.id, pair ?? key, key)),
      })),
    ),
  };
  return { body, after: { ...desk, ...key, sheet } satisfies TestDesk };
}

/** A grant as the API carries it, as bytes. */
export function decodeGrant({ sealed, tag }: { sealed: string; tag: string }): SealedGrant {
  return { sealed: base64urlnopad.decode(sealed), tag: base64urlnopad.decode(tag) };
}

/** An officer's workplace as the API gives it. */
export async function workplaceOf(cookie: string) {
  const response = await get('/api/staff/workplace', cookie);
  const { workplace } = (await response.json()) as {
    workplace: {
      officer: { id: string; name: string; role: string };
      desk: { id: string; name: string } | null;
      key: {
        id: string;
        recipient: string;
        grants: { holder: string; sealed: string; tag: string }[];
      } | null;
      earlier: { id: string; recipient: string; sealed: string; tag: string }[];
    };
  };
  return workplace;
}

/** The session cookie that an answer sets, as the browser sends it back. */
export const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? '';

/** What the chains hold, in the order of the acts of a desk: the kind, by whom, to what. */
export async function auditedActs(): Promise<unknown[]> {
  const { results } = await env.DB.prepare(
    'SELECT kind, officer_id AS by, audit_ref AS ref FROM audit_event ORDER BY seq',
  ).all();
  return results;
}
