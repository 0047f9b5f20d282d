/** Lines for reporting a crime: they must never stand where somebody looks for help. */
const CRIME_LINES: ReadonlySet<string> = new Set(['0769040404', '0705131313']);

export interface ListedPhone {
  /** As it will be shown. */
  number: string;
  /** A leading 0 is missing, which is what a spreadsheet does to numbers; `number` has it added. */
  hasLostZero: boolean;
}

/** The digits of a number within the country: +84 and 84 in front of nine digits become 0. */
export function phoneDigits(number: string): string {
  const digits = number.replace(/\D/g, '');
  return /^84\d{9,10}$/.test(digits) ? `0${digits.slice(2)}` : digits;
}

/** The numbers of a cell, separated by ";", "," or "/"; or why they cannot be numbers. */
export function parsePhones(cell: string): ListedPhone[] | 'phone' | 'crime-line' {
  const phones: ListedPhone[] = [];
  for (const piece of cell.split(/[;,/]/).map((text) => text.trim())) {
    if (piece === '') continue;
    const hasLostZero = /^[2-9]\d{7,9}$/.test(piece.replace(/[ .]/g, '')) && !/^84\d{9}$/.test(piece);
    const number = hasLostZero ? `0${piece}` : piece;
    const digits = phoneDigits(number);
    if (CRIME_LINES.has(digits)) return 'crime-line';
    const isShort = /^1\d{2}$/.test(digits);
    const isService = /^1[89]00\d{4,6}$/.test(digits);
    if (!/^[\d ()+.-]{3,24}$/.test(number) || !(isShort || isService || /^0\d{9,10}$/.test(digits))) {
      return 'phone';
    }
    phones.push({ number, hasLostZero });
  }
  return phones;
}
