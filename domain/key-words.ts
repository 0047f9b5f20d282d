/**
 * Five words for a key, to be read aloud between two people who know each other's voices. The database can be written
 * by somebody else; what one says and the other types cannot. The words stand in words/key-words.ts; this file knows
 * their numbers alone.
 */
import { scryptAsync } from '@noble/hashes/scrypt.js';

/** Words in the list; a power of two, so that no number is likelier than another. */
export const KEY_WORD_COUNT = 512;

/** Words that stand for one key: 45 bits. */
export const KEY_WORDS_READ = 5;

const BITS_A_WORD = 9;

/**
 * Slow on purpose (RFC 7914): whoever writes the database would have to find a key of their own with the same five
 * words, 2⁴⁵ tries of 64 MiB each.
 */
const SCRYPT = { N: 2 ** 16, r: 8, p: 1, dkLen: 8 };

const SALT = 'diem-tua/v1/words';

/**
 * The five numbers, 0 to 511, of some text: scrypt over the parts joined by line feeds, its first 45 bits in groups of
 * nine. Takes from a third of a second to some seconds, in small steps that leave the page alive.
 *
 * @param parts none of which holds a line feed
 */
export async function keyWordNumbers(parts: readonly string[]): Promise<number[]> {
  const bytes = await scryptAsync(parts.join('\n'), SALT, SCRYPT);
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from({ length: KEY_WORDS_READ }, (_, index) =>
    Number.parseInt(bits.slice(index * BITS_A_WORD, (index + 1) * BITS_A_WORD), 2),
  );
}

/** The words of a desk's key: read by whoever holds it, typed by whoever is to trust it. */
export function deskKeyWords(deskId: string, deskRecipient: string): Promise<number[]> {
  return keyWordNumbers(['desk', deskId, deskRecipient]);
}

/**
 * The words of an officer who waits for the key: read by that officer, from recipients that their own browser derived,
 * and typed by whoever is to seal the key to these.
 *
 * @param deskRecipient the desk's present key as the one who computes them knows it
 * @param passkeyRecipient null where the passkey gives no secret
 */
export function officerWords(
  deskId: string,
  deskRecipient: string,
  cardRecipient: string,
  passkeyRecipient: string | null,
): Promise<number[]> {
  return keyWordNumbers(['officer', deskId, deskRecipient, cardRecipient, passkeyRecipient ?? '']);
}
