/**
 * Writes age files (age-encryption.org/v1, c2sp.org/age@v1.0.0) of one chunk to X25519 recipients, as age-encryption
 * does but without its streams: a Worker that seals for a person without JavaScript has ten milliseconds, and four
 * streams a file outlive the request as garbage (docs/decisions/0017). Browsers and scripts write with the library, which
 * also opens every file.
 */
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, randomBytes } from '@noble/hashes/utils.js';
import { base64nopad, bech32 } from '@scure/base';

/** Bytes of plain text up to which a payload is one chunk. */
const CHUNK_BYTES = 64 * 1024;
const KEY_BYTES = 32;
/** Of the file key and of the payload's nonce. */
const RANDOM_BYTES = 16;
/** A stanza's key seals one thing, so its nonce is twelve zeros; a payload's single chunk has number 0 and the flag 1. */
const STANZA_NONCE = new Uint8Array(12);
const LAST_CHUNK_NONCE = Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
const X25519 = { name: 'X25519' };

const utf8 = new TextEncoder();
const STANZA_INFO = utf8.encode('age-encryption.org/v1/X25519');
const HEADER_INFO = utf8.encode('header');
const PAYLOAD_INFO = utf8.encode('payload');

/**
 * Writes a short age file to X25519 recipients, with the platform's own X25519 (Secure Curves in the Web Cryptography API).
 *
 * @param plain at most 64 KiB
 * @param recipients `age1…`, in small letters
 * @returns the file in its binary form
 * @throws Error when a recipient is malformed, or there is none; RangeError when `plain` is longer
 */
export async function writeAgeFile(plain: Uint8Array, recipients: readonly string[]): Promise<Uint8Array> {
  if (plain.length > CHUNK_BYTES) throw new RangeError('more than one chunk');
  if (recipients.length === 0) throw new Error('no recipient');
  const fileKey = randomBytes(RANDOM_BYTES);
  const stanzas: string[] = [];
  for (const recipient of recipients) stanzas.push(await wrapFileKey(fileKey, recipient));
  const start = `age-encryption.org/v1\n${stanzas.join('')}---`;
  const macKey = hkdf(sha256, fileKey, undefined, HEADER_INFO, KEY_BYTES);
  const mac = base64nopad.encode(hmac(sha256, macKey, utf8.encode(start)));
  const nonce = randomBytes(RANDOM_BYTES);
  const payloadKey = hkdf(sha256, fileKey, nonce, PAYLOAD_INFO, KEY_BYTES);
  const payload = chacha20poly1305(payloadKey, LAST_CHUNK_NONCE).encrypt(plain);
  return concatBytes(utf8.encode(`${start} ${mac}\n`), nonce, payload);
}

/** The X25519 stanza of one recipient (c2sp.org/age, "The X25519 recipient type"). */
async function wrapFileKey(fileKey: Uint8Array, recipient: string): Promise<string> {
  const { prefix, bytes } = bech32.decodeToBytes(recipient);
  if (prefix !== 'age' || bytes.length !== KEY_BYTES || !recipient.startsWith('age1'))
    throw new Error('invalid recipient');
  const theirs = await crypto.subtle.importKey('raw', new Uint8Array(bytes), X25519, false, []);
  const ephemeral = await generatePair();
  const share = new Uint8Array(await crypto.subtle.exportKey('raw', ephemeral.publicKey));
  const shared = new Uint8Array(
    await crypto.subtle.deriveBits({ ...X25519, public: theirs }, ephemeral.privateKey, KEY_BYTES * 8),
  );
  // Everybody knows what is sealed under it; age asks the writer to look, whatever the platform does.
  if (shared.every((byte) => byte === 0)) throw new Error('invalid recipient');
  const key = hkdf(sha256, shared, concatBytes(share, bytes), STANZA_INFO, KEY_BYTES);
  const body = chacha20poly1305(key, STANZA_NONCE).encrypt(fileKey);
  return `-> X25519 ${base64nopad.encode(share)}\n${base64nopad.encode(body)}\n`;
}

/** A key pair for one stanza alone. */
async function generatePair(): Promise<CryptoKeyPair> {
  const made = await crypto.subtle.generateKey(X25519, false, ['deriveBits']);
  if (!('privateKey' in made)) throw new Error('X25519 made no pair');
  return made;
}
