import { env } from 'cloudflare:workers';
import { base64urlnopad } from '@scure/base';
import { beforeEach, describe, expect, it } from 'vitest';
import { ForgedGrantError, makeDeskKey, openGrant } from '../../domain/desk-key.ts';
import {
  auditedActs,
  cardHolder,
  confirmation,
  decodeGrant,
  grantJson,
  handing,
  invite,
  openInvite,
  presentKeyId,
  type Registered,
  register,
  registerWaiting,
  workplaceOf,
} from './registration.ts';
import {
  countRows,
  errorOf,
  get,
  makeUnheldDesk,
  openOwn,
  post,
  sendRequest,
  signInAs,
  type TestDesk,
} from './sealed-journey.ts';
import { SoftwareAuthenticator } from './software-authenticator.ts';
import { failing } from './tapped-env.ts';

let desk: TestDesk;
let officer: Registered;
let newcomer: Registered;

beforeEach(async () => {
  desk = await makeUnheldDesk();
  officer = await register(desk);
  newcomer = await registerWaiting(desk);
});

const grantsPath = (who = newcomer) => `/api/staff/officers/${who.officerId}/grants`;
const hand = async (body?: unknown, cookie = officer.cookie) =>
  post(grantsPath(), body ?? (await handing(desk, newcomer)), { cookie });
const grantCount = () => countRows('desk_key_grant');

async function statesOf(cookie = officer.cookie) {
  const response = await get('/api/staff/officers', cookie);
  const { officers } = (await response.json()) as { officers: { state: string; isSelf: boolean }[] };
  return officers.map(({ state, isSelf }) => `${state}${isSelf ? ' self' : ''}`);
}

describe('an officer who registered without the recovery sheet', () => {
  it('waits, and holds nothing of the key', async () => {
    const workplace = await workplaceOf(newcomer.cookie);

    expect(newcomer.response.status).toBe(201);
    expect(workplace).toMatchObject({
      officer: { id: newcomer.officerId },
      desk: { id: desk.id },
      key: { recipient: desk.recipient, grants: [] },
      earlier: [],
    });
    expect(await statesOf()).toEqual(['holds self', 'waiting']);
  });

  // A person would be told that they were read by somebody who can open nothing.
  it('can neither list, read nor close requests, nor open the desk by looking', async () => {
    const person = await sendRequest(desk);
    const id = (await openOwn(person))?.id ?? '';
    const before = await env.DB.prepare('SELECT last_opened_at FROM desk').first('last_opened_at');
    const { cookie } = newcomer;
    const body = { ids: [id] };

    const answers = await Promise.all([
      get('/api/staff/inquiries', cookie),
      get(`/api/staff/inquiries/${id}`, cookie),
      post(`/api/staff/inquiries/${id}/contact`, { reason: 'call-as-asked' }, { cookie }),
      post(`/api/staff/inquiries/${id}/close`, {}, { cookie }),
      post('/api/staff/inquiries/set-aside', body, { cookie }),
      get('/api/staff/officers', cookie),
      post('/api/staff/keys/begin', {}, { cookie }),
      hand(undefined, cookie),
    ]);

    expect(await Promise.all(answers.map(errorOf))).toEqual(answers.map(() => '409 key_not_held'));
    expect((await openOwn(person))?.status).toBe('received');
    expect(await env.DB.prepare('SELECT last_opened_at FROM desk').first('last_opened_at')).toBe(before);
  });

  it('is registered with holders that are all sealed to, or none', async () => {
    const token = await invite(desk);
    const authenticator = await SoftwareAuthenticator.make();
    const { holder } = await cardHolder(desk);
    const keyId = await presentKeyId(desk);
    const send = async (holders: unknown[], key: string | null = keyId) => {
      const credential = await authenticator.create({ challenge: await openInvite(token) });
      return post('/api/staff/register', { token, credential, keyId: key, holders });
    };

    const half = [holder, { ...holder, holder: 'passkey', grant: null }];
    for (const response of [await send(half), await send([holder], null), await send([])])
      expect(await errorOf(response)).toBe('422 invalid');
    expect(await errorOf(await send([holder], crypto.randomUUID()))).toBe('409 key_replaced');
    expect((await send([{ ...holder, grant: null }])).status).toBe(201);
  });
});

describe('handing the key on', () => {
  it('gives it to the newcomer, who confirms it with tags of their own', async () => {
    expect((await hand()).status).toBe(204);
    expect(await statesOf()).toEqual(['holds self', 'unconfirmed']);
    const [grant] = (await workplaceOf(newcomer.cookie)).key?.grants ?? [];
    expect(grant?.tag).toBe('');

    const tags = await confirmation(desk, newcomer.card);
    const confirm = () => post('/api/staff/keys/confirm', tags, { cookie: newcomer.cookie });
    expect([(await confirm()).status, (await confirm()).status]).toEqual([204, 204]);

    const [tagged] = (await workplaceOf(newcomer.cookie)).key?.grants ?? [];
    const opened = tagged && (await openGrant(desk.id, decodeGrant(tagged), newcomer.card.identity));
    expect(opened).toEqual({ identity: desk.identity, recipient: desk.recipient });
    expect(await statesOf(newcomer.cookie)).toEqual(['holds', 'holds self']);
    expect((await get('/api/staff/inquiries', newcomer.cookie)).status).toBe(200);
    expect((await auditedActs()).slice(-2)).toEqual([
      { kind: 'key-handed', by: officer.officerId, ref: newcomer.officerId },
      { kind: 'key-confirmed', by: newcomer.officerId, ref: desk.recipient },
    ]);
  });

  // Without a tag the grant opens for nobody: the console asks for the desk's words instead.
  it('does not make a grant that a console would trust by itself', async () => {
    await hand();
    const [grant] = (await workplaceOf(newcomer.cookie)).key?.grants ?? [];

    await expect(grant && openGrant(desk.id, decodeGrant(grant), newcomer.card.identity)).rejects.toThrow(
      ForgedGrantError,
    );
  });

  it('happens once, although two colleagues do it at the same time', async () => {
    const other = await register(desk);
    const before = await grantCount();

    const answers = await Promise.all([hand(), hand(undefined, other.cookie)]);

    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(await grantCount()).toBe(before + 1);
    expect(await errorOf(await hand())).toBe('409 officer_changed');
  });

  it.each<[string, () => Promise<unknown>, string]>([
    [
      'another recipient than the stored one',
      async () => handing(desk, { card: await makeDeskKey() }),
      '409 officer_changed',
    ],
    [
      'a holder that they have not',
      async () => {
        const { keyId, grants } = await handing(desk, newcomer);
        return { keyId, grants: grants.map((grant) => ({ ...grant, holder: 'passkey' })) };
      },
      '409 officer_changed',
    ],
    [
      'a holder too many',
      async () => {
        const { keyId, grants } = await handing(desk, newcomer);
        return { keyId, grants: [...grants, ...grants.map((grant) => ({ ...grant, holder: 'passkey' }))] };
      },
      '409 officer_changed',
    ],
    [
      'the same holder twice',
      async () => {
        const { keyId, grants } = await handing(desk, newcomer);
        return { keyId, grants: [...grants, ...grants] };
      },
      '422 invalid',
    ],
    [
      'a key that is not the present one',
      async () => ({ ...(await handing(desk, newcomer)), keyId: crypto.randomUUID() }),
      '409 key_replaced',
    ],
    [
      'a tag, which only the newcomer can make',
      async () => {
        const { keyId, grants } = await handing(desk, newcomer);
        return { keyId, grants: grants.map((grant) => ({ ...grant, tag: 'A'.repeat(43) })) };
      },
      '422 invalid',
    ],
  ])('is refused with %s', async (_what, body, error) => {
    const before = await grantCount();

    expect(await errorOf(await hand(await body()))).toBe(error);

    expect(await grantCount()).toBe(before);
  });

  it('is nothing that another desk, or somebody of it, can do or be given', async () => {
    const elsewhere = await makeUnheldDesk('khac');
    const stranger = await register(elsewhere);
    const theirs = await registerWaiting(elsewhere);
    const body = await handing(desk, newcomer);

    expect(await errorOf(await hand(body, stranger.cookie))).toBe('404 not_found');
    expect(
      await errorOf(await post(grantsPath(theirs), await handing(desk, theirs), { cookie: officer.cookie })),
    ).toBe('404 not_found');
    for (const role of ['admin', 'editor', 'organizer'] as const) {
      const { cookie } = await signInAs(desk, role);
      const answers = await Promise.all([
        hand(body, cookie),
        get('/api/staff/officers', cookie),
        ...['keys', 'keys/begin', 'keys/confirm'].map((path) => post(`/api/staff/${path}`, {}, { cookie })),
      ]);
      expect(await Promise.all(answers.map(errorOf))).toEqual(answers.map(() => '401 unauthenticated'));
    }
  });

  it('is not done by an officer who has not confirmed the key themselves', async () => {
    await hand();
    const third = await registerWaiting(desk);

    const answer = await post(grantsPath(third), await handing(desk, third), { cookie: newcomer.cookie });

    expect(await errorOf(answer)).toBe('409 key_not_held');
  });

  it('leaves neither grant nor row in the chain when the database fails', async () => {
    const [grants, rows] = [await grantCount(), await countRows('audit_event')];

    const answer = await post(grantsPath(), await handing(desk, newcomer), {
      cookie: officer.cookie,
      env: failing(env, 'batch'),
    });

    expect(answer.status).toBe(503);
    expect([await grantCount(), await countRows('audit_event')]).toEqual([grants, rows]);
  });
});

describe('confirming a key', () => {
  const confirm = (body: unknown, cookie = newcomer.cookie) =>
    post('/api/staff/keys/confirm', body, { cookie });

  it('changes no tag that stands, and is nothing for a holder without a grant', async () => {
    await hand();
    const { keyId } = await confirmation(desk, newcomer.card);
    const forged = { keyId, tags: [{ holder: 'card', tag: 'A'.repeat(43) }] };
    const missing = { keyId, tags: [{ holder: 'passkey', tag: 'A'.repeat(43) }] };

    expect(await errorOf(await confirm(missing))).toBe('422 invalid');
    expect((await confirm(await confirmation(desk, newcomer.card))).status).toBe(204);
    expect(await errorOf(await confirm(forged))).toBe('422 invalid');
    expect(await errorOf(await confirm(forged, officer.cookie))).toBe('422 invalid');

    const [grant] = (await workplaceOf(officer.cookie)).key?.grants ?? [];
    expect(grant?.tag).toBe((await grantJson(desk.id, desk, officer.card)).tag);
  });

  it("does not reach a colleague's grant, and writes nothing when the database fails", async () => {
    await hand();
    const other = await registerWaiting(desk);
    const body = await confirmation(desk, newcomer.card);

    expect(await errorOf(await confirm(body, other.cookie))).toBe('422 invalid');
    const down = await post('/api/staff/keys/confirm', body, {
      cookie: newcomer.cookie,
      env: failing(env, 'batch'),
    });

    expect(down.status).toBe(503);
    expect((await workplaceOf(newcomer.cookie)).key?.grants.map(({ tag }) => tag)).toEqual(['']);
  });

  // Whoever writes the database inserts a key of their own, sealed to everybody: without tags, for they have no secret.
  it('is all that stands between a key that the database brought and an officer', async () => {
    const attacker = await makeDeskKey();
    const keyId = crypto.randomUUID();
    await env.DB.prepare('UPDATE desk_key SET retired_at = created_at').run();
    await env.DB.prepare('INSERT INTO desk_key (id, desk_id, recipient, created_at) VALUES (?1, ?2, ?3, ?4)')
      .bind(keyId, desk.id, attacker.recipient, new Date().toISOString())
      .run();
    const { sealed } = await grantJson(desk.id, attacker, officer.card);
    await env.DB.prepare(
      `UPDATE desk_key_grant SET desk_key_id = ?1, sealed = ?2, tag = x'' WHERE officer_id = ?3`,
    )
      .bind(keyId, base64urlnopad.decode(sealed), officer.officerId)
      .run();

    const [grant] = (await workplaceOf(officer.cookie)).key?.grants ?? [];

    await expect(grant && openGrant(desk.id, decodeGrant(grant), officer.card.identity)).rejects.toThrow(
      ForgedGrantError,
    );
    // Nor does it make the officer one who may hand it on or call the colleagues' recipients.
    expect(await errorOf(await get('/api/staff/officers', officer.cookie))).toBe('409 key_not_held');
  });
});
