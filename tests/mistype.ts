import { CODE_ALPHABET, readCode } from '../domain/code.ts';

/** A code with two symbols mistyped in such a way that the check symbol fits again. */
export function mistype(code: string): string {
  const [first = '', second = ''] = code;
  for (const one of CODE_ALPHABET) {
    for (const other of CODE_ALPHABET) {
      const typed = one + other + code.slice(2);
      if (one !== first && other !== second && readCode(typed).ok) return typed;
    }
  }
  throw new Error('no two symbols fit');
}
