import { createPrivateKey, createPublicKey, hkdfSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readCode } from '../../domain/code.ts';
import { deriveFromCard, deriveFromCode, deriveFromPrf, hashToken, makeToken } from '../../domain/derive.ts';
import { ForgedGrantError, makeDeskKey, openGrant, sealGrant } from '../../domain/desk-key.ts';
import { openEnvelope } from '../../domain/envelope.ts';
import vectors from './vectors.json' with { type: 'json' };

/** HKDF-SHA-256 with an empty salt, by OpenSSL: 32 bytes. */
function expand(secret: string | Buffer, info: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', info, 32));
}

/** Bech32 (BIP 173) without its limit of 90 characters, written out here to be independent of the domain's. */
function bech32(prefix: string, bytes: Buffer): string {
  const alphabet = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const data = (bits.match(/.{1,5}/g) ?? []).map((group) => Number.parseInt(group.padEnd(5, '0'), 2));
  const polymod = (values: number[]) =>
    values.reduce((sum, value) => {
      const top = sum >>> 25;
      return [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3].reduce(
        (rest, generator, bit) => ((top >>> bit) & 1 ? rest ^ generator : rest),
        ((sum & 0x1ffffff) << 5) ^ value,
      );
    }, 1);
  const letters = [...prefix].map((letter) => letter.charCodeAt(0));
  const expanded = [...letters.map((code) => code >> 5), 0, ...letters.map((code) => code & 31)];
  const check = polymod([...expanded, ...data, 0, 0, 0, 0, 0, 0]) ^ 1;
  const checksum = [25, 20, 15, 10, 5, 0].map((shift) => (check >>> shift) & 31);
  return `${prefix}1${[...data, ...checksum].map((value) => alphabet.charAt(value)).join('')}`;
}

/** The age identity and recipient of an X25519 secret, the public key computed by OpenSSL. */
function keyPair(secret: Buffer): { identity: string; recipient: string } {
  // PKCS #8 of X25519 (RFC 8410, 7) up to the 32 bytes of the key.
  const der = Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), secret]);
  const key = createPublicKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
  const publicKey = key.export({ format: 'der', type: 'spki' }).subarray(-32);
  return { identity: bech32('age-secret-key-', secret).toUpperCase(), recipient: bech32('age', publicKey) };
}

const bytes = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'));

describe.each(vectors.codes)('the code $code', ({ code, ...secrets }) => {
  it('is a code', () => {
    expect(readCode(code)).toEqual({ ok: true, code });
  });

  it('gives the lookup token, proof, identity and recipient that are fixed for it', async () => {
    expect(await deriveFromCode(code)).toEqual(secrets);
  });

  it('gives the same by HKDF, X25519 and bech32 of another make', () => {
    const secret = code.slice(0, 24);

    expect({
      lookup: expand(secret, 'diem-tua/v1/lookup').toString('base64url'),
      proof: expand(secret, 'diem-tua/v1/proof').toString('base64url'),
      ...keyPair(expand(secret, 'diem-tua/v1/identity')),
    }).toEqual(secrets);
  });
});

describe('a key card', () => {
  const { code, ...pair } = vectors.card;

  it('gives the identity that is fixed for its code', async () => {
    expect(await deriveFromCard(code)).toEqual(pair);
    expect(keyPair(expand(code.slice(0, 24), 'diem-tua/v1/identity'))).toEqual(pair);
  });
});

describe.each(vectors.prf)('the PRF output $output', ({ output, ...pair }) => {
  it('gives the identity that is fixed for it', async () => {
    expect(await deriveFromPrf(bytes(output))).toEqual(pair);
    expect(keyPair(expand(Buffer.from(output, 'base64'), 'diem-tua/v1/prf'))).toEqual(pair);
  });
});

describe('a PRF output of another length', () => {
  it.each([0, 31, 33, 64])('is refused at %i bytes', async (length) => {
    await expect(deriveFromPrf(new Uint8Array(length))).rejects.toThrow(RangeError);
  });
});

// Sealed once and never again: what people have sent must stay readable for as long as they hold their code.
describe('what was sealed under these codes', () => {
  const { sealed } = vectors;
  const person = vectors.codes[sealed.codeIndex] ?? { identity: '', recipient: '', proof: '' };
  const address = {
    v: 1,
    desk: sealed.desk.id,
    deskRecipient: sealed.desk.recipient,
    recipient: person.recipient,
    proof: person.proof,
  };
  const { desk: _desk, answerBy, phone, safeHours, ...request } = sealed.answers;
  const holders = [
    ['the person', person.identity],
    ['the desk', sealed.desk.identity],
  ] as const;

  it.each(holders)('opens for %s: the request', async (_holder, identity) => {
    expect(await openEnvelope(bytes(sealed.request), identity)).toEqual({
      ...address,
      kind: 'request',
      ...request,
    });
  });

  it.each(holders)('opens for %s: the contact', async (_holder, identity) => {
    const contact = { ...address, kind: 'contact', answerBy, phone, safeHours };

    expect(await openEnvelope(bytes(sealed.contact), identity)).toEqual(contact);
  });

  it.each(holders)('opens for %s: the answer', async (_holder, identity) => {
    const message = {
      ...address,
      kind: 'message',
      id: sealed.messageId,
      from: 'desk',
      text: sealed.messageText,
    };

    expect(await openEnvelope(bytes(sealed.message), identity)).toEqual(message);
  });

  it("opens for the officer: the desk's key by the key card", async () => {
    const { identity, recipient } = sealed.desk;

    const grant = { sealed: bytes(sealed.grant), tag: bytes(sealed.grantTag) };

    expect(await openGrant(sealed.desk.id, grant, vectors.card.identity)).toEqual({ identity, recipient });
    expect(await openGrant(sealed.desk.id, grant, person.identity)).toBeNull();
  });

  it("refuses a desk's key that the holder was never given", async () => {
    const thief = await makeDeskKey();
    const resealed = await sealGrant(sealed.desk.id, thief, { ...vectors.card, identity: thief.identity });
    const open = (desk: string, tag: Uint8Array, file: Uint8Array = bytes(sealed.grant)) =>
      openGrant(desk, { sealed: file, tag }, vectors.card.identity);

    await expect(open(sealed.desk.id, resealed.tag, resealed.sealed)).rejects.toThrow(ForgedGrantError);
    await expect(open(sealed.desk.id, bytes(sealed.grantTag), resealed.sealed)).rejects.toThrow(
      ForgedGrantError,
    );
    await expect(open(sealed.desk.id, new Uint8Array())).rejects.toThrow(ForgedGrantError);
    await expect(open('another desk', bytes(sealed.grantTag))).rejects.toThrow(ForgedGrantError);
  });
});

describe('a token', () => {
  it('has 256 random bits and is kept as its SHA-256', () => {
    const token = makeToken();

    expect(token).toMatch(/^[\w-]{43}$/);
    expect(makeToken()).not.toBe(token);
    // SHA-256 of "abc" (FIPS 180-4, example).
    expect(Buffer.from(hashToken('abc'), 'base64url').toString('hex')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});
