import { env } from 'cloudflare:workers';
import { base64urlnopad } from '@scure/base';
import { describe, expect, it } from 'vitest';
import { readContact } from '../../domain/read-thread.ts';
import { sealContactChange } from '../../domain/seal-follow.ts';
import {
  countRows,
  errorOf,
  get,
  makePerson,
  makeTestDesk,
  openOwn,
  type Person,
  post,
  readOwn,
  sealedMessage,
  sendRequest,
  signInAs,
  type TestDesk,
  TYPED,
} from './sealed-journey.ts';
import { failing } from './tapped-env.ts';

const NEW_PHONE = '0900 000 777';

async function begin() {
  const desk = await makeTestDesk();
  const person = await sendRequest(desk);
  const officer = await signInAs(desk);
  const id = (await openOwn(person))?.id ?? '';
  return { desk, person, officer, path: `/api/staff/inquiries/${id}` };
}

/** Writes as the person or as the desk. */
async function write(begun: Awaited<ReturnType<typeof begin>>, from: 'person' | 'desk') {
  const { desk, person, officer, path } = begun;
  const message = await sealedMessage(person, desk, { from });
  return from === 'desk'
    ? post(`${path}/messages`, message, officer)
    : post('/api/inquiries/messages', { lookup: person.lookup, ...message });
}

/** The body of a changed contact as the browser posts it. */
async function contactBody(person: Person, desk: TestDesk, id: string = crypto.randomUUID()) {
  const answers = { answerBy: 'phone', phone: NEW_PHONE, safeHours: 'sáng' } as const;
  const { sealed, contact } = await sealContactChange({ id, text: 'Đã đổi.', ...answers }, desk, person);
  const encode = base64urlnopad.encode;
  return { lookup: person.lookup, id, sealed: encode(sealed), contact: encode(contact) };
}

const seen = async (person: Person) => (await openOwn(person))?.seenMessages;

describe('what is new to the person', () => {
  it('is what came after they last saw the thread', async () => {
    const begun = await begin();
    await write(begun, 'desk');

    expect([await seen(begun.person), await seen(begun.person)]).toEqual([0, 1]);
    await write(begun, 'person');
    await write(begun, 'desk');
    expect([await seen(begun.person), await seen(begun.person)]).toEqual([1, 3]);
  });
});

describe('the days off by which deadlines are counted', () => {
  it('are those of the whole year, so that a late request finds its calendar published', async () => {
    const newYear = `${new Date().getUTCFullYear()}-01-01`;
    await env.DB.prepare(
      `INSERT OR IGNORE INTO holiday (date, name, is_expected, source_url, source_date)
       VALUES (?1, 'Tết Dương lịch', 0, 'https://example.org/', '2026-01-01')`,
    )
      .bind(newYear)
      .run();

    const thread = await openOwn(await sendRequest(await makeTestDesk()));

    expect(thread?.daysOff).toContainEqual({ date: newYear, isExpected: false });
  });
});

describe('closing', () => {
  it('is told to the person with its hour, and puts the request at the end of the list', async () => {
    const begun = await begin();
    const other = await sendRequest(begun.desk);
    await get(begun.path, begun.officer.cookie);

    const closed = await post(`${begun.path}/close`, {}, begun.officer);

    expect(closed.status).toBe(204);
    expect(await openOwn(begun.person)).toMatchObject({
      status: 'closed',
      events: [{ kind: 'received' }, { kind: 'read' }, { kind: 'closed', reason: null }],
    });
    const list = (await (await get('/api/staff/inquiries', begun.officer.cookie)).json()) as {
      inquiries: { id: string; status: string }[];
    };
    expect(list.inquiries.map(({ status }) => status)).toEqual(['received', 'closed']);
    expect(list.inquiries[0]?.id).toBe((await openOwn(other))?.id);
  });

  it('twice is one event', async () => {
    const { path, officer } = await begin();
    await get(path, officer.cookie);

    const both = [await post(`${path}/close`, {}, officer), await post(`${path}/close`, {}, officer)];

    expect(both.map(({ status }) => status)).toEqual([204, 204]);
    expect(await countRows('status_event')).toBe(3);
  });

  it('is refused while words of the person are unread', async () => {
    const begun = await begin();
    await get(begun.path, begun.officer.cookie);
    await write(begun, 'person');

    expect(await errorOf(await post(`${begun.path}/close`, {}, begun.officer))).toBe('409 inquiry_changed');
    expect(await openOwn(begun.person)).toMatchObject({ status: 'received' });
  });

  it.each(['person', 'desk'] as const)('is undone by new words of the %s', async (from) => {
    const begun = await begin();
    await get(begun.path, begun.officer.cookie);
    await post(`${begun.path}/close`, {}, begun.officer);

    await write(begun, from);

    expect(await openOwn(begun.person)).toMatchObject({
      status: from === 'person' ? 'received' : 'answered',
    });
  });

  it('is not possible for a request of another desk, or for one that is not there', async () => {
    const { path, officer, person } = await begin();
    await get(path, officer.cookie);
    const stranger = await signInAs(await makeTestDesk('khac'));

    const refused = [
      await post(`${path}/close`, {}, stranger),
      await post('/api/staff/inquiries/khong-co/close', {}, officer),
      await post(`${path}/close`, {}),
    ];

    expect(await Promise.all(refused.map(errorOf))).toEqual([
      '404 not_found',
      '404 not_found',
      '401 unauthenticated',
    ]);
    expect(await openOwn(person)).toMatchObject({ status: 'read' });
  });
});

describe('a referral', () => {
  it('is an event of its own, whose place stands in no column', async () => {
    const { desk, person, officer, path } = await begin();
    const message = await sealedMessage(person, desk, { from: 'desk' });

    await post(`${path}/messages`, { ...message, isReferral: true }, officer);
    await post(`${path}/messages`, { ...message, isReferral: true }, officer);

    expect((await openOwn(person))?.events.map(({ kind }) => kind)).toEqual(['received', 'referred']);
    expect(await openOwn(person)).toMatchObject({ status: 'received' });
  });
});

describe('a changed contact', () => {
  it('takes the place of the first one, is told to the desk, and its number stands nowhere', async () => {
    const { desk, person, officer, path } = await begin();
    await get(path, officer.cookie);

    const response = await post('/api/inquiries/contact', await contactBody(person, desk));

    expect(response.status).toBe(204);
    const { request, messages } = await readOwn(person);
    if (request.envelope === null) throw new Error('the request did not open');
    expect(messages).toMatchObject([{ from: 'person', text: 'Đã đổi.', acts: { changesContact: true } }]);
    expect(await openOwn(person)).toMatchObject({ status: 'received' });
    const opened = await post(`${path}/contact`, { reason: 'call-as-asked' }, officer);
    const { contact } = (await opened.json()) as { contact: string };
    expect(
      await readContact(base64urlnopad.decode(contact), desk.identity, request.envelope, messages),
    ).toMatchObject({ problem: null, envelope: { phone: NEW_PHONE, answerBy: 'phone' } });
    const dump = JSON.stringify((await env.DB.prepare('SELECT * FROM status_event').all()).results);
    expect(dump).not.toContain('0900');
  });

  it('sent again changes nothing more', async () => {
    const { desk, person } = await begin();
    const id = crypto.randomUUID();
    await post('/api/inquiries/contact', await contactBody(person, desk, id));
    const contact = (await openOwn(person))?.contact;

    const again = await post('/api/inquiries/contact', await contactBody(person, desk, id));

    expect(again.status).toBe(204);
    expect((await openOwn(person))?.contact).toEqual(contact);
    expect(await countRows('message')).toBe(1);
    expect((await openOwn(person))?.events.map(({ kind }) => kind)).toEqual(['received', 'contact-changed']);
  });

  it('is not there for a code that was never issued, and changes nothing of others', async () => {
    const { desk, person } = await begin();
    const before = (await openOwn(person))?.contact;
    const stranger = await makePerson();

    const refused = await post('/api/inquiries/contact', await contactBody(stranger, desk));

    expect(await errorOf(refused)).toBe('404 not_found');
    expect((await openOwn(person))?.contact).toEqual(before);
    expect(await countRows('message')).toBe(0);
  });

  it.each(['R2 get', 'batch'])(
    'is not said to be stored when %s fails, and leaves both as they were',
    async (kind) => {
      const { desk, person } = await begin();
      const before = (await openOwn(person))?.contact;

      const response = await post('/api/inquiries/contact', await contactBody(person, desk), {
        env: failing(env, kind),
      });

      expect(response.status).toBeGreaterThanOrEqual(500);
      expect((await openOwn(person))?.contact).toEqual(before);
      expect(await countRows('message')).toBe(0);
    },
  );

  it('tells the person when an officer opened it and why', async () => {
    const { person, officer, path } = await begin();

    await post(`${path}/contact`, { reason: 'danger-to-life' }, officer);

    expect((await openOwn(person))?.events.at(-1)).toMatchObject({
      kind: 'contact-opened',
      reason: 'danger-to-life',
    });
    expect(JSON.stringify(await openOwn(person))).not.toContain(TYPED.phone);
  });
});
