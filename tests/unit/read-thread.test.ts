import { describe, expect, it } from 'vitest';
import { deriveFromCard } from '../../domain/derive.ts';
import { type Envelope, sealEnvelope } from '../../domain/envelope.ts';
import { readContact, readDeskThread, readOwnThread, type SealedThread } from '../../domain/read-thread.ts';
import type { RequestAnswers } from '../../domain/request-form.ts';
import { sealMessage, sealRequest, testSealing } from '../../domain/seal-request.ts';
import vectors from './vectors.json' with { type: 'json' };

const [third, person, stranger] = vectors.codes;
if (person === undefined || stranger === undefined || third === undefined)
  throw new Error('vectors.json lacks codes');
const { desk } = vectors.sealed;
const otherDesk = { id: 'b6b1f7f1-3c39-46a4-9d2b-7f0f1b7a2d55', ...(await deriveFromCard(third.code)) };

const answers: RequestAnswers = {
  resultKnown: 'no',
  desk: desk.id,
  forWhom: 'self',
  ageBand: 'adult',
  help: ['talk'],
  words: 'Tôi cần nói chuyện.',
  answerBy: 'phone',
  phone: '0912 000 000',
  safeHours: 'tối',
};
const messageId = vectors.sealed.messageId;
const sent = { sentHour: '2026-11-22T03:00:00Z' };
const toDesk = { desk, recipient: person.recipient, proof: person.proof };
const address = {
  v: 1,
  desk: desk.id,
  deskRecipient: desk.recipient,
  recipient: person.recipient,
  proof: person.proof,
} as const;

const own = await sealRequest(answers, desk, person);
const answer = await sealMessage({ id: messageId, from: 'desk', text: 'Mời bạn đến.' }, toDesk);
const question = await sealMessage({ id: 'question', from: 'person', text: 'Lúc nào ạ?' }, toDesk);

const thread: SealedThread & { desk: { id: string } } = {
  request: own.request,
  recipient: person.recipient,
  desk,
  messages: [
    { id: messageId, sender: 'desk', ...sent, sealed: answer },
    { id: 'question', sender: 'person', ...sent, sealed: question },
  ],
};

/** Seals whatever a forger writes, to both ends. */
const forge = (envelope: Envelope) => sealEnvelope(envelope, [desk.recipient, person.recipient]);

/** The thread with its one message replaced. */
const withMessage = (sealed: Uint8Array | null, row: { id?: string; sender?: 'person' | 'desk' } = {}) => ({
  ...thread,
  messages: [{ id: messageId, sender: 'desk' as const, ...sent, sealed, ...row }],
});

async function problems(changed: typeof thread) {
  const mine = await readOwnThread(changed, person ?? { identity: '', recipient: '', proof: '' });
  const theirs = await readDeskThread(changed, desk);
  const ofMessages = (messages: { problem: string | null }[]) => messages.map(({ problem }) => problem);
  return {
    person: [mine.request.problem, ...ofMessages(mine.messages)],
    desk: [theirs.request.problem, ...ofMessages(theirs.messages)],
  };
}

describe('a thread as it was sent', () => {
  it('reads the same for the person and the desk', async () => {
    const mine = await readOwnThread(thread, person);
    const theirs = await readDeskThread(thread, desk);

    expect(mine).toEqual(theirs);
    expect(mine.request.envelope).toMatchObject({ words: answers.words, desk: desk.id });
    expect(mine.messages.map(({ text, from, problem }) => [from, text, problem])).toEqual([
      ['desk', 'Mời bạn đến.', null],
      ['person', 'Lúc nào ạ?', null],
    ]);
  });

  it('gives its contact part on its own', async () => {
    const { request } = await readDeskThread(thread, desk);
    if (request.envelope === null) throw new Error('the request did not open');

    const contact = await readContact(own.contact, desk.identity, request.envelope);

    expect(contact.envelope).toMatchObject({ phone: '0912 000 000', answerBy: 'phone', safeHours: 'tối' });
    expect(JSON.stringify(request.envelope)).not.toContain('0912');
  });
});

// Somebody who can write to the database, and perhaps knows both recipients, tries each of these.
describe('a request that was changed in the database', () => {
  it('is named when its row was given to another desk', async () => {
    expect((await problems({ ...thread, desk: otherDesk })).person[0]).toBe('desk');
    expect((await readDeskThread(thread, { ...desk, id: otherDesk.id })).request).toEqual({
      envelope: null,
      problem: 'desk',
    });
    expect((await readDeskThread(thread, otherDesk)).request.problem).toBe('cannot-open');
  });

  it('is named when the column says another recipient', async () => {
    const changed = { ...thread, recipient: stranger.recipient };

    expect((await problems(changed)).desk).toEqual(['recipient']);
  });

  it('is named when it was sealed anew for a recipient of the forger', async () => {
    const forged = await sealRequest(answers, desk, { ...person, recipient: stranger.recipient });

    expect((await problems({ ...thread, request: forged.request })).desk[0]).toBe('recipient');
    expect((await problems({ ...thread, request: forged.request })).person[0]).toBe('cannot-open');
  });

  it('is named when it was sealed anew without the proof', async () => {
    const forged = await sealRequest(answers, desk, { ...person, proof: stranger.proof });
    const changed = { ...thread, request: forged.request };

    expect((await problems(changed)).person[0]).toBe('proof');
    // The desk cannot know the right proof; then no genuine message of the thread fits.
    expect((await problems(changed)).desk).toEqual([null, 'proof', 'proof']);
  });

  it('is named when another request stands in its place', async () => {
    const other = await sealRequest(answers, desk, stranger);

    expect((await problems({ ...thread, request: other.request })).person[0]).toBe('cannot-open');
    expect((await problems({ ...thread, request: other.request })).desk).toEqual(['recipient']);
  });

  it.each([
    ['the contact part', own.contact, 'malformed'],
    ['a message', answer, 'malformed'],
    ['altered bytes', null, 'altered'],
    ['noise', new Uint8Array(2500), 'cannot-open'],
  ])('is named when %s stands in its place', async (_what, request, problem) => {
    expect((await problems({ ...thread, request })).person[0]).toBe(problem);
    expect((await problems({ ...thread, request })).desk).toEqual([problem]);
  });
});

describe('a contact part of another request', () => {
  it.each([
    ['another person', stranger, 'proof'],
    ['the same proof but another recipient', { ...person, recipient: stranger.recipient }, 'recipient'],
  ])('is named: %s', async (_whose, secrets, problem) => {
    const { request } = await readDeskThread(thread, desk);
    if (request.envelope === null) throw new Error('the request did not open');
    const other = await sealRequest(answers, desk, secrets);

    expect(await readContact(other.contact, desk.identity, request.envelope)).toEqual({
      envelope: null,
      problem,
    });
  });

  it('is named when it says another desk, is a request, or was altered', async () => {
    const { request } = await readDeskThread(thread, desk);
    if (request.envelope === null) throw new Error('the request did not open');
    const { envelope } = request;
    const read = async (sealed: Uint8Array | null) =>
      (await readContact(sealed, desk.identity, envelope)).problem;
    const elsewhere = await sealRequest(answers, { ...desk, id: otherDesk.id }, person);

    expect(await read(elsewhere.contact)).toBe('desk');
    expect(await read(own.request)).toBe('malformed');
    expect(await read(null)).toBe('altered');
    expect(await read(new Uint8Array(30))).toBe('cannot-open');
  });
});

describe('a message that was changed in the database', () => {
  const forged = { ...address, kind: 'message', id: messageId, from: 'desk', text: 'Gọi số này.' } as const;

  it('is named when somebody who knows both recipients but not the proof wrote it', async () => {
    const changed = withMessage(await forge({ ...forged, proof: stranger.proof }));

    expect(await problems(changed)).toEqual({ person: [null, 'proof'], desk: [null, 'proof'] });
    expect((await readOwnThread(changed, person)).messages).toEqual([
      { id: messageId, from: 'desk', hour: sent.sentHour, text: null, problem: 'proof' },
    ]);
  });

  it.each([
    ['it came from another thread', { ...forged, proof: stranger.proof }, {}, 'proof'],
    ['it names another recipient', { ...forged, recipient: stranger.recipient }, {}, 'recipient'],
    ["the person's words are shown as the desk's", { ...forged, from: 'person' as const }, {}, 'sender'],
    ["the desk's words are shown as the person's", forged, { sender: 'person' as const }, 'sender'],
    ['it was copied under another id', forged, { id: 'copy' }, 'copied'],
  ])('is named when %s', async (_what, envelope, row, problem) => {
    const changed = withMessage(await forge(envelope), row);

    expect(await problems(changed)).toEqual({ person: [null, problem], desk: [null, problem] });
  });

  it.each([
    ['a request', own.request, 'malformed'],
    ['a contact', own.contact, 'malformed'],
    ['noise', new Uint8Array(2500), 'cannot-open'],
    ['altered bytes', null, 'altered'],
  ])('is named when %s stands in its place', async (_what, sealed, problem) => {
    expect(await problems(withMessage(sealed))).toEqual({ person: [null, problem], desk: [null, problem] });
  });

  it('does not keep the genuine messages beside it from being read', async () => {
    const changed = { ...thread, messages: [...withMessage(null).messages, ...thread.messages] };

    expect((await problems(changed)).person).toEqual([null, 'altered', null, null]);
  });
});

describe('the self-test of sealing', () => {
  it('passes where sealing works', async () => {
    await expect(testSealing()).resolves.toBeUndefined();
  });
});
