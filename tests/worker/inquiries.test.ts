import { env } from 'cloudflare:workers';
import { base64urlnopad } from '@scure/base';
import { describe, expect, it } from 'vitest';
import { CONSENT } from '../../domain/consent.ts';
import { openEnvelope } from '../../domain/envelope.ts';
import { LIMITS } from '../../domain/request-form.ts';
import {
  countRows,
  eraseKeyNames,
  errorOf,
  get,
  makePerson,
  makeTestDesk,
  openOwn,
  post,
  readOwn,
  sealedBody,
  sealedMessage,
  sendRequest,
  signInAs,
  TYPED,
} from './sealed-journey.ts';
import { failing } from './tapped-env.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** UTF-8 as one character a byte. */
const asBytes = (words: string) => String.fromCharCode(...new TextEncoder().encode(words));

/** Everything that D1 and R2 hold, as one text of bytes. */
async function allStored(): Promise<string> {
  const { results: tables } = await env.DB.prepare(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'
       AND name NOT LIKE 'search%' AND name NOT LIKE 'place%'`,
  ).all<{ name: string }>();
  const rows = await Promise.all(
    tables.map(async ({ name }) => (await env.DB.prepare(`SELECT * FROM ${name}`).all()).results),
  );
  const { objects } = await env.ERASE_KEYS.list();
  const keys = await Promise.all(
    objects.map(async ({ key }) => [key, await (await env.ERASE_KEYS.get(key))?.bytes()]),
  );
  const text = (value: unknown): string => {
    if (value instanceof Uint8Array || (Array.isArray(value) && value.every((n) => typeof n === 'number')))
      return String.fromCharCode(...value);
    if (typeof value === 'object' && value !== null) return Object.values(value).map(text).join('\n');
    return asBytes(String(value));
  };
  return text([...rows.flat(), ...keys]);
}

describe('sending a request', () => {
  it('stores it, and no word of it anywhere', async () => {
    const desk = await makeTestDesk();
    const person = await makePerson();

    const response = await post('/api/inquiries', await sealedBody(person, desk));
    const { sealed, id } = await sealedMessage(person, desk, { from: 'person' });
    await post('/api/inquiries/messages', { lookup: person.lookup, id, sealed });

    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({
      receipt: {
        mayShowCode: true,
        desk: desk.id,
        receivedHour: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:00:00Z$/),
        isEarlier: false,
        isOnce: false,
      },
    });
    const stored = await allStored();
    const secret = [...Object.values(TYPED), person.code, person.lookup, person.proof, person.identity];
    expect(stored).toContain(person.recipient);
    expect(secret.filter((words) => stored.includes(asBytes(words)))).toEqual([]);
    expect(stored).not.toContain(desk.identity);
    // Not even as age files: those stand inside the wrapping, but for the desk's own grant.
    expect(stored.split('age-encryption.org').length - 1).toBe(1);
  });

  it('stores an age file that the person and the desk open', async () => {
    const desk = await makeTestDesk();
    const person = await sendRequest(desk);

    const thread = await openOwn(person);
    const request = base64urlnopad.decode(thread?.request ?? '');
    const contact = base64urlnopad.decode(thread?.contact ?? '');

    expect(await openEnvelope(request, person.identity)).toMatchObject({ words: TYPED.words });
    expect(await openEnvelope(request, desk.identity)).toMatchObject({ words: TYPED.words });
    expect(await openEnvelope(contact, desk.identity)).toMatchObject({ phone: TYPED.phone });
  });

  it('again finds the same request, whatever the second body holds', async () => {
    const desk = await makeTestDesk();
    const person = await makePerson();
    const first = await post('/api/inquiries', await sealedBody(person, desk));
    const key = await eraseKeyNames();

    const second = await post('/api/inquiries', await sealedBody(person, desk, { words: 'khác' }));

    expect(second.status).toBe(201);
    const { receipt } = (await first.json()) as { receipt: object };
    expect(await second.json()).toEqual({ receipt: { ...receipt, isEarlier: true } });
    expect(await countRows('inquiry')).toBe(1);
    expect(await eraseKeyNames()).toEqual(key);
    expect((await readOwn(person)).request.envelope).toMatchObject({ words: TYPED.words });
  });

  it('again finds the same request after the desk has closed or changed its key', async () => {
    const desk = await makeTestDesk();
    const person = await sendRequest(desk);
    await env.DB.prepare(`UPDATE desk SET created_at = '2020-01-01T00:00:00.000Z'`).run();

    const body = { ...(await sealedBody(person, desk)), deskRecipient: person.recipient };

    expect((await post('/api/inquiries', body)).status).toBe(201);
  });

  it('ten times at once makes one request and one erase key', async () => {
    const desk = await makeTestDesk();
    const person = await makePerson();
    const body = await sealedBody(person, desk);

    const responses = await Promise.all(Array.from({ length: 10 }, () => post('/api/inquiries', body)));

    const receipts = await Promise.all(responses.map((response) => response.text()));
    expect(responses.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 201));
    // One of them stored it, the others found it.
    const [stored, ...found] = receipts.sort();
    expect(stored).toContain('"isEarlier":false');
    expect(new Set(found)).toEqual(new Set([stored?.replace('"isEarlier":false', '"isEarlier":true')]));
    expect(await countRows('inquiry')).toBe(1);
    expect(await countRows('status_event')).toBe(1);
    expect(await eraseKeyNames()).toEqual([
      await env.DB.prepare('SELECT erase_key FROM inquiry').first('erase_key'),
    ]);
    expect((await readOwn(person)).request.problem).toBeNull();
  });

  it.each(['saved', 'open'])('does not show the code again after %s', async (step) => {
    const desk = await makeTestDesk();
    const person = await sendRequest(desk);

    await post(`/api/inquiries/${step}`, { lookup: person.lookup });
    const again = await post('/api/inquiries', await sealedBody(person, desk));

    expect(await again.json()).toMatchObject({ receipt: { mayShowCode: false } });
  });

  it('tells of one that was sent before what stands, not what was sent again', async () => {
    const desk = await makeTestDesk();
    const person = await makePerson();
    const body = await sealedBody(person, desk);
    const send = (consentVersion: string) => post('/api/inquiries', { ...body, consentVersion });
    await send(CONSENT.once);

    const again = await send(CONSENT.withCode);

    expect(await again.json()).toMatchObject({ receipt: { isEarlier: true, isOnce: true } });
  });

  it('takes the longest words that the form takes, however they are written', async () => {
    const desk = await makeTestDesk();
    const help = [
      'talk',
      'confirm',
      'detox',
      'substitution',
      'community',
      'facility',
      'after',
      'work',
    ] as const;
    const longest = ['ệ', '漢', '"', '\\', '\u0001', '\ud800'].map(
      (letter) => `a${letter.repeat(LIMITS.words - 2)}a`,
    );

    for (const words of longest) {
      const person = await makePerson();
      const sent = await post('/api/inquiries', await sealedBody(person, desk, { words, help: [...help] }));
      const message = await sealedMessage(person, desk, { from: 'person', text: words });
      const added = await post('/api/inquiries/messages', { lookup: person.lookup, ...message });

      expect([sent.status, added.status]).toEqual([201, 204]);
    }
  });

  it('stores which text the person agreed to, and takes no name that is not shown now', async () => {
    const desk = await makeTestDesk();
    const body = await sealedBody(await makePerson(), desk);
    const send = (consentVersion: unknown) => post('/api/inquiries', { ...body, consentVersion });

    for (const unknown of ['2026-11-22', '2026-11-22.2', 'yes', '', null, undefined, [CONSENT.withCode]])
      expect(await errorOf(await send(unknown))).toMatch(/^4\d\d invalid$/);
    expect(await countRows('inquiry')).toBe(0);
    expect((await send(CONSENT.once)).status).toBe(201);
    expect(await env.DB.prepare('SELECT consent_version FROM inquiry').first('consent_version')).toBe(
      CONSENT.once,
    );
  });

  it('is refused for a desk that nobody knows', async () => {
    const desk = await makeTestDesk();
    const body = { ...(await sealedBody(await makePerson(), desk)), desk: crypto.randomUUID() };

    expect(await errorOf(await post('/api/inquiries', body))).toBe('409 desk_closed');
    expect(await eraseKeyNames()).toEqual([]);
  });

  it.each([
    ['never, and it was made 14 days ago', 14 * DAY_MS, null, 409],
    ['never, and it was made a day less ago', 13 * DAY_MS, null, 201],
    ['14 days ago', 100 * DAY_MS, 14 * DAY_MS, 409],
    ['a day less ago', 100 * DAY_MS, 13 * DAY_MS, 201],
  ])('answers for a desk that was opened last: %s', async (_when, madeAgo, openedAgo, status) => {
    const desk = await makeTestDesk();
    const ago = (ms: number) => new Date(Date.now() - ms).toISOString();
    await env.DB.prepare('UPDATE desk SET created_at = ?1, last_opened_at = ?2')
      .bind(ago(madeAgo), openedAgo === null ? null : ago(openedAgo))
      .run();

    const response = await post('/api/inquiries', await sealedBody(await makePerson(), desk));

    expect(response.status).toBe(status);
    expect(await countRows('inquiry')).toBe(status === 201 ? 1 : 0);
  });

  it('writes nothing when it is sealed to a key that the desk has no more', async () => {
    const desk = await makeTestDesk();
    const old = await makePerson();
    const body = { ...(await sealedBody(await makePerson(), desk)), deskRecipient: old.recipient };

    expect(await errorOf(await post('/api/inquiries', body))).toBe('409 desk_key_changed');
    expect([await countRows('inquiry'), await eraseKeyNames()]).toEqual([0, []]);
  });

  it('says so when the erase key cannot be stored, and writes no row', async () => {
    const desk = await makeTestDesk();
    const body = await sealedBody(await makePerson(), desk);

    const response = await post('/api/inquiries', body, { env: failing(env, 'R2 put') });

    expect(await errorOf(response)).toBe('503 storage_unavailable');
    expect([await countRows('inquiry'), await countRows('status_event')]).toEqual([0, 0]);
  });
});

describe('writing again', () => {
  it('adds to the thread, and sending the same id twice adds once', async () => {
    const desk = await makeTestDesk();
    const person = await sendRequest(desk);
    const message = await sealedMessage(person, desk, { from: 'person' });

    const first = await post('/api/inquiries/messages', { lookup: person.lookup, ...message });
    const other = await sealedMessage(person, desk, { from: 'person', id: message.id, text: 'khác' });
    const second = await post('/api/inquiries/messages', { lookup: person.lookup, ...other });

    expect([first.status, second.status]).toEqual([204, 204]);
    expect((await readOwn(person)).messages.map(({ text, problem }) => [text, problem])).toEqual([
      [TYPED.message, null],
    ]);
  });

  it('twice does not take back that the desk has answered in between', async () => {
    const desk = await makeTestDesk();
    const person = await sendRequest(desk);
    const { cookie } = await signInAs(desk);
    const message = await sealedMessage(person, desk, { from: 'person' });
    await post('/api/inquiries/messages', { lookup: person.lookup, ...message });
    const thread = await openOwn(person);
    await get(`/api/staff/inquiries/${thread?.id}`, cookie);
    const answer = await sealedMessage(person, desk, { from: 'desk' });
    await post(`/api/staff/inquiries/${thread?.id}/messages`, answer, { cookie });

    await post('/api/inquiries/messages', { lookup: person.lookup, ...message });

    expect((await openOwn(person))?.status).toBe('answered');
  });

  it('shows both sides in the order in which they came', async () => {
    const desk = await makeTestDesk();
    const person = await sendRequest(desk);
    const { cookie } = await signInAs(desk);
    const id = (await openOwn(person))?.id;
    for (const from of ['person', 'desk', 'desk', 'person'] as const) {
      const message = await sealedMessage(person, desk, { from });
      await (from === 'desk'
        ? post(`/api/staff/inquiries/${id}/messages`, message, { cookie })
        : post('/api/inquiries/messages', { lookup: person.lookup, ...message }));
    }

    const { messages } = await readOwn(person);

    expect(messages.map(({ from, problem }) => [from, problem])).toEqual([
      ['person', null],
      ['desk', null],
      ['desk', null],
      ['person', null],
    ]);
  });

  it('with the id of a message in another thread changes nothing there and is not acknowledged', async () => {
    const desk = await makeTestDesk();
    const [victim, attacker] = [await sendRequest(desk), await sendRequest(desk)];
    const message = await sealedMessage(victim, desk, { from: 'person' });
    await post('/api/inquiries/messages', { lookup: victim.lookup, ...message });
    const before = await openOwn(victim);
    const forged = await sealedMessage(attacker, desk, { from: 'person', id: message.id });

    const response = await post('/api/inquiries/messages', { lookup: attacker.lookup, ...forged });

    expect(await errorOf(response)).toBe('404 not_found');
    expect(await openOwn(victim)).toEqual({ ...before, seenMessages: 1 });
    expect((await openOwn(attacker))?.messages).toEqual([]);
    expect(await countRows('message')).toBe(1);
  });

  it('under a code that was never issued is refused', async () => {
    const desk = await makeTestDesk();
    const person = await makePerson();
    const message = await sealedMessage(person, desk, { from: 'person' });

    const response = await post('/api/inquiries/messages', { lookup: person.lookup, ...message });

    expect(await errorOf(response)).toBe('404 not_found');
    expect(await countRows('message')).toBe(0);
  });
});

describe('the desks', () => {
  it('are told without who holds their keys', async () => {
    const desk = await makeTestDesk();

    const response = await post('/api/inquiries/open', { lookup: (await sendRequest(desk)).lookup });
    const { thread } = (await response.json()) as { thread: { desk: object } };

    expect(Object.keys(thread.desk).sort()).toEqual(
      [
        'areas',
        'duty',
        'hours',
        'id',
        'isBusy',
        'isDemo',
        'isOpen',
        'lastOpenedAt',
        'name',
        'operator',
        'operatorKind',
        'recipient',
        'slug',
      ].sort(),
    );
  });
});
