/**
 * Erase keys: one AES-256-GCM key a request, kept in R2 where a delete is final, wraps the sealed columns in D1,
 * whose Time Travel restores 30 days. Without the key a restored row is noise.
 */
import type { R2Bucket } from '@cloudflare/workers-types';
import { base64urlnopad } from '@scure/base';
import { AppError } from '../errors.ts';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const FORMAT_VERSION = 1;

/** A request's erase key with the name under which R2 holds it. */
export interface EraseKey {
  name: string;
  key: CryptoKey;
}

/** Where a sealed value stands: bound to its ciphertext, so that values moved within the database do not open. */
export interface SealedPlace {
  inquiry: string;
  column: 'request' | 'contact' | `message:${string}`;
}

/**
 * Makes a new key under a new random name and stores it.
 *
 * @throws AppError `storage_unavailable`
 */
export async function storeNewEraseKey(bucket: R2Bucket): Promise<EraseKey> {
  const raw = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  const name = base64urlnopad.encode(crypto.getRandomValues(new Uint8Array(KEY_BYTES)));
  try {
    await bucket.put(name, raw);
  } catch (cause) {
    throw new AppError('storage_unavailable', { cause });
  }
  return { name, key: await importKey(raw) };
}

/**
 * Fetches a request's key.
 *
 * @returns null when there is none: the request was erased
 * @throws AppError `storage_unavailable`
 */
export async function fetchEraseKey(bucket: R2Bucket, name: string): Promise<CryptoKey | null> {
  try {
    const object = await bucket.get(name);
    return object === null ? null : importKey(new Uint8Array(await object.arrayBuffer()));
  } catch (cause) {
    throw new AppError('storage_unavailable', { cause });
  }
}

/**
 * Deletes a key, or up to 1,000 in one call; one that is gone already counts as deleted.
 *
 * @throws AppError `storage_unavailable`
 */
export async function deleteEraseKey(bucket: R2Bucket, names: string | string[]): Promise<void> {
  try {
    await bucket.delete(names);
  } catch (cause) {
    throw new AppError('storage_unavailable', { cause });
  }
}

/**
 * Wraps a sealed part for its column.
 *
 * @returns a 96-bit random nonce followed by the ciphertext with its tag (NIST SP 800-38D)
 */
export async function wrap(
  sealed: Uint8Array,
  key: CryptoKey,
  place: SealedPlace,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const body = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: placeBytes(place) },
    key,
    new Uint8Array(sealed),
  );
  const wrapped = new Uint8Array(NONCE_BYTES + body.byteLength);
  wrapped.set(iv);
  wrapped.set(new Uint8Array(body), NONCE_BYTES);
  return wrapped;
}

/**
 * Unwraps a column.
 *
 * @returns null when the value was altered, or written for another place or another key
 */
export async function unwrap(
  wrapped: Uint8Array<ArrayBuffer>,
  key: CryptoKey,
  place: SealedPlace,
): Promise<Uint8Array | null> {
  try {
    const body = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: wrapped.subarray(0, NONCE_BYTES), additionalData: placeBytes(place) },
      key,
      wrapped.subarray(NONCE_BYTES),
    );
    return new Uint8Array(body);
  } catch {
    // WebCrypto tells no more than OperationError; the caller names the damage to the reader.
    return null;
  }
}

function importKey(raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

function placeBytes({ inquiry, column }: SealedPlace): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${inquiry}\n${column}\n${FORMAT_VERSION}`);
}
