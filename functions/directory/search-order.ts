/**
 * The order of places that match equally well, as one number: the rowid of a search row, smallest first. Reading in
 * the order of rowids is the one order in which FTS5 stops at the end of the page. Pure.
 */

/** Terms of the taxonomy "Độ tin cậy", best first. */
const CONFIDENCE_ORDER = ['cao', 'vua-cao', 'vua', 'thap-vua', 'thap'];

const WEEK_MS = 7 * 24 * 3_600_000;

/** What the order is made of. */
export interface Standing {
  locationId: string;
  /** Day of the last confirmation, null when nobody has confirmed the place. */
  assuredDate: string | null;
  /** Code of the taxonomy "Độ tin cậy". */
  confidence: string | null;
  /** As precise as it is known: 2021, 2021-10, 2021-10-08. */
  sourceDate: string | null;
}

/**
 * Places confirmed in a later week first, then the better-sourced, then those with the later source; the rest is the
 * id's hash, which only keeps two places apart. In decimal digits, because 63 bits do not fit a JavaScript number.
 */
export function searchOrder({ locationId, assuredDate, confidence, sourceDate }: Standing): string {
  const weeks = assuredDate === null ? 0 : (Date.parse(assuredDate) - Date.parse('2020-01-01')) / WEEK_MS + 1;
  const level = CONFIDENCE_ORDER.indexOf(confidence ?? '');
  const [, year, month] = /^(\d{4})(?:-(\d{2}))?/.exec(sourceDate ?? '') ?? [];
  const months = year === undefined ? 0 : (Number(year) - 2000) * 12 + Number(month ?? 1);
  const parts: readonly (readonly [bits: bigint, value: bigint])[] = [
    [12n, 4_095n - clamp(weeks, 4_095)],
    [3n, level === -1 ? 7n : BigInt(level)],
    [10n, 1_023n - clamp(months, 1_023)],
    [38n, hash(locationId)],
  ];
  return parts.reduce((order, [bits, value]) => (order << bits) | value, 0n).toString();
}

function clamp(value: number, most: number): bigint {
  return BigInt(Math.max(0, Math.min(most, Math.floor(value))));
}

/** FNV-1a of 64 bits (draft-eastlake-fnv), of which 38 are kept. */
function hash(text: string): bigint {
  let value = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    value = BigInt.asUintN(64, (value ^ BigInt(byte)) * 0x100000001b3n);
  }
  return value >> 26n;
}
