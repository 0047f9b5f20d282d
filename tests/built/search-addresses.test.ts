import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pageOf } from '../../functions/search/search-entry.ts';
import { projectRoot } from '../../scripts/project-root.ts';
import { readSearchEntries } from '../../scripts/search/read-search-entries.ts';
import { useBuiltWorker } from './built-site.ts';

const site = useBuiltWorker('tables');
const root = join(projectRoot, 'dist/client');
const entries = await readSearchEntries(projectRoot);

/** The HTML of a page: a file, or drawn by the Worker. */
async function readPage(path: string): Promise<string> {
  const file = join(root, path, 'index.html');
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const response = await site.fetch(path);
  expect(response.status, path).toBe(200);
  return response.text();
}

describe('the search', () => {
  it('leads to pages and headings that are there', async () => {
    const lost: string[] = [];
    for (const path of new Set(entries.map(({ address }) => pageOf(address)))) {
      const html = await readPage(path);
      const ids = new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id));
      for (const { address } of entries.filter((entry) => pageOf(entry.address) === path)) {
        const fragment = address.split('#')[1];
        if (fragment !== undefined && !ids.has(decodeURIComponent(fragment))) lost.push(address);
      }
    }

    expect(lost).toEqual([]);
  });

  it('knows every guide that is built', () => {
    const known = new Set(entries.map(({ address }) => pageOf(address)));
    const list = readFileSync(join(root, 'huong-dan/index.html'), 'utf8');
    const linked = [...list.matchAll(/href="(\/huong-dan\/[a-z0-9-]+\/)"/g)].map(([, href = '']) => href);

    expect(linked.filter((href) => !known.has(href))).toEqual([]);
  });

  it('shows what was typed as text alone, and 10,000 signs of it too', async () => {
    const q = '<img src=x onerror=alert(1)>"\'&';
    const page = await (await site.fetch(`/tim-kiem/?${new URLSearchParams({ q })}`)).text();

    // In the box it stands between quotes that it cannot close; anywhere else it would be markup.
    expect(page).toContain('value="<img src=x onerror=alert(1)>&quot;');
    expect(page.replace(/="[^"]*"/g, '')).not.toContain('<img');
    expect((await site.fetch(`/tim-kiem/?q=${'x'.repeat(10_000)}`)).status).toBe(200);
    expect((await site.fetch('/tim-kiem/?q=%ff%fe%00')).status).toBe(200);
  });
});
