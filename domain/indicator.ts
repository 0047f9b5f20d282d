/**
 * Figures as their collector wrote them (content/indicators.csv): numbers that may be rounded (`>49000`, `gần 47000`)
 * or doubled (`18 / 17`), and sums written out in words, which are done again here.
 */

/** A number of a source with what it says about its exactness, such as "hơn 49.000"; other words stay as they are. */
export function readableValue(cell: string): string {
  return cell
    .replace(/"([^"]*)"/g, '“$1”')
    .replace(/>\s*/g, 'hơn ')
    .replace(/~\s*/g, 'khoảng ')
    .replace(/\d{4,}/g, (digits) => groupedNumber(Number(digits)));
}

/** The first whole number of a cell; null when it holds none. */
export function firstNumber(cell: string): number | null {
  const digits = /\d+/.exec(cell)?.[0];
  return digits === undefined ? null : Number(digits);
}

/** A number the Vietnamese way: `3.795`, `71,1`. */
export function groupedNumber(value: number, decimals = 0): string {
  return value.toLocaleString('vi-VN', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/** A sum that a text writes out, done again. */
export interface Sum {
  terms: number[];
  /** What the text says that it comes to. */
  stated: number;
  computed: number;
}

/** A share that a text writes out, done again; both are percentages. */
export interface Share {
  part: number;
  whole: number;
  computed: number;
}

/**
 * The sums in a text, such as `97+16=113` or `459 mới + 690 chuyển tiếp = 1.149`; parts of the text are separated by
 * semicolons. Each term is the first number between two signs.
 */
export function sumsIn(text: string): Sum[] {
  return text.split(';').flatMap((part) => {
    const [left = '', right] = part.split('=');
    if (right === undefined || !left.includes('+')) return [];
    const terms = left.split('+').map(numberIn);
    const stated = numberIn(right);
    if (stated === null || !terms.every((term) => term !== null)) return [];
    return [{ terms, stated, computed: terms.reduce((sum, term) => sum + term, 0) }];
  });
}

/** The first share in a text, such as `1269/1785=71,09%`; null when there is none. */
export function shareIn(text: string): Share | null {
  const [, part, whole] = /(\d+)\/(\d+)=\d+(?:,\d+)?%/.exec(text) ?? [];
  if (part === undefined || whole === undefined) return null;
  return { part: Number(part), whole: Number(whole), computed: (Number(part) / Number(whole)) * 100 };
}

/** Whether a percentage rounds to what a source states, such as `71,1%`, with the source's own decimals. */
export function roundsTo(percent: number, stated: string): boolean {
  const [, whole = '', decimals = ''] = /^(\d+)(?:,(\d+))?%$/.exec(stated) ?? [];
  return percent.toFixed(decimals.length) === (decimals === '' ? whole : `${whole}.${decimals}`);
}

/** A number with dots between thousands, the first of a text; null when there is none. */
function numberIn(text: string): number | null {
  const digits = /\d{1,3}(?:\.\d{3})+|\d+/.exec(text)?.[0];
  return digits === undefined ? null : Number(digits.replaceAll('.', ''));
}
