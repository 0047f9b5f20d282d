import { env } from 'cloudflare:workers';
import { base64urlnopad } from '@scure/base';
import { beforeEach, describe, expect, it } from 'vitest';
import { hashToken } from '../../domain/derive.ts';
import { makeDeskKey, openGrant } from '../../domain/desk-key.ts';
import { openSheetProof } from '../../domain/sheet-proof.ts';
import { purge } from '../../functions/inquiries/purge.ts';
import { apiErrors } from '../../words/vi.ts';
import {
  auditedActs,
  decodeGrant,
  handing,
  keyChange,
  presentKeyId,
  type Registered,
  register,
  workplaceOf,
} from './registration.ts';
import {
  countRows,
  errorOf,
  get,
  makePerson,
  makeUnheldDesk,
  openOwn,
  post,
  sealedBody,
  sendRequest,
  type TestDesk,
} from './sealed-journey.ts';
import { crashAt, recordCalls } from './tapped-env.ts';

type Body = Awaited<ReturnType<typeof keyChange>>['body'];

let desk: TestDesk;
let officer: Registered;
let leaver: Registered;

beforeEach(async () => {
  desk = await makeUnheldDesk();
  officer = await register(desk);
  leaver = await register(desk);
});

const change = (body: unknown, cookie = officer.cookie) => post('/api/staff/keys', body, { cookie });

/** What stands of keys and officers. */
const standing = () =>
  Promise.all(
    [
      'desk_key',
      'desk_key_grant',
      'earlier_key',
      'passkey',
      'session',
      'officer_recipient',
      'audit_event',
    ].map(countRows),
  );

describe('a new key', () => {
  it('takes the later requests; earlier ones stay with the earlier key, which hangs on it', async () => {
    const person = await sendRequest(desk);
    const { body, after } = await keyChange(desk, officer);

    expect(await (await change(body)).json()).toEqual({ keyId: await presentKeyId(desk) });

    const late = await post('/api/inquiries', await sealedBody(await makePerson(), desk));
    expect(await errorOf(late)).toBe('409 desk_key_changed');
    await sendRequest(after);
    const { key, earlier } = await workplaceOf(officer.cookie);
    const [grant] = key?.grants ?? [];
    expect(key?.recipient).toBe(after.recipient);
    const opened = grant && (await openGrant(desk.id, decodeGrant(grant), officer.card.identity));
    expect(opened?.identity).toBe(after.identity);
    const hanging = await Promise.all(
      earlier.map((each) => openGrant(desk.id, decodeGrant(each), opened?.identity ?? '')),
    );
    expect(hanging.map((pair) => pair?.identity)).toEqual([desk.identity]);
    expect((await openOwn(person))?.request).not.toBeNull();
    expect((await auditedActs()).at(-1)).toEqual({
      kind: 'key-changed',
      by: officer.officerId,
      ref: after.recipient,
    });
  });

  // What the database says of a colleague may be somebody else's: nothing is sealed to it unheard.
  it('is sealed to its maker and the sheet, and every colleague waits for it', async () => {
    const { body } = await keyChange(desk, officer);
    await change(body);

    const { results } = await env.DB.prepare(
      'SELECT holder, officer_id, recipient FROM desk_key_grant',
    ).all();
    expect(results).toHaveLength(2);
    expect(results).toContainEqual({
      holder: 'card',
      officer_id: officer.officerId,
      recipient: officer.card.recipient,
    });
    expect(results).toContainEqual({ holder: 'recovery', officer_id: null, recipient: body.sheet.recipient });
    expect((await workplaceOf(leaver.cookie)).key?.grants).toEqual([]);
    expect(await errorOf(await get('/api/staff/inquiries', leaver.cookie))).toBe('409 key_not_held');
  });

  it('can be handed on and replaced again, and still opens the first requests', async () => {
    await sendRequest(desk);
    const first = await keyChange(desk, officer);
    await change(first.body);
    const handed = await handing(first.after, leaver);
    await post(`/api/staff/officers/${leaver.officerId}/grants`, handed, { cookie: officer.cookie });
    expect((await workplaceOf(leaver.cookie)).earlier).toHaveLength(1);

    const second = await keyChange(first.after, officer);
    expect((await change(second.body)).status).toBe(200);

    const { earlier } = await workplaceOf(officer.cookie);
    const opened = await Promise.all(
      earlier.map((each) => openGrant(desk.id, decodeGrant(each), second.after.identity)),
    );
    expect(opened.map((pair) => pair?.recipient).sort()).toEqual(
      [desk.recipient, first.after.recipient].sort(),
    );
  });

  it('lets earlier keys go once no request needs them', async () => {
    const person = await sendRequest(desk);
    await change((await keyChange(desk, officer)).body);

    await purge(env, new Date());
    expect(await countRows('earlier_key')).toBe(1);
    await post('/api/inquiries/withdraw', { lookup: person.lookup });
    await purge(env, new Date());

    expect(await countRows('earlier_key')).toBe(0);
    expect((await workplaceOf(officer.cookie)).earlier).toEqual([]);
  });

  it('is made although the console still knows an earlier key that was forgotten', async () => {
    const { body } = await keyChange(desk, officer);
    const [grant] = body.earlier;
    const forgotten = { ...grant, keyId: crypto.randomUUID() };

    expect((await change({ ...body, earlier: [forgotten, ...body.earlier] })).status).toBe(200);

    expect(await countRows('earlier_key')).toBe(1);
  });

  // The console leaves out an earlier key that it cannot open; the requests sealed to it would be lost for good.
  it('is not made, and nobody removed, while an earlier key that requests need is left out', async () => {
    await sendRequest(desk);
    const first = await keyChange(desk, officer);
    await change(first.body);
    const { body } = await keyChange(first.after, officer, { removes: leaver.officerId });
    const [damaged] = (await workplaceOf(officer.cookie)).earlier;
    const before = await standing();

    const answer = await change({
      ...body,
      earlier: body.earlier.filter(({ keyId }) => keyId !== damaged?.id),
    });

    expect(await answer.clone().json()).toEqual({
      error: { code: 'earlier_key_missing', message: apiErrors.earlier_key_missing },
    });
    expect(answer.status).toBe(409);
    expect(await standing()).toEqual(before);
    expect((await change(body)).status).toBe(200);
  });

  it('is the same one when its answer was lost and it is posted again', async () => {
    const { body } = await keyChange(desk, officer, { removes: leaver.officerId });
    const answers = [await change(body), await change(body)];

    const keyIds = await Promise.all(
      answers.map(async (answer) => (await answer.json()) as { keyId: string }),
    );

    expect(keyIds[0]).toEqual(keyIds[1]);
    expect(await countRows('desk_key')).toBe(2);
  });

  it('is made by one of two officers who do it at the same time', async () => {
    const mine = await keyChange(desk, officer, { removes: leaver.officerId });
    const theirs = await keyChange(desk, leaver, { removes: officer.officerId });

    const answers = await Promise.all([change(mine.body), change(theirs.body, leaver.cookie)]);

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect([401, 404, 409]).toContain(answers.find(({ status }) => status !== 200)?.status);
    expect(await countRows('desk_key')).toBe(2);
    expect(
      await env.DB.prepare('SELECT count(*) AS n FROM officer WHERE removed_at IS NULL').first('n'),
    ).toBe(1);
  });
});

describe('a change of the key', () => {
  const wrong: [string, (body: Body) => Promise<unknown>, string][] = [
    ['without the sheet in hand', async (body) => ({ ...body, proof: 'A'.repeat(43) }), '403 sheet_refused'],
    [
      'of a key that is not the present one',
      async (body) => ({ ...body, replaces: crypto.randomUUID() }),
      '409 key_replaced',
    ],
    [
      'to a key that the desk had before',
      async (body) => ({ ...body, recipient: desk.recipient }),
      '422 invalid',
    ],
    ['that removes oneself', async (body) => ({ ...body, removes: officer.officerId }), '422 invalid'],
    [
      'that removes nobody of the desk',
      async (body) => ({ ...body, removes: crypto.randomUUID() }),
      '404 not_found',
    ],
    [
      'that removes a colleague and keeps the sheet, which they may have noted',
      async (body) => ({ ...body, sheet: { ...body.sheet, recipient: desk.sheet.recipient } }),
      '422 invalid',
    ],
    [
      'sealed to another card than the own one',
      async (body) => ({
        ...body,
        grants: [{ ...body.grants[0], recipient: (await makeDeskKey()).recipient }],
      }),
      '422 invalid',
    ],
    [
      "sealed to a colleague's card as well",
      async (body) => ({
        ...body,
        grants: [...body.grants, { ...body.grants[0], holder: 'passkey', recipient: leaver.card.recipient }],
      }),
      '422 invalid',
    ],
    ['that forgets the earlier key', async (body) => ({ ...body, earlier: [] }), '422 invalid'],
    [
      'that hangs something else on the key',
      async (body) => ({ ...body, earlier: [{ ...body.earlier[0], keyId: crypto.randomUUID() }] }),
      '422 invalid',
    ],
  ];

  it.each(wrong)('%s is refused, and changes nothing', async (_what, alter, error) => {
    const { body } = await keyChange(desk, officer, { removes: leaver.officerId });
    const before = await standing();

    expect(await errorOf(await change(await alter(body)))).toBe(error);

    expect(await standing()).toEqual(before);
  });

  it("takes a proof once, its own officer's, and of the present key", async () => {
    const { body } = await keyChange(desk, officer);
    const theirs = await keyChange(desk, leaver);

    expect(await errorOf(await change({ ...body, proof: theirs.body.proof }))).toBe('403 sheet_refused');
    expect((await change(body)).status).toBe(200);
    const again = await keyChange({ ...desk, ...(await makeDeskKey()) }, officer, { sheet: desk.sheet });
    expect(await errorOf(await change({ ...again.body, proof: body.proof }))).not.toMatch(/^200/);
  });

  it("of another desk's key is refused", async () => {
    const elsewhere = await makeUnheldDesk('khac');
    const stranger = await register(elsewhere);
    const { body } = await keyChange(desk, officer, { removes: leaver.officerId });

    expect(await errorOf(await change(body, stranger.cookie))).toBe('409 key_replaced');
    const replaces = await presentKeyId(elsewhere);
    const proof = await keyChange(elsewhere, stranger);
    const foreign = { ...proof.body, replaces, removes: leaver.officerId };
    expect(await errorOf(await change(foreign, stranger.cookie))).toBe('404 not_found');
    expect((await get('/api/staff/inquiries', leaver.cookie)).status).toBe(200);
  });

  // A stolen cookie, or an officer about to be removed, must not throw everybody else out.
  it('is begun with a token that only the sheet opens', async () => {
    const response = await post('/api/staff/keys/begin', {}, { cookie: officer.cookie });
    const { challenge } = (await response.json()) as { challenge: string };
    const sealed = base64urlnopad.decode(challenge);

    expect(await openSheetProof(sealed, desk.sheet.identity)).toMatch(/^[\w-]{43}$/);
    for (const { identity } of [officer.card, leaver.card, desk])
      expect(await openSheetProof(sealed, identity)).toBeNull();
  });

  // The separator is part of what is hashed: what was begun before the portal is renewed is still answered after it.
  it('is begun for one officer and one key, a line feed between them', async () => {
    await keyChange(desk, officer);

    const purposes = await env.DB.prepare('SELECT invite_hash FROM webauthn_challenge').all();
    const own = [officer.officerId, await presentKeyId(desk)].join(String.fromCharCode(10));
    expect(purposes.results).toContainEqual({ invite_hash: hashToken(own) });
  });

  it('that stops at any step is whole or not begun, and its row in the chain with it', async () => {
    const sample = await keyChange(desk, officer, { removes: leaver.officerId });
    const recorded = recordCalls(env);
    await post(
      '/api/staff/keys',
      { ...sample.body, proof: 'A'.repeat(43) },
      { cookie: officer.cookie, env: recorded.env },
    );
    // The calls up to the proof, those of the chain's head and of the batch.
    const calls = recorded.calls.length + 2;

    for (let nth = calls - 2; nth <= calls; nth++) {
      const { body } = await keyChange(desk, officer, { removes: leaver.officerId });
      const before = await standing();
      const crash = crashAt(env, nth, 'before');
      const answer = await post('/api/staff/keys', body, { cookie: officer.cookie, env: crash.env });

      expect([answer.status >= 500, crash.hasCrashed()]).toEqual([true, true]);
      expect(await standing()).toEqual(before);
    }
    const { body } = await keyChange(desk, officer, { removes: leaver.officerId });
    const lost = await post('/api/staff/keys', body, {
      cookie: officer.cookie,
      env: crashAt(env, calls, 'after').env,
    });
    expect(lost.status).toBeGreaterThanOrEqual(500);
    expect(await (await change(body)).json()).toEqual({ keyId: await presentKeyId(desk) });
    expect((await auditedActs()).slice(-2)).toEqual([
      { kind: 'key-changed', by: officer.officerId, ref: body.recipient },
      { kind: 'officer-removed', by: officer.officerId, ref: leaver.officerId },
    ]);
  });
});
