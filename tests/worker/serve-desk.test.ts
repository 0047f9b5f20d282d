import { env } from 'cloudflare:workers';
import { base64urlnopad } from '@scure/base';
import { describe, expect, it } from 'vitest';
import { openEnvelope } from '../../domain/envelope.ts';
import { readContact, readDeskThread } from '../../domain/read-thread.ts';
import { CONTACT_REASONS } from '../../functions/inquiries/schema.ts';
import { SESSION_COOKIE } from '../../functions/staff/session.ts';
import {
  countRows,
  errorOf,
  get,
  makeTestDesk,
  openOwn,
  post,
  readOwn,
  sealedMessage,
  sendRequest,
  signInAs,
  TYPED,
} from './sealed-journey.ts';

const MINUTE_MS = 60 * 1000;

async function begin() {
  const desk = await makeTestDesk();
  const person = await sendRequest(desk);
  const officer = await signInAs(desk);
  const id = (await openOwn(person))?.id ?? '';
  return { desk, person, officer, id, path: `/api/staff/inquiries/${id}` };
}

const decode = (sealed: string | null) => (sealed === null ? null : base64urlnopad.decode(sealed));

describe('the desk', () => {
  it('lists its requests without a word of them', async () => {
    const { officer, id } = await begin();

    const response = await get('/api/staff/inquiries', officer.cookie);

    expect(await response.json()).toEqual({
      inquiries: [
        { id, unreadEnd: null, status: 'received', receivedHour: expect.stringMatching(/:00:00Z$/) },
      ],
    });
  });

  it('is seen as opened once an officer looked at its list', async () => {
    const { officer } = await begin();

    await get('/api/staff/inquiries', officer.cookie);

    expect(await env.DB.prepare('SELECT last_opened_at FROM desk').first('last_opened_at')).not.toBeNull();
  });

  it('opens a request without its contact part, and it counts as read once', async () => {
    const { desk, officer, path } = await begin();

    const opened = await Promise.all([get(path, officer.cookie), get(path, officer.cookie)]);
    const { thread } = (await opened[0].json()) as { thread: Record<string, string> };

    expect(thread).not.toHaveProperty('contact');
    expect(await openEnvelope(base64urlnopad.decode(thread['request'] ?? ''), desk.identity)).toMatchObject({
      words: TYPED.words,
    });
    expect(await env.DB.prepare('SELECT status FROM inquiry').first('status')).toBe('read');
    expect(
      await env.DB.prepare(`SELECT count(*) AS n FROM status_event WHERE kind = 'read'`).first('n'),
    ).toBe(1);
  });

  it('tells the status that reading gave it', async () => {
    const { officer, path } = await begin();

    const { thread } = (await (await get(path, officer.cookie)).json()) as { thread: { status: string } };

    expect(thread.status).toBe('read');
  });

  it('answers to the recipient inside the envelope, and the person reads it', async () => {
    const { desk, person, officer, path } = await begin();

    await get(path, officer.cookie);
    const answer = await sealedMessage(person, desk, { from: 'desk' });
    const responses = [
      await post(`${path}/messages`, answer, { cookie: officer.cookie }),
      await post(`${path}/messages`, answer, { cookie: officer.cookie }),
    ];

    expect(responses.map(({ status }) => status)).toEqual([204, 204]);
    expect((await readOwn(person)).messages).toMatchObject([{ from: 'desk', text: TYPED.answer }]);
    expect(await openOwn(person)).toMatchObject({ status: 'answered' });
    expect((await openOwn(person))?.events.map(({ kind }) => kind)).toEqual(['received', 'read', 'answered']);
  });

  it('leaves words unread that came in while an answer was written', async () => {
    const { desk, person, officer, path } = await begin();
    await get(path, officer.cookie);
    const message = await sealedMessage(person, desk, { from: 'person' });
    await post('/api/inquiries/messages', { lookup: person.lookup, ...message });

    await post(`${path}/messages`, await sealedMessage(person, desk, { from: 'desk' }), officer);

    expect((await openOwn(person))?.status).toBe('received');
  });

  it('is shown that a request is new again after the person wrote', async () => {
    const { desk, person, officer, path } = await begin();
    await post(`${path}/messages`, await sealedMessage(person, desk, { from: 'desk' }), officer);
    const message = await sealedMessage(person, desk, { from: 'person' });

    await post('/api/inquiries/messages', { lookup: person.lookup, ...message });

    expect(await openOwn(person)).toMatchObject({ status: 'received' });
  });
});

describe('the contact part', () => {
  it.each(CONTACT_REASONS)('opens for the reason %s, which is recorded', async (reason) => {
    const { desk, officer, path } = await begin();

    const response = await post(`${path}/contact`, { reason }, { cookie: officer.cookie });
    const { contact } = (await response.json()) as { contact: string };

    expect(await openEnvelope(base64urlnopad.decode(contact), desk.identity)).toMatchObject({
      phone: TYPED.phone,
    });
    const { results } = await env.DB.prepare(
      `SELECT reason FROM status_event WHERE kind = 'contact-opened'`,
    ).all();
    expect(results).toEqual([{ reason }]);
  });

  it.each([{}, { reason: '' }, { reason: 'curious' }, { reason: null }, { reason: ['call-as-asked'] }])(
    'does not open for %j, and nothing is recorded',
    async (body) => {
      const { officer, path } = await begin();

      const response = await post(`${path}/contact`, body, { cookie: officer.cookie });

      expect(await errorOf(response)).toBe('422 invalid');
      expect(await countRows('status_event')).toBe(1);
    },
  );

  it('is null when it was altered, and the request beside it still opens', async () => {
    const { desk, officer, path } = await begin();
    await env.DB.prepare('UPDATE inquiry SET contact = request').run();

    const response = await post(`${path}/contact`, { reason: 'call-as-asked' }, { cookie: officer.cookie });
    const { thread } = (await (await get(path, officer.cookie)).json()) as {
      thread: { recipient: string; request: string; messages: [] };
    };
    const { request } = await readDeskThread({ ...thread, request: decode(thread.request) }, desk);

    expect(await response.json()).toEqual({ contact: null });
    if (request.envelope === null) throw new Error('the request did not open');
    expect((await readContact(null, desk.identity, request.envelope)).problem).toBe('altered');
  });
});

describe("another desk's request", () => {
  it('is not there', async () => {
    const { person, desk, path } = await begin();
    const { cookie } = await signInAs(await makeTestDesk('dau-moi-khac'));
    const answer = await sealedMessage(person, desk, { from: 'desk' });

    const responses = [
      await get(path, cookie),
      await post(`${path}/contact`, { reason: 'danger-to-life' }, { cookie }),
      await post(`${path}/messages`, answer, { cookie }),
    ];

    expect(await Promise.all(responses.map(errorOf))).toEqual(responses.map(() => '404 not_found'));
    expect(await (await get('/api/staff/inquiries', cookie)).json()).toEqual({ inquiries: [] });
    expect([await countRows('message'), await countRows('status_event')]).toEqual([0, 1]);
    expect(await openOwn(person)).toMatchObject({ status: 'received' });
  });

  it('reads as one that does not exist at all', async () => {
    const { path } = await begin();
    const { cookie } = await signInAs(await makeTestDesk('dau-moi-khac'));

    const [other, none] = [await get(path, cookie), await get('/api/staff/inquiries/khong-co', cookie)];

    expect(await other.text()).toBe(await none.text());
  });
});

describe('whoever is not signed in as an officer of a desk', () => {
  /** What the desk's routes answer to a cookie. */
  async function answersTo(cookie: string | undefined, path: string): Promise<string[]> {
    const options = cookie === undefined ? {} : { cookie };
    const responses = [
      await get('/api/staff/inquiries', cookie),
      await get(path, cookie),
      await post(`${path}/contact`, { reason: 'call-as-asked' }, options),
      await post(`${path}/messages`, {}, options),
    ];
    return [...new Set(await Promise.all(responses.map(errorOf)))];
  }

  it.each([
    ['no cookie', undefined],
    ['an empty cookie', `${SESSION_COOKIE}=`],
    ['a made-up token', `${SESSION_COOKIE}=${'a'.repeat(43)}`],
  ])('is refused with %s', async (_what, cookie) => {
    const { path } = await begin();

    expect(await answersTo(cookie, path)).toEqual(['401 unauthenticated']);
    expect(await countRows('status_event')).toBe(1);
  });

  it.each(['admin', 'editor', 'organizer'] as const)(
    'is refused as %s, even of the same desk',
    async (role) => {
      const { desk, path } = await begin();
      const { cookie } = await signInAs(desk, role);

      expect(await answersTo(cookie, path)).toEqual(['401 unauthenticated']);
    },
  );

  it('is refused as an officer without a desk', async () => {
    const { path } = await begin();
    const { cookie } = await signInAs(null);

    expect(await answersTo(cookie, path)).toEqual(['401 unauthenticated']);
  });

  it.each([
    ['30 minutes after the last act', 'last_seen_at', 30 * MINUTE_MS, 401],
    ['a minute less after it', 'last_seen_at', 29 * MINUTE_MS, 200],
    ['8 hours after signing in, however busy', 'created_at', 8 * 60 * MINUTE_MS, 401],
    ['a minute less after it', 'created_at', (8 * 60 - 1) * MINUTE_MS, 200],
  ])('is asked to sign in again %s', async (_when, column, ago, status) => {
    const { officer } = await begin();
    await env.DB.prepare(`UPDATE session SET ${column} = ?1`)
      .bind(new Date(Date.now() - ago).toISOString())
      .run();

    expect((await get('/api/staff/inquiries', officer.cookie)).status).toBe(status);
    expect(await countRows('session')).toBe(status === 200 ? 1 : 0);
  });

  it('begins the idle time anew with each act', async () => {
    const { officer } = await begin();
    const before = new Date(Date.now() - 29 * MINUTE_MS).toISOString();
    await env.DB.prepare('UPDATE session SET last_seen_at = ?1').bind(before).run();

    await get('/api/staff/inquiries', officer.cookie);

    const seen = await env.DB.prepare('SELECT last_seen_at FROM session').first<string>('last_seen_at');
    expect(Date.now() - Date.parse(seen ?? '')).toBeLessThan(29 * MINUTE_MS);
  });

  it('is refused after signing out, though the cookie was kept', async () => {
    const { officer, path } = await begin();

    const response = await post('/api/staff/sign-out', {}, { cookie: officer.cookie });

    expect(response.status).toBe(204);
    expect(response.headers.get('set-cookie')).toMatch(
      /^__Host-diemtua=; Max-Age=0; Path=\/; HttpOnly; Secure/,
    );
    expect(await countRows('session')).toBe(0);
    expect(await answersTo(officer.cookie, path)).toEqual(['401 unauthenticated']);
  });
});
