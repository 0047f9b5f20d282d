import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { resumeErasures } from '../../functions/inquiries/withdraw-inquiry.ts';
import {
  countRows,
  eraseKeyNames,
  makePerson,
  makeTestDesk,
  openOwn,
  post,
  readOwn,
  sealedBody,
  sealedMessage,
  sendRequest,
  TYPED,
} from './sealed-journey.ts';
import { crashAt } from './tapped-env.ts';

beforeEach(() => {
  // Unexpected errors are logged; here they are meant.
  vi.spyOn(console, 'error').mockReturnValue(undefined);
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** Every way to stop in this many calls: before each call to a store and after it. One more call than there are. */
function stops(calls: number): { nth: number; moment: 'before' | 'after' }[] {
  return Array.from({ length: calls + 1 }, (_, index) => index + 1).flatMap((nth) => [
    { nth, moment: 'before' },
    { nth, moment: 'after' },
  ]);
}

/** Rows and keys as they may stand together: no row without its key, no half of a request. */
async function expectWhole(): Promise<void> {
  const names = await eraseKeyNames();
  const { results } = await env.DB.prepare(
    `SELECT erase_key, (SELECT count(*) FROM status_event WHERE inquiry_id = inquiry.id) AS events FROM inquiry`,
  ).all<{ erase_key: string; events: number }>();
  expect(results.filter(({ erase_key, events }) => !names.includes(erase_key) || events === 0)).toEqual([]);
}

describe('sending that stops at any step', () => {
  it.each(stops(2))('leaves nothing or a whole request: $moment call $nth', async ({ nth, moment }) => {
    const desk = await makeTestDesk();
    const person = await makePerson();
    const body = await sealedBody(person, desk);
    const crash = crashAt(env, nth, moment);

    const response = await post('/api/inquiries', body, { env: crash.env });

    const stored = await countRows('inquiry');
    expect(response.status === 201 ? stored : 1).toBe(1);
    expect([201, 500, 503]).toContain(response.status);
    await expectWhole();
    if (stored === 1) expect((await readOwn(person)).request.envelope).toMatchObject({ words: TYPED.words });
    // Sending again mends whatever had happened.
    expect((await post('/api/inquiries', body)).status).toBe(201);
    expect(await countRows('inquiry')).toBe(1);
    expect((await readOwn(person)).request.envelope).toMatchObject({ words: TYPED.words });
  });

  it('was stopped by at least the first two calls of these tests', async () => {
    const desk = await makeTestDesk();
    const statuses = await Promise.all(
      [1, 2].map(async (nth) => {
        const crash = crashAt(env, nth, 'before');
        const response = await post('/api/inquiries', await sealedBody(await makePerson(), desk), crash);
        return [crash.hasCrashed(), response.status >= 500];
      }),
    );

    expect(statuses).toEqual([
      [true, true],
      [true, true],
    ]);
  });
});

describe('a losing double sending that stops at any step', () => {
  it.each(stops(3))(
    'does not take the key of the one that won: $moment call $nth',
    async ({ nth, moment }) => {
      const desk = await makeTestDesk();
      const person = await makePerson();
      const body = await sealedBody(person, desk);
      const crash = crashAt(env, nth, moment);

      await Promise.all([post('/api/inquiries', body), post('/api/inquiries', body, { env: crash.env })]);

      await expectWhole();
      expect((await readOwn(person)).request.problem).toBeNull();
    },
  );
});

describe('a message that stops at any step', () => {
  it.each(stops(3))('is not acknowledged unless it is stored: $moment call $nth', async ({ nth, moment }) => {
    const desk = await makeTestDesk();
    const person = await sendRequest(desk);
    const message = { lookup: person.lookup, ...(await sealedMessage(person, desk, { from: 'person' })) };
    const crash = crashAt(env, nth, moment);

    const response = await post('/api/inquiries/messages', message, { env: crash.env });

    // Both happen among these: the last of them makes one call fewer than it could stop at.
    expect({ isAcknowledged: response.ok, hasCrashed: nth <= 3 }).toEqual({
      isAcknowledged: !crash.hasCrashed(),
      hasCrashed: crash.hasCrashed(),
    });
    if (response.ok) expect(await countRows('message')).toBe(1);
    expect((await post('/api/inquiries/messages', message)).status).toBe(204);
    expect((await readOwn(person)).messages.map(({ text }) => text)).toEqual([TYPED.message]);
  });
});

describe('a withdrawal that stops at any step', () => {
  it.each(stops(3))(
    'is whole, or not begun, once the cron has run: $moment call $nth',
    async ({ nth, moment }) => {
      const desk = await makeTestDesk();
      const person = await sendRequest(desk);
      const message = { lookup: person.lookup, ...(await sealedMessage(person, desk, { from: 'person' })) };
      await post('/api/inquiries/messages', message);
      const crash = crashAt(env, nth, moment);

      const response = await post('/api/inquiries/withdraw', { lookup: person.lookup }, { env: crash.env });

      expect({ isAcknowledged: response.ok, hasCrashed: nth <= 3 }).toEqual({
        isAcknowledged: !crash.hasCrashed(),
        hasCrashed: crash.hasCrashed(),
      });

      // A key without its row would open a restored copy of the row: the key always goes first.
      const isKeyLeft = (await eraseKeyNames()).length === 1;
      if (isKeyLeft) expect(await countRows('inquiry')).toBe(1);
      if (response.ok) expect(await openOwn(person)).toBeNull();
      await resumeErasures(env);
      const rows = [await countRows('inquiry'), await countRows('message'), await countRows('status_event')];
      const isBegun = !isKeyLeft || (await openOwn(person)) === null;
      expect({ rows, keys: (await eraseKeyNames()).length }).toEqual(
        isBegun ? { rows: [0, 0, 0], keys: 0 } : { rows: [1, 1, 1], keys: 1 },
      );
    },
  );

  it.each(stops(3))(
    'is resumed again after the cron itself stopped: $moment call $nth',
    async ({ nth, moment }) => {
      const person = await sendRequest(await makeTestDesk());
      await post('/api/inquiries/withdraw', { lookup: person.lookup }, crashAt(env, 2, 'before'));

      await resumeErasures(crashAt(env, nth, moment).env).catch(() => 0);
      await resumeErasures(env);

      expect([await countRows('inquiry'), await countRows('status_event')]).toEqual([0, 0]);
      expect(await eraseKeyNames()).toEqual([]);
    },
  );
});
