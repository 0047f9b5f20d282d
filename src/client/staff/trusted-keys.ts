/** Which of a desk's keys this browser has trusted: public values, kept so that an old key cannot come back unseen. */
import { readSeen, rememberKey } from '../../../domain/trusted-keys.ts';

const PREFIX = 'diem-tua-chia-khoa:';

/** The recipients that were trusted, in order; none where the browser keeps nothing. */
export function readTrustedKeys(deskId: string): string[] {
  try {
    return readSeen(localStorage.getItem(PREFIX + deskId));
  } catch {
    // Storage is switched off: then nothing is noticed here, as in a browser that is new to the desk.
    return [];
  }
}

/** Notes a key that is trusted now. */
export function trustKey(deskId: string, recipient: string): void {
  try {
    localStorage.setItem(PREFIX + deskId, JSON.stringify(rememberKey(readTrustedKeys(deskId), recipient)));
  } catch {
    // As above: the console works without.
  }
}
