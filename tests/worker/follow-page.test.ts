import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { CONSENT } from '../../domain/consent.ts';
import type { FollowPage } from '../../functions/inquiries/answer-follow-page.ts';
import { followActMessages } from '../../words/vi-follow.ts';
import { type Bindings, postFollow, seeFollow } from './follow-forms.ts';
import {
  countRows,
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
import { failing, recordCalls } from './tapped-env.ts';

let desk: TestDesk;
let person: Person;

beforeEach(async () => {
  desk = await makeTestDesk();
  person = await sendRequest(desk);
});

const answer = (fields: Record<string, string>, bindings?: Bindings) => postFollow(person, fields, bindings);
const see = <V extends FollowPage['view']>(view: V, fields: Record<string, string>, bindings?: Bindings) =>
  seeFollow(person, view, fields, bindings);

async function answerAsDesk(): Promise<void> {
  const { cookie } = await signInAs(desk);
  const id = (await openOwn(person))?.id;
  const message = await sealedMessage(person, desk, { from: 'desk' });
  await post(`/api/staff/inquiries/${id}/messages`, message, { cookie });
}

describe('coming back without JavaScript', () => {
  it('marks answers as new once, also where a message is sent between', async () => {
    await answerAsDesk();

    const first = await see('thread', { step: 'open' });
    const second = await see('thread', { step: 'reply', text: TYPED.message });
    await answerAsDesk();
    const third = await see('thread', { step: 'open-own' });

    expect([first, second, third].map(({ thread }) => thread.seenMessages)).toEqual([0, 1, 2]);
    expect([first, second, third].map(({ isOwnShown }) => isOwnShown)).toEqual([false, false, true]);
    expect(second).toMatchObject({ done: 'reply', draft: '' });
  });

  it('keeps new answers new while an act is done that does not show them', async () => {
    await answerAsDesk();

    await answer({ step: 'data-ask' });
    await answer({ step: 'complaint-ask' });

    expect((await see('thread', { step: 'open' })).thread.seenMessages).toBe(0);
  });
});

describe('a changed contact without JavaScript', () => {
  const OPENING = 'Tôi gọi về quyển từ điển';
  const filled = { step: 'contact', answerBy: 'phone', phone: '0900 000 777', consentCall: 'yes' };

  it('is sealed, told in the thread, and does not stand twice when sent twice', async () => {
    const { messageId } = await see('contact', { step: 'contact-ask' });
    const fields = { ...filled, messageId, opening: OPENING };

    const pages = [await answer(fields), await answer(fields)];

    expect(pages).toMatchObject([
      { view: 'thread', done: 'contact' },
      { view: 'thread', done: 'contact' },
    ]);
    expect((await readOwn(person)).messages).toMatchObject([
      { text: followActMessages.contactText, acts: { changesContact: true } },
    ]);
    expect(await see('holding', { step: 'holding' })).toMatchObject({
      contact: { answerBy: 'phone', phone: '0900 000 777', opening: OPENING },
    });
  });

  it.each([
    [{ answerBy: '' }, ['answerBy']],
    [{ phone: '12' }, ['phone']],
    [{ phone: '1'.repeat(21), safeHours: 'a'.repeat(201) }, ['phone', 'safeHours']],
    [{ consentCall: '' }, ['consentCall']],
  ])('keeps what was typed and names what is wrong: %j', async (changes, problems) => {
    const page = await see('contact', { ...filled, ...changes });

    expect(page).toMatchObject({ problems, error: null });
    expect(page.values('phone')).toEqual([{ ...filled, ...changes }.phone]);
    expect(await countRows('message')).toBe(0);
  });

  it('to this page alone drops a number left in its field', async () => {
    await answer({ ...filled, answerBy: 'code' });

    expect(await see('holding', { step: 'holding' })).toMatchObject({
      contact: { answerBy: 'code', phone: '', safeHours: '' },
    });
  });

  it.each(['contact', 'data', 'complaint'] as const)(
    'keeps what was typed when the thread cannot be opened now, as the other forms do: %s',
    async (step) => {
      const fields = {
        ...filled,
        step,
        dataRequest: 'see',
        text: TYPED.message,
        consent: CONSENT.complaint,
        to: desk.id,
      };

      const page = await see(step, fields, failing(env, 'R2 get'));

      expect(page.error).toBe('storage_unavailable');
      expect('draft' in page ? page.draft : page.values('text')[0]).toBe(TYPED.message);
      if (page.view === 'complaint') expect(page).toMatchObject({ told: desk.id, isAgreed: true });
      expect(await countRows('message')).toBe(0);
    },
  );
});

describe('a request about data without JavaScript', () => {
  it.each(['see', 'restrict', 'erase'] as const)('to %s has words of its own', async (dataRequest) => {
    expect(await answer({ step: 'data', dataRequest })).toMatchObject({ view: 'thread', done: 'data' });
    expect((await readOwn(person)).messages).toMatchObject([
      { text: followActMessages.requestTexts[dataRequest], acts: { dataRequest } },
    ]);
  });

  it.each([
    [{ dataRequest: 'sell' }, 'dataRequest'],
    [{ dataRequest: 'correct', text: ' ' }, 'correctionMissing'],
    [{ dataRequest: 'see', text: 'a'.repeat(3001) }, 'tooLong'],
  ])('names what is wrong: %j', async (fields, problem) => {
    expect(await answer({ step: 'data', ...fields })).toMatchObject({ view: 'data', problem });
    expect(await countRows('message')).toBe(0);
  });
});

describe('everything that is held', () => {
  it('is opened whole, and never holds the code', async () => {
    await answerAsDesk();

    const page = await see('holding', { step: 'holding' });

    expect(page).toMatchObject({
      contact: { phone: TYPED.phone },
      thread: { request: { envelope: { words: TYPED.words } }, messages: [{ text: TYPED.answer }] },
    });
    const { code: _code, ...held } = page;
    expect(JSON.stringify(held)).not.toContain(person.code);
    expect(await see('holding-file', { step: 'holding-file' })).toEqual({
      ...page,
      view: 'holding-file',
      thread: { ...page.thread, seenMessages: expect.any(Number) },
    });
  });
});

describe('erasing from the first screen', () => {
  it('asks once before anything is looked up, then erases', async () => {
    const recorded = recordCalls(env);

    expect(await answer({ step: 'withdraw-ask' }, recorded.env)).toEqual({
      view: 'withdraw',
      code: person.code,
      isOpened: false,
    });
    expect(await answer({ step: 'withdraw-ask', isOpened: 'yes' }, recorded.env)).toMatchObject({
      isOpened: true,
    });
    expect(recorded.calls).toEqual([]);

    expect(await answer({ step: 'withdraw' })).toEqual({ view: 'withdrawn', erasedOn: '2026-11-22' });
    expect(await openOwn(person)).toBeNull();
  });
});
