import { describe, expect, it } from 'vitest';
import {
  budgetedBytes,
  budgetLines,
  heaviest,
  overBudget,
  type WeighedPage,
} from '../../scripts/page-budget.ts';
import { filesNamedIn, importsIn, nameOf, type PagePart, weighPage } from '../../scripts/page-weight.ts';

const part = (name: string, kind: PagePart['kind'], gzip: number): PagePart => ({
  name,
  path: `/${name}`,
  kind,
  plain: gzip * 3,
  gzip,
  brotli: gzip - 1,
});

const page = (html: number, isPublic = true): WeighedPage => ({
  name: 'home',
  path: '/',
  isPublic,
  parts: [
    part('html', 'html', html),
    part('a.css', 'css', 300),
    part('b.css', 'css', 500),
    part('c.js', 'js', 400),
    part('icon.svg', 'other', 9_000),
  ],
  later: [part('late.js', 'js', 50_000)],
});

describe('the page budget', () => {
  it('counts HTML, styles and scripts, neither images nor what comes later', () => {
    expect(budgetedBytes(page(1_000))).toBe(2_200);
  });

  it('names the three heaviest parts, heaviest first', () => {
    expect(heaviest(page(450))).toEqual(['b.css 500', 'html 450', 'c.js 400']);
  });

  it.each([
    [12_799, 0],
    [12_800, 0],
    [12_801, 1],
  ])('with an HTML of %i bytes finds %i pages too heavy', (html, count) => {
    expect(overBudget([page(html)])).toHaveLength(count);
  });

  it('says which page is too heavy and of what', () => {
    expect(overBudget([page(20_000)])).toEqual([
      'home weighs 21200 of 14000 bytes: html 20000, b.css 500, c.js 400',
    ]);
  });

  it('does not hold the console to it', () => {
    expect(overBudget([page(20_000, false)])).toEqual([]);
  });

  it('names what comes later apart', () => {
    expect(budgetLines([page(1_000)])).toEqual([
      'home   2200 of 14000: html 1000, b.css 500, c.js 400; later 50000: late.js',
    ]);
  });
});

describe('the weight of a page', () => {
  const files = new Map([
    ['/_astro/Page.DXbs1_kH.css', 'p{}'],
    ['/_astro/start.AAAAAAAA.js', 'import{a}from"./base.BBBBBBBB.js";a(()=>import("./late.CCCCCCCC.js"))'],
    ['/_astro/base.BBBBBBBB.js', 'export const a=1'],
    ['/_astro/late.CCCCCCCC.js', 'import "./base.BBBBBBBB.js";import"./deep.DDDDDDDD.js"'],
    ['/_astro/deep.DDDDDDDD.js', 'import(`./last.EEEEEEEE.js`)'],
    ['/_astro/last.EEEEEEEE.js', ''],
    ['/favicon.svg', '<svg/>'],
  ]);
  const html =
    '<link rel="canonical" href="/x/"><link rel="icon" href="/favicon.svg"><link rel="stylesheet" href="/_astro/Page.DXbs1_kH.css"><script type="module" src="/_astro/start.AAAAAAAA.js"></script>';
  const weigh = () =>
    weighPage('/', html, async (path) => {
      const text = files.get(path);
      if (text === undefined) throw new Error(`no ${path}`);
      return text;
    });

  it('holds what the page names and what its scripts import at once', async () => {
    const { parts } = await weigh();

    expect(parts.map(({ name }) => name)).toEqual(['html', 'favicon.svg', 'Page.css', 'start.js', 'base.js']);
  });

  it('keeps apart what is imported later, to the last', async () => {
    const { later } = await weigh();

    expect(later.map(({ name }) => name)).toEqual(['late.js', 'deep.js', 'last.js']);
  });

  it('does not follow other sites', () => {
    expect(
      filesNamedIn('<script src="//example.org/a.js"></script><img src="https://example.org/b">'),
    ).toEqual([]);
  });

  it('tells imports at once from late ones', () => {
    expect(importsIn('import{x as y}from"./a.js";export*from\'../b.js\';import("./c.js")')).toEqual({
      now: ['./a.js', '../b.js'],
      later: ['./c.js'],
    });
  });

  it.each([
    ['/_astro/Page.DXbs1_kH.css', 'Page.css'],
    ['/_astro/QuickExit.astro_astro_type_script_index_0_lang.DhC9SNUh.js', 'script of QuickExit'],
    ['/_astro/seal-in-browser.CiFGRK2w.js', 'seal-in-browser.js'],
    ['/favicon.svg', 'favicon.svg'],
  ])('calls %s by the name %s', (path, name) => {
    expect(nameOf(path)).toBe(name);
  });
});
