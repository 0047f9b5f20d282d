import { describe, expect, it } from 'vitest';
import { dataRequestStates, dueDay } from '../../domain/data-request-state.ts';
import { openEnvelope } from '../../domain/envelope.ts';
import { readContact, readDeskThread, readOwnThread } from '../../domain/read-thread.ts';
import type { RequestAnswers } from '../../domain/request-form.ts';
import { sealComplaint, sealContactChange } from '../../domain/seal-follow.ts';
import { type MessageContent, sealMessage, sealRequest } from '../../domain/seal-request.ts';
import vectors from './vectors.json' with { type: 'json' };

const [, person, stranger] = vectors.codes;
if (person === undefined || stranger === undefined) throw new Error('vectors.json lacks codes');
const { desk } = vectors.sealed;
const answers: RequestAnswers = {
  resultKnown: 'no',
  desk: desk.id,
  forWhom: 'self',
  ageBand: 'adult',
  help: ['talk'],
  words: 'Tôi cần nói chuyện.',
  answerBy: 'phone',
  phone: '0900 000 001',
  safeHours: 'tối',
};
const own = await sealRequest(answers, desk, person);
const change = await sealContactChange(
  { id: 'change', text: 'Đã đổi.', answerBy: 'phone', phone: '0900 000 002', safeHours: '' },
  desk,
  person,
);

/** A thread of these messages, each at its hour. */
async function threadOf(messages: (MessageContent & { hour?: string })[], proof = person?.proof ?? '') {
  return {
    request: own.request,
    recipient: person?.recipient ?? '',
    desk,
    messages: await Promise.all(
      messages.map(async ({ hour = '2026-11-22T03:00:00Z', ...message }) => ({
        id: message.id,
        sender: message.from,
        sentHour: hour,
        sealed: await sealMessage(message, { desk, recipient: person?.recipient ?? '', proof }),
      })),
    ),
  };
}

const ask = (id: string, dataRequest: 'see' | 'erase', hour?: string) =>
  ({ id, from: 'person', text: 'Xin.', dataRequest, ...(hour === undefined ? {} : { hour }) }) as const;

describe('an act inside a message', () => {
  it('reads the same at both ends', async () => {
    const thread = await threadOf([
      { id: 'a', from: 'person', text: 'Xin xem.', dataRequest: 'see' },
      { id: 'b', from: 'desk', text: 'Mời đến.', referredTo: 'Trạm y tế (hư cấu)' },
      { id: 'c', from: 'desk', text: 'Xong.', settles: { id: 'a', how: 'done' } },
    ]);

    const mine = await readOwnThread(thread, person);
    const theirs = await readDeskThread(thread, desk);

    expect(mine.messages).toEqual(theirs.messages);
    expect(mine.messages).toMatchObject([
      { acts: { dataRequest: 'see' } },
      { acts: { referredTo: 'Trạm y tế (hư cấu)' } },
      { acts: { settles: { id: 'a', how: 'done' } } },
    ]);
  });

  // Whoever holds a desk's key could seal a message that looks like the person's; its row still says who sent it.
  it.each([
    { id: 'a', from: 'desk', text: 'x', dataRequest: 'erase' },
    { id: 'a', from: 'desk', text: 'x', changesContact: true },
    { id: 'a', from: 'person', text: 'x', referredTo: 'nơi lạ' },
    { id: 'a', from: 'person', text: 'x', settles: { id: 'b', how: 'done' } },
  ] as const)('that belongs to the other side is named and not shown: %j', async (message) => {
    const thread = await threadOf([message]);

    const both = [await readOwnThread(thread, person), await readDeskThread(thread, desk)];

    expect(both.map(({ messages }) => messages)).toMatchObject([
      [{ problem: 'sender', text: null }],
      [{ problem: 'sender', text: null }],
    ]);
  });

  it('of a forger without the proof does nothing', async () => {
    const thread = await threadOf([ask('a', 'see'), { id: 'b', from: 'desk', text: 'x' }], stranger.proof);

    const { messages } = await readOwnThread(thread, person);

    expect(dataRequestStates(messages, [])).toEqual([]);
  });
});

describe('a changed contact', () => {
  const withChange = (contactMessage: Uint8Array) => ({
    request: own.request,
    recipient: person.recipient,
    desk,
    messages: [
      { id: 'change', sender: 'person' as const, sentHour: '2026-11-22T03:00:00Z', sealed: contactMessage },
    ],
  });

  async function openAs(contact: Uint8Array, sealed: Uint8Array | null) {
    const thread = sealed === null ? { ...withChange(change.sealed), messages: [] } : withChange(sealed);
    const { request, messages } = await readDeskThread(thread, desk);
    if (request.envelope === null) throw new Error('the request did not open');
    return readContact(contact, desk.identity, request.envelope, messages);
  }

  it('is the one that counts, and the message holds no number', async () => {
    expect(await openAs(change.contact, change.sealed)).toMatchObject({
      problem: null,
      envelope: { phone: '0900 000 002' },
    });
    expect(JSON.stringify(await openEnvelope(change.sealed, desk.identity))).not.toContain('0900');
  });

  // Somebody who can write to the database puts the first number back, at which the person is no longer safe.
  it('is not undone by putting the first one back', async () => {
    expect(await openAs(own.contact, change.sealed)).toEqual({ envelope: null, problem: 'outdated' });
  });

  it('is not taken without the message that says so', async () => {
    expect(await openAs(change.contact, null)).toEqual({ envelope: null, problem: 'outdated' });
  });

  it('is not undone by the change of another thread', async () => {
    const other = await sealContactChange(
      { id: 'change', text: 'x', answerBy: 'phone', phone: '0900 000 666', safeHours: '' },
      desk,
      stranger,
    );

    expect(await openAs(other.contact, change.sealed)).toEqual({ envelope: null, problem: 'proof' });
    expect((await openAs(own.contact, other.sealed)).problem).toBeNull();
  });
});

describe('requests about data', () => {
  const states = async (...messages: Parameters<typeof threadOf>[0]) =>
    dataRequestStates((await readOwnThread(await threadOf(messages), person)).messages, []);

  it('have the days of their kind, from the day in Việt Nam on which they came', async () => {
    // 20 h UTC on Saturday is Sunday in Việt Nam.
    expect(await states(ask('a', 'erase', '2026-11-21T20:00:00Z'))).toMatchObject([
      { request: 'erase', askedOn: '2026-11-22', due: '2026-12-12', isAnswered: false, doneOn: null },
    ]);
  });

  it('are answered by any later words of the desk, done or extended only by words that say so', async () => {
    const hour = '2026-11-24T01:00:00Z';
    const [first, second, third] = await states(
      { id: '0', from: 'desk', text: 'Chào bạn.' },
      ask('a', 'see'),
      { id: 'b', from: 'desk', text: 'Xong.', settles: { id: 'a', how: 'done' }, hour },
      ask('c', 'see'),
      { id: 'd', from: 'desk', text: 'Cần thêm ngày.', settles: { id: 'c', how: 'extended' } },
      ask('e', 'see'),
    );

    expect(first).toMatchObject({ isAnswered: true, isExtended: false, doneOn: '2026-11-24' });
    expect(second).toMatchObject({ isAnswered: true, isExtended: true, doneOn: null });
    expect(third).toMatchObject({ isAnswered: false, isExtended: false, doneOn: null });
    expect([first, second].map((state) => state && dueDay(state))).toEqual(['2026-12-02', '2026-12-12']);
  });
});

describe('a complaint', () => {
  it('is sealed to the other desk and to a code of its own, and names nothing of the first request', async () => {
    const { request, contact } = await sealComplaint({ about: 'Đầu mối A', words: 'Họ gọi về nhà.' }, desk, {
      ...stranger,
    });

    const envelope = await openEnvelope(request, desk.identity);

    expect(envelope).toMatchObject({ complaintAbout: 'Đầu mối A', words: 'Họ gọi về nhà.', help: [] });
    expect(envelope.proof).toBe(stranger.proof);
    expect(await openEnvelope(contact, desk.identity)).toMatchObject({ answerBy: 'code', phone: '' });
    await expect(openEnvelope(request, person.identity)).rejects.toThrow();
  });
});
