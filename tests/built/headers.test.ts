import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SECURITY_HEADERS, securityHeadersOf } from '../../functions/http/security-headers.ts';
import { useBuiltSite } from './built-site.ts';

const site = useBuiltSite();
const root = new URL('../../', import.meta.url);

/** The rules of public/_headers: a path at the start of a line, its headers indented below. */
function headerRules(): Map<string, Record<string, string>> {
  const rules = new Map<string, Record<string, string>>();
  let headers: Record<string, string> = {};
  for (const line of readFileSync(new URL('public/_headers', root), 'utf8').split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (!line.startsWith(' ')) {
      headers = {};
      rules.set(line.trim(), headers);
    } else {
      const [name = '', ...value] = line.trim().split(': ');
      headers[name] = value.join(': ');
    }
  }
  return rules;
}

const [asset = ''] = globSync('_astro/*.css', { cwd: new URL('dist/client/', root) });

const own = { 'sec-fetch-site': 'same-origin' };
const form = { ...own, 'content-type': 'application/x-www-form-urlencoded' };
const json = { ...own, 'content-type': 'application/json' };

/** One answer of each kind, with the status that it has. */
const answers: [string, string, RequestInit, number][] = [
  ['a static page', '/', {}, 200],
  ['a static page in a folder', '/huong-dan/', {}, 200],
  ['a static asset', `/${asset}`, {}, 200],
  ['a static error page', '/loi/403/', {}, 200],
  ['the style page', '/kieu-dang/', {}, 200],
  ['a page that is not there', '/khong-co-trang-nay/', {}, 404],
  ['a file that is not there', '/khong-co.js', {}, 404],
  ['a page that is drawn', '/danh-ba/', {}, 200],
  ['a place that is not there', '/danh-ba/khong-co/', {}, 404],
  ['a commune that is not there', '/danh-ba/xa/00000/', {}, 404],
  ['the page on security', '/bao-mat/', {}, 200],
  ['the search', '/tim-kiem/?q=methadone', {}, 200],
  ['the request page', '/yeu-cau/', {}, 200],
  ['the request page without its closing slash', '/yeu-cau', {}, 301],
  [
    'the request page with an answer missing',
    '/yeu-cau/',
    { method: 'POST', headers: form, body: 'step=clock' },
    422,
  ],
  ['the page to come back', '/theo-doi/', {}, 200],
  [
    'the page to come back with a wrong code',
    '/theo-doi/',
    { method: 'POST', headers: form, body: 'code=BC' },
    422,
  ],
  ['the console', '/can-bo/', {}, 200],
  [
    'the page that refuses another site',
    '/yeu-cau/',
    { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } },
    403,
  ],
  ['the address for reports, which nobody has configured', '/.well-known/security.txt', {}, 404],
  ["an image that Astro's own route would fetch", '/_image?href=https://example.org/a.png', {}, 404],
  ["an island of Astro's own route", '/_server-islands/x', {}, 404],
  ["an action of Astro's own route", '/_actions/x', { method: 'POST', headers: json, body: '{}' }, 404],
  ['a picture of a link preview', '/the/diem-tua.png', {}, 200],
  ['the list of the sitemaps', '/sitemap.xml', {}, 200],
  ['the sitemap that is a file', '/sitemap-trang.xml', {}, 200],
  ['a sitemap that is not there', '/sitemap-noi-9.xml', {}, 404],
  ['the feed', '/huong-dan/tin.xml', {}, 200],
  ['the rules for robots', '/robots.txt', {}, 200],
  ['the API', '/api/health', {}, 200],
  ['the desks', '/api/desks', {}, 200],
  ['the heads of the audit chains before any copy', '/api/audit-heads', {}, 404],
  ['the API where nothing is', '/api/khong-co', {}, 404],
  ['the API by another method', '/api/inquiries', {}, 405],
  ['the API with bad input', '/api/inquiries', { method: 'POST', headers: json, body: '{}' }, 422],
  [
    'the API with an unknown code',
    '/api/inquiries/open',
    { method: 'POST', headers: json, body: JSON.stringify({ lookup: 'a'.repeat(43) }) },
    404,
  ],
  ['the API that refuses another site', '/api/inquiries', { method: 'POST' }, 403],
  ['the desk without signing in', '/api/staff/inquiries', {}, 401],
  ['a HEAD request', '/yeu-cau/', { method: 'HEAD' }, 200],
];

const isPrivate = /^\/(yeu-cau|theo-doi|can-bo|tim-kiem|api\/(inquiries|staff))/;

describe.each(answers)('%s', (_kind, path, init, status) => {
  it('carries the security headers and names neither a cookie nor a server', async () => {
    const response = await site.fetch(path, init);

    expect(response.status).toBe(status);
    const carried = Object.keys(SECURITY_HEADERS).map((name) => [name, response.headers.get(name)]);
    expect(Object.fromEntries(carried)).toEqual(securityHeadersOf(path));
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(
      [...response.headers].filter(([, value]) =>
        /\b\d{1,3}(\.\d{1,3}){3}\b|::1|workerd|wrangler/i.test(value),
      ),
    ).toEqual([]);
    expect(response.headers.has('x-powered-by') || response.headers.has('server')).toBe(false);
    if (isPrivate.test(path)) {
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('x-robots-tag')).toBe('noindex, nofollow');
    }
  });
});

describe('the position of the visitor', () => {
  it.each([
    ['/danh-ba/', 'geolocation=(self)'],
    ['/danh-ba/?gan=21.03,105.85', 'geolocation=(self)'],
    ['/', 'geolocation=()'],
    ['/yeu-cau/', 'geolocation=()'],
    ['/danh-ba/xa/09706/', 'geolocation=()'],
  ])('may at %s be asked for as %s says', async (path, policy) => {
    expect((await site.fetch(path)).headers.get('permissions-policy')).toContain(policy);
  });
});

describe('a private page', () => {
  it.each([
    '/%79eu-cau/',
    '/%74im-kiem/?q=x',
    '/TIM-KIEM/?q=x',
    '/theo%2Ddoi/',
    '/can-bo/index.html',
    '/yeu-cau/?ma=x',
    '/Theo-Doi/',
  ])('is not kept by a cache when it is spelled %s', async (path) => {
    const response = await site.fetch(path);
    const holdsForm = /id="(request-page|follow-page|console)"|class="site-search/.test(
      await response.text(),
    );

    expect(holdsForm ? response.headers.get('cache-control') : 'no-store').toBe('no-store');
  });
});

describe('public/_headers', () => {
  it('gives static files the headers that the Worker gives', () => {
    expect(headerRules().get('/*')).toEqual(SECURITY_HEADERS);
  });

  it.each(['/loi/*', '/kieu-dang/*'])('keeps %s out of search', (path) => {
    expect(headerRules().get(path)).toEqual({ 'X-Robots-Tag': 'noindex, nofollow' });
  });

  it('lets other sites show the pictures of link previews', () => {
    expect(headerRules().get('/the/*')).toMatchObject({ 'Cross-Origin-Resource-Policy': 'cross-origin' });
  });

  it('is applied to the style page', async () => {
    expect((await site.fetch('/kieu-dang/')).headers.get('x-robots-tag')).toBe('noindex, nofollow');
  });

  it('is not served itself', async () => {
    expect((await site.fetch('/_headers')).status).toBe(404);
  });
});
