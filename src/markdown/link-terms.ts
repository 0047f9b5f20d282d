/** The Markdown plugin that links a term of the law's glossary where a text first uses it. */
import {
  defineMdastPlugin,
  type MdastNode,
  type MdastPluginDefinition,
  type MdastVisitorContext,
} from 'satteri';
import { glossaryPath } from '../../domain/paths.ts';

type PhrasingContent = Extract<MdastNode, { type: 'paragraph' }>['children'][number];

/** A term of the glossary with every form in which texts use it. */
export interface LinkedTerm {
  anchor: string;
  forms: readonly string[];
}

declare module 'satteri' {
  interface DataMap {
    /** Anchors of the terms that this text has linked already. */
    linkedTerms: Set<string>;
  }
}

/** A piece of text, with the anchor of the term that it is. */
export interface TermPart {
  text: string;
  anchor: string | null;
}

/**
 * Splits a text at terms that were not linked before, and adds these to `linked`. The longest form wins; case is
 * ignored; a form counts only as whole words.
 */
export function splitAtTerms(text: string, terms: readonly LinkedTerm[], linked: Set<string>): TermPart[] {
  const open = terms.filter(({ anchor }) => !linked.has(anchor));
  const forms = open
    .flatMap(({ anchor, forms }) => forms.map((form) => ({ anchor, form: form.normalize('NFC') })))
    .sort((a, b) => b.form.length - a.form.length);
  if (forms.length === 0) return [{ text, anchor: null }];
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${forms.map(({ form }) => escaped(form)).join('|')})(?![\\p{L}\\p{N}])`,
    'giu',
  );
  const parts: TermPart[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(pattern)) {
    const anchor = forms.find(({ form }) => form.toLowerCase() === found.toLowerCase())?.anchor;
    if (anchor === undefined || linked.has(anchor)) continue;
    linked.add(anchor);
    if (index > end) parts.push({ text: text.slice(end, index), anchor: null });
    parts.push({ text: found, anchor });
    end = index + found.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), anchor: null });
  return parts;
}

/** Links terms at their first use in paragraphs, lists and tables; never in headings, links and code. */
export function linkTerms(terms: readonly LinkedTerm[]): MdastPluginDefinition {
  return defineMdastPlugin({
    name: 'link-terms',
    before(_root, context) {
      context.data.linkedTerms = new Set();
    },
    text(node, context) {
      if (isInside(node, context)) return;
      const parts = splitAtTerms(node.value, terms, context.data.linkedTerms ?? new Set());
      if (parts.every(({ anchor }) => anchor === null)) return;
      context.replaceNode(
        node,
        parts.map(({ text, anchor }): PhrasingContent => {
          const words: PhrasingContent = { type: 'text', value: text };
          return anchor === null ? words : { type: 'link', url: glossaryPath(anchor), children: [words] };
        }),
      );
    },
  });
}

function isInside(node: Readonly<MdastNode>, context: MdastVisitorContext): boolean {
  let above = context.parent(node);
  while (above !== undefined) {
    if (above.type === 'link' || above.type === 'linkReference' || above.type === 'heading') return true;
    above = context.parent(above);
  }
  return false;
}

function escaped(form: string): string {
  return form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
