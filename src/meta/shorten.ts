/**
 * A text of at most so many letters: cut behind a word, with an ellipsis where something is left out. A first word that
 * is longer than that is cut itself.
 */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const end = cut.lastIndexOf(' ');
  const kept = text[most - 1] === ' ' || end <= 0 ? cut.slice(0, most - 1) : cut.slice(0, end);
  return `${kept.replace(/[\s,;:.–-]+$/, '')}…`;
}
