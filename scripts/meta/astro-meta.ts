/** What is made when the pages are built: the sitemaps that need no database, and the cards of previews. */
import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { parse } from 'csv-parse/sync';
import {
  cardPath,
  communePath,
  communesSitemapPath,
  directoryPath,
  legalDocumentPath,
  legalDocumentsPath,
  openDataPath,
  pagesSitemapPath,
  provincePath,
  securityPath,
} from '../../domain/paths.ts';
import { isLocalOrigin } from '../../domain/site-origin.ts';
import { type SitemapEntry, sitemapXml } from '../../src/meta/sitemap.ts';
import { preview } from '../../words/vi-meta.ts';
import { readLaw } from '../law/read-law.ts';
import { type Card, drawCards } from './draw-cards.ts';
import { type PageHead, readHead } from './read-head.ts';

/** The integration. */
export function meta(): AstroIntegration {
  let root = '';
  let origin = '';
  return {
    name: 'meta',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        origin = new URL(config.site ?? '').origin;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const heads = await readHeads(folder);
        const entries = [...builtPages(heads, origin), ...(await drawnPages(root))];
        await writeFile(join(folder, pagesSitemapPath()), sitemapXml(entries, origin));
        const units = await unitPages(root);
        await writeFile(join(folder, communesSitemapPath()), sitemapXml(units, origin));
        const cards = [...sharedCards(folder), ...ownCards(heads, folder, origin)];
        const drawn = await drawCards(cards, join(root, '.cache/cards'));
        logger.info(
          `${entries.length} pages and ${units.length} units in the sitemaps, ${cards.length} cards (${drawn} new)`,
        );
        if (isLocalOrigin(origin)) {
          logger.warn(
            `SITE_ORIGIN is not set: addresses begin with ${origin} and robots.txt turns search engines away`,
          );
        }
      },
    },
  };
}

async function readHeads(folder: string): Promise<PageHead[]> {
  const files = globSync('**/*.html', { cwd: folder }).sort();
  return Promise.all(files.map(async (file) => readHead(await readFile(join(folder, file), 'utf8'))));
}

/** The built pages that search engines may keep. */
function builtPages(heads: readonly PageHead[], origin: string): SitemapEntry[] {
  return heads.flatMap(({ isIndexed, canonical, properties }) =>
    isIndexed && canonical !== null
      ? [
          {
            path: canonical.slice(origin.length),
            modifiedAt: properties.get('article:modified_time') ?? null,
          },
        ]
      : [],
  );
}

/** The pages that the Worker draws and that do not depend on the rows of the directory. */
async function drawnPages(root: string): Promise<SitemapEntry[]> {
  const { documents } = await readLaw(root);
  return [
    directoryPath(),
    provincePath(),
    openDataPath(),
    securityPath(),
    legalDocumentsPath(),
    ...documents.map(({ slug }) => legalDocumentPath(slug)),
  ].map((path) => ({ path, modifiedAt: null }));
}

/** The pages of the provinces and communes, from the files that fill the database. What they show has no day of its own. */
async function unitPages(root: string): Promise<SitemapEntry[]> {
  const codesIn = async (file: string): Promise<string[]> => {
    const text = await readFile(join(root, 'content/admin-units', file));
    return parse<{ code: string }>(text, { columns: true, bom: true }).map(({ code }) => code);
  };
  const [provinces, communes] = await Promise.all([codesIn('provinces.csv'), codesIn('communes.csv')]);
  const paths = [...provinces.map((code) => provincePath(code)), ...communes.map(communePath)];
  return paths.map((path) => ({ path, modifiedAt: null }));
}

function sharedCards(folder: string): Card[] {
  return Object.entries(preview.cards).map(([name, text]) => ({
    ...text,
    file: join(folder, cardPath(name)),
  }));
}

/** The cards that only one page has: what is on them is what its preview says. */
function ownCards(heads: readonly PageHead[], folder: string, origin: string): Card[] {
  const shared = new Set(Object.keys(preview.cards).map(cardPath));
  return heads.flatMap(({ properties }) => {
    const path = properties.get('og:image')?.slice(origin.length);
    if (path === undefined || shared.has(path)) return [];
    const title = properties.get('og:title') ?? '';
    return [{ title, section: properties.get('article:section') ?? null, file: join(folder, path) }];
  });
}
