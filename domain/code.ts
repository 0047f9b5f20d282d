/**
 * Codes: the 25 symbols that a person keeps to come back to a request, and of the same form the key card of an
 * officer and the recovery sheet of a desk.
 *
 * 24 random symbols (114 bits; from 112 bits on a plain hash may store a secret, OWASP ASVS 5.0, 6.5.2) and one
 * check symbol. Sealed data and printed codes cannot be re-issued: nothing in this file may change.
 */

/** The 27 symbols: none that the Vietnamese keyboards Telex and VNI rewrite (W, D, E, A, O, U…), none alike. */
export const CODE_ALPHABET = '0123456789BCFGHJKMNPQRSTVXZ';

/** Symbols in a code, the check symbol included. */
export const CODE_LENGTH = 25;

const SECRET_LENGTH = 24;
const GROUP_LENGTH = 5;

/** A prime above the alphabet's size, so that any one changed symbol and any swap of two changes the sum. */
const MODULUS = 29;

/** 25⁻¹ mod 29: 25 × 7 = 175 = 6 × 29 + 1. */
const INVERSE_OF_LAST_WEIGHT = 7;

/** Fills the given bytes with random values, as `crypto.getRandomValues` does. */
export type FillRandom = (bytes: Uint8Array<ArrayBuffer>) => unknown;

/**
 * What `readCode` found: the code in its plain form (25 symbols, no spaces), or why it is none.
 * `length` tells how many symbols were typed; `symbol` that at least one is outside the alphabet; `check` that
 * one symbol is wrong or two are swapped — which one cannot be known.
 */
export type CodeReading =
  | { ok: true; code: string }
  | { ok: false; problem: 'empty' | 'symbol' | 'check' }
  | { ok: false; problem: 'length'; typed: number };

/**
 * Makes a new code.
 *
 * @param fillRandom the source of randomness; `crypto.getRandomValues` unless a test gives another
 * @returns 25 symbols without spaces
 */
export function makeCode(fillRandom: FillRandom = (bytes) => crypto.getRandomValues(bytes)): string {
  for (;;) {
    const secret = randomSymbols(SECRET_LENGTH, fillRandom);
    const check = checkSymbol(secret);
    if (check !== null) return secret + check;
  }
}

/**
 * Reads a code as a person types it: any case, any spaces and hyphens, O for 0, I or L for 1.
 *
 * @returns the plain code, or what is wrong with it; never throws
 */
export function readCode(typed: string): CodeReading {
  const code = plainSymbols(typed);
  const symbols = [...code];
  if (symbols.length === 0) return { ok: false, problem: 'empty' };
  if (symbols.some((symbol) => !CODE_ALPHABET.includes(symbol))) return { ok: false, problem: 'symbol' };
  if (symbols.length !== CODE_LENGTH) return { ok: false, problem: 'length', typed: symbols.length };
  if (weightedSum(code) % MODULUS !== 0) return { ok: false, problem: 'check' };
  return { ok: true, code };
}

/** The symbols of a code, or of a part of one, as a person types them; what is no symbol of a code stays. */
export function plainSymbols(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}_.]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}

/** The five groups of five in which a plain code is shown. */
export function codeGroups(code: string): string[] {
  return Array.from({ length: CODE_LENGTH / GROUP_LENGTH }, (_, group) =>
    code.slice(group * GROUP_LENGTH, (group + 1) * GROUP_LENGTH),
  );
}

/** A plain code as it is printed: five groups joined by hyphens. */
export function formatCode(code: string): string {
  return codeGroups(code).join('-');
}

function randomSymbols(count: number, fillRandom: FillRandom): string {
  // 243 = 9 × 27: larger bytes are drawn again, or the first symbols of the alphabet would be likelier.
  const limit = 243;
  let symbols = '';
  const bytes = new Uint8Array(count);
  while (symbols.length < count) {
    fillRandom(bytes);
    for (const byte of bytes) {
      if (byte < limit && symbols.length < count)
        symbols += CODE_ALPHABET.charAt(byte % CODE_ALPHABET.length);
    }
  }
  return symbols;
}

/** The check symbol of 24 symbols; null where its value (27 or 28) has no symbol. */
function checkSymbol(secret: string): string | null {
  const rest = weightedSum(secret) % MODULUS;
  const value = ((MODULUS - rest) * INVERSE_OF_LAST_WEIGHT) % MODULUS;
  return value < CODE_ALPHABET.length ? CODE_ALPHABET.charAt(value) : null;
}

function weightedSum(symbols: string): number {
  let sum = 0;
  for (let i = 0; i < symbols.length; i++) sum += (i + 1) * CODE_ALPHABET.indexOf(symbols.charAt(i));
  return sum;
}
