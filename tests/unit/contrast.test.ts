import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');

/** The colours of one scheme: the dark one states only what differs. */
function colours(source: string): Map<string, string> {
  return new Map(
    [...source.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

const [lightCss = '', darkCss = ''] = css.split('@media (prefers-color-scheme: dark)');
const light = colours(lightCss);
const dark = new Map([...light, ...colours(darkCss)]);

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
  ['ink', 'brick-wash'],
  ['brick', 'brick-wash'],
  ['on-press', 'press'],
  ['on-press', 'press-strong'],
  ['on-brick', 'brick'],
  ['on-turmeric', 'turmeric'],
] satisfies [string, string][];
const edges = ['field-line', 'press', 'brick', 'focus'].flatMap((name) =>
  grounds.map((ground): [string, string] => [name, ground]),
);

describe.each([
  { name: 'light', scheme: light },
  { name: 'dark', scheme: dark },
])('the $name colours', ({ scheme }) => {
  it.each(text)('keep 7 : 1 for words in --%s on --%s', (ink, ground) => {
    expect(contrast(scheme, ink, ground)).toBeGreaterThanOrEqual(7);
  });

  it.each(edges)('keep 3 : 1 for edges in --%s on --%s', (edge, ground) => {
    expect(contrast(scheme, edge, ground)).toBeGreaterThanOrEqual(3);
  });
});
