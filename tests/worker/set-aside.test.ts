import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { BUSY_REQUESTS } from '../../domain/desk.ts';
import { hourOf } from '../../domain/hour.ts';
import { RETENTION_DAYS } from '../../domain/retention.ts';
import { listDesks } from '../../functions/inquiries/list-desks.ts';
import { purge } from '../../functions/inquiries/purge.ts';
import {
  countRows,
  errorOf,
  get,
  makeTestDesk,
  openOwn,
  type Person,
  post,
  sealedMessage,
  sendRequest,
  signInAs,
} from './sealed-journey.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

const idOf = async (person: Person): Promise<string> => (await openOwn(person))?.id ?? '';

const setAside = (ids: string[], cookie: string) =>
  post('/api/staff/inquiries/set-aside', { ids }, { cookie });
const bringBack = (ids: string[], cookie: string) =>
  post('/api/staff/inquiries/bring-back', { ids }, { cookie });

async function listed(path: string, cookie: string): Promise<string[]> {
  const { inquiries } = (await (await get(`/api/staff/inquiries${path}`, cookie)).json()) as {
    inquiries: { id: string }[];
  };
  return inquiries.map(({ id }) => id);
}

describe('setting requests aside', () => {
  it('takes many out of the list in one act, and nothing of another desk', async () => {
    const [desk, other] = [await makeTestDesk('mot'), await makeTestDesk('hai')];
    const people = [await sendRequest(desk), await sendRequest(desk), await sendRequest(desk)];
    const foreign = await idOf(await sendRequest(other));
    const [first = '', second = '', third = ''] = await Promise.all(people.map(idOf));
    const { cookie } = await signInAs(desk);

    const response = await setAside([first, second, foreign], cookie);

    expect(await response.json()).toEqual({ count: 2 });
    expect(await listed('', cookie)).toEqual([third]);
    expect((await listed('/set-aside', cookie)).sort()).toEqual([first, second].sort());
    expect(await listed('', (await signInAs(other)).cookie)).toEqual([foreign]);
  });

  it('reads as closed to whoever sent it, and says why', async () => {
    const desk = await makeTestDesk();
    const person = await sendRequest(desk);
    await setAside([await idOf(person)], (await signInAs(desk)).cookie);

    const thread = await openOwn(person);

    expect(thread?.status).toBe('closed');
    expect(thread?.events.at(-1)).toMatchObject({ kind: 'closed', reason: 'set-aside' });
  });

  it('is taken back without a trace', async () => {
    const desk = await makeTestDesk();
    const person = await sendRequest(desk);
    const before = await openOwn(person);
    const { cookie } = await signInAs(desk);
    const id = await idOf(person);
    await setAside([id], cookie);

    expect(await (await bringBack([id], cookie)).json()).toEqual({ count: 1 });

    expect(await openOwn(person)).toEqual(before);
    expect(await listed('', cookie)).toEqual([id]);
    expect(await listed('/set-aside', cookie)).toEqual([]);
  });

  it('ends when the person writes again', async () => {
    const desk = await makeTestDesk();
    const person = await sendRequest(desk);
    const { cookie } = await signInAs(desk);
    const id = await idOf(person);
    await setAside([id], cookie);

    const message = await sealedMessage(person, desk, { from: 'person' });
    await post('/api/inquiries/messages', { lookup: person.lookup, ...message });

    expect(await listed('', cookie)).toEqual([id]);
    expect(await listed('/set-aside', cookie)).toEqual([]);
    expect((await openOwn(person))?.status).toBe('received');
  });

  it('twice counts once', async () => {
    const desk = await makeTestDesk();
    const id = await idOf(await sendRequest(desk));
    const { cookie } = await signInAs(desk);

    await setAside([id], cookie);

    expect(await (await setAside([id, id], cookie)).json()).toEqual({ count: 0 });
    expect(await countRows('status_event')).toBe(2);
  });

  it('is erased as late as every closed request, and counted as what it was', async () => {
    const desk = await makeTestDesk();
    const person = await sendRequest(desk);
    await setAside([await idOf(person)], (await signInAs(desk)).cookie);
    const due = Date.parse(hourOf(new Date())) + RETENTION_DAYS.closed * DAY_MS;

    expect(await purge(env, new Date(due - 1))).toEqual({ closed: 0, begun: 0, erased: 0, stuck: 0 });
    expect(await purge(env, new Date(due))).toEqual({ closed: 0, begun: 1, erased: 1, stuck: 0 });

    expect(await openOwn(person)).toBeNull();
    expect(await env.DB.prepare('SELECT sum(set_aside) AS n FROM desk_month').first('n')).toBe(1);
  });

  it.each([
    [{ ids: [] }],
    [{ ids: ['x'] }],
    [{ ids: Array.from({ length: 201 }, () => crypto.randomUUID()) }],
    [{}],
  ])('refuses what names no requests or too many', async (body) => {
    const { cookie } = await signInAs(await makeTestDesk());

    expect(await errorOf(await post('/api/staff/inquiries/set-aside', body, { cookie }))).toBe('422 invalid');
    expect(await errorOf(await post('/api/staff/inquiries/bring-back', body, { cookie }))).toBe(
      '422 invalid',
    );
  });

  it('is for officers of a desk alone', async () => {
    const { cookie } = await signInAs(null, 'editor');
    const ids = [crypto.randomUUID()];

    expect(await errorOf(await setAside(ids, cookie))).toBe('401 unauthenticated');
    expect(await errorOf(await post('/api/staff/inquiries/set-aside', { ids }))).toBe('401 unauthenticated');
  });
});

describe('a desk to which very many requests come within an hour', () => {
  const isBusy = async (): Promise<boolean[]> =>
    (await listDesks(env.DB, new Date())).map((desk) => desk.isBusy && desk.isOpen);

  it('stays open and is said to be slow, until what was nobody’s is set aside', async () => {
    const desk = await makeTestDesk();
    const people: Person[] = [];
    for (let sent = 1; sent < BUSY_REQUESTS; sent++) people.push(await sendRequest(desk));
    expect(await isBusy()).toEqual([false]);

    people.push(await sendRequest(desk));

    expect(await isBusy()).toEqual([true]);
    const ids = await Promise.all(people.map(idOf));
    await setAside(ids.slice(0, 1), (await signInAs(desk)).cookie);
    expect(await isBusy()).toEqual([false]);
  });
});
