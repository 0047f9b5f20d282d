/**
 * FTS5 MATCH expressions from folded words and filter words. Every word stands in quotes, and both kinds hold only
 * a–z, 0–9, colon and hyphen, so what a visitor types is never read as syntax.
 */

/** Every place that can be found. */
export const EVERY_PLACE = '("noi:1")';

/** None of them. */
export const NO_PLACE = '("noi:0")';

/** All of the words, best where they stand together as given; at least one must be given. */
export function allWords(words: readonly string[]): string {
  const each = words.map(quote).join(' AND ');
  return words.length === 1 ? `(${each})` : `((${each}) OR ${quote(words.join(' '))})`;
}

/** The words side by side in this order; at least one must be given. */
export function sideBySide(words: readonly string[]): string {
  return `(${quote(words.join(' '))})`;
}

/** Any of the words; at least one must be given. */
export function anyOf(words: readonly string[]): string {
  return `(${words.map(quote).join(' OR ')})`;
}

/** All of the words, the last of which may be the beginning of a longer one. */
export function wordsThenPrefix(words: readonly string[]): string {
  return `(${words.map(quote).join(' AND ')} *)`;
}

/** A word that begins like this. */
export function beginning(word: string): string {
  return `(${quote(word)} *)`;
}

/** The expression in one column alone. */
export function inColumn(column: 'name' | 'filters', match: string): string {
  return `(${column} : ${match})`;
}

/** Both expressions. */
export function both(first: string, second: string): string {
  return `(${first} AND ${second})`;
}

/** At least one of the expressions. */
export function either(first: string, second: string): string {
  return `(${first} OR ${second})`;
}

/** The first expression without the second. */
export function butNot(first: string, second: string): string {
  return `(${first} NOT ${second})`;
}

function quote(word: string): string {
  return `"${word}"`;
}
