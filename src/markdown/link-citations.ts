/** The Markdown plugin that turns `[[120/2025/QH15 Điều 27]]` into a link and lists the documents at the page's end. */
import { defineMdastPlugin, type MdastNode, type MdastPluginDefinition } from 'satteri';
import type { Citation } from '../../domain/citation.ts';
import { legalDocumentPath } from '../../domain/paths.ts';
import { citations } from '../../words/vi-law.ts';
import type { LegalDocument } from '../content-schemas/law.ts';
import { inlineParts } from './inline-parts.ts';
import type { Register } from './law-data.ts';
import { lastingStanding, resolveCitation } from './resolve-citation.ts';

declare module 'satteri' {
  interface DataMap {
    /** Documents that this text cites, each with its articles, in the order of the text. */
    cited: Map<LegalDocument, Set<string>>;
  }
}

type ListItem = Extract<MdastNode, { type: 'listItem' }>;
type PhrasingContent = Extract<MdastNode, { type: 'paragraph' }>['children'][number];

/** The id of the list's heading. */
export const CITATIONS_ID = 'can-cu';

/**
 * Links citations to their documents. What cannot be resolved stays as it is written: the build's own check names it
 * with file and line, because what a plugin throws is only logged.
 */
export function linkCitations(register: Register): MdastPluginDefinition {
  return defineMdastPlugin({
    name: 'link-citations',
    before(_root, context) {
      context.data.cited = new Map();
    },
    text(node, context) {
      if (!node.value.includes('[[')) return;
      const content = inlineParts(node.value).map((part): PhrasingContent => {
        if (part.kind === 'text') return { type: 'text', value: part.text };
        if (part.kind === 'malformed') return { type: 'text', value: part.written };
        const resolved = resolveCitation(part.citation, register);
        if (resolved === null) return { type: 'text', value: `[[${part.citation.number}]]` };
        note(context.data.cited, resolved.document, part.citation);
        const { href, text, title } = resolved;
        return { type: 'link', url: href, title, children: [{ type: 'text', value: text }] };
      });
      context.replaceNode(node, content);
    },
    after(root, context) {
      const cited = context.data.cited;
      if (cited === undefined || cited.size === 0) return;
      context.appendChild(root, [
        {
          type: 'heading',
          depth: 2,
          data: { hProperties: { id: CITATIONS_ID } },
          children: [{ type: 'text', value: citations.title }],
        },
        {
          type: 'list',
          ordered: false,
          spread: false,
          children: [...cited].map(([document, articles]) => line(document, [...articles])),
        },
      ]);
    },
  });
}

function note(
  cited: Map<LegalDocument, Set<string>> | undefined,
  document: LegalDocument,
  { provision }: Citation,
): void {
  const articles = cited?.get(document) ?? new Set();
  if (provision !== null) articles.add(provision.article);
  cited?.set(document, articles);
}

function line(document: LegalDocument, articles: readonly string[]): ListItem {
  const { kind, number, title, slug, confidence } = document;
  const name = number.startsWith('(') ? kind : `${kind} ${number}`;
  const inOrder = [...articles].sort((a, b) => a.localeCompare(b, 'vi', { numeric: true }));
  const rest = [
    `: ${citations.line(title, lastingStanding(document))}`,
    ...(inOrder.length === 0 ? [] : [citations.articles(inOrder.join(', '))]),
    ...(confidence === 'cao' ? [] : [citations.confidence(confidence)]),
  ].join('');
  return {
    type: 'listItem',
    spread: false,
    children: [
      {
        type: 'paragraph',
        children: [
          { type: 'link', url: legalDocumentPath(slug), children: [{ type: 'text', value: name }] },
          { type: 'text', value: rest },
        ],
      },
    ],
  };
}
