/** A passkey made of WebCrypto: ES256, attestation "none" (WebAuthn Level 3, 6.1, 6.5.4 and 8.7). */
import { base64urlnopad } from '@scure/base';

type Bytes = Uint8Array<ArrayBuffer>;

/** What a ceremony claims; each can be made wrong. */
export interface Ceremony {
  challenge: string;
  origin?: string;
  rpId?: string;
  isUserVerified?: boolean;
  /** `type` of the client data; the ceremony's own unless a test confuses the two. */
  type?: string;
}

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const HAS_CREDENTIAL = 0x40;

const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

function join(...parts: ArrayLike<number>[]): Bytes {
  return new Uint8Array(parts.flatMap((part) => Array.from(part)));
}

async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

/** CBOR (RFC 8949) as far as it is needed here: integers, byte strings, texts and maps. */
function cbor(value: number | string | Bytes | Map<number | string, unknown>): Bytes {
  const head = (major: number, size: number): number[] => {
    if (size < 24) return [(major << 5) | size];
    if (size < 256) return [(major << 5) | 24, size];
    return [(major << 5) | 25, size >> 8, size & 0xff];
  };
  if (typeof value === 'number') return join(value < 0 ? head(1, -1 - value) : head(0, value));
  if (typeof value === 'string') return join(head(3, utf8(value).length), utf8(value));
  if (value instanceof Uint8Array) return join(head(2, value.length), value);
  const entries = [...value].flatMap(([key, item]) => [cbor(key), cbor(item as Parameters<typeof cbor>[0])]);
  return join(head(5, value.size), ...entries);
}

/** WebCrypto's r and s side by side as the DER that WebAuthn asks (6.5.5). */
function derSignature(raw: Bytes): Bytes {
  const integer = (bytes: Bytes) => {
    const start = bytes.findIndex((byte) => byte !== 0);
    const trimmed = bytes.subarray(start);
    const body = (trimmed[0] ?? 0) > 0x7f ? join([0], trimmed) : trimmed;
    return join([0x02, body.length], body);
  };
  const body = join(integer(raw.slice(0, 32)), integer(raw.slice(32)));
  return join([0x30, body.length], body);
}

/** An authenticator with one resident credential. */
export class SoftwareAuthenticator {
  readonly id = base64urlnopad.encode(crypto.getRandomValues(new Uint8Array(16)));
  /** Signatures made so far; an authenticator that was copied would go back. */
  counter = 0;
  readonly #keys: CryptoKeyPair;

  private constructor(keys: CryptoKeyPair) {
    this.#keys = keys;
  }

  static async make(): Promise<SoftwareAuthenticator> {
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
    return new SoftwareAuthenticator(await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']));
  }

  /** Answers `navigator.credentials.create` as the console posts it. */
  async create(ceremony: Ceremony) {
    const jwk = await crypto.subtle.exportKey('jwk', this.#keys.publicKey);
    // COSE (RFC 9053, 7.1.1): EC2, ES256, P-256, x, y.
    const publicKey = new Map<number | string, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, base64urlnopad.decode(jwk.x ?? '')],
      [-3, base64urlnopad.decode(jwk.y ?? '')],
    ]);
    const id = base64urlnopad.decode(this.id);
    const credential = join(new Uint8Array(16), [0, id.length], id, cbor(publicKey));
    const authData = join(await this.#authenticatorData(ceremony, HAS_CREDENTIAL), credential);
    const attestation = new Map<number | string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authData],
    ]);
    return {
      ...this.#credential(),
      response: {
        clientDataJSON: base64urlnopad.encode(clientData('webauthn.create', ceremony)),
        attestationObject: base64urlnopad.encode(cbor(attestation)),
      },
    };
  }

  /** Answers `navigator.credentials.get` as the console posts it. */
  async get(ceremony: Ceremony) {
    this.counter++;
    const data = clientData('webauthn.get', ceremony);
    const authenticatorData = await this.#authenticatorData(ceremony, 0);
    const signature = await crypto.subtle.sign(
      { name: 'ECDSA', hash: 'SHA-256' },
      this.#keys.privateKey,
      join(authenticatorData, await sha256(data)),
    );
    return {
      ...this.#credential(),
      response: {
        clientDataJSON: base64urlnopad.encode(data),
        authenticatorData: base64urlnopad.encode(authenticatorData),
        signature: base64urlnopad.encode(derSignature(new Uint8Array(signature))),
      },
    };
  }

  #credential() {
    return { id: this.id, rawId: this.id, type: 'public-key', clientExtensionResults: {} };
  }

  async #authenticatorData(ceremony: Ceremony, flags: number): Promise<Bytes> {
    const verified = ceremony.isUserVerified === false ? 0 : USER_VERIFIED;
    const counter = new DataView(new ArrayBuffer(4));
    counter.setUint32(0, this.counter);
    return join(
      await sha256(utf8(ceremony.rpId ?? 'localhost')),
      [flags | USER_PRESENT | verified],
      new Uint8Array(counter.buffer),
    );
  }
}

function clientData(type: string, ceremony: Ceremony): Bytes {
  const { challenge, origin = 'http://localhost' } = ceremony;
  return utf8(JSON.stringify({ type: ceremony.type ?? type, challenge, origin, crossOrigin: false }));
}
