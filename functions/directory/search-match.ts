/**
 * FTS5 MATCH expressions from folded words and filter words. Every word stands in quotes, and both kinds hold only
 * a–z, 0–9, colon and hyphen, so what a visitor types is never read as syntax.
 */

/** All of the words, best where they stand together as given; at least one must be given. */
export function allWords(words: readonly string[]): string {
  const each = words.map(quote).join(' AND ');
  return words.length === 1 ? `(${each})` : `((${each}) OR ${quote(words.join(' '))})`;
}

/** Any of the words; at least one must be given. */
export function anyOf(words: readonly string[]): string {
  return `(${words.map(quote).join(' OR ')})`;
}

/** All of the words, the last of which may be the beginning of a longer one. */
export function wordsThenPrefix(words: readonly string[]): string {
  return `(${words.map(quote).join(' AND ')} *)`;
}

/** Both expressions. */
export function both(first: string, second: string): string {
  return `(${first} AND ${second})`;
}

/** At least one of the expressions. */
export function either(first: string, second: string): string {
  return `(${first} OR ${second})`;
}

function quote(word: string): string {
  return `"${word}"`;
}
