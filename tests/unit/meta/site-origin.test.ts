import { describe, expect, it } from 'vitest';
import { isLocalOrigin, parseSiteOrigin } from '../../../domain/site-origin.ts';
import { siteOriginFrom } from '../../../scripts/meta/site-origin.ts';

describe('the origin of the site', () => {
  it.each([
    ['https://diemtua.example', 'https://diemtua.example'],
    ['https://diemtua.example/', 'https://diemtua.example'],
    ['https://cai.hanoi.example:8443', 'https://cai.hanoi.example:8443'],
    ['http://localhost:8788', 'http://localhost:8788'],
  ])('is read from %s', (text, origin) => {
    expect(parseSiteOrigin(text)).toBe(origin);
  });

  it.each([
    'diemtua.example',
    'http://diemtua.example',
    'https://diemtua.example/cai',
    'https://diemtua.example/?a',
    'https://diemtua.example/#a',
    'https://user@diemtua.example',
    'https://Diemtua.example',
    ' https://diemtua.example',
    'ftp://diemtua.example',
    'https://',
  ])('is refused when it is %s', (text) => {
    expect(parseSiteOrigin(text)).toBeNull();
  });

  it('is this machine when nobody named one', () => {
    expect(siteOriginFrom(undefined)).toBe('http://localhost:8787');
    expect(siteOriginFrom('')).toBe('http://localhost:8787');
    expect(isLocalOrigin('http://localhost:8787')).toBe(true);
    expect(isLocalOrigin('https://localhost.example')).toBe(false);
  });

  it('stops the build with a sentence that says what to write', () => {
    expect(() => siteOriginFrom('diemtua.example')).toThrowErrorMatchingInlineSnapshot(
      `[CommandError: SITE_ORIGIN must be the address of the portal and nothing behind it, for example \`SITE_ORIGIN=https://diemtua.example npm run build\`.]`,
    );
  });
});
