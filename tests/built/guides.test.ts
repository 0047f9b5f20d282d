import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const slugsOf = (folder: string): string[] =>
  globSync(`content/${folder}/*.md`, { cwd: root }).map((file) => file.replace(/^.*\/|\.md$/g, ''));
const built = (slug: string): string => read(`dist/client/huong-dan/${slug}/index.html`);

const guides = slugsOf('guides').sort();
const index = read('dist/client/huong-dan/index.html');

describe('the list of guides', () => {
  it('links every guide', () => {
    expect(guides.filter((slug) => !index.includes(`href="/huong-dan/${slug}/"`))).toEqual([]);
  });

  it('puts emergencies first', () => {
    const [first] = /href="\/huong-dan\/[^"]+\/"/.exec(index.slice(index.indexOf('<main'))) ?? [];

    expect(first).toBe('href="/huong-dan/qua-lieu/"');
  });
});

describe.each(guides)('%s', (slug) => {
  const html = built(slug);

  it('says who wrote it, when it was checked, against what, and when that is done again', () => {
    expect(html).toMatch(/Người viết: [^.]+\./);
    expect(html).toMatch(/Đối chiếu ngày <time datetime="\d{4}-\d{2}-\d{2}">[^<]+<\/time> với [^.]+/);
    expect(html).toMatch(/Đối chiếu lại chậm nhất ngày <time/);
  });

  it('offers no crime-report line', () => {
    expect(html).not.toMatch(/0769[. ]?04|0705[. ]?13/);
  });

  it('holds no id twice', () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);

    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });
});

describe('a page for an emergency', () => {
  it.each(['qua-lieu', 'hoi-chung-cai-nguy-hiem', 'y-nghi-tu-tu'])(
    'has 115 right below its heading: %s',
    (slug) => {
      const html = built(slug);

      expect(html.slice(html.indexOf('</h1>'), html.indexOf('class="prose'))).toContain('href="tel:115"');
    },
  );
});

// CLINICAL_READER is not set where tests run.
describe('what waits for a clinician', () => {
  it.each(slugsOf('clinical'))('is on no page: %s', (slug) => {
    const [, text = ''] = read(`content/clinical/${slug}.md`).split(/^---$/m).slice(1);
    const headings = [...text.matchAll(/^## (.*)$/gm)].map(([, heading = '']) => heading);

    expect(headings.length).toBeGreaterThan(0);
    expect(headings.filter((heading) => built(slug).includes(heading))).toEqual([]);
  });
});
