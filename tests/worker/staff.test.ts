import { env } from 'cloudflare:workers';
import { base64urlnopad } from '@scure/base';
import { describe, expect, it } from 'vitest';
import { hashToken, makeToken } from '../../domain/derive.ts';
import { openGrant } from '../../domain/desk-key.ts';
import { revokeInvites } from '../../functions/staff/store.ts';
import {
  cardHolder,
  cookieOf,
  invite,
  openInvite,
  openSignIn,
  presentKeyId,
  register,
} from './registration.ts';
import { countRows, errorOf, get, makeUnheldDesk, post } from './sealed-journey.ts';
import { SoftwareAuthenticator } from './software-authenticator.ts';

describe('registering and signing in', () => {
  it("makes an officer who opens the desk's key and its box", async () => {
    const desk = await makeUnheldDesk();

    const { response, cookie, card } = await register(desk);

    expect(response.status).toBe(201);
    const { workplace } = (await response.json()) as {
      workplace: { desk: { id: string }; key: { grants: { holder: string; sealed: string; tag: string }[] } };
    };
    expect(workplace.desk.id).toBe(desk.id);
    const [grant] = workplace.key.grants;
    const sealed = base64urlnopad.decode(grant?.sealed ?? '');
    const tag = base64urlnopad.decode(grant?.tag ?? '');
    expect(await openGrant(desk.id, { sealed, tag }, card.identity)).toEqual({
      identity: desk.identity,
      recipient: desk.recipient,
    });
    expect((await get('/api/staff/inquiries', cookie)).status).toBe(200);
  });

  it('lets the officer in again with the passkey', async () => {
    const desk = await makeUnheldDesk();
    const { authenticator } = await register(desk);

    const credential = await authenticator.get({ challenge: await openSignIn() });
    const response = await post('/api/staff/sign-in', { credential });

    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      workplace: { desk: { id: desk.id }, key: { grants: [{ holder: 'card' }] } },
    });
    expect((await get('/api/staff/inquiries', cookieOf(response))).status).toBe(200);
    expect(await env.DB.prepare('SELECT counter FROM passkey').first('counter')).toBe(1);
  });

  it('asks for a passkey of this site, with the user verified', async () => {
    const token = await invite(await makeUnheldDesk());

    const created = (await (await post('/api/staff/invites/open', { token })).json()) as object;
    const used = (await (await post('/api/staff/sign-in/options', {})).json()) as object;

    expect(created).toMatchObject({
      registration: {
        options: {
          rp: { id: 'localhost' },
          attestation: 'none',
          authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        },
      },
    });
    expect(used).toMatchObject({ options: { rpId: 'localhost', userVerification: 'required' } });
    expect(used).not.toHaveProperty('options.allowCredentials');
  });

  it('gives a cookie that only this site over TLS sends back, and no script reads', async () => {
    const { response, cookie } = await register(await makeUnheldDesk());

    const [pair, ...attributes] = response.headers.get('set-cookie')?.split('; ') ?? [];

    expect(pair).toMatch(/^__Host-diemtua=[\w-]{43}$/);
    expect(attributes.sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict', 'Secure']);
    const { results } = await env.DB.prepare('SELECT * FROM session').all<{ token_hash: string }>();
    const token = cookie.split('=')[1] ?? '';
    expect(JSON.stringify(results)).not.toContain(token);
    expect(results.map(({ token_hash }) => token_hash)).toEqual([hashToken(token)]);
  });

  it('keeps of the invite only its hash', async () => {
    const token = await invite(null);

    const { results } = await env.DB.prepare('SELECT * FROM invite').all();

    expect(JSON.stringify(results)).not.toContain(token);
    expect(results).toMatchObject([{ token_hash: hashToken(token) }]);
  });
});

describe('an invite', () => {
  const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

  it('that is used, expired, revoked or unknown is answered alike', async () => {
    const desk = await makeUnheldDesk();
    const expired = await invite(desk, new Date(Date.now() - WEEK_MS));
    const revoked = await invite(desk);
    await revokeInvites(env.DB, desk.id, new Date().toISOString());
    const { token: used, authenticator } = await register(desk);
    const credential = await authenticator.create({ challenge: makeToken() });
    const { holder } = await cardHolder(desk);
    const keyId = await presentKeyId(desk);

    const answers: string[] = [];
    for (const token of [used, expired, revoked, makeToken()]) {
      for (const response of [
        await post('/api/staff/invites/open', { token }),
        await post('/api/staff/register', { token, credential, keyId, holders: [holder] }),
      ])
        answers.push(`${response.status} ${await response.text()}`);
    }

    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/^410 .*invite_gone/);
  });

  it('is open until a moment before its week is over', async () => {
    const token = await invite(await makeUnheldDesk(), new Date(Date.now() - WEEK_MS + 60_000));

    expect((await post('/api/staff/invites/open', { token })).status).toBe(200);
  });

  it('makes one officer when two registrations race', async () => {
    const desk = await makeUnheldDesk();
    const token = await invite(desk);
    const bodies = await Promise.all(
      [1, 2].map(async () => {
        const authenticator = await SoftwareAuthenticator.make();
        const credential = await authenticator.create({ challenge: await openInvite(token) });
        return {
          token,
          credential,
          keyId: await presentKeyId(desk),
          holders: [(await cardHolder(desk)).holder],
        };
      }),
    );

    const responses = await Promise.all(bodies.map((body) => post('/api/staff/register', body)));

    expect(responses.map(({ status }) => status).sort()).toEqual([201, 410]);
    expect(await Promise.all(['officer', 'passkey', 'session'].map(countRows))).toEqual([1, 1, 1]);
    // The desk's recovery sheet and the key card of the one that won.
    expect(await countRows('desk_key_grant')).toBe(2);
  });

  it('stays open after a registration that was refused', async () => {
    const desk = await makeUnheldDesk();
    const token = await invite(desk);
    const authenticator = await SoftwareAuthenticator.make();
    const credential = await authenticator.create({ challenge: makeToken() });
    const { holder } = await cardHolder(desk);
    const keyId = await presentKeyId(desk);

    expect(
      await errorOf(await post('/api/staff/register', { token, credential, keyId, holders: [holder] })),
    ).toBe('401 passkey_refused');
    expect((await post('/api/staff/invites/open', { token })).status).toBe(200);
  });
});

describe('the holders of a registration', () => {
  it.each([
    ['none for an officer of a desk', true, []],
    ['none for the key card', true, ['passkey']],
    ['two for the key card', true, ['card', 'card']],
    ['one for an officer without a desk', false, ['card']],
  ])('are refused: %s', async (_what, hasDesk, holders) => {
    const desk = await makeUnheldDesk();
    const token = await invite(hasDesk ? desk : null);
    const authenticator = await SoftwareAuthenticator.make();
    const credential = await authenticator.create({ challenge: await openInvite(token) });
    const { holder } = await cardHolder(desk);
    const keyId = await presentKeyId(desk);

    const body = {
      token,
      credential,
      keyId: hasDesk ? keyId : null,
      holders: holders.map((name) => ({ ...holder, holder: name })),
    };
    const response = await post('/api/staff/register', body);

    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ error: { fields: ['holders'] } });
    expect(await countRows('officer')).toBe(0);
  });

  it.each(['A', 'AAAAA', 'YWJj', 'AB'])('are refused when they are no age file: %s', async (sealed) => {
    const desk = await makeUnheldDesk();
    const token = await invite(desk);
    const credential = await (
      await SoftwareAuthenticator.make()
    ).create({ challenge: await openInvite(token) });
    const { holder } = await cardHolder(desk);
    const keyId = await presentKeyId(desk);

    const grant = { ...holder.grant, sealed };
    const body = { token, credential, keyId, holders: [{ ...holder, grant }] };
    const response = await post('/api/staff/register', body);

    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ error: { fields: ['holders.0.grant.sealed'] } });
  });
});

// A credential's own JSON form carries the PRF output, which is the key to the desk.
describe('an extension result', () => {
  const secret = 'cHJmLW91dHB1dC1vZi10aGUtcGFzc2tleS0zMi1ieXRl';

  it.each([
    { prf: { enabled: true, results: { first: secret } } },
    { prf: {} },
    { credProps: { rk: true } },
    { [secret]: 1 },
    [],
    null,
  ])('is refused whatever it is: %j', async (clientExtensionResults) => {
    const { authenticator } = await register(await makeUnheldDesk());
    const signIn = await authenticator.get({ challenge: await openSignIn() });
    const created = await authenticator.create({ challenge: makeToken() });
    const responses = [
      await post('/api/staff/sign-in', { credential: { ...signIn, clientExtensionResults } }),
      await post('/api/staff/register', {
        token: makeToken(),
        credential: { ...created, clientExtensionResults },
        keyId: null,
        holders: [],
      }),
    ];

    for (const response of responses) {
      const text = await response.text();
      expect(response.status).toBe(422);
      expect(JSON.parse(text)).toMatchObject({ error: { fields: ['credential.clientExtensionResults'] } });
      expect(text).not.toContain(secret);
      expect(text).not.toContain('prf');
    }
    expect(await countRows('session')).toBe(1);
  });
});
