import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { cardHolder, invite, openInvite, openSignIn, presentKeyId, register } from './registration.ts';
import { countRows, errorOf, makeUnheldDesk, post } from './sealed-journey.ts';
import { SoftwareAuthenticator } from './software-authenticator.ts';

describe('a challenge', () => {
  it('is answered once', async () => {
    const { authenticator } = await register(await makeUnheldDesk());
    const challenge = await openSignIn();

    const first = await post('/api/staff/sign-in', { credential: await authenticator.get({ challenge }) });
    const again = await post('/api/staff/sign-in', { credential: await authenticator.get({ challenge }) });

    expect(first.status).toBe(200);
    expect(await errorOf(again)).toBe('401 passkey_refused');
  });

  it('is used up by an answer that was refused', async () => {
    const { authenticator } = await register(await makeUnheldDesk());
    const challenge = await openSignIn();
    const wrong = await authenticator.get({ challenge, origin: 'https://khac.example' });

    await post('/api/staff/sign-in', { credential: wrong });
    const right = await post('/api/staff/sign-in', { credential: await authenticator.get({ challenge }) });

    expect(await errorOf(right)).toBe('401 passkey_refused');
  });

  it('is worth nothing after five minutes', async () => {
    const { authenticator } = await register(await makeUnheldDesk());
    const challenge = await openSignIn();
    await env.DB.prepare('UPDATE webauthn_challenge SET expires_at = ?1')
      .bind(new Date().toISOString())
      .run();

    const response = await post('/api/staff/sign-in', { credential: await authenticator.get({ challenge }) });

    expect(await errorOf(response)).toBe('401 passkey_refused');
  });

  it('of a registration does not sign in', async () => {
    const desk = await makeUnheldDesk();
    const { authenticator } = await register(desk);
    const challenge = await openInvite(await invite(desk));

    const response = await post('/api/staff/sign-in', { credential: await authenticator.get({ challenge }) });

    expect(await errorOf(response)).toBe('401 passkey_refused');
  });

  it.each(['signing in', 'another invite'])('of %s does not register', async (purpose) => {
    const desk = await makeUnheldDesk();
    const token = await invite(desk);
    const challenge = purpose === 'signing in' ? await openSignIn() : await openInvite(await invite(desk));
    const credential = await (await SoftwareAuthenticator.make()).create({ challenge });
    const { holder } = await cardHolder(desk);
    const keyId = await presentKeyId(desk);

    const response = await post('/api/staff/register', { token, credential, keyId, holders: [holder] });

    expect(await errorOf(response)).toBe('401 passkey_refused');
    expect(await countRows('officer')).toBe(0);
  });
});

describe('a passkey', () => {
  const wrongs = [
    ['for another origin', { origin: 'https://diemtua.example' }],
    ['for another port', { origin: 'http://localhost:8080' }],
    ['for another relying party', { rpId: 'diemtua.example' }],
    ['without the user verified', { isUserVerified: false }],
    ['of the other ceremony', { type: 'webauthn.other' }],
  ] as const;

  it.each(wrongs)('%s does not register', async (_what, wrong) => {
    const desk = await makeUnheldDesk();
    const token = await invite(desk);
    const authenticator = await SoftwareAuthenticator.make();
    const credential = await authenticator.create({ challenge: await openInvite(token), ...wrong });
    const { holder } = await cardHolder(desk);
    const keyId = await presentKeyId(desk);

    const response = await post('/api/staff/register', { token, credential, keyId, holders: [holder] });

    expect(await errorOf(response)).toBe('401 passkey_refused');
    expect(await countRows('officer')).toBe(0);
  });

  it.each(wrongs)('%s does not sign in', async (_what, wrong) => {
    const { authenticator } = await register(await makeUnheldDesk());
    const credential = await authenticator.get({ challenge: await openSignIn(), ...wrong });

    const response = await post('/api/staff/sign-in', { credential });

    expect(await errorOf(response)).toBe('401 passkey_refused');
    expect(response.headers.has('set-cookie')).toBe(false);
  });

  it('that is unknown and one whose signature is wrong are answered alike', async () => {
    const { authenticator } = await register(await makeUnheldDesk());
    const stranger = await SoftwareAuthenticator.make();
    const unknown = await stranger.get({ challenge: await openSignIn() });
    const forged = {
      ...(await stranger.get({ challenge: await openSignIn() })),
      id: authenticator.id,
      rawId: authenticator.id,
    };

    const answers = await Promise.all(
      [unknown, forged].map(async (credential) => (await post('/api/staff/sign-in', { credential })).text()),
    );

    expect(answers[0]).toBe(answers[1]);
    expect(answers[0]).toContain('passkey_refused');
  });

  it('that was copied is refused when its counter goes back', async () => {
    const { authenticator } = await register(await makeUnheldDesk());
    authenticator.counter = 5;
    await post('/api/staff/sign-in', {
      credential: await authenticator.get({ challenge: await openSignIn() }),
    });
    authenticator.counter = 3;

    const copy = await authenticator.get({ challenge: await openSignIn() });

    expect(await errorOf(await post('/api/staff/sign-in', { credential: copy }))).toBe('401 passkey_refused');
  });

  it.each(['clientDataJSON', 'authenticatorData', 'signature'] as const)(
    'with noise in %s is refused, and the noise is not repeated',
    async (field) => {
      const { authenticator } = await register(await makeUnheldDesk());
      const credential = await authenticator.get({ challenge: await openSignIn() });

      const response = await post('/api/staff/sign-in', {
        credential: { ...credential, response: { ...credential.response, [field]: 'bm9pc2U' } },
      });
      const text = await response.text();

      expect(response.status).toBe(401);
      expect(text).not.toContain('noise');
      expect(text).not.toContain('bm9pc2U');
    },
  );
});

describe('another RP ID than existing passkeys have', () => {
  it('is refused wherever it would lock officers out', async () => {
    const desk = await makeUnheldDesk();
    const { authenticator } = await register(desk);
    const token = await invite(desk);
    const { holder } = await cardHolder(desk);
    const keyId = await presentKeyId(desk);
    const moved = { env: { ...env, RP_ID: 'diemtua.example' } };
    const credential = await authenticator.create({ challenge: await openInvite(token) });

    expect(
      await Promise.all([
        post('/api/staff/invites/open', { token }, moved).then(errorOf),
        post('/api/staff/register', { token, credential, keyId, holders: [holder] }, moved).then(errorOf),
        post('/api/staff/sign-in/options', {}, moved).then(errorOf),
      ]),
    ).toEqual(['409 rp_id_changed', '409 rp_id_changed', '409 rp_id_changed']);
    expect((await post('/api/staff/sign-in/options', {})).status).toBe(200);
  });
});
