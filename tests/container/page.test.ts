import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { describe, expect, it } from 'vitest';
import Page from '../../src/layouts/Page.astro';

describe('the layout', () => {
  it('gives every page its language, its title and one main landmark', async () => {
    const container = await AstroContainer.create();

    const html = await container.renderToString(Page, {
      props: { title: 'Thử', description: 'Một trang thử.' },
      slots: { default: '<h1>Thử</h1>' },
      request: new Request('http://localhost/thu/'),
    });

    expect(html).toContain('<html lang="vi"');
    expect(html).toMatch(/<title[^>]*>Thử/);
    expect(html.match(/<main[\s>]/g)).toHaveLength(1);
  });

  it('holds no inline script and no inline style, which the policy would block', async () => {
    const container = await AstroContainer.create();

    const html = await container.renderToString(Page, {
      props: { title: 'Thử', description: 'Một trang thử.' },
    });

    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>\s*\S/);
    expect(html).not.toMatch(/\sstyle=/);
  });
});
