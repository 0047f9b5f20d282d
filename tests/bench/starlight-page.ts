/** A peer: our guide's own text on a Starlight page, built by Starlight itself from tests/bench/starlight/. */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runTool } from '../../scripts/child-process.ts';
import { ensureInstalled } from '../../scripts/install-packages.mjs';
import { weighPage } from '../../scripts/page-weight.ts';
import { projectRoot } from '../../scripts/project-root.ts';
import type { PeerPage } from './first-visit.ts';
import { plainMain } from './guide-text.ts';

const NAME = 'the same text with Starlight';

/** Where the peer is built: its packages stay for the next run. */
const folder = join(projectRoot, '.cache/starlight');

/**
 * Installs Starlight from the npm registry unless it is installed.
 *
 * @returns null, or the reason why the page cannot be measured here
 */
export async function installStarlight(): Promise<string | null> {
  await rm(join(folder, 'src'), { recursive: true, force: true });
  await cp(join(projectRoot, 'tests/bench/starlight'), folder, { recursive: true });
  try {
    await ensureInstalled(folder, 'Starlight for the bench (about 0.2 GB on disk; once)');
    return null;
  } catch (error) {
    return `${NAME}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/**
 * Builds the page with the installed Starlight and weighs it.
 *
 * @param guide the HTML of our guide page
 * @throws CommandError when Starlight does not build the page
 */
export async function weighStarlightPage(guide: string): Promise<PeerPage> {
  const pages = join(folder, 'src/content/docs');
  await rm(join(folder, 'dist'), { recursive: true, force: true });
  await mkdir(pages, { recursive: true });
  await writeFile(join(pages, 'index.md'), starlightPage(guide));
  await cp(join(projectRoot, 'public/favicon.svg'), join(folder, 'public/favicon.svg'));
  await runTool('astro', ['build'], { root: folder, output: 'capture' });
  const readBuilt = (path: string): Promise<string> => readFile(join(folder, 'dist', path), 'utf8');
  return { name: NAME, weight: await weighPage('/', await readBuilt('index.html'), readBuilt) };
}

/** The page: the guide's main part, with its headings in Markdown, which Starlight lists beside the text. */
export function starlightPage(guide: string): string {
  const text = plainMain(guide);
  const title = /<h1\b[^>]*>([\s\S]*?)<\/h1>/.exec(text)?.[1]?.trim();
  if (title === undefined) throw new Error('the guide has no title');
  const body = text
    .replace(/<h1\b[\s\S]*?<\/h1>/, '')
    .replace(
      /<h([2-6])\b[^>]*>([\s\S]*?)<\/h\1>/g,
      (_, level, heading) => `\n\n${'#'.repeat(Number(level))} ${String(heading).trim()}\n\n`,
    );
  return `---\ntitle: ${JSON.stringify(title)}\n---\n\n${body.trim()}\n`;
}
