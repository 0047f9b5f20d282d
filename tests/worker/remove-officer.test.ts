import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { openGrant } from '../../domain/desk-key.ts';
import { verifyChains } from '../../functions/audit/verify-chain.ts';
import { findDesk, findRecoveryGrant, readGrant } from '../../functions/inquiries/desk-store.ts';
import { deleteOfficer, listOfficers } from '../../functions/staff/key-store.ts';
import {
  handing,
  invite,
  keyChange,
  openSignIn,
  presentKeyId,
  type Registered,
  register,
  registerWaiting,
  workplaceOf,
} from './registration.ts';
import { errorOf, get, makeUnheldDesk, post, signInAs, type TestDesk } from './sealed-journey.ts';
import { failing } from './tapped-env.ts';

let desk: TestDesk;
let officer: Registered;
let leaver: Registered;

beforeEach(async () => {
  desk = await makeUnheldDesk();
  officer = await register(desk);
  leaver = await register(desk);
});

/** Removes the leaver by a change of the key; gives the desk as it is afterwards. */
async function remove(): Promise<TestDesk> {
  const { body, after } = await keyChange(desk, officer, { removes: leaver.officerId });
  const response = await post('/api/staff/keys', body, { cookie: officer.cookie });
  if (response.status !== 200) throw new Error(`not removed: ${response.status}`);
  return after;
}

describe('a removed officer', () => {
  it('is out at once, and does not get in again', async () => {
    const unused = await invite(desk);
    await remove();

    for (const path of ['inquiries', 'workplace', 'officers'])
      expect(await errorOf(await get(`/api/staff/${path}`, leaver.cookie))).toBe('401 unauthenticated');
    const credential = await leaver.authenticator.get({ challenge: await openSignIn() });
    expect(await errorOf(await post('/api/staff/sign-in', { credential }))).toBe('401 passkey_refused');
    // A link that they may have kept, and the one that they used.
    for (const token of [unused, leaver.token])
      expect(await errorOf(await post('/api/staff/invites/open', { token }))).toBe('410 invite_gone');
  });

  it('is in no list, and leaves no passkey, session, recipient or grant', async () => {
    await remove();

    const response = await get('/api/staff/officers', officer.cookie);
    const { officers } = (await response.json()) as { officers: { id: string }[] };
    expect(officers.map(({ id }) => id)).toEqual([officer.officerId]);
    for (const table of ['passkey', 'session', 'officer_recipient', 'desk_key_grant']) {
      const left = await env.DB.prepare(`SELECT count(*) AS n FROM ${table} WHERE officer_id = ?1`)
        .bind(leaver.officerId)
        .first('n');
      expect([table, left]).toEqual([table, 0]);
    }
    expect(
      await env.DB.prepare('SELECT removed_at FROM officer WHERE id = ?1')
        .bind(leaver.officerId)
        .first('removed_at'),
    ).not.toBeNull();
  });

  // They keep the earlier key, their card and, if they noted it, the earlier sheet, and somebody gives them the database.
  it('opens nothing of the new key with what they know and the whole database', async () => {
    const after = await remove();
    const { results: grants } = await env.DB.prepare(
      `SELECT sealed, tag FROM desk_key_grant UNION ALL SELECT sealed, tag FROM earlier_key`,
    ).all<{ sealed: number[]; tag: number[] }>();
    const known = [desk.identity, leaver.card.identity, desk.sheet.identity];

    expect(grants).toHaveLength(3);
    for (const grant of grants)
      for (const identity of known)
        expect(await openGrant(desk.id, readGrant(grant), identity).catch(() => 'forged')).toBeNull();
    const row = await findDesk(env.DB, desk.id);
    const sheet = row && (await findRecoveryGrant(env.DB, row.key_id));
    expect(sheet && (await openGrant(desk.id, readGrant(sheet), after.sheet.identity))?.identity).toBe(
      after.identity,
    );
  });

  it('whose session was stolen back into the database stays out', async () => {
    const rows = await env.DB.prepare('SELECT * FROM session WHERE officer_id = ?1')
      .bind(leaver.officerId)
      .all<Record<string, string>>();
    await remove();
    const { token_hash = '', officer_id = '', created_at = '', last_seen_at = '' } = rows.results[0] ?? {};
    await env.DB.prepare(
      'INSERT INTO session (token_hash, officer_id, created_at, last_seen_at) VALUES (?1, ?2, ?3, ?4)',
    )
      .bind(token_hash, officer_id, created_at, last_seen_at)
      .run();

    expect(await errorOf(await get('/api/staff/inquiries', leaver.cookie))).toBe('401 unauthenticated');
  });

  it('cannot be registered into the desk by an invite and key of before', async () => {
    const waiting = await registerWaiting(desk);
    const body = await handing(desk, waiting);
    await remove();

    // The earlier key, handed to an accomplice after the change.
    const answer = await post(`/api/staff/officers/${waiting.officerId}/grants`, body, {
      cookie: officer.cookie,
    });
    expect(await errorOf(answer)).toBe('409 key_replaced');
  });

  // Together with whoever writes the database: the earlier key is put back. Its tags are all genuine, so the console
  // tells it by what it remembers (domain/trusted-keys.ts), and the chain by the last row on a key.
  it('and the database together can put the earlier key back, which contradicts the chain', async () => {
    const earlier = await presentKeyId(desk);
    await remove();
    const fault = async () => (await verifyChains(env)).chains[0]?.fault;
    expect(await fault()).toBeNull();
    await env.DB.prepare('UPDATE desk_key SET retired_at = created_at WHERE retired_at IS NULL').run();
    await env.DB.prepare('UPDATE desk_key SET retired_at = NULL WHERE id = ?1').bind(earlier).run();

    // The desk, its two officers, the changed key.
    expect(await fault()).toEqual({ kind: 'otherKey', seq: 4 });
    // Nor does putting it back give anybody a grant: those of the earlier key went with it.
    expect((await workplaceOf(officer.cookie)).key?.grants).toEqual([]);
  });
});

describe('an officer whom the operator removes', () => {
  it('is locked out at once, with the unused links of the desk, and the chain says so', async () => {
    const unused = await invite(desk);

    expect(await deleteOfficer(env.DB, leaver.officerId, new Date())).toBe(true);

    expect(await errorOf(await get('/api/staff/inquiries', leaver.cookie))).toBe('401 unauthenticated');
    const credential = await leaver.authenticator.get({ challenge: await openSignIn() });
    expect(await errorOf(await post('/api/staff/sign-in', { credential }))).toBe('401 passkey_refused');
    expect(await errorOf(await post('/api/staff/invites/open', { token: unused }))).toBe('410 invite_gone');
    expect((await get('/api/staff/inquiries', officer.cookie)).status).toBe(200);
    expect((await listOfficers(env.DB)).map(({ id }) => id)).toEqual([officer.officerId]);
    const last = await env.DB.prepare(
      'SELECT kind, officer_id, audit_ref FROM audit_event ORDER BY seq DESC LIMIT 1',
    ).first();
    expect(last).toEqual({ kind: 'officer-removed', officer_id: null, audit_ref: leaver.officerId });
  });

  it('may be one without a desk, who leaves links of desks alone', async () => {
    const unused = await invite(desk);
    const { cookie, officerId } = await signInAs(null, 'editor');

    expect(await deleteOfficer(env.DB, officerId, new Date())).toBe(true);
    expect(await deleteOfficer(env.DB, officerId, new Date())).toBe(false);

    expect(await errorOf(await get('/api/staff/workplace', cookie))).toBe('401 unauthenticated');
    expect((await post('/api/staff/invites/open', { token: unused })).status).toBe(200);
  });

  it('is removed wholly or not at all', async () => {
    await expect(deleteOfficer(failing(env, 'batch').DB, leaver.officerId, new Date())).rejects.toThrow();

    expect((await get('/api/staff/inquiries', leaver.cookie)).status).toBe(200);
  });
});
