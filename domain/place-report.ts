/** "Something is wrong here": what a visitor may report of a place, by the same rules in the browser and the Worker. */

/** What can be wrong, as the page offers it. */
export const REPORT_KINDS = ['phone', 'moved', 'closed', 'hours', 'other'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** Longest note in UTF-16 code units, as `maxlength` counts. */
export const MAX_NOTE_LENGTH = 200;

/** The field that people do not see and machines fill in. */
export const REPORT_TRAP = 'website';

export interface PlaceReport {
  kind: ReportKind;
  note: string;
}

/** What is wrong with a report; the last three are what may be about a person. */
export type ReportProblem = 'kind-missing' | 'too-long' | 'phone' | 'email' | 'id-number';

/**
 * Checks a report.
 *
 * @returns the report with its note on one line, trimmed and NFC; or the first problem
 */
export function readPlaceReport(
  kind: string,
  note: string,
): { ok: true; report: PlaceReport } | { ok: false; problem: ReportProblem } {
  const known = REPORT_KINDS.find((one) => one === kind);
  if (known === undefined) return { ok: false, problem: 'kind-missing' };
  // Control characters too: a queue shows each note on one line.
  const line = note
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  if (line.length > MAX_NOTE_LENGTH) return { ok: false, problem: 'too-long' };
  const problem = findPersonalData(line);
  return problem === null ? { ok: true, report: { kind: known, note: line } } : { ok: false, problem };
}

/** Hours from–to and full dates: digits that look like a number when their points and hyphens are dropped. */
const HOURS = /(?<![\d.])\d{1,2}[.:hg]\d{2}\s*(?:-|–|đến|tới)\s*\d{1,2}[.:hg]\d{2}(?![\d.])/giu;
const DATE = /(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}(?!\d)/gu;

/** Digits with what people put between the digits of one number. */
const NUMBER = /\d(?:[ .()–-]{0,3}\d)+/gu;

/** The shortest phone number: eight digits, without the area's. */
const MIN_PHONE_DIGITS = 8;

/**
 * What in a text looks like data of a person: an e-mail address, a phone number, the number of an identity card (9 or 12
 * digits). Null when nothing does. A sieve, not a proof: a name passes.
 */
export function findPersonalData(text: string): 'phone' | 'email' | 'id-number' | null {
  // Full-width digits and letters are digits and letters.
  const plain = text.normalize('NFKC');
  if (/[^\s@]+\s?@\s?[^\s@]+\.[^\s@]{2,}/u.test(plain)) return 'email';
  const rest = plain.replace(HOURS, ' / ').replace(DATE, ' / ');
  for (const [number] of rest.matchAll(NUMBER)) {
    const { length } = number.replace(/\D/g, '');
    if (length === 9 || length >= 12) return 'id-number';
    if (length >= MIN_PHONE_DIGITS) return 'phone';
  }
  return null;
}
