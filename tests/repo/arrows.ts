import { posix } from 'node:path';
import { importsOf, stringsOf } from './source-code.ts';

/**
 * Which parts of the project may import which: docs/architecture.md says why. Returns one sentence for each
 * import, or each piece of SQL, that breaks a rule.
 */
export function brokenArrows(path: string, text: string): string[] {
  const part = partOf(path);
  if (part === null) return [];
  const broken = importsOf(path, text)
    .filter(({ specifier, isClient }) => !mayImport(path, isClient ? 'client' : part, specifier))
    .map(({ specifier }) => `${path} may not import ${specifier}`);
  return path.startsWith('functions/') && path.endsWith('routes.ts') && stringsOf(path, text).some(isSql)
    ? [...broken, `${path} may hold no SQL: it belongs in store.ts`]
    : broken;
}

/** Where Hono and Astro are joined. */
const WORKER: readonly string[] = ['src/worker.ts', 'src/draw-page.ts'];

type Part = 'domain' | 'words' | 'functions' | 'client' | 'worker' | 'pages';

function partOf(path: string): Part | null {
  if (!/\.(ts|mjs|astro)$/.test(path)) return null;
  if (path.startsWith('domain/')) return 'domain';
  if (path.startsWith('words/')) return 'words';
  if (path.startsWith('functions/')) return 'functions';
  if (path.startsWith('src/client/')) return 'client';
  if (WORKER.includes(path)) return 'worker';
  if (path.startsWith('src/')) return 'pages';
  return null;
}

/** The folders of ours that each part may reach besides itself. */
const reach: Record<Part, readonly string[]> = {
  domain: [],
  words: [],
  functions: ['domain/', 'words/'],
  client: ['domain/', 'words/'],
  worker: ['functions/', 'domain/', 'words/'],
  pages: ['src/', 'functions/', 'domain/', 'words/'],
};

const home: Record<Part, string> = {
  domain: 'domain/',
  words: 'words/',
  functions: 'functions/',
  client: 'src/client/',
  worker: 'src/worker.ts',
  pages: 'src/',
};

function mayImport(path: string, part: Part, specifier: string): boolean {
  if (!specifier.startsWith('.')) return mayImportPackage(path, part, specifier);
  const target = posix.join(posix.dirname(path), specifier);
  if (WORKER.includes(target)) return path === 'src/worker.ts';
  // Rows that a page prints while it is built; it is no code.
  if (part === 'pages' && /^content\/.*\.csv\?raw$/.test(target)) return true;
  if (part !== 'worker' && target === 'functions/app.ts') return false;
  if (part === 'pages' && /^functions\/.*routes\.ts$/.test(target)) return false;
  return [home[part], ...reach[part]].some((folder) => target.startsWith(folder));
}

function mayImportPackage(path: string, part: Part, specifier: string): boolean {
  if (specifier === '@astrojs/cloudflare/handler' || specifier.startsWith('astro/app/'))
    return part === 'worker';
  if (specifier.startsWith('astro:') || specifier === 'astro') return part === 'pages';
  if (specifier.startsWith('node:')) return false;
  if (specifier.startsWith('cloudflare:')) return part === 'pages' || part === 'functions';
  if (specifier === 'hono' || specifier.startsWith('hono/')) {
    return part === 'worker' || (part === 'functions' && !path.endsWith('store.ts'));
  }
  return true;
}

function isSql(text: string): boolean {
  return /\b(SELECT\s[\s\S]*\sFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM)\b/i.test(
    text,
  );
}
