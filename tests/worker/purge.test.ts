import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { hourOf } from '../../domain/hour.ts';
import { COUNT_MONTHS, localMonth, RETENTION_DAYS, UNREAD_WARNING_DAYS } from '../../domain/retention.ts';
import { findLongUnread, purge } from '../../functions/inquiries/purge.ts';
import { listInquiries } from '../../functions/inquiries/serve-desk.ts';
import {
  countRows,
  eraseKeyNames,
  get,
  makeTestDesk,
  openOwn,
  type Person,
  post,
  sealedMessage,
  sendRequest,
  signInAs,
  type TestDesk,
} from './sealed-journey.ts';
import { crashAt, failing, recordCalls } from './tapped-env.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** The moment so many days after the hour in which the tests run, and hours more. */
const inDays = (days: number, hours = 0): Date =>
  new Date(Date.parse(hourOf(new Date())) + days * DAY_MS + hours * HOUR_MS);

async function actOf(person: Person, desk: TestDesk, act: 'read' | 'answer' | 'close'): Promise<void> {
  const { cookie } = await signInAs(desk);
  const id = (await openOwn(person))?.id;
  const base = `/api/staff/inquiries/${id}`;
  if (act !== 'answer') expect((await get(base, cookie)).status).toBe(200);
  if (act === 'answer')
    await post(`${base}/messages`, await sealedMessage(person, desk, { from: 'desk' }), { cookie });
  if (act === 'close') await post(`${base}/close`, {}, { cookie });
}

async function counts(): Promise<Record<string, unknown>[]> {
  const { results } = await env.DB.prepare(
    'SELECT month, received, answered, withdrawn, closed, unread, set_aside FROM desk_month ORDER BY month',
  ).all();
  return results;
}

const none = { received: 0, answered: 0, withdrawn: 0, closed: 0, unread: 0, set_aside: 0 };
const thisMonth = () => localMonth(new Date());

async function expectErased(person: Person): Promise<void> {
  expect(await openOwn(person)).toBeNull();
  const tables = ['inquiry', 'message', 'status_event'];
  expect(await Promise.all(tables.map(countRows))).toEqual([0, 0, 0]);
  expect(await eraseKeyNames()).toEqual([]);
}

describe('a request that the desk has read', () => {
  it('closes after 60 days without a message, and its thread says why', async () => {
    const desk = await makeTestDesk();
    const person = await sendRequest(desk);
    await actOf(person, desk, 'read');

    await purge(env, inDays(RETENTION_DAYS.silent, -1));
    expect((await openOwn(person))?.status).toBe('read');
    expect(await purge(env, inDays(RETENTION_DAYS.silent))).toEqual({
      closed: 1,
      begun: 0,
      erased: 0,
      stuck: 0,
    });

    const thread = await openOwn(person);
    expect(thread?.status).toBe('closed');
    expect(thread?.events.at(-1)).toMatchObject({ kind: 'closed', reason: 'silence' });
  });

  it('is not silent while messages come', async () => {
    const desk = await makeTestDesk();
    const person = await sendRequest(desk);
    await actOf(person, desk, 'answer');
    await env.DB.prepare('UPDATE inquiry SET received_hour = ?1')
      .bind(hourOf(inDays(-50)))
      .run();

    expect(await purge(env, inDays(RETENTION_DAYS.silent - 1))).toMatchObject({ closed: 0 });
  });

  it('opens again with new words, which nobody closes unread', async () => {
    const desk = await makeTestDesk();
    const person = await sendRequest(desk);
    await actOf(person, desk, 'read');
    await purge(env, inDays(RETENTION_DAYS.silent));

    await post('/api/inquiries/messages', {
      lookup: person.lookup,
      ...(await sealedMessage(person, desk, { from: 'person' })),
    });

    expect((await openOwn(person))?.status).toBe('received');
    expect(await purge(env, inDays(RETENTION_DAYS.silent))).toEqual({
      closed: 0,
      begun: 0,
      erased: 0,
      stuck: 0,
    });
  });

  it('is erased 90 days after it was closed, and counted', async () => {
    const desk = await makeTestDesk();
    const person = await sendRequest(desk);
    await actOf(person, desk, 'close');

    await purge(env, inDays(RETENTION_DAYS.closed, -1));
    expect((await openOwn(person))?.status).toBe('closed');
    const now = inDays(RETENTION_DAYS.closed);
    expect(await purge(env, now)).toEqual({ closed: 0, begun: 1, erased: 1, stuck: 0 });

    await expectErased(person);
    expect(await counts()).toEqual([
      { month: thisMonth(), ...none, received: 1 },
      { month: localMonth(now), ...none, closed: 1 },
    ]);
  });
});

describe('a request that the desk never opened', () => {
  it('does not close by silence, and is erased after 180 days', async () => {
    const desk = await makeTestDesk();
    const person = await sendRequest(desk);

    await purge(env, inDays(RETENTION_DAYS.unread, -1));
    expect((await openOwn(person))?.status).toBe('received');
    const now = inDays(RETENTION_DAYS.unread);
    await purge(env, now);

    await expectErased(person);
    expect(await counts()).toEqual([
      { month: thisMonth(), ...none, received: 1 },
      { month: localMonth(now), ...none, unread: 1 },
    ]);
  });

  it('is shown to the desk and the administrator long before', async () => {
    const desk = await makeTestDesk();
    await sendRequest(desk);
    const told = async (now: Date) =>
      (await listInquiries(env, desk.id, now)).map(({ unreadEnd }) => unreadEnd);

    expect(await told(inDays(UNREAD_WARNING_DAYS, -1))).toEqual([null]);
    expect(await told(inDays(UNREAD_WARNING_DAYS))).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\d$/)]);
    expect(await findLongUnread(env, inDays(UNREAD_WARNING_DAYS, -1))).toEqual([]);
    expect(await findLongUnread(env, inDays(UNREAD_WARNING_DAYS))).toEqual([
      { slug: 'dau-moi', waiting: 1, since: hourOf(inDays(0)) },
    ]);
  });

  it('is taken in batches, the oldest first', async () => {
    const desk = await makeTestDesk();
    await sendRequest(desk);
    await env.DB.prepare(
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 129)
       INSERT INTO inquiry (id, desk_id, desk_key_id, lookup_hash, recipient, status, received_hour, consent_version,
         erase_key, request, contact)
       SELECT 'copy' || i, desk_id, desk_key_id, 'copy' || i, recipient, status, received_hour, consent_version,
         'copy' || i, request, contact FROM inquiry, n`,
    ).run();
    const now = inDays(RETENTION_DAYS.unread);

    expect(await purge(env, now)).toEqual({ closed: 0, begun: 100, erased: 100, stuck: 0 });
    expect(await purge(env, now)).toEqual({ closed: 0, begun: 30, erased: 30, stuck: 0 });
    expect(await purge(env, now)).toEqual({ closed: 0, begun: 0, erased: 0, stuck: 0 });

    expect(await countRows('inquiry')).toBe(0);
    expect((await counts()).at(-1)).toMatchObject({ unread: 130 });
  });
});

describe('what remains', () => {
  it('is a bare count of what came, was answered and was withdrawn', async () => {
    const desk = await makeTestDesk();
    const [answered, withdrawn] = [await sendRequest(desk), await sendRequest(desk)];
    await actOf(answered, desk, 'answer');
    await actOf(answered, desk, 'answer');
    for (let times = 0; times < 2; times++)
      await post('/api/inquiries/withdraw', { lookup: withdrawn.lookup }, { env: failing(env, 'R2 delete') });
    await post('/api/inquiries/withdraw', { lookup: withdrawn.lookup });

    expect(await counts()).toEqual([{ month: thisMonth(), ...none, received: 2, answered: 1, withdrawn: 1 }]);
  });

  it('is gone after 24 months', async () => {
    const desk = await makeTestDesk();
    await sendRequest(desk);
    const [year = 0, month = 0] = thisMonth().split('-').map(Number);

    await purge(env, new Date(Date.UTC(year, month - 1 + COUNT_MONTHS, 15)));
    expect((await counts())[0]).toMatchObject({ month: thisMonth() });
    await purge(env, new Date(Date.UTC(year, month - 1 + COUNT_MONTHS + 1, 15)));

    expect((await counts()).map(({ month: counted }) => counted)).not.toContain(thisMonth());
  });
});

describe('a purge that stops at any step', () => {
  it('is finished by the next one, and counts nothing twice', async () => {
    const desk = await makeTestDesk();
    const now = inDays(RETENTION_DAYS.unread);
    await sendRequest(desk);
    const recorded = recordCalls(env);
    await purge(recorded.env, now);
    expect(recorded.calls.length).toBeGreaterThanOrEqual(6);

    for (let nth = 1; nth <= recorded.calls.length; nth++) {
      for (const moment of ['before', 'after'] as const) {
        await env.DB.prepare('DELETE FROM desk_month').run();
        const person = await sendRequest(desk);

        await purge(crashAt(env, nth, moment).env, now).catch(() => null);
        const isKeyLeft = (await eraseKeyNames()).length > 0;
        // The key always goes before its rows.
        if (isKeyLeft) expect(await countRows('inquiry')).toBe(1);
        await purge(env, now);

        await expectErased(person);
        expect((await counts()).reduce((sum, { unread }) => sum + Number(unread), 0)).toBe(1);
      }
    }
  });
});
