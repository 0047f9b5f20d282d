/**
 * Which of a desk's keys a browser has trusted, in order. A tag never expires: whoever writes the database could put an
 * old copy of a replaced key back, which a removed officer still holds, and every tag would be right. A browser that
 * has trusted a later key notices it. Recipients are public: nothing here is secret.
 */

/** More keys than a desk changes in many years. */
const MAX_REMEMBERED = 20;

/** What a browser kept, from its text; empty when nothing or nothing readable was kept. */
export function readSeen(text: string | null): string[] {
  if (text === null) return [];
  try {
    const kept: unknown = JSON.parse(text);
    return Array.isArray(kept) ? kept.filter((entry) => typeof entry === 'string') : [];
  } catch {
    // Another version's or a damaged note: as if there were none, and the next trusted key is written over it.
    return [];
  }
}

/** Whether a key that this browser trusted once, and a later one after it, is the current key again. */
export function isKeyPutBack(seen: readonly string[], recipient: string): boolean {
  return seen.includes(recipient) && seen.at(-1) !== recipient;
}

/** The note with a key that was trusted now; the same note when it is the last one already. */
export function rememberKey(seen: readonly string[], recipient: string): string[] {
  if (seen.at(-1) === recipient) return [...seen];
  return [...seen.filter((entry) => entry !== recipient), recipient].slice(-MAX_REMEMBERED);
}
