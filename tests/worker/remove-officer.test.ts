import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { deleteOfficer, listOfficers } from '../../functions/staff/key-store.ts';
import { invite, openSignIn, register } from './registration.ts';
import { errorOf, get, makeTestDesk, post, signInAs } from './sealed-journey.ts';
import { failing } from './tapped-env.ts';

describe('an officer whom the operator removes', () => {
  it('is locked out at once, with the unused links of the desk, and the chain says so', async () => {
    const desk = await makeTestDesk();
    const [leaver, colleague] = [await register(desk), await register(desk)];
    const unused = await invite(desk);

    expect(await deleteOfficer(env.DB, leaver.officerId, new Date())).toBe(true);

    expect(await errorOf(await get('/api/staff/inquiries', leaver.cookie))).toBe('401 unauthenticated');
    const credential = await leaver.authenticator.get({ challenge: await openSignIn() });
    expect(await errorOf(await post('/api/staff/sign-in', { credential }))).toBe('401 passkey_refused');
    expect(await errorOf(await post('/api/staff/invites/open', { token: unused }))).toBe('410 invite_gone');
    expect((await get('/api/staff/inquiries', colleague.cookie)).status).toBe(200);
    expect((await listOfficers(env.DB)).map(({ id }) => id)).toEqual([colleague.officerId]);
    const last = await env.DB.prepare(
      'SELECT kind, officer_id, audit_ref FROM audit_event ORDER BY seq DESC LIMIT 1',
    ).first();
    expect(last).toEqual({ kind: 'officer-removed', officer_id: null, audit_ref: leaver.officerId });
  });

  it('may be one without a desk, who leaves links of desks alone', async () => {
    const unused = await invite(await makeTestDesk());
    const { cookie, officerId } = await signInAs(null, 'editor');

    expect(await deleteOfficer(env.DB, officerId, new Date())).toBe(true);
    expect(await deleteOfficer(env.DB, officerId, new Date())).toBe(false);

    expect(await errorOf(await get('/api/staff/workplace', cookie))).toBe('401 unauthenticated');
    expect((await post('/api/staff/invites/open', { token: unused })).status).toBe(200);
  });

  it('is removed wholly or not at all', async () => {
    const { officerId, cookie } = await register(await makeTestDesk());

    await expect(deleteOfficer(failing(env, 'batch').DB, officerId, new Date())).rejects.toThrow();

    expect((await get('/api/staff/inquiries', cookie)).status).toBe(200);
  });
});
