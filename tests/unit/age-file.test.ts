import { bech32 } from '@scure/base';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { writeAgeFile } from '../../domain/age-file.ts';

const identities = await Promise.all([1, 2, 3].map(() => generateX25519Identity()));
const recipients = await Promise.all(identities.map((identity) => identityToRecipient(identity)));
const CHUNK = 64 * 1024;

function openWith(identity: string, file: Uint8Array): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return decrypter.decrypt(file);
}

function writtenByLibrary(plain: Uint8Array, to: readonly string[]): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  for (const recipient of to) encrypter.addRecipient(recipient);
  return encrypter.encrypt(plain);
}

/** A file with everything that is random written as dots: what two writers have to have in common. */
function shapeOf(file: Uint8Array): { header: string; rest: number } {
  const text = new TextDecoder('latin1').decode(file);
  const end = text.indexOf('\n', text.indexOf('\n---') + 1) + 1;
  const header = text.slice(0, end).replaceAll(/[A-Za-z0-9+/]{43}/g, (random) => '.'.repeat(random.length));
  return { header, rest: file.length - end };
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
          expect(await openWith(identity, file)).toEqual(plain);
      }),
      { numRuns: 40 },
    );
  });

  it.each([0, 1, 2048, CHUNK - 1, CHUNK, CHUNK + 1])('opens in the library with %d bytes', async (length) => {
    const plain = new Uint8Array(length).fill(7);

    expect(await openWith(identities[0] ?? '', await writeAgeFile(plain, recipients))).toEqual(plain);
  });

  it.each([1, 2, 3])(
    'has the same lines and length as one of the library, for %d recipients',
    async (count) => {
      const to = recipients.slice(0, count);
      const plain = new Uint8Array(2048);
      const [ours, theirs] = await Promise.all([writeAgeFile(plain, to), writtenByLibrary(plain, to)]);

      expect(shapeOf(ours)).toEqual(shapeOf(theirs));
      expect(shapeOf(ours).header.match(/^-> X25519 \.{43}$/gm)).toHaveLength(count);
    },
  );

  it('does not open when any one byte is changed', async () => {
    const file = await writeAgeFile(new Uint8Array(32), recipients.slice(0, 2));
    for (let at = 0; at < file.length; at += 1) {
      const changed = file.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;

      await expect(openWith(identities[1] ?? '', changed), `byte ${at}`).rejects.toThrow();
    }
  });

  it('has nothing random in common with another one of the same words', async () => {
    const lines = async () =>
      new TextDecoder('latin1')
        .decode(await writeAgeFile(new Uint8Array(2048), recipients))
        .split('\n')
        .filter((line) => line !== 'age-encryption.org/v1');
    const [one, other] = [await lines(), await lines()];

    expect(one.filter((line) => other.includes(line))).toEqual([]);
  });
});

describe('a recipient that is none', () => {
  const [recipient = ''] = recipients;
  it.each([
    ['empty', ''],
    ['of another kind', bech32.encodeFromBytes('age2', bech32.decodeToBytes(recipient).bytes)],
    ['too short', bech32.encodeFromBytes('age', new Uint8Array(31))],
    ['mistyped', `${recipient.slice(0, -1)}${recipient.endsWith('q') ? 'p' : 'q'}`],
    ['a point that makes every shared secret zero', bech32.encodeFromBytes('age', new Uint8Array(32))],
  ])('is refused: %s', async (_why, none) => {
    await expect(writeAgeFile(new Uint8Array(1), [recipient, none])).rejects.toThrow();
  });
});

describe('a browser without X25519', () => {
  it('writes with the library', async () => {
    const importKey = vi
      .spyOn(crypto.subtle, 'importKey')
      .mockRejectedValue(new DOMException('Unrecognized name', 'NotSupportedError'));
    const plain = Uint8Array.of(1, 2, 3);

    const file = await writeAgeFile(plain, recipients);

    expect(importKey).toHaveBeenCalled();
    expect(await openWith(identities[2] ?? '', file)).toEqual(plain);
  });

  it('is the only one: another failure is not passed over', async () => {
    vi.spyOn(crypto.subtle, 'deriveBits').mockRejectedValue(new DOMException('zero', 'OperationError'));

    await expect(writeAgeFile(new Uint8Array(1), recipients)).rejects.toThrow('zero');
  });
});
