import { describe, expect, it } from 'vitest';
import { atomFeed, entriesOfGuide } from '../../../src/guides/guide-feed.ts';
import { readXml, textsOf, type XmlElement } from './read-xml.ts';

const origin = 'https://diemtua.example';
const guide = { title: 'Bài & “thử”', checkedOn: '2026-11-21', changes: [] };

const linksOf = (element: XmlElement) =>
  element.children
    .filter(({ name }) => name === 'link')
    .map(({ attributes }) => [attributes.rel, attributes.href]);

describe('the feed of the guides', () => {
  it('tells of a guide whose editor noted no change only that it was checked', () => {
    expect(entriesOfGuide('thu', guide)).toEqual([
      {
        path: '/huong-dan/thu/',
        title: 'Bài & “thử”',
        on: '2026-11-21',
        summary: 'Đã đối chiếu với nguồn, ngày 21/11/2026.',
      },
    ]);
  });

  it('tells each noted change, and of the check on another day', () => {
    const changes = [{ on: '2026-10-01', what: 'Sửa thời hạn ở bước hai.' }];

    expect(entriesOfGuide('thu', { ...guide, changes }).map(({ on, summary }) => [on, summary])).toEqual([
      ['2026-10-01', 'Sửa thời hạn ở bước hai.'],
      ['2026-11-21', 'Đã đối chiếu với nguồn, ngày 21/11/2026.'],
    ]);
    expect(entriesOfGuide('thu', { ...guide, checkedOn: '2026-10-01', changes })).toHaveLength(1);
  });

  it('is Atom: what RFC 4287 asks of a feed and of every entry is there, newest first', () => {
    const changes = [{ on: '2026-11-01', what: 'Thêm <một> ý.' }];
    const root = readXml(
      atomFeed(
        [
          ...entriesOfGuide('cu', { ...guide, checkedOn: '2026-11-01', changes }),
          ...entriesOfGuide('moi', guide),
        ],
        origin,
      ),
    );
    const entries = root.children.filter(({ name }) => name === 'entry');

    expect(root).toMatchObject({ name: 'feed', attributes: { xmlns: 'http://www.w3.org/2005/Atom' } });
    expect(textsOf(root, 'id')).toEqual([`${origin}/huong-dan/tin.xml`]);
    expect(textsOf(root, 'title')).toHaveLength(1);
    expect(textsOf(root, 'updated')).toEqual(['2026-11-21T00:00:00+07:00']);
    expect(root.children.filter(({ name }) => name === 'author')).toHaveLength(1);
    expect(linksOf(root)).toEqual([
      ['self', `${origin}/huong-dan/tin.xml`],
      ['alternate', `${origin}/huong-dan/`],
    ]);
    expect(entries.map((entry) => textsOf(entry, 'id'))).toEqual([
      [`${origin}/huong-dan/moi/#2026-11-21`],
      [`${origin}/huong-dan/cu/#2026-11-01`],
    ]);
    expect(entries.map((entry) => textsOf(entry, 'title'))).toEqual([['Bài & “thử”'], ['Bài & “thử”']]);
    expect(entries.map((entry) => textsOf(entry, 'summary'))[1]).toEqual(['Thêm <một> ý.']);
    for (const entry of entries) {
      expect(Date.parse(textsOf(entry, 'updated')[0] ?? '')).not.toBeNaN();
      expect(linksOf(entry)).toHaveLength(1);
    }
  });
});
