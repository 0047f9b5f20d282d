/**
 * What is derived from a code and from a passkey's PRF output: HKDF-SHA-256 (RFC 5869) with an empty salt and one
 * `info` string a purpose. Known-answer vectors stand in tests/unit/vectors.json; nothing that this file gives may change.
 */
import { expand, extract } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { base64urlnopad, bech32 } from '@scure/base';
import { identityToRecipient } from 'age-encryption';

const SECRET_BYTES = 32;
const SECRET_SYMBOLS = 24;

/** The fixed input of the PRF extension's `eval.first` (WebAuthn Level 3, 10.1.4): one for all officers. */
export const PRF_SALT: Uint8Array<ArrayBuffer> = new TextEncoder().encode('diem-tua/v1/prf-salt');

/** An X25519 age identity and its recipient (age-encryption.org/v1). */
export interface KeyPair {
  /** `AGE-SECRET-KEY-1…`, 74 characters. */
  identity: string;
  /** `age1…`, 62 characters. */
  recipient: string;
}

/** All that a request's code gives. */
export interface CodeSecrets extends KeyPair {
  /** 32 bytes as base64url: shown to the server, which keeps only its SHA-256. */
  lookup: string;
  /** 32 bytes as base64url: stands inside the envelopes; an answer is genuine when it repeats it. */
  proof: string;
}

/**
 * Derives a request's secrets.
 *
 * @param code a plain code as `readCode` gives it; only its 24 random symbols take part
 */
export async function deriveFromCode(code: string): Promise<CodeSecrets> {
  const key = keyOf(secretOf(code));
  return {
    lookup: base64urlnopad.encode(derive(key, 'diem-tua/v1/lookup')),
    proof: base64urlnopad.encode(derive(key, 'diem-tua/v1/proof')),
    ...(await keyPair(derive(key, 'diem-tua/v1/identity'))),
  };
}

/**
 * Derives the key pair of a key card or a recovery sheet, whose codes have the form and derivation of a request's.
 *
 * @param code a plain code as `readCode` gives it
 */
export async function deriveFromCard(code: string): Promise<KeyPair> {
  return keyPair(derive(keyOf(secretOf(code)), 'diem-tua/v1/identity'));
}

/**
 * Derives an officer's key pair from the PRF output of their passkey.
 *
 * @param prfOutput the 32 bytes of `prf.results.first` for PRF_SALT
 * @throws RangeError when there are not 32 bytes
 */
export async function deriveFromPrf(prfOutput: Uint8Array): Promise<KeyPair> {
  if (prfOutput.length !== SECRET_BYTES) throw new RangeError('prf output is not 32 bytes');
  return keyPair(derive(keyOf(prfOutput), 'diem-tua/v1/prf'));
}

/** The SHA-256 of a token's text as base64url: all that the server keeps of lookup, invite and session tokens. */
export function hashToken(token: string): string {
  return base64urlnopad.encode(sha256(new TextEncoder().encode(token)));
}

/** A new random token of 256 bits as base64url (43 characters). */
export function makeToken(): string {
  return base64urlnopad.encode(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)));
}

function secretOf(code: string): Uint8Array {
  return new TextEncoder().encode(code.slice(0, SECRET_SYMBOLS));
}

/** HKDF-Extract (RFC 5869, 2.2): once for all that is derived from a secret. */
function keyOf(secret: Uint8Array): Uint8Array {
  return extract(sha256, secret);
}

/** HKDF-Expand (RFC 5869, 2.3). */
function derive(key: Uint8Array, info: string): Uint8Array {
  return expand(sha256, key, new TextEncoder().encode(info), SECRET_BYTES);
}

async function keyPair(secretKey: Uint8Array): Promise<KeyPair> {
  const identity = bech32.encodeFromBytes('age-secret-key-', secretKey).toUpperCase();
  return { identity, recipient: await identityToRecipient(identity) };
}
