/** Weighs every page type on the built Worker. */
import { join } from 'node:path';
import type { DirectoryData } from '../functions/directory/schema.ts';
import { furnish, type RunningWorker, startBuiltWorker } from './built-worker.ts';
import { type PageType, pageTypes, type WeighedPage } from './page-budget.ts';
import { weighPage } from './page-weight.ts';
import { projectRoot } from './project-root.ts';
import { readDirectory } from './read-directory.ts';

/** Runs the built Worker with the shipped directory and one open desk, and weighs each page type. */
export async function weighBuiltPages(): Promise<WeighedPage[]> {
  const directory = await readDirectory(join(projectRoot, 'content'));
  const worker = await startBuiltWorker();
  try {
    await furnish(worker.env, directory);
    return await weighPages(worker, directory);
  } finally {
    await worker.stop();
  }
}

/** Weighs each page type on a Worker that is furnished with this directory. */
export async function weighPages(
  { origin }: RunningWorker,
  directory: DirectoryData,
): Promise<WeighedPage[]> {
  const slug = directory.attributes.find(({ link_type }) => link_type === 'slug')?.value ?? '';
  const pages: WeighedPage[] = [];
  for (const page of pageTypes(slug)) pages.push(await weighPageType(page, origin));
  return pages;
}

/** Weighs one page of a running site. */
async function weighPageType(page: PageType, origin: string): Promise<WeighedPage> {
  const fetchText = async (path: string, init?: RequestInit): Promise<string> => {
    const response = await fetch(new URL(path, origin), init);
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return response.text();
  };
  const init =
    page.post === undefined
      ? {}
      : { method: 'POST', body: new URLSearchParams(page.post), headers: { origin } };
  const html = await fetchText(page.path, init);
  return { ...page, ...(await weighPage(page.path, html, (path) => fetchText(path))) };
}
