/** A Markdown text of content/ in its sections, with the fragments that Astro gives their headings. */
import { createSatteriMarkdownProcessor } from '@astrojs/markdown-satteri';
import type { Register } from '../../src/markdown/law-data.ts';
import { CITATIONS_ID, linkCitations } from '../../src/markdown/link-citations.ts';

/** A heading with the sentences below it. */
export interface Section {
  /** Its fragment; null for what stands above the first heading. */
  anchor: string | null;
  heading: string | null;
  /** Paragraphs, items of lists and rows of tables as plain words. */
  blocks: string[];
}

/** A file's two parts. */
export interface MarkdownFile {
  frontmatter: string;
  body: string;
}

/** Cuts a file at its frontmatter. Throws when it has none. */
export function readMarkdown(file: string, text: string): MarkdownFile {
  const [, frontmatter, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  if (frontmatter === undefined || body === undefined) throw new Error(`${file}: no frontmatter`);
  return { frontmatter, body };
}

/** A field that stands on a line of its own, with or without quotes; null when it is not there or `null`. */
export function fieldOf(frontmatter: string, name: string): string | null {
  const [, quoted, bare] =
    new RegExp(`^${name}: +(?:'((?:[^']|'')*)'|([^'"\\[{>|].*?)) *$`, 'm').exec(frontmatter) ?? [];
  if (quoted !== undefined) return quoted.replaceAll("''", "'");
  return bare === undefined || bare === 'null' ? null : bare;
}

/** A field that must be there. Throws with the file and its name. */
export function requiredField(file: string, frontmatter: string, name: string): string {
  const value = fieldOf(frontmatter, name);
  if (value === null) throw new Error(`${file}: "${name}" is missing`);
  return value;
}

/** The strings of a list such as `onlyFor: ['a', 'b']`, however it is broken into lines; none when it is not there. */
export function listField(frontmatter: string, name: string): string[] {
  const list = new RegExp(`^${name}:\\s*\\[([^\\]]*)\\]`, 'm').exec(frontmatter)?.[1] ?? '';
  return [...list.matchAll(/'((?:[^']|'')*)'/g)].map(([, item = '']) => item.replaceAll("''", "'"));
}

/** A reader of texts that cite this register. The list of documents at a text's end is left out. */
export async function sectionReader(register: Register): Promise<(body: string) => Promise<Section[]>> {
  const processor = await createSatteriMarkdownProcessor({
    syntaxHighlight: false,
    mdastPlugins: [linkCitations(register)],
  });
  return async (body) => {
    const { code } = await processor.render(body);
    return code
      .split(/(?=<h[23] id=")/)
      .map(sectionOf)
      .filter(({ anchor, blocks }) => anchor !== CITATIONS_ID && blocks.length > 0);
  };
}

function sectionOf(html: string): Section {
  const [whole, anchor, heading] = /^<h[23] id="([^"]*)">([\s\S]*?)<\/h[23]>/.exec(html) ?? [];
  const rest = html.slice(whole?.length ?? 0);
  return {
    anchor: anchor ?? null,
    heading: heading === undefined ? null : plainWords(heading),
    blocks: blocksOf(rest),
  };
}

/** Citations alone in brackets say nothing to whoever looks for an answer. */
const CITED_IN_BRACKETS = / *\((?:<a href="\/phap-luat\/van-ban\/[^>]*>[^<]*<\/a>(?:; )?)+\)/g;

function blocksOf(html: string): string[] {
  return html
    .replace(CITED_IN_BRACKETS, '')
    .replace(/<thead>[\s\S]*?<\/thead>/g, '')
    .replace(/<\/t[dh]>\s*<t[dh][^>]*>/g, ': ')
    .split(/<\/?(?:p|li|ul|ol|tr|blockquote|table|tbody|h\d)\b[^>]*>/)
    .map(plainWords)
    .filter((block) => block !== '');
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#x27': "'",
  nbsp: ' ',
};

function plainWords(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();
}
