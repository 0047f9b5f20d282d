import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../src/components/examples/all.ts';
import { styleGuide } from '../../words/vi.ts';

/** The values of an attribute, in the order of the page. */
function valuesOf(html: string, attribute: string): string[] {
  return [...html.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, 'g'))].map(([, value = '']) => value);
}

async function draw(Example: (typeof EXAMPLES)[number]['Example']): Promise<string> {
  return (await AstroContainer.create()).renderToString(Example);
}

describe.each(EXAMPLES)('the examples of $key', ({ Example }) => {
  it('hold neither inline script nor inline style, which the policy would block', async () => {
    const html = await draw(Example);

    expect(html).not.toMatch(/<script|<style|\sstyle=/);
  });

  it('name and describe each field by what stands on the page', async () => {
    const html = await draw(Example);
    const ids = new Set(valuesOf(html, 'id'));
    const named = ['aria-labelledby', 'aria-describedby', 'for']
      .flatMap((attribute) => valuesOf(html, attribute))
      .flatMap((value) => value.split(' '));

    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe('the examples together', () => {
  it('repeat no id', async () => {
    const ids = (await Promise.all(EXAMPLES.map(({ Example }) => draw(Example)))).flatMap((html) =>
      valuesOf(html, 'id'),
    );
    const all = [...ids, ...EXAMPLES.map(({ key }) => key)];

    expect(all.filter((id, index) => all.indexOf(id) !== index)).toEqual([]);
  });

  it('link to nothing that is missing from the page', async () => {
    const htmls = await Promise.all(EXAMPLES.map(({ Example }) => draw(Example)));
    const ids = new Set(htmls.flatMap((html) => valuesOf(html, 'id')));
    const targets = htmls
      .flatMap((html) => valuesOf(html, 'href'))
      .filter((href) => href.startsWith('#'))
      .map((href) => href.slice(1));

    expect(targets.length).toBeGreaterThan(0);
    expect(targets.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('show each component that has a title in words/', () => {
    expect(EXAMPLES.map(({ key }) => key).toSorted()).toEqual(Object.keys(styleGuide.sections).toSorted());
  });
});
