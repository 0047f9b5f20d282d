/**
 * Another implementation of docs/sealed-formats.md, written from that page and age's specification
 * (age-encryption.org/v1) on OpenSSL's primitives alone, held against the fixed vectors.
 */
import {
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { describe, expect, it } from 'vitest';
import vectors from './vectors.json' with { type: 'json' };

const ALPHABET = '0123456789BCFGHJKMNPQRSTVXZ';
const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

function hkdf(secret: Buffer, salt: Buffer | string, info: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, info, 32));
}

/** The 32 bytes of an age identity or recipient (BIP 173; the checksum is looked at by derive.test.ts). */
function bech32Bytes(text: string): Buffer {
  const data = text.toLowerCase().slice(text.lastIndexOf('1') + 1, -6);
  const bits = [...data].map((letter) => BECH32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** X25519 keys as OpenSSL takes them (RFC 8410, 4 and 7). */
const privateKey = (bytes: Buffer): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), bytes]),
    format: 'der',
    type: 'pkcs8',
  });
const publicKey = (bytes: Buffer): KeyObject =>
  createPublicKey({
    key: Buffer.concat([Buffer.from('302a300506032b656e032100', 'hex'), bytes]),
    format: 'der',
    type: 'spki',
  });
const rawPublic = (key: KeyObject): Buffer =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);

function chacha(key: Buffer, nonce: Buffer, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 });
  decipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
}

/** Opens a binary age file of one chunk; null when none of its stanzas is for this identity. */
function openAge(file: Buffer, identity: string): string | null {
  const end = file.indexOf('\n', file.indexOf('\n--- ') + 1) + 1;
  const header = file.subarray(0, end).toString('latin1');
  const own = privateKey(bech32Bytes(identity));
  for (const [, share = '', body = ''] of header.matchAll(/-> X25519 (\S+)\n(\S+)\n/g)) {
    const ephemeral = Buffer.from(share, 'base64');
    const shared = diffieHellman({ privateKey: own, publicKey: publicKey(ephemeral) });
    const salt = Buffer.concat([ephemeral, rawPublic(own)]);
    const wrapKey = hkdf(shared, salt, 'age-encryption.org/v1/X25519');
    let fileKey: Buffer;
    try {
      fileKey = chacha(wrapKey, Buffer.alloc(12), Buffer.from(body, 'base64'));
    } catch {
      // The stanza of somebody else.
      continue;
    }
    const mac = createHmac('sha256', hkdf(fileKey, '', 'header'))
      .update(header.slice(0, header.indexOf('\n--- ') + 4))
      .digest('base64');
    if (!header.endsWith(`--- ${mac.replace(/=+$/, '')}\n`)) throw new Error('the header was altered');
    const streamKey = hkdf(fileKey, file.subarray(end, end + 16), 'payload');
    // One chunk is the last one: counter 0, and 1 in the last byte of the nonce.
    const nonce = Buffer.concat([Buffer.alloc(11), Buffer.from([1])]);
    return chacha(streamKey, nonce, file.subarray(end + 16)).toString('utf8');
  }
  return null;
}

const { sealed } = vectors;
const person = vectors.codes[sealed.codeIndex] ?? { identity: '', recipient: '', proof: '' };
const { desk, answers } = sealed;
const address = {
  v: 1,
  desk: desk.id,
  deskRecipient: desk.recipient,
  recipient: person.recipient,
  proof: person.proof,
};

describe.each([...vectors.codes, vectors.card].map(({ code }) => code))('the code %s', (code) => {
  it('fits its check symbol by the weighted sum', () => {
    const sum = [...code].reduce((total, symbol, at) => total + (at + 1) * ALPHABET.indexOf(symbol), 0);

    expect([code.length, sum % 29]).toEqual([25, 0]);
  });
});

describe.each([vectors.card, ...vectors.codes, ...vectors.prf, desk])('the identity $identity', (pair) => {
  it('has the recipient that is fixed for it', () => {
    expect(rawPublic(privateKey(bech32Bytes(pair.identity)))).toEqual(bech32Bytes(pair.recipient));
  });
});

describe.each([
  ['the person', person.identity],
  ['the desk', desk.identity],
])('what is sealed, opened for %s', (_holder, identity) => {
  const { answerBy, phone, safeHours, desk: _desk, ...request } = answers;

  it.each([
    ['request', sealed.request, { ...address, kind: 'request', ...request }],
    ['contact', sealed.contact, { ...address, kind: 'contact', answerBy, phone, safeHours }],
    [
      'message',
      sealed.message,
      { ...address, kind: 'message', id: sealed.messageId, from: 'desk', text: sealed.messageText },
    ],
  ])('is the %s, as JSON filled to whole steps of 2,048 bytes', (_part, file, envelope) => {
    const text = openAge(Buffer.from(file, 'base64'), identity) ?? '';

    expect(JSON.parse(text)).toEqual(envelope);
    expect(Buffer.byteLength(text) % 2048).toBe(0);
  });
});

describe('the grant', () => {
  it("is the desk's identity for the key card, and nothing for another", () => {
    const file = Buffer.from(sealed.grant, 'base64');

    expect(openAge(file, vectors.card.identity)).toBe(desk.identity);
    expect(openAge(file, person.identity)).toBeNull();
  });

  it('carries the tag that only the key card could make', () => {
    const key = hkdf(Buffer.from(vectors.card.identity), '', 'diem-tua/v1/grant');

    const tag = createHmac('sha256', key).update(`${desk.id}\n${desk.recipient}`).digest('base64');

    expect(tag).toBe(sealed.grantTag);
  });
});
