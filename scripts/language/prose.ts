/** The sentences that a reader sees in a file of content/ or words/, each with its line. */
import ts from 'typescript';

/** A piece of running text: a paragraph, a list item, a cell, a string. Markup, citations and addresses are gone. */
export interface Prose {
  line: number;
  text: string;
}

/** Frontmatter whose value a reader sees. */
const shownKey = /^[\s-]*(?:title|description|author|reviewer|note): '(.*)'$/;

/** What a Markdown file shows. Text in another language, marked by `<div lang="…">`, is left out. */
export function proseOfMarkdown(text: string): Prose[] {
  const lines = text.split('\n');
  const bodyStart = lines[0] === '---' ? lines.indexOf('---', 1) + 1 : 0;
  const shown: Prose[] = [];
  let isForeign = false;
  let isCode = false;
  lines.forEach((raw, index) => {
    const line = index + 1;
    if (index < bodyStart) {
      const value = shownKey.exec(raw)?.[1];
      if (value !== undefined) shown.push({ line, text: value.replaceAll("''", "'") });
      return;
    }
    if (/^(```|~~~)/.test(raw)) isCode = !isCode;
    if (/^<div lang=/.test(raw)) isForeign = true;
    if (!isCode && !isForeign)
      shown.push(...cellsOf(raw).map((cell) => ({ line, text: withoutMarkup(cell) })));
    if (/^<\/div>/.test(raw)) isForeign = false;
  });
  return shown.filter((prose) => /\p{L}/u.test(prose.text));
}

/**
 * What the strings of a TypeScript file show; a value put into a template reads as `0`.
 *
 * @param leftOut exported constants that no visitor reads
 */
export function proseOfStrings(text: string, leftOut: ReadonlySet<string>): Prose[] {
  const file = ts.createSourceFile('words.ts', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const shown: Prose[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isLiteralTypeNode(node)) return;
    // The name of a property chooses a sentence and is not shown.
    if (ts.isPropertyAssignment(node)) {
      look(node.initializer);
      return;
    }
    if (ts.isVariableDeclaration(node) && leftOut.has(node.name.getText(file))) return;
    const value = ts.isStringLiteralLike(node)
      ? node.text
      : ts.isTemplateExpression(node)
        ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('0')
        : null;
    if (value !== null) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      shown.push({ line: line + 1, text: withoutMarkup(value) });
    }
    ts.forEachChild(node, look);
  };
  look(file);
  return shown.filter((prose) => /\p{L}/u.test(prose.text));
}

/** The sentences of a piece of text; an abbreviating dot inside a number or a name does not end one. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?…][”’)]?)\s+/u).filter((sentence) => /\p{L}/u.test(sentence));
}

/** How many tiếng (what stands between spaces) a sentence has. */
export function countTieng(sentence: string): number {
  return sentence.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
}

function cellsOf(raw: string): string[] {
  return /^\s*\|.*\|\s*$/.test(raw) ? raw.split('|') : [raw];
}

function withoutMarkup(text: string): string {
  return text
    .replace(/\[\[[^\]]*\]\]/g, '')
    .replace(/`[^`]*`/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\bhttps?:\/\/\S+/g, '')
    .replace(/(?<![\w.])\/[\w./-]*\//g, '')
    .replace(/\*\*|(?<!\p{L})_|_(?!\p{L})/gu, '')
    .replace(/\s*\([\s;,:]*\)/g, '')
    .replace(/^\s*(?:>\s*)*(?:#{1,6}\s|[-*+]\s|\d+\.\s)?/, '')
    .trim();
}
