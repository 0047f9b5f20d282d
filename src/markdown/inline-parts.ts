import { CITATION_RE, type Citation, parseCitation } from '../../domain/citation.ts';

/** A piece of a sentence. `written` is a pair of brackets that is no citation, as it stands in the text. */
export type InlinePart =
  | { kind: 'text'; text: string }
  | { kind: 'citation'; citation: Citation }
  | { kind: 'malformed'; written: string };

/** A sentence in its pieces, in their order; empty pieces of text are left out. */
export function inlineParts(sentence: string): InlinePart[] {
  const parts: InlinePart[] = [];
  let end = 0;
  for (const match of sentence.matchAll(CITATION_RE)) {
    const [written, inside = ''] = match;
    if (match.index > end) parts.push({ kind: 'text', text: sentence.slice(end, match.index) });
    const citation = parseCitation(inside);
    parts.push(citation === null ? { kind: 'malformed', written } : { kind: 'citation', citation });
    end = match.index + written.length;
  }
  if (end < sentence.length) parts.push({ kind: 'text', text: sentence.slice(end) });
  return parts;
}

/** A sentence as plain words: citations by what their links say. For data blocks and for search. */
export function plainText(sentence: string, textOf: (citation: Citation) => string): string {
  return inlineParts(sentence)
    .map((part) =>
      part.kind === 'text' ? part.text : part.kind === 'citation' ? textOf(part.citation) : part.written,
    )
    .join('');
}
