/**
 * A proof that somebody holds a desk's recovery sheet in the hand: the server seals a random token to the sheet, and
 * whoever gives the token back has opened it. So nobody removes colleagues or replaces a key with a session alone.
 */
import { Decrypter, Encrypter } from 'age-encryption';

/**
 * What is sealed begins with this, and nothing else sealed to a sheet does: a browser that opens what it is given and
 * sends the content back must not be made to send a key.
 */
const PREFIX = 'diem-tua/v1/sheet-proof\n';

const TOKEN = /^[\w-]{43}$/;

/** Seals a token (see `makeToken`) to a sheet's recipient, as a binary age file. */
export function sealSheetProof(token: string, sheetRecipient: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(sheetRecipient);
  return encrypter.encrypt(PREFIX + token);
}

/** The token; null when it is sealed to another sheet, is damaged, or is something else than such a token. */
export async function openSheetProof(sealed: Uint8Array, sheetIdentity: string): Promise<string | null> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(sheetIdentity);
  try {
    const text = await decrypter.decrypt(sealed, 'text');
    const token = text.slice(PREFIX.length);
    return text.startsWith(PREFIX) && TOKEN.test(token) ? token : null;
  } catch {
    // A wrong sheet and damaged bytes both mean: no proof.
    return null;
  }
}
