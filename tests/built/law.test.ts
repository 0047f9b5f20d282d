import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readLaw } from '../../scripts/law/read-law.ts';
import { budgetedBytes, heaviest, PAGE_BUDGET } from '../../scripts/page-budget.ts';
import { weighPage } from '../../scripts/page-weight.ts';
import { projectRoot } from '../../scripts/project-root.ts';
import { useBuiltWorker } from './built-site.ts';

const site = useBuiltWorker('tables');
const root = new URL('../../dist/client/', import.meta.url);
const law = await readLaw(projectRoot);
const paths = law.documents.map(({ slug }) => `/phap-luat/van-ban/${slug}/`);

const read = async (path: string): Promise<string> => {
  const response = await site.fetch(path);
  expect(response.status, path).toBe(200);
  return response.text();
};

/** Every address below /phap-luat/ to which a page links, with its fragment. */
const lawLinks = (html: string): string[] =>
  [...html.matchAll(/href="(\/phap-luat\/[^"]*)"/g)].map(([, href = '']) => href);

describe('the pages of the law', () => {
  it('have a page for each document of the register, within the page budget', async () => {
    for (const path of paths) {
      const html = await read(path);
      const weight = await weighPage(path, html, (file) => read(file));

      expect(budgetedBytes(weight), heaviest(weight).join(', ')).toBeLessThanOrEqual(PAGE_BUDGET);
    }
  });

  it('are all reached from the register', async () => {
    const links = lawLinks(await read('/phap-luat/van-ban/'));

    expect(paths.filter((path) => !links.includes(path))).toEqual([]);
  });

  it('answer 404 for a document that the register does not have', async () => {
    expect((await site.fetch('/phap-luat/van-ban/khong-co/')).status).toBe(404);
  });

  it('have every place to which any page of the site links', async () => {
    const files = globSync('**/*.html', { cwd: root }).map((file) =>
      readFileSync(new URL(file, root), 'utf8'),
    );
    const drawn = await Promise.all([...paths, '/phap-luat/van-ban/'].map(read));
    const targets = new Map<string, Set<string>>();
    for (const href of [...files, ...drawn].flatMap(lawLinks)) {
      const { pathname, hash } = new URL(href, 'http://site.invalid');
      targets.set(pathname, (targets.get(pathname) ?? new Set()).add(hash.slice(1)));
    }

    for (const [path, fragments] of targets) {
      const html = await read(path);
      const missing = [...fragments].filter((id) => id !== '' && !html.includes(` id="${id}"`));

      expect(missing, path).toEqual([]);
    }
    expect(targets.size).toBeGreaterThan(paths.length);
  });
});
