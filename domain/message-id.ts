import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/**
 * The id under which a message is stored. The same content of one form always gets the same id, so that sending it
 * again stores nothing more; content that was changed in between gets another, or it would pass for sent while only the
 * first words stand.
 *
 * @param seed a random UUID, one a form; it is stored nowhere, so that nobody can try words against the id
 * @param content what the person sends, as JSON tells it apart
 * @returns a UUID of version 8 (RFC 9562, 5.8)
 */
export function messageIdFor(seed: string, content: unknown): string {
  const text = JSON.stringify(['diem-tua/v1/message', seed, content]);
  const bytes = sha256(new TextEncoder().encode(text)).slice(0, 16);
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return bytesToHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
