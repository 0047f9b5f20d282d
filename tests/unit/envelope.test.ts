import { Decrypter, Encrypter } from 'age-encryption';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Envelope,
  EnvelopeError,
  openEnvelope,
  PADDING_STEP,
  type RequestEnvelope,
  sealEnvelope,
} from '../../domain/envelope.ts';
import vectors from './vectors.json' with { type: 'json' };

const [, person, stranger] = vectors.codes;
if (person === undefined || stranger === undefined) throw new Error('vectors.json lacks codes');
const { desk } = vectors.sealed;

const address = {
  v: 1,
  desk: desk.id,
  deskRecipient: desk.recipient,
  recipient: person.recipient,
  proof: person.proof,
} as const;

function message(text: string): Extract<Envelope, { kind: 'message' }> {
  return { ...address, kind: 'message', id: vectors.sealed.messageId, from: 'person', text };
}

const jsonBytes = (envelope: Envelope) => new TextEncoder().encode(JSON.stringify(envelope)).length;

/** A message whose JSON has exactly this many bytes. */
function messageOf(bytes: number): Envelope {
  return message('a'.repeat(bytes - jsonBytes(message(''))));
}

const seal = (envelope: Envelope) => sealEnvelope(envelope, [desk.recipient, person.recipient]);

/** Any text sealed to the person as it stands: what somebody who knows the recipient could write. */
async function sealText(text: string | Uint8Array): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(person?.recipient ?? '');
  return encrypter.encrypt(text);
}

/** Why a sealed part does not open; undefined when it does. */
async function problemOf(sealed: Uint8Array, identity = person?.identity ?? ''): Promise<string | undefined> {
  return openEnvelope(sealed, identity).then(
    () => undefined,
    (error: unknown) => (error instanceof EnvelopeError ? error.code : 'another error'),
  );
}

describe('an envelope', () => {
  const text = fc.string({ unit: 'binary', maxLength: 300 });

  it('opens for the person and the desk with every word as it was sealed, whatever Unicode it holds', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.array(text, { maxLength: 3 }), async (words, help) => {
        const envelope: Envelope = {
          ...address,
          kind: 'request',
          resultKnown: 'unsure',
          forWhom: 'relative',
          ageBand: 'unsaid',
          help,
          words,
        };
        const sealed = await seal(envelope);

        expect(await openEnvelope(sealed, person.identity)).toEqual(envelope);
        expect(await openEnvelope(sealed, desk.identity)).toEqual(envelope);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['with none of the fields that came later', {}],
    ['with all of them', { substances: ['opioid'], urgency: 'soon', place: 'Hà Nội', once: true }],
  ] satisfies [string, Partial<RequestEnvelope>][])('of a request opens %s', async (_what, later) => {
    const envelope: Envelope = {
      ...address,
      kind: 'request',
      resultKnown: 'no',
      forWhom: 'self',
      ageBand: 'adult',
      help: [],
      words: '',
      ...later,
    };

    expect(await openEnvelope(await seal(envelope), desk.identity)).toEqual(envelope);
  });

  it.each([
    ['half a surrogate pair', 'a\ud83dz'],
    ['NUL and other control characters', '\u0000\u0001\u007f\u2028'],
    ['spaces at its end, like the padding', 'chữ   '],
    ['text that looks like the end of the JSON', '"}   '],
    ['stacked diacritics, decomposed', 'ệ ữ'.normalize('NFD')],
  ])('keeps %s', async (_what, words) => {
    const opened = await openEnvelope(await seal(message(words)), person.identity);

    expect(opened).toEqual(message(words));
  });

  it.each([
    [PADDING_STEP - 1, 1],
    [PADDING_STEP, 1],
    [PADDING_STEP + 1, 2],
    [2 * PADDING_STEP, 2],
    [2 * PADDING_STEP + 1, 3],
  ])('of %i bytes is padded to %i steps', async (bytes, steps) => {
    const decrypter = new Decrypter();
    decrypter.addIdentity(desk.identity);

    const padded = await decrypter.decrypt(await seal(messageOf(bytes)), 'text');

    expect(jsonBytes(messageOf(bytes))).toBe(bytes);
    expect(padded).toHaveLength(steps * PADDING_STEP);
    expect(padded.trimEnd()).toBe(JSON.stringify(messageOf(bytes)));
  });

  it('has a sealed length that tells the step and nothing more', async () => {
    const lengths = async (from: number, to: number) => {
      const sealed = await Promise.all(
        [from, Math.floor((from + to) / 2), to, to, to, to].map((bytes) => seal(messageOf(bytes))),
      );
      return new Set(sealed.map((file) => file.length));
    };
    const first = await lengths(400, PADDING_STEP);
    const second = await lengths(PADDING_STEP + 1, 2 * PADDING_STEP);

    expect(first.size).toBe(1);
    expect([...second]).toEqual([...first].map((length) => length + PADDING_STEP));
  });

  it('is never sealed alike twice', async () => {
    expect(await seal(message('a'))).not.toEqual(await seal(message('a')));
  });

  it('is an age file of version 1 with one X25519 stanza a recipient', async () => {
    const [version, ...stanzas] = new TextDecoder('latin1')
      .decode(await seal(message('a')))
      .split('\n---')[0]
      ?.split('\n') ?? [''];

    expect(version).toBe('age-encryption.org/v1');
    expect(stanzas.filter((line) => line.startsWith('-> ')).length).toBe(2);
    expect(stanzas.filter((line) => line.startsWith('-> X25519 ')).length).toBe(2);
  });

  it('is refused to a recipient that is none', async () => {
    await expect(sealEnvelope(message('a'), [person.recipient.replace('age1', 'age2')])).rejects.toThrow();
    await expect(sealEnvelope(message('a'), [''])).rejects.toThrow();
  });
});

describe('a sealed part', () => {
  it('does not open for anybody else', async () => {
    expect(await problemOf(await seal(message('a')), stranger.identity)).toBe('cannot-open');
    expect(await problemOf(await seal(message('a')), vectors.card.identity)).toBe('cannot-open');
  });

  it('does not open when it is cut off anywhere', async () => {
    const sealed = await seal(message('a'));
    const cuts = [0, 1, 21, 22, 60, 150, 200, 300, sealed.length - 17, sealed.length - 16, sealed.length - 1];

    const problems = await Promise.all(cuts.map((length) => problemOf(sealed.subarray(0, length))));

    expect(problems).toEqual(cuts.map(() => 'cannot-open'));
  });

  it('does not open when any one bit is changed', async () => {
    const sealed = await seal(message('a'));
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length * 8 - 1), async (bit) => {
        const altered = sealed.slice();
        altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));

        expect(await problemOf(altered)).toBe('cannot-open');
      }),
      { numRuns: 300 },
    );
  });

  it('does not open with bytes added or when it is no age file at all', async () => {
    const sealed = await seal(message('a'));

    expect(await problemOf(new Uint8Array([...sealed, 0]))).toBe('cannot-open');
    expect(await problemOf(new TextEncoder().encode('age-encryption.org/v1\n'))).toBe('cannot-open');
    expect(await problemOf(new TextEncoder().encode('xin chào'))).toBe('cannot-open');
  });

  const plain = message('a');
  const { proof: _proof, ...withoutProof } = plain;

  it.each([
    ['no JSON', 'xin chào'],
    ['nothing', ''],
    ['bytes that are no UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22])],
    ['JSON of another shape', '[]'],
    ['null', 'null'],
    ['two values', `${JSON.stringify(plain)}${JSON.stringify(plain)}`],
    ['another version', JSON.stringify({ ...plain, v: 2 })],
    ['the version as text', JSON.stringify({ ...plain, v: '1' })],
    ['another kind', JSON.stringify({ ...plain, kind: 'note' })],
    ['no kind', JSON.stringify({ ...plain, kind: undefined })],
    ['a field too many', JSON.stringify({ ...plain, extra: 1 })],
    ['a field of another kind', JSON.stringify({ ...plain, phone: '' })],
    ['a field too few', JSON.stringify(withoutProof)],
    ['a field of another type', JSON.stringify({ ...plain, text: 1 })],
    ['a sender that is nobody', JSON.stringify({ ...plain, from: 'admin' })],
    ['an act that nobody knows', JSON.stringify({ ...plain, dataRequest: 'sell' })],
    ['an act that is empty', JSON.stringify({ ...plain, settles: {} })],
    ['an act that is half one', JSON.stringify({ ...plain, changesContact: false })],
    ['a prototype', JSON.stringify(plain).replace('{', '{"__proto__":{"a":1},')],
  ])('that holds %s is malformed', async (_what, content) => {
    expect(await problemOf(await sealText(content))).toBe('malformed');
  });

  it('names its problem without a word of its content', async () => {
    const error = await openEnvelope(await sealText('bí mật'), person.identity).catch((e: unknown) => e);

    expect(error).toBeInstanceOf(EnvelopeError);
    expect(String(error)).toBe('EnvelopeError: malformed envelope');
  });
});
