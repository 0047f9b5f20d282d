/**
 * A desk's key: an age identity whose secret is sealed, as text, to each of its holders (an officer's passkey, an
 * officer's key card, the desk's recovery sheet). A grant opens with any age implementation.
 */
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { KeyPair } from './derive.ts';

/** Makes a new key pair for a desk. */
export async function makeDeskKey(): Promise<KeyPair> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/**
 * Seals a desk's identity to one holder.
 *
 * @returns an age file in its binary form
 */
export async function sealGrant(deskIdentity: string, holderRecipient: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(holderRecipient);
  return encrypter.encrypt(deskIdentity);
}

/**
 * Opens a grant.
 *
 * @returns the desk's key pair, its recipient computed from the identity, never read from the database; null when
 *   the grant is not sealed to this holder or is damaged
 */
export async function openGrant(grant: Uint8Array, holderIdentity: string): Promise<KeyPair | null> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(holderIdentity);
  try {
    const identity = await decrypter.decrypt(grant, 'text');
    return { identity, recipient: await identityToRecipient(identity) };
  } catch {
    // A wrong holder, damaged bytes and a content that is no identity all mean: this grant gives no key.
    return null;
  }
}
