import { globSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const root = new URL('../../dist/client/', import.meta.url);
const pages = globSync('**/*.html', { cwd: root });

/** Bytes of a file as a browser that accepts gzip receives it. */
function sent(path: string): number {
  return gzipSync(readFileSync(new URL(path.replace(/^\//, ''), root))).length;
}

describe.each(pages)('%s', (page) => {
  const html = readFileSync(new URL(page, root), 'utf8');
  const assets = [...html.matchAll(/(?:href|src)="(\/_astro\/[^"]+)"/g)].map(([, path = '']) => path);

  it('weighs at most 14 kB with its styles and scripts', () => {
    const total = [page, ...new Set(assets)].reduce((sum, path) => sum + sent(path), 0);

    expect(total).toBeLessThanOrEqual(14_000);
  });

  it('holds no inline script, no inline style and nothing from another site', () => {
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/);
    expect(html).not.toMatch(/<style|\sstyle=/);
    expect(html).not.toMatch(/<(?:script|link|img)[^>]*\s(?:src|href)="(?:https?:)?\/\//);
  });
});
