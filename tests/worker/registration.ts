/** The ceremonies of officers, walked with a software authenticator. */
import { env } from 'cloudflare:workers';
import { base64urlnopad } from '@scure/base';
import { makeCode } from '../../domain/code.ts';
import { deriveFromCard } from '../../domain/derive.ts';
import { sealGrant } from '../../domain/desk-key.ts';
import { makeInvite } from '../../functions/staff/invite.ts';
import { post, type TestDesk } from './sealed-journey.ts';
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

/** The challenge that the server gives for signing in. */
export async function openSignIn(): Promise<string> {
  const response = await post('/api/staff/sign-in/options', {});
  return ((await response.json()) as { options: { challenge: string } }).options.challenge;
}

/** The desk's key sealed to a new key card. */
export async function cardGrant(desk: TestDesk) {
  const card = await deriveFromCard(makeCode());
  const { sealed, tag } = await sealGrant(desk.id, desk, card);
  const encoded = { sealed: base64urlnopad.encode(sealed), tag: base64urlnopad.encode(tag) };
  return { card, grant: { holder: 'card', recipient: card.recipient, ...encoded } };
}

/** Registers a new officer of a desk. */
export async function register(desk: TestDesk) {
  const token = await invite(desk);
  const authenticator = await SoftwareAuthenticator.make();
  const credential = await authenticator.create({ challenge: await openInvite(token) });
  const { card, grant } = await cardGrant(desk);
  const response = await post('/api/staff/register', { token, credential, grants: [grant] });
  return { token, authenticator, card, response, cookie: cookieOf(response) };
}

/** The session cookie that an answer sets, as the browser sends it back. */
export const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? '';
