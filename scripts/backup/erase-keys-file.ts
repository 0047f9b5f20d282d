/** The file of erase keys: an age file for the operator alone, JSON lines inside. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { ReadableStream } from 'node:stream/web';
import { Decrypter, Encrypter } from 'age-encryption';
import { z } from 'zod';
import { type KeptEraseKey, KeptEraseKeySchema } from '../../functions/backup/erase-keys.ts';
import { CommandError } from '../command-error.ts';

/** The first line: it ties the keys to one backup, whatever its folder is called. */
const HeaderSchema = z.strictObject({
  format: z.literal('diem-tua/erase-keys/v1'),
  madeAt: z.iso.datetime(),
});

/**
 * Reads the recipient that the keys are to be sealed to.
 *
 * @throws CommandError when it is none
 */
export function readRecipient(text: string): Encrypter {
  if (/^age-secret-key-/i.test(text))
    throw new CommandError(
      'That is a secret (AGE-SECRET-KEY-…), and it now stands in the history of your terminal: make a new one, and give the recipient that belongs to it (age1…).',
    );
  const encrypter = new Encrypter();
  try {
    encrypter.addRecipient(text);
  } catch (cause) {
    throw new CommandError(
      'What stands after --erase-keys-to is no age recipient. `age-keygen -o identity.txt` makes an identity and prints its recipient (age1…).',
      { cause },
    );
  }
  return encrypter;
}

/** The sealed file, piece by piece. `counted` is told of every key. */
export async function* sealEraseKeys(
  encrypter: Encrypter,
  madeAt: string,
  keys: AsyncIterable<KeptEraseKey>,
  counted: () => void,
): AsyncGenerator<Uint8Array> {
  async function* lines(): AsyncGenerator<Uint8Array> {
    const header: z.infer<typeof HeaderSchema> = { format: 'diem-tua/erase-keys/v1', madeAt };
    yield Buffer.from(`${JSON.stringify(header)}\n`);
    for await (const key of keys) {
      counted();
      yield Buffer.from(`${JSON.stringify(key)}\n`);
    }
  }
  // Node's streams and the DOM's, which the package is typed with, are the same objects under two declarations.
  const plain = ReadableStream.from(lines()) as unknown as globalThis.ReadableStream<Uint8Array>;
  const sealed = (await encrypter.encrypt(plain)) as unknown as ReadableStream<Uint8Array>;
  yield* sealed;
}

/**
 * Reads the identity that opens the file: lines as `age-keygen` writes them.
 *
 * @throws CommandError when it holds none
 */
export function readIdentity(text: string): Decrypter {
  const decrypter = new Decrypter();
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'));
  try {
    for (const line of lines) decrypter.addIdentity(line.trim());
    if (lines.length > 0) return decrypter;
  } catch {
    // The package's message could repeat a part of the secret.
  }
  throw new CommandError(
    'The identity cannot be read: it must be as `age-keygen` writes it, a line AGE-SECRET-KEY-1…. One that is itself sealed with a passphrase has to be opened first: `age -d identity.age | npm run restore -- FOLDER --identity -`.',
  );
}

/**
 * The keys of a file, one by one.
 *
 * @throws CommandError when the identity does not open it, or when it belongs to another backup
 */
export async function* openEraseKeys(
  path: string,
  decrypter: Decrypter,
  madeAt: string,
): AsyncGenerator<KeptEraseKey> {
  const sealed = Readable.toWeb(createReadStream(path)) as unknown as globalThis.ReadableStream<Uint8Array>;
  let opened: ReadableStream<Uint8Array>;
  try {
    opened = (await decrypter.decrypt(sealed)) as unknown as ReadableStream<Uint8Array>;
  } catch (cause) {
    throw new CommandError(
      `This identity does not open ${path}. The right one belongs to the recipient that was given as --erase-keys-to when the backup was made.`,
      { cause },
    );
  }
  let isFirst = true;
  for await (const line of createInterface({ input: Readable.fromWeb(opened), crlfDelay: Infinity })) {
    if (isFirst) {
      isFirst = false;
      if (HeaderSchema.parse(JSON.parse(line)).madeAt !== madeAt)
        throw new CommandError(`${path} belongs to another backup. Nothing was restored.`);
    } else yield KeptEraseKeySchema.parse(JSON.parse(line));
  }
}
