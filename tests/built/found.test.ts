import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  communePath,
  directoryPath,
  guideFeedPath,
  guidesPath,
  legalDocumentPath,
  placePath,
  provincePath,
} from '../../domain/paths.ts';
import { LOCAL_ORIGIN } from '../../domain/site-origin.ts';
import { loadDirectory } from '../../functions/directory/load-directory.ts';
import { readHead } from '../../scripts/meta/read-head.ts';
import { projectRoot } from '../../scripts/project-root.ts';
import { readDirectory } from '../../scripts/read-directory.ts';
import { preview } from '../../words/vi-meta.ts';
import { readXml, textsOf } from '../unit/meta/read-xml.ts';
import { smallDirectory } from '../worker/small-directory.ts';
import { useBuiltWorker } from './built-site.ts';

const site = useBuiltWorker('tables');
const root = join(projectRoot, 'dist/client');
// The build that is tested is the one of this machine; a test of the configuration says what another address does.
const origin = LOCAL_ORIGIN;

/** The pages that are files, by the path at which they answer. */
const built = globSync('**/*.html', { cwd: root }).map((file) => {
  const html = readFileSync(join(root, file), 'utf8');
  return { path: `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`, html, ...readHead(html) };
});
const indexed = built.filter((page) => page.isIndexed);

const whole = await readDirectory(join(projectRoot, 'content'));
const directory = smallDirectory(whole);
const active = new Set(directory.services.filter(({ status }) => status === 'active').map(({ id }) => id));
const slugOf = new Map(
  directory.attributes
    .filter(({ link_type }) => link_type === 'slug')
    .map(({ link_id, value }) => [link_id, value ?? '']),
);
/** The places that are shown; each has a service of its own, so what is done to one is done to one page. */
const slugs = directory.serviceAtLocations
  .filter(({ service_id }) => active.has(service_id))
  .map(({ location_id }) => slugOf.get(location_id) ?? '');
const [slug = '', changed = '', hidden = ''] = slugs;
const [{ code: commune } = { code: '' }] = directory.communes;

const headOf = async (path: string, init?: RequestInit) =>
  readHead(await (await site.fetch(path, init)).text());
const dataIn = (html: string): Record<string, unknown>[] =>
  [...html.matchAll(/<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/gs)].map(
    ([, json = '']) => JSON.parse(json) as Record<string, unknown>,
  );

beforeAll(async () => {
  const { DB } = await site.env();
  await loadDirectory(DB, directory, new Date());
  const setService = (column: string) =>
    `UPDATE service SET ${column} WHERE id IN (SELECT service_id FROM service_at_location
       JOIN location ON location.id = location_id WHERE slug = ?1)`;
  await DB.batch([
    DB.prepare(setService("last_modified = '2026-11-20T08:00:00Z'")).bind(changed),
    DB.prepare(setService("status = 'inactive'")).bind(hidden),
  ]);
});

describe('the pages that are files', () => {
  it('have each a title and a description of their own, short enough to be shown whole', () => {
    const titles = indexed.map(({ title }) => title);
    const descriptions = indexed.map(({ description }) => description);

    expect(indexed.length).toBeGreaterThan(40);
    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
    expect(descriptions.filter((text, at) => descriptions.indexOf(text) !== at)).toEqual([]);
    // Letters, in NFC: about what Google shows of a title and of a description on a phone.
    expect(titles.filter((title) => title.length < 18 || title.length > 70)).toEqual([]);
    expect(descriptions.filter((text) => text.length < 50 || text.length > 160)).toEqual([]);
  });

  it('name their own address, or say noindex and name none', () => {
    const wrong = built.filter(({ path, isIndexed, canonical }) =>
      isIndexed ? canonical !== `${origin}${path}` : canonical !== null,
    );
    const kept = built.filter((page) => !page.isIndexed).map(({ path }) => path.replace(/\d+/, 'N'));

    expect(wrong.map(({ path }) => path)).toEqual([]);
    expect([...new Set(kept)].toSorted()).toEqual(['/N.html', '/kieu-dang/', '/loi/N/']);
  });

  it('say in a preview what they are, with a picture that is there', () => {
    const lacking = indexed.flatMap(({ path, properties }) =>
      ['type', 'site_name', 'locale', 'title', 'description', 'url', 'image', 'image:alt']
        .filter((name) => !properties.get(`og:${name}`))
        .map((name) => `${path} og:${name}`),
    );
    const cards = indexed.map(({ properties }) => properties.get('og:image')?.slice(origin.length) ?? '');

    expect(lacking).toEqual([]);
    expect(
      cards.filter((card) => !/^\/the\/[a-z\d-]+\.png$/.test(card) || !statSync(join(root, card)).isFile()),
    ).toEqual([]);
    expect(
      indexed.filter(({ html }) => !html.includes('name="twitter:card" content="summary_large_image"')),
    ).toEqual([]);
    expect(indexed.filter(({ properties }) => properties.get('og:locale') !== 'vi_VN')).toEqual([]);
    expect(
      indexed.filter(
        ({ properties }) =>
          properties.get('og:image:width') !== '1200' || properties.get('og:image:height') !== '630',
      ),
    ).toEqual([]);
  });

  it('hold data for search engines that can be read, and no page names somebody who vouches for it', () => {
    const types = built.flatMap(({ html }) => dataIn(html)).map((data) => String(data['@type']));

    expect(new Set(types)).toEqual(
      new Set(['WebSite', 'WebPage', 'MedicalWebPage', 'FAQPage', 'DefinedTermSet']),
    );
    expect(built.filter(({ html }) => html.includes('"reviewedBy"'))).toEqual([]);
  });
});

describe('the pictures of previews', () => {
  const cards = globSync('the/*.png', { cwd: root });

  it('are PNG files of 1200 × 630 under 100 kB, and none is left over', () => {
    const used = new Set([
      ...Object.keys(preview.cards).map((name) => `the/${name}.png`),
      ...built.map(({ properties }) => properties.get('og:image')?.slice(origin.length + 1)),
    ]);

    expect(cards.filter((card) => !used.has(card.replaceAll('\\', '/')))).toEqual([]);
    expect(cards.length).toBeGreaterThan(40);
    for (const card of cards) {
      const bytes = readFileSync(join(root, card));
      // The signature and the first chunk (https://www.w3.org/TR/png-3/#5PNG-file-signature, #11IHDR).
      expect(bytes.subarray(0, 8).toString('hex'), card).toBe('89504e470d0a1a0a');
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], card).toEqual([1200, 630]);
      expect(bytes.length, card).toBeLessThan(100_000);
    }
  });
});

describe('the pages that the Worker draws', () => {
  it.each([
    directoryPath(),
    `${directoryPath()}?utm_source=zalo`,
    `${placePath(slug)}?da-bao=1`,
    communePath(commune),
    provincePath(),
    legalDocumentPath('163-2026-nd-cp'),
  ])('name at %s the address without a query', async (path) => {
    const { canonical, isIndexed, properties } = await headOf(path);

    expect(isIndexed).toBe(true);
    expect(canonical).toBe(`${origin}${path.replace(/\?.*/, '')}`);
    expect(properties.get('og:image')).toMatch(/\/the\/(danh-ba|van-ban)\.png$/);
  });

  it.each([
    directoryPath({ q: 'hoang mai' }),
    directoryPath({ trang: 2 }),
    directoryPath({ gan: '21.03,105.85' }),
  ])('keep answers to a search out of search engines: %s', async (path) => {
    const { canonical, isIndexed, properties } = await headOf(path);

    expect([isIndexed, canonical, properties.get('og:url')]).toEqual([false, null, undefined]);
    expect(properties.get('og:image')).toBe(`${origin}/the/danh-ba.png`);
  });

  it('keep answers to a search of the whole site out of search engines', async () => {
    const { canonical, isIndexed } = await headOf('/tim-kiem/?q=methadone');

    expect([isIndexed, canonical]).toEqual([false, null]);
  });

  it.each(['/yeu-cau/', '/theo-doi/'])(
    'show nothing but the portal’s name where %s is shared',
    async (path) => {
      const { canonical, isIndexed, properties } = await headOf(path);

      expect([isIndexed, canonical]).toEqual([false, null]);
      expect(properties.get('og:title')).toBe(preview.neutral.title);
      expect(properties.get('og:description')).toBe(preview.neutral.description);
      expect(properties.get('og:image')).toBe(`${origin}/the/diem-tua.png`);
    },
  );

  it.each(['/can-bo/', '/danh-ba/khong-co/', '/danh-ba/xa/00000/', '/phap-luat/van-ban/khong-co/'])(
    'have neither a canonical link nor a preview where there is nothing to find: %s',
    async (path) => {
      const { canonical, isIndexed, properties } = await headOf(path);

      expect([isIndexed, canonical, properties.size]).toEqual([false, null, 0]);
    },
  );

  it('tell search engines what a place and a legal document are, with the same address', async () => {
    const [place = {}] = dataIn(await (await site.fetch(placePath(slug))).text());
    const [law = {}] = dataIn(await (await site.fetch(legalDocumentPath('163-2026-nd-cp'))).text());

    expect(place.url).toBe(`${origin}${placePath(slug)}`);
    expect(law).toMatchObject({
      '@type': 'Legislation',
      legislationIdentifier: '163/2026/NĐ-CP',
      legislationLegalForce: 'https://schema.org/InForce',
      url: `${origin}${legalDocumentPath('163-2026-nd-cp')}`,
    });
  });
});

/** The pages that the Worker draws: where each is named to search engines, or null for those that are not. */
const DRAWN = {
  'bao-mat/index.astro': '/sitemap-trang.xml',
  'can-bo/index.astro': null,
  'danh-ba/[slug].astro': '/sitemap-noi-1.xml',
  'danh-ba/du-lieu/index.astro': '/sitemap-trang.xml',
  'danh-ba/index.astro': '/sitemap-trang.xml',
  'danh-ba/tinh/[code].astro': '/sitemap-xa.xml',
  'danh-ba/tinh/index.astro': '/sitemap-trang.xml',
  'danh-ba/xa/[code].astro': '/sitemap-xa.xml',
  'phap-luat/van-ban/[slug].astro': '/sitemap-trang.xml',
  'phap-luat/van-ban/index.astro': '/sitemap-trang.xml',
  'theo-doi/index.astro': null,
  'theo-doi/phan.astro': null,
  'tim-kiem/index.astro': null,
  'yeu-cau/index.astro': null,
  'yeu-cau/phan.astro': null,
} as const;

describe('the sitemaps', () => {
  const entriesOf = async (path: string): Promise<{ path: string; lastmod: string | undefined }[]> => {
    const response = await site.fetch(path);
    expect([response.status, response.headers.get('content-type')], path).toEqual([
      200,
      expect.stringContaining('application/xml'),
    ]);
    return readXml(await response.text()).children.map((entry) => {
      const [location = ''] = textsOf(entry, 'loc');
      expect(location.startsWith(`${origin}/`), location).toBe(true);
      return { path: location.slice(origin.length), lastmod: textsOf(entry, 'lastmod')[0] };
    });
  };

  it('name every page that search engines may keep once, and no other', async () => {
    const parts = (await entriesOf('/sitemap.xml')).map(({ path }) => path);
    const entries = (await Promise.all(parts.map(entriesOf))).flat();
    const paths = entries.map(({ path }) => path);

    expect(parts).toEqual(['/sitemap-trang.xml', '/sitemap-noi-1.xml', '/sitemap-xa.xml']);
    expect(paths.filter((path, at) => paths.indexOf(path) !== at)).toEqual([]);
    expect(indexed.map(({ path }) => path).filter((path) => !paths.includes(path))).toEqual([]);
    expect(
      paths.filter((path) => /^\/(yeu-cau|theo-doi|can-bo|kieu-dang|tim-kiem|loi|api)\//.test(path)),
    ).toEqual([]);
    expect(paths.filter((path) => path.startsWith('/danh-ba/xa/'))).toHaveLength(whole.communes.length);
    expect(paths.filter((path) => path.startsWith('/danh-ba/tinh/'))).toHaveLength(
      whole.provinces.length + 1,
    );
    expect(paths.filter((path) => /^\/danh-ba\/(?!du-lieu\/)[^/]+-[^/]+\/$/.test(path))).toHaveLength(
      slugs.length - 1,
    );
    expect(paths).not.toContain(placePath(hidden));
    // A day only where one is known: the place that was written here, and the pages that tell when they were checked.
    const days = new Map(entries.map(({ path, lastmod }) => [path, lastmod]));
    expect(days.get(placePath(changed))).toBe('2026-11-20T08:00:00Z');
    expect(days.get(placePath(slug))).toBeUndefined();
    expect(days.get('/huong-dan/qua-lieu/')).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(days.get(communePath(commune))).toBeUndefined();
  });

  it('name each kind of page that the Worker draws in one of them, unless it is kept out on purpose', async () => {
    const drawn = globSync('**/*.astro', { cwd: join(projectRoot, 'src/pages') })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) =>
        readFileSync(join(projectRoot, 'src/pages', file), 'utf8').includes('prerender = false'),
      );

    expect(drawn.toSorted()).toEqual(Object.keys(DRAWN).toSorted());
    for (const sitemap of ['/sitemap-trang.xml', '/sitemap-noi-1.xml', '/sitemap-xa.xml']) {
      const paths = (await entriesOf(sitemap)).map(({ path }) => path);
      const missing = Object.entries(DRAWN)
        .filter(([, where]) => where === sitemap)
        .map(([file]) => file.replace('index.astro', '').replace(/\[\w+\]\.astro/, '[^/]+/'))
        .filter((address) => !paths.some((path) => new RegExp(`^/${address}$`).test(path)));

      expect(missing, sitemap).toEqual([]);
    }
  });

  it('lead to pages that name the same address, each with a title of its own', async () => {
    const pages = (await entriesOf('/sitemap-trang.xml')).map(({ path }) => path);
    const drawn = pages.filter((path) => !indexed.some((page) => page.path === path));

    expect(drawn.length).toBeGreaterThan(20);
    const titles = new Set(indexed.map(({ title }) => title));
    for (const path of drawn) {
      const { canonical, title, description } = await headOf(path);

      expect(canonical).toBe(`${origin}${path}`);
      expect(titles.has(title), `${path} ${title}`).toBe(false);
      titles.add(title);
      // Long names of documents leave no room for less.
      expect([title.length <= 100, description.length >= 50, description.length <= 170], description).toEqual(
        [true, true, true],
      );
    }
  });

  it.each(['/sitemap-noi-2.xml', '/sitemap-noi-0.xml', '/sitemap-noi-x.xml'])(
    'end where the places end: %s',
    async (path) => {
      expect((await site.fetch(path)).status).toBe(404);
    },
  );
});

describe('the feed', () => {
  it('is found from the list of the guides, and tells of each guide', async () => {
    const list = built.find(({ path }) => path === guidesPath())?.html ?? '';
    const feed = readXml(await (await site.fetch(guideFeedPath())).text());
    const titles = feed.children.filter(({ name }) => name === 'entry');

    expect(list).toMatch(
      /<link rel="alternate" type="application\/atom\+xml"[^>]* href="\/huong-dan\/tin\.xml"/,
    );
    expect(list).toContain('<a href="/huong-dan/tin.xml">');
    expect(titles.length).toBeGreaterThanOrEqual(30);
  });
});
