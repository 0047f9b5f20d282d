/** The guides as their files hold them. */
import { globSync, readFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);

/** A Markdown file with frontmatter. */
export interface GuideFile {
  /** From the project's root. */
  file: string;
  /** Its name without folder and ending: the guide's address. */
  slug: string;
  frontmatter: string;
  body: string;
}

/** Every Markdown file of a folder of content/. */
export function guideFiles(folder: 'guides' | 'clinical'): GuideFile[] {
  return globSync(`content/${folder}/*.md`, { cwd: root })
    .sort()
    .map((file) => {
      const [, frontmatter = '', body = ''] =
        /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(new URL(file, root), 'utf8')) ?? [];
      return { file, slug: file.replace(/^.*\/|\.md$/g, ''), frontmatter, body };
    });
}

/** The strings of a list such as `related: ['a', 'b']`, however it is broken into lines. */
export function listOf(frontmatter: string, key: string): string[] {
  const list = new RegExp(`^${key}:\\s*\\[([^\\]]*)\\]`, 'm').exec(frontmatter)?.[1] ?? '';
  return [...list.matchAll(/'([^']*)'/g)].map(([, item = '']) => item);
}

/** The documents and articles of `checkedAgainst`, as `120/2025/QH15: 5, 12`. */
export function checkedAgainst(frontmatter: string): string[] {
  return [...frontmatter.matchAll(/- document: '([^']*)'(?:\n\s+articles:\s*\[([^\]]*)\])?/g)].map(
    ([, document = '', articles = '']) =>
      `${document}: ${articles
        .split(',')
        .map((article) => article.trim())
        .filter(Boolean)
        .join(', ')}`,
  );
}

/** A citation in the text: a document's number, then its article, clause and point; `~` marks history. */
export const CITATION =
  /^~?(?<document>\d+\/\d{4}\/\p{Lu}[\p{Lu}\d-]*)(?: Điều (?<article>\d+)(?: khoản \d+)?(?: điểm \p{Ll})?)?(?: \| [^|\]]+)?$/u;

/** What the text cites, in the form of `checkedAgainst`. */
export function citedIn(body: string): string[] {
  const cited = new Map<string, Set<number>>();
  for (const [, inside = ''] of body.matchAll(/\[\[([^\]]*)\]\]/g)) {
    const { document = '', article } = CITATION.exec(inside)?.groups ?? {};
    const articles = cited.get(document) ?? new Set();
    if (article !== undefined) articles.add(Number(article));
    cited.set(document, articles);
  }
  return [...cited].map(
    ([document, articles]) => `${document}: ${[...articles].sort((a, b) => a - b).join(', ')}`,
  );
}
