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

  it('names the page’s one address without what stands behind a question mark', async () => {
    const container = await AstroContainer.create();

    const html = await container.renderToString(Page, {
      props: { title: 'Thử', description: 'Một trang thử.' },
      request: new Request('http://other.example/thu/?utm=1'),
    });

    expect(html).toMatch(/<link rel="canonical" href="http:\/\/localhost:8787\/thu\/"/);
    expect(html).toMatch(/property="og:image" content="http:\/\/localhost:8787\/the\/diem-tua\.png"/);
  });

  it('names no address and no preview where search engines may not look', async () => {
    const container = await AstroContainer.create();

    const html = await container.renderToString(Page, {
      props: { title: 'Thử', description: 'Một trang thử.', noindex: true },
    });

    expect(html).toContain('content="noindex"');
    expect(html).not.toMatch(/canonical|og:/);
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
