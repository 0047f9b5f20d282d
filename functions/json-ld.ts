/**
 * The text of a JSON-LD data block in the words of schema.org. Data, which no script policy concerns.
 *
 * @returns JSON in which no `<` stands, so that it can neither end its script element nor begin a comment
 */
export function jsonLdText(data: Record<string, unknown>): string {
  return JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c');
}
