import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');

/** The colours that the tokens set under one media query, '' being no query; later queries win over earlier ones. */
function colours(query: string): [string, string][] {
  const block = query === '' ? css.split('@media')[0] : css.split(`@media ${query} {`)[1]?.split('@media')[0];
  if (block === undefined) throw new Error(`no tokens under ${query}`);
  return [...block.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [
    name,
    value,
  ]);
}

/** The colours where these queries hold, in the order of the file. */
function schemeOf(...queries: string[]): Map<string, string> {
  return new Map(['', ...queries].flatMap(colours));
}

const isDark = '(prefers-color-scheme: dark)';
const isMore = '(prefers-contrast: more)';
const light = schemeOf();
const dark = schemeOf(isDark);
const moreLight = schemeOf(isMore);
const moreDark = schemeOf(isDark, isMore, `${isMore} and ${isDark}`);

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2, contrast ratio of two tokens of a scheme. */
function contrast(scheme: Map<string, string>, one: string, other: string): number {
  const [a, b] = [one, other].map((name) => {
    const hex = scheme.get(name);
    if (hex === undefined) throw new Error(`no colour --${name}`);
    return luminance(hex);
  }) as [number, number];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const grounds = ['paper', 'surface', 'wash'];
const text = [
  ...['ink', 'press', 'press-strong', 'visited', 'brick', 'muted'].flatMap((name) =>
    grounds.map((ground): [string, string] => [name, ground]),
  ),
  ...['ink', 'muted', 'brick', 'press', 'press-strong', 'visited'].map((name): [string, string] => [
    name,
    'brick-wash',
  ]),
  ['on-turmeric', 'turmeric'],
] satisfies [string, string][];
const edges = ['field-line', 'press', 'brick', 'focus'].flatMap((name) =>
  grounds.map((ground): [string, string] => [name, ground]),
);

/** What a thing looks like while something happens to it: its words on its ground. */
const states = [
  ['a button', 'on-press', 'press'],
  ['a button under the pointer', 'on-press', 'press-strong'],
  ['a second button', 'press', 'paper'],
  ['a second button under the pointer', 'press', 'wash'],
  ['a dangerous button', 'brick', 'paper'],
  ['a dangerous button under the pointer', 'brick', 'brick-wash'],
  ['a button that cannot be pressed', 'ink', 'paper'],
  ['a button that cannot be pressed, in a card', 'ink', 'surface'],
  ['the quick exit', 'brick', 'surface'],
  ['the quick exit under the pointer', 'on-brick', 'brick'],
  ['a link under the pointer', 'press-strong', 'paper'],
  ['a link under the pointer, in a notice', 'press-strong', 'wash'],
  ['a link under the pointer, in a danger notice', 'press-strong', 'brick-wash'],
  ['a link that was followed, in a danger notice', 'visited', 'brick-wash'],
  ['the current page in the header', 'press', 'paper'],
  ['a field with an error', 'ink', 'surface'],
  ['an error', 'brick', 'paper'],
  ['the hint of a field with an error', 'muted', 'paper'],
  ['a choice', 'ink', 'surface'],
  ['a choice that is taken, and its hint', 'ink', 'wash'],
  ['the hint of a choice', 'muted', 'surface'],
  ['a red alarm and its links', 'on-brick', 'brick'],
  ['a tag that warns', 'on-turmeric', 'turmeric'],
  ['a tag that assures', 'press', 'surface'],
] satisfies [string, string, string][];

/** Lines that alone tell a state: WCAG 2.2, 1.4.11 and 2.4.13 ask for 3 : 1. */
const stateEdges = [
  ['the ring of what has focus', 'focus', 'brick-wash'],
  ['the ring of a link with focus in a red alarm', 'on-brick', 'brick'],
  ['the frame of a choice that is taken', 'press', 'surface'],
  ['the mark of a choice that is taken', 'press', 'wash'],
  ['the frame of a field', 'field-line', 'surface'],
  ['the stripe beside an error', 'brick', 'paper'],
  ['the dashes of a button that cannot be pressed', 'field-line', 'paper'],
] satisfies [string, string, string][];

describe.each([
  { name: 'light', scheme: light, words: 7, lines: 3 },
  { name: 'dark', scheme: dark, words: 7, lines: 3 },
  { name: 'light, more contrast', scheme: moreLight, words: 10, lines: 4.5 },
  { name: 'dark, more contrast', scheme: moreDark, words: 10, lines: 4.5 },
])('the $name colours', ({ scheme, words, lines }) => {
  it.each(text)(`keep ${words} : 1 for words in --%s on --%s`, (ink, ground) => {
    expect(contrast(scheme, ink, ground)).toBeGreaterThanOrEqual(words);
  });

  it.each(edges)(`keep ${lines} : 1 for edges in --%s on --%s`, (edge, ground) => {
    expect(contrast(scheme, edge, ground)).toBeGreaterThanOrEqual(lines);
  });

  it.each(states)(`keep ${words} : 1 for the words of %s`, (_state, ink, ground) => {
    expect(contrast(scheme, ink, ground)).toBeGreaterThanOrEqual(words);
  });

  it.each(stateEdges)(`keep ${lines} : 1 for %s`, (_state, edge, ground) => {
    expect(contrast(scheme, edge, ground)).toBeGreaterThanOrEqual(lines);
  });
});

describe.each([
  { name: 'light', scheme: moreLight },
  { name: 'dark', scheme: moreDark },
])('more contrast, $name', ({ scheme }) => {
  it.each(grounds)('draws even the thin lines at 4.5 : 1 on --%s', (ground) => {
    expect(contrast(scheme, 'line', ground)).toBeGreaterThanOrEqual(4.5);
  });
});
