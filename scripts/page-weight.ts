/** What a first visit to a page transfers, by kind, read from the page itself as a browser without a cache would. */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Something that a page needs. */
export interface PagePart {
  /** For a person: `html`, `Page.css`, `script of QuickExit`. */
  name: string;
  path: string;
  kind: 'html' | 'css' | 'js' | 'other';
  /** Bytes as they are, and compressed (gzip at level 6, Brotli at quality 5). */
  plain: number;
  gzip: number;
  brotli: number;
}

/** A page with everything that it needs. */
export interface PageWeight {
  /** What is fetched before the page is whole: the page first, then styles and scripts, then its icon and images. */
  parts: PagePart[];
  /** Scripts that a script fetches afterwards by `import()`; they delay nothing. */
  later: PagePart[];
}

/** Gives the text of a path of the site; throws when there is none. */
export type FetchText = (path: string) => Promise<string>;

/** The bytes of a text as it is sent. */
export function sizesOf(text: string): Pick<PagePart, 'plain' | 'gzip' | 'brotli'> {
  const bytes = Buffer.from(text);
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
  return {
    plain: bytes.length,
    gzip: gzipSync(bytes, { level: 6 }).length,
    brotli: brotliCompressSync(bytes, quality).length,
  };
}

/**
 * Weighs a page with its styles, its scripts and what these import. Files of other sites are not followed: the
 * portal's pages have none.
 */
export async function weighPage(path: string, html: string, fetchText: FetchText): Promise<PageWeight> {
  const named = filesNamedIn(html);
  const parts: PagePart[] = [{ name: 'html', path, kind: 'html', ...sizesOf(html) }];
  const seen = new Set<string>();
  const lazy = new Set<string>();
  const add = async (file: string, into: PagePart[]): Promise<void> => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = await fetchText(file);
    into.push({ name: nameOf(file), path: file, kind: kindOf(file), ...sizesOf(text) });
    if (kindOf(file) !== 'js') return;
    const { now, later } = importsIn(text);
    for (const specifier of later) lazy.add(resolve(specifier, file));
    for (const specifier of now) await add(resolve(specifier, file), into);
  };
  for (const file of named) await add(file, parts);
  const later: PagePart[] = [];
  // What a late script imports late comes late too: the set grows while it is walked.
  for (const file of lazy) await add(file, later);
  return { parts, later };
}

/** Addresses of the same site in `<link>`, `<script>`, `<img>`, in the order of the page and each once. */
export function filesNamedIn(html: string): string[] {
  const files = [...html.matchAll(/<(link|script|img)\b[^>]*>/g)].flatMap(([tag]) => {
    const isFetched =
      !tag.startsWith('<link') || /\srel="(?:stylesheet|icon|shortcut icon|modulepreload)"/.test(tag);
    const address = /\s(?:href|src)="(\/(?!\/)[^"]*)"/.exec(tag)?.[1];
    return isFetched && address !== undefined ? [address] : [];
  });
  return [...new Set(files)];
}

/** The files that a bundled script imports at once, and those that it imports by `import()`. */
export function importsIn(script: string): { now: string[]; later: string[] } {
  const all = (pattern: RegExp): string[] => [...script.matchAll(pattern)].map(([, file = '']) => file);
  return {
    now: all(/\b(?:import|from)\s*["'`](\.{1,2}\/[^"'`]+)["'`]/g),
    later: all(/\bimport\(\s*["'`](\.{1,2}\/[^"'`]+)["'`]\s*\)/g),
  };
}

/** A built file's name without the bundler's hash. */
export function nameOf(path: string): string {
  const file = path.slice(path.lastIndexOf('/') + 1);
  const script = /^(.+)\.astro_astro_type_script/.exec(file)?.[1];
  if (script !== undefined) return `script of ${script}`;
  return file.replace(/\.[\w-]{8}(\.\w+)$/, '$1');
}

function kindOf(path: string): PagePart['kind'] {
  if (path.endsWith('.css')) return 'css';
  return /\.m?js$/.test(path) ? 'js' : 'other';
}

function resolve(specifier: string, from: string): string {
  return new URL(specifier, new URL(from, 'http://site.invalid')).pathname;
}
