/**
 * Every call to D1 and R2 that opening a thread and the acts on it make goes wrong in turn, in four ways, as in
 * faults.test.ts: what the person hears is true, both parts of what they sent stand or neither, and trying again
 * succeeds once.
 */
import { env } from 'cloudflare:workers';
import { base64urlnopad } from '@scure/base';
import { describe, expect, it } from 'vitest';
import { hashToken } from '../../domain/derive.ts';
import { readContact } from '../../domain/read-thread.ts';
import { sealContactChange } from '../../domain/seal-follow.ts';
import { sealMessage } from '../../domain/seal-request.ts';
import { answerFollowPage, type FollowPage } from '../../functions/inquiries/answer-follow-page.ts';
import {
  type Act,
  callsOf,
  callsToWrite,
  expectHonest,
  formOf,
  type Heard,
  heardFrom,
  standing,
  WAYS,
} from './failing-acts.ts';
import {
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

const PHONE = '0900 000 888';
const DONE: Heard = { isDone: true, failure: null, isKept: true };

const contactByApi = async (person: Person, desk: TestDesk): Promise<Act> => {
  const id = crypto.randomUUID();
  const change = { id, text: 'x', answerBy: 'phone', phone: PHONE, safeHours: '' } as const;
  const { sealed, contact } = await sealContactChange(change, desk, person);
  const body = {
    lookup: person.lookup,
    id,
    sealed: base64urlnopad.encode(sealed),
    contact: base64urlnopad.encode(contact),
  };
  return async (bindings) => heardFrom(await post('/api/inquiries/contact', body, { env: bindings }));
};

const dataByApi = async (person: Person, desk: TestDesk): Promise<Act> => {
  const id = crypto.randomUUID();
  const message = { id, from: 'person', text: TYPED.message, dataRequest: 'see' } as const;
  const sealed = base64urlnopad.encode(await sealMessage(message, { ...person, desk }));
  const body = { lookup: person.lookup, id, sealed };
  return async (bindings) => heardFrom(await post('/api/inquiries/messages', body, { env: bindings }));
};

/** An act of the page without JavaScript; `kept` is the field of which the page must not lose what was typed. */
function actOfPage(
  step: 'contact' | 'data',
  fields: Record<string, string>,
  kept: string,
): (person: Person) => Promise<Act> {
  return (person) => {
    const posted = { ...fields, step, code: person.code, messageId: crypto.randomUUID() };
    return Promise.resolve(async (bindings: Env) => {
      const page: FollowPage = await answerFollowPage(bindings, formOf(posted), new Date());
      if (page.view === 'thread' && page.done === step) return DONE;
      if (page.view === 'unshown' && page.done === step)
        return { ...DONE, isKept: page.code === person.code };
      if (page.view !== step) throw new Error(`unexpected view: ${page.view}`);
      const isKept = page.values(kept)[0] === fields[kept] && page.messageId === posted.messageId;
      return { isDone: false, failure: page.error, isKept: isKept && page.code === person.code };
    });
  };
}

const contactByPage = actOfPage('contact', { answerBy: 'phone', phone: PHONE, consentCall: 'yes' }, 'phone');
const dataByPage = actOfPage('data', { dataRequest: 'see', text: TYPED.message }, 'text');

/** What the database holds of a person's contact. */
async function contactOf({ lookup }: Person) {
  const row = await env.DB.prepare(
    `SELECT contact, (SELECT count(*) FROM message WHERE inquiry_id = inquiry.id) AS messages,
       (SELECT count(*) FROM status_event WHERE inquiry_id = inquiry.id AND kind = 'contact-changed') AS events
     FROM inquiry WHERE lookup_hash = ?1`,
  )
    .bind(hashToken(lookup))
    .first<{ contact: number[]; messages: number; events: number }>();
  return { ...row, contact: String(row?.contact) };
}

/** The number in a person's contact part, if that is the one which counts in their thread. */
async function phoneOf(person: Person): Promise<string | undefined> {
  const { request, messages } = await readOwn(person);
  const contact = base64urlnopad.decode((await openOwn(person))?.contact ?? '');
  if (request.envelope === null) throw new Error('the request does not open');
  return (await readContact(contact, person.identity, request.envelope, messages)).envelope?.phone;
}

/** A request that the desk has answered. */
async function sendAnswered(desk: TestDesk, cookie: string): Promise<Person> {
  const person = await sendRequest(desk);
  const id = await env.DB.prepare('SELECT id FROM inquiry WHERE lookup_hash = ?1')
    .bind(hashToken(person.lookup))
    .first<string>('id');
  const message = await sealedMessage(person, desk, { from: 'desk' });
  const response = await post(`/api/staff/inquiries/${id}/messages`, message, { cookie });
  if (!response.ok) throw new Error(`not answered: ${response.status}`);
  return person;
}

const openByApi = (person: Person): Act => {
  const body = { lookup: person.lookup };
  return async (bindings) => heardFrom(await post('/api/inquiries/open', body, { env: bindings }));
};

const openByPage = (person: Person): Act => {
  const form = formOf({ step: 'open', code: person.code });
  return async (bindings) => {
    const page = await answerFollowPage(bindings, form, new Date());
    if (page.view === 'thread') return DONE;
    if (page.view !== 'ask') throw new Error(`unexpected view: ${page.view}`);
    return { isDone: false, failure: page.error, isKept: page.typed === person.code };
  };
};

describe.each(Object.entries(WAYS))('when a call %s', (_way, bindingsAt) => {
  it.each([
    ['a script', contactByApi, 3],
    ['the page', contactByPage, 5],
  ])(
    'a contact changed by %s stands whole or not at all, and once after trying again',
    async (_by, make, least) => {
      const desk = await makeTestDesk();
      const calls = await callsToWrite(await make(await sendRequest(desk), desk));
      expect(calls).toBeGreaterThanOrEqual(least);

      for (let nth = 1; nth <= calls; nth++) {
        const person = await sendRequest(desk);
        const before = await contactOf(person);
        const act = await make(person, desk);

        const heard = await act(bindingsAt(nth));

        const left = await contactOf(person);
        const isDone = left.contact !== before.contact;
        expectHonest(heard, isDone);
        expect(left).toMatchObject(isDone ? { messages: 1, events: 1 } : before);
        expect(await act(env)).toEqual(DONE);
        expect(await contactOf(person)).toMatchObject({ messages: 1, events: 1 });
        if (nth === calls) expect(await phoneOf(person)).toBe(PHONE);
      }
    },
  );

  it.each([
    ['a script', dataByApi, 3],
    ['the page', dataByPage, 5],
  ])('a request about data by %s stands once after trying again', async (_by, make, least) => {
    const desk = await makeTestDesk();
    const calls = await callsToWrite(await make(await sendRequest(desk), desk));
    expect(calls).toBeGreaterThanOrEqual(least);

    // What the page asks before that is the same as for a contact.
    for (let nth = Math.max(1, calls - 3); nth <= calls; nth++) {
      const person = await sendRequest(desk);
      const act = await make(person, desk);

      const heard = await act(bindingsAt(nth));

      expectHonest(heard, (await standing(person))?.messages === 1);
      expect(await act(env)).toEqual(DONE);
      expect((await standing(person))?.messages).toBe(1);
      if (nth < calls) continue;
      const { messages } = await readOwn(person);
      expect(messages).toMatchObject([{ text: TYPED.message, acts: { dataRequest: 'see' } }]);
    }
  });

  it.each([
    ['a script', openByApi],
    ['the page', openByPage],
  ])('a thread opened by %s loses nothing, and an answer not shown stays new', async (_by, make) => {
    const desk = await makeTestDesk();
    const { cookie } = await signInAs(desk);
    const calls = await callsOf(make(await sendAnswered(desk, cookie)));
    expect(calls).toBeGreaterThanOrEqual(8);

    for (let nth = 1; nth <= calls; nth++) {
      const person = await sendAnswered(desk, cookie);
      const before = await standing(person);

      const heard = await make(person)(bindingsAt(nth));

      expectHonest(heard, true);
      expect(await standing(person)).toEqual(before);
      if (!heard.isDone) expect((await openOwn(person))?.seenMessages).toBe(0);
      expect(await make(person)(env)).toEqual(DONE);
    }
  });
});
