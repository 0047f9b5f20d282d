/** What stands on a page that the built site drew. */

/** The text of a page as it is read, also of what stands in it for the scripts. */
export function textOf(html: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#34': '"' };
  return html
    .replaceAll(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replaceAll(/\s+/g, ' ');
}

/** Which of the sentences do not stand on a page. */
export function missing(html: string, sentences: readonly string[]): string[] {
  const text = textOf(html);
  return sentences.filter((sentence) => !text.includes(sentence.replaceAll(/\s+/g, ' ').trim()));
}
