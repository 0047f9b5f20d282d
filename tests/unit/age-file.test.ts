import { bech32 } from '@scure/base';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { writeAgeFile } from '../../domain/age-file.ts';
import { type RequestEnvelope, sealEnvelope } from '../../domain/envelope.ts';
import { LIMITS } from '../../domain/request-form.ts';

const identities = await Promise.all([1, 2, 3].map(() => generateX25519Identity()));
const recipients = await Promise.all(identities.map((identity) => identityToRecipient(identity)));
const [recipient = ''] = recipients;
const CHUNK = 64 * 1024;

function openerOf(identity = ''): Decrypter {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return decrypter;
}

function writeWithLibrary(plain: Uint8Array, to: readonly string[]): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  for (const each of to) encrypter.addRecipient(each);
  return encrypter.encrypt(plain);
}

/** A file's header as text, and what follows it. */
function partsOf(file: Uint8Array): { header: string; rest: Uint8Array } {
  const text = new TextDecoder('latin1').decode(file);
  const end = text.indexOf('\n', text.indexOf('\n---') + 1) + 1;
  return { header: text.slice(0, end), rest: file.slice(end) };
}

/** A file with everything that is random left out: what two writers have to have in common. */
function shapeOf(file: Uint8Array): { header: string; length: number } {
  const header = partsOf(file).header.replaceAll(/[A-Za-z0-9+/]{43}/g, (random) => '.'.repeat(random.length));
  return { header, length: file.length };
}

/** Everything in a file that may never come twice: its file key, its nonce, shares, wrapped keys and MAC. */
async function freshIn(file: Uint8Array): Promise<string[]> {
  const { header, rest } = partsOf(file);
  const fileKey = await openerOf(identities[0]).decryptHeader(new TextEncoder().encode(header));
  const lines = header.split('\n').filter((line) => line !== '' && line !== 'age-encryption.org/v1');
  return [String(fileKey), String(rest.slice(0, 16)), ...lines];
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('an age file of ours', () => {
  it('opens in the library for each of its recipients, whatever it holds', async () => {
    const some = fc.uint8Array({ maxLength: 5000 });
    await fc.assert(
      fc.asyncProperty(some, fc.integer({ min: 1, max: 3 }), async (plain, count) => {
        const file = await writeAgeFile(plain, recipients.slice(0, count));

        for (const identity of identities.slice(0, count))
          expect(await openerOf(identity).decrypt(file)).toEqual(plain);
      }),
      { numRuns: 40 },
    );
  });

  it.each([0, 1, 2048, CHUNK - 1, CHUNK])('opens in the library with %d bytes', async (length) => {
    const plain = new Uint8Array(length).fill(7);

    expect(await openerOf(identities[0]).decrypt(await writeAgeFile(plain, recipients))).toEqual(plain);
  });

  it.each([1, 2, 3])(
    'has the same lines and length as one of the library, for %d recipients',
    async (count) => {
      const to = recipients.slice(0, count);
      const plain = new Uint8Array(2048);
      const [ours, theirs] = await Promise.all([writeAgeFile(plain, to), writeWithLibrary(plain, to)]);

      expect(shapeOf(ours)).toEqual(shapeOf(theirs));
      expect(shapeOf(ours).header.match(/^-> X25519 \.{43}$/gm)).toHaveLength(count);
    },
  );

  it('does not open when any one byte is changed', async () => {
    const file = await writeAgeFile(new Uint8Array(32), recipients.slice(0, 2));
    for (let at = 0; at < file.length; at += 1) {
      const changed = file.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;

      await expect(openerOf(identities[1]).decrypt(changed), `byte ${at}`).rejects.toThrow();
    }
  });

  it('has a key, a nonce and stanzas of its own, each made for it alone', async () => {
    const plain = new Uint8Array(2048);
    const files = await Promise.all([writeAgeFile(plain, recipients), writeAgeFile(plain, recipients)]);
    const fresh = (await Promise.all(files.map(freshIn))).flat();

    expect(fresh).toHaveLength(2 * (2 + 2 * recipients.length + 1));
    expect(new Set(fresh).size).toBe(fresh.length);
    expect(fresh.filter((value) => /^(?:0,)*0$/.test(value))).toEqual([]);
  });

  it('can hold the longest request that the form takes, in characters that JSON writes longest', async () => {
    const longest = (length: number) => '\u0001'.repeat(length);
    const envelope: RequestEnvelope = {
      v: 1,
      kind: 'request',
      desk: crypto.randomUUID(),
      deskRecipient: recipient,
      recipient,
      proof: 'x'.repeat(43),
      resultKnown: 'unsure',
      forWhom: 'relative',
      ageBand: 'under-18',
      help: Array.from({ length: 20 }, () => longest(40)),
      words: longest(LIMITS.words),
    };

    expect((await sealEnvelope(envelope, recipients, writeAgeFile)).length).toBeLessThan(CHUNK);
  });

  it('is refused where it would need a second chunk', async () => {
    await expect(writeAgeFile(new Uint8Array(CHUNK + 1), recipients)).rejects.toThrow(RangeError);
  });

  it('is refused to nobody, whom no key would open it for', async () => {
    await expect(writeAgeFile(new Uint8Array(1), [])).rejects.toThrow('no recipient');
  });
});

describe('a recipient that is none', () => {
  const { bytes } = bech32.decodeToBytes(recipient);
  it.each([
    ['empty', ''],
    ['of another kind', bech32.encodeFromBytes('age2', bytes)],
    ['too short', bech32.encodeFromBytes('age', bytes.slice(1))],
    ['mistyped', `${recipient.slice(0, -1)}${recipient.endsWith('q') ? 'p' : 'q'}`],
    ['in capitals', recipient.toUpperCase()],
    ['a point that makes every shared secret zero', bech32.encodeFromBytes('age', new Uint8Array(32))],
  ])('is refused: %s', async (_why, none) => {
    await expect(writeAgeFile(new Uint8Array(1), [recipient, none])).rejects.toThrow();
  });

  it('is known by the secret of zeros where the platform does not look', async () => {
    vi.spyOn(crypto.subtle, 'deriveBits').mockResolvedValue(new ArrayBuffer(32));

    await expect(writeAgeFile(new Uint8Array(1), [recipient])).rejects.toThrow('invalid recipient');
  });
});
