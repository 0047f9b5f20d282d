import { describe, expect, it } from 'vitest';
import { communeFullName } from '../../../functions/directory/unit-names.ts';
import { projectRoot } from '../../../scripts/project-root.ts';
import { readDirectory } from '../../../scripts/read-directory.ts';
import { cardNameOf, NEUTRAL_PREVIEW } from '../../../src/meta/preview.ts';
import { commune } from '../../../words/vi.ts';
import { preview } from '../../../words/vi-meta.ts';
import { guideFiles } from '../guide-files.ts';

/** Words that tell somebody who only sees a chat what the person in it is going through. */
const TELLING = /ma túy|nghiện|(?<!\p{L})cai(?!\p{L})|tự tử|bạo lực|dương tính|quá liều|methadone|điện tử/iu;

const fieldOf = (frontmatter: string, name: string): string | null =>
  new RegExp(`^${name}: '([^']*)'`, 'm').exec(frontmatter)?.[1] ?? null;

const guides = guideFiles('guides').map(({ slug, frontmatter }) => ({
  slug,
  title: fieldOf(frontmatter, 'title') ?? '',
  shared: fieldOf(frontmatter, 'sharedTitle'),
}));

describe('the preview of a shared guide', () => {
  it('has words of its own that tell on nobody, where a guide has such words', () => {
    const telling = guides.filter(({ shared }) => shared !== null && TELLING.test(shared));

    expect(guides.filter(({ shared }) => shared !== null).length).toBeGreaterThan(10);
    expect(telling).toEqual([]);
  });

  it('never speaks of “me”, of a relative or of what happened to somebody', () => {
    const personal = /(?<!\p{L})tôi(?!\p{L})|đang (dùng|cai)|lỡ|tự tử|bạo lực|quá liều|được báo dương/iu;

    expect(guides.filter(({ title, shared }) => personal.test(shared ?? title))).toEqual([]);
  });

  it('is another for each guide', () => {
    const names = guides.map(({ title, shared }) => shared ?? title);

    expect(new Set(names).size).toBe(names.length);
  });
});

describe('the preview of a page on which a person writes', () => {
  it('says the portal’s name and nothing of why somebody is there', () => {
    const { card, title, description } = NEUTRAL_PREVIEW;

    expect(title).toBe('Điểm Tựa');
    expect([title, description, preview.alt(card, null, title)].filter((text) => TELLING.test(text))).toEqual(
      [],
    );
  });
});

describe('a card', () => {
  it.each([
    ['/', 'trang-dau'],
    ['/huong-dan/', 'huong-dan'],
    ['/huong-dan/qua-lieu/', 'huong-dan-qua-lieu'],
  ])('of %s is called %s', (path, name) => {
    expect(cardNameOf(path)).toBe(name);
  });
});

describe('the titles of the directory', () => {
  it('are another for each commune and each place', async () => {
    const data = await readDirectory(projectRoot.concat('/content'));
    const provinces = new Map(data.provinces.map(({ code, name }) => [code, name]));
    const titles = [
      ...data.communes.map(({ type, name, province_code }) =>
        commune.title(communeFullName(type, name), provinces.get(province_code) ?? ''),
      ),
      ...data.locations.map(({ name }) => name),
    ];

    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
  });
});
