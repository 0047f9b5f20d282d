import { describe, expect, it } from 'vitest';
import { robotsTxt } from '../../../src/meta/robots.ts';
import { MOST_ENTRIES, sitemapIndexXml, sitemapXml } from '../../../src/meta/sitemap.ts';
import { readXml, textsOf } from './read-xml.ts';

const origin = 'https://diemtua.example';
const page = (number: number) => ({ path: `/danh-ba/noi-${number}/`, modifiedAt: null });

describe('a sitemap', () => {
  it('names each page once, with the day of its last change where one is known', () => {
    const root = readXml(
      sitemapXml(
        [
          { path: '/huong-dan/qua-lieu/', modifiedAt: '2026-11-21' },
          { path: '/danh-ba/', modifiedAt: null },
        ],
        origin,
      ),
    );

    expect(root).toMatchObject({
      name: 'urlset',
      attributes: { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' },
    });
    expect(root.children.map((url) => [textsOf(url, 'loc'), textsOf(url, 'lastmod')])).toEqual([
      [['https://diemtua.example/huong-dan/qua-lieu/'], ['2026-11-21']],
      [['https://diemtua.example/danh-ba/'], []],
    ]);
  });

  it('escapes what would be markup', () => {
    const path = `/a/?b=1&c=<d>"e"'f'`;
    const document = sitemapXml([{ path, modifiedAt: null }], origin);

    expect(document).toContain('?b=1&amp;c=&lt;d&gt;&quot;e&quot;&apos;f&apos;</loc>');
    expect(textsOf(readXml(document).children[0] ?? readXml(document), 'loc')).toEqual([`${origin}${path}`]);
  });

  it('holds 50,000 addresses within 50 MB, and refuses one more', () => {
    const pages = Array.from({ length: MOST_ENTRIES }, (_, index) => page(index));

    expect(sitemapXml(pages, origin).length).toBeLessThan(52_428_800);
    expect(() => sitemapXml([...pages, page(0)], origin)).toThrow('at most 50000 addresses');
  });

  it('can be named in a list of sitemaps', () => {
    const root = readXml(sitemapIndexXml(['/sitemap-trang.xml', '/sitemap-xa.xml'], origin));

    expect(root.name).toBe('sitemapindex');
    expect(root.children.map((sitemap) => textsOf(sitemap, 'loc'))).toEqual([
      [`${origin}/sitemap-trang.xml`],
      [`${origin}/sitemap-xa.xml`],
    ]);
  });
});

describe('robots.txt', () => {
  it('names the list of the sitemaps, and keeps crawlers from the API alone', () => {
    expect(robotsTxt(origin)).toBe(
      'User-agent: *\nDisallow: /api/\n\nSitemap: https://diemtua.example/sitemap.xml\n',
    );
  });

  it('turns search engines away from a build that has no address of its own', () => {
    expect(robotsTxt('http://localhost:8788')).toBe('User-agent: *\nDisallow: /\n');
  });
});
