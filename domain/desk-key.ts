/**
 * A desk's key: an age identity whose secret is sealed, as text, to each of its holders (an officer's passkey, an
 * officer's key card, the desk's recovery sheet). A grant opens with any age implementation; its tag tells the holder
 * that it was made by someone who knew the holder's own secret, and not by whoever writes the database.
 */
import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { base64urlnopad } from '@scure/base';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { KeyPair } from './derive.ts';

/** A desk's identity sealed to one holder. */
export interface SealedGrant {
  /** An age file in its binary form. */
  sealed: Uint8Array;
  /** 32 bytes, see `grantTag`. */
  tag: Uint8Array;
}

/** A grant opened, but to a key for which its holder never made a tag: somebody may have changed the database. */
export class ForgedGrantError extends Error {
  override name = 'ForgedGrantError';
}

/** Makes a new key pair for a desk. */
export async function makeDeskKey(): Promise<KeyPair> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/**
 * Seals a desk's key to one holder. Made where the holder's secret is known: in the officer's browser at
 * registration, beside a new recovery sheet.
 */
export async function sealGrant(deskId: string, deskKey: KeyPair, holder: KeyPair): Promise<SealedGrant> {
  return {
    sealed: await sealKeyTo(deskKey, holder.recipient),
    tag: grantTag(deskId, deskKey.recipient, holder.identity),
  };
}

/**
 * Seals a desk's key to a colleague's recipient, without a tag: only that colleague can make one. The recipient must
 * have been heard from them (`officerWords`), since whoever writes the database can put another in its place.
 */
export function sealKeyTo(deskKey: KeyPair, recipient: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(deskKey.identity);
}

/**
 * Opens a grant.
 *
 * @returns the desk's key pair, its recipient computed from the identity, never read from the database; null when
 *   the grant is not sealed to this holder or is damaged
 * @throws ForgedGrantError when it opens, but its tag is not this holder's for that desk and key
 */
export async function openGrant(
  deskId: string,
  { sealed, tag }: SealedGrant,
  holderIdentity: string,
): Promise<KeyPair | null> {
  const key = await openUntagged(sealed, holderIdentity);
  if (key === null) return null;
  const own = grantTag(deskId, key.recipient, holderIdentity);
  if (base64urlnopad.encode(own) !== base64urlnopad.encode(tag)) throw new ForgedGrantError();
  return key;
}

/**
 * The tag of a grant: HMAC-SHA-256 (RFC 2104) over the desk's id, a line feed and the desk key's recipient, with a key
 * that HKDF-SHA-256 (RFC 5869) derives from the holder's identity as text, with an empty salt and the info
 * `diem-tua/v1/grant`.
 *
 * @returns 32 bytes
 */
export function grantTag(deskId: string, deskRecipient: string, holderIdentity: string): Uint8Array {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const key = hkdf(sha256, bytes(holderIdentity), undefined, bytes('diem-tua/v1/grant'), 32);
  return hmac(sha256, key, bytes(`${deskId}\n${deskRecipient}`));
}

/**
 * Opens a grant without a tag. Nobody knows from whom such a key comes: it is not to be used before its words were heard
 * (`deskKeyWords`).
 *
 * @returns null when it is not sealed to this holder or is damaged
 */
export async function openUntagged(sealed: Uint8Array, holderIdentity: string): Promise<KeyPair | null> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(holderIdentity);
  try {
    const identity = await decrypter.decrypt(sealed, 'text');
    return { identity, recipient: await identityToRecipient(identity) };
  } catch {
    // A wrong holder, damaged bytes and a content that is no identity all mean: this grant gives no key.
    return null;
  }
}
