import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { GuideSchema } from '../../src/content-schemas/guide.ts';
import {
  type HealthFact,
  HealthFactSchema,
  type HealthSource,
  HealthSourceSchema,
} from '../../src/content-schemas/health-fact.ts';
import {
  clinicalPartOf,
  cutAtFirstSection,
  healthSourcesOf,
  relatedGuides,
} from '../../src/guides/ground.ts';
import { CITATION, checkedAgainst, citedIn, guideFiles, listOf } from './guide-files.ts';

const readCsv = (file: string): Record<string, string>[] =>
  parse(readFileSync(new URL(`../../content/${file}`, import.meta.url)), { columns: true });

const base = {
  facts: readCsv('health-facts.csv').map((row) => HealthFactSchema.parse(row)),
  sources: readCsv('health-sources.csv').map((row) => HealthSourceSchema.parse(row)),
};
const guides = guideFiles('guides');
const parts = guideFiles('clinical');
const slugs = guides.map(({ slug }) => slug);
const known = [...slugs, 'so-dien-thoai', 'thoat-nhanh', 'dang-ky-tung-buoc', 'phieu-dang-ky'];

/** The crime-report lines stand on the page of phone numbers alone, apart from what one calls for help. */
const registering = '163/2026/NĐ-CP Điều 89 khoản 1]]';
const leadOf = (body: string): string => body.trim().split('\n')[0] ?? '';
const clock = leadOf(guides.find(({ slug }) => slug === 'dang-ky-cai-nghien-tu-nguyen')?.body ?? '');

describe('the words about the 24 hours', () => {
  it('say how long, where, how, and what follows', () => {
    expect(clock).toContain('> **Đã được báo kết quả là nghiện? Chỉ có 24 giờ.**');
    for (const needed of ['Công an cấp xã', 'VNeID', 'Cổng Dịch vụ công quốc gia', 'cai nghiện bắt buộc'])
      expect(clock).toContain(needed);
  });
});

describe.each(guides)('$file', ({ slug, frontmatter, body }) => {
  it('lists in checkedAgainst exactly the documents and articles that it cites', () => {
    expect(checkedAgainst(frontmatter).sort()).toEqual(citedIn(body).sort());
  });

  it('writes every citation in the agreed form', () => {
    const malformed = [...body.matchAll(/\[\[([^\]]*)\]\]/g)].filter(
      ([, inside = '']) => !CITATION.test(inside),
    );

    expect(malformed.map(([written]) => written)).toEqual([]);
  });

  it('rests its health advice on statements that may be told to everybody', () => {
    expect(() => healthSourcesOf(slug, listOf(frontmatter, 'healthFacts'), base)).not.toThrow();
  });

  it('names related guides that exist', () => {
    const entries = slugs.map((id) => ({ id }));

    expect(relatedGuides(slug, listOf(frontmatter, 'related'), entries).length).toBeGreaterThan(0);
  });

  it('links only to guides that exist', () => {
    const linked = [...body.matchAll(/\(\/huong-dan\/([\w-]+)\/\)/g)].map(([, other = '']) => other);

    expect(linked.filter((other) => !known.includes(other))).toEqual([]);
  });

  it('begins with the 24 hours when it touches registering', () => {
    if (body.includes(registering) || /trong \*{0,2}24 giờ\*{0,2} để đăng ký/i.test(body))
      expect(leadOf(body)).toBe(clock);
  });

  it('asks one question a heading, or tells one thing to leave undone', () => {
    const headings = [...body.matchAll(/^## (.*)$/gm)].map(([, heading = '']) => heading);

    expect(headings.length).toBeGreaterThan(2);
    expect(headings.filter((heading) => heading.length > 70)).toEqual([]);
  });
});

describe('a guide for an emergency', () => {
  const emergencies = guides.filter(({ frontmatter }) => /^emergency: true$/m.test(frontmatter));

  it('is each of the three', () => {
    expect(emergencies.map(({ slug }) => slug)).toEqual([
      'hoi-chung-cai-nguy-hiem',
      'qua-lieu',
      'y-nghi-tu-tu',
    ]);
  });

  it.each(emergencies)('says 115 in its first step: $file', ({ body }) => {
    expect(body.trim().split('\n')[0]).toMatch(/^1\. .*115/);
  });
});

describe.each(parts)('$file', ({ slug, frontmatter }) => {
  it('belongs to a guide of its own name', () => {
    expect(frontmatter).toContain(`guide: '${slug}'`);
    expect(slugs).toContain(slug);
  });

  it('holds what waits for a clinician', () => {
    const ids = listOf(frontmatter, 'healthFacts');

    expect(() => healthSourcesOf(slug, ids, base)).toThrow('phải có người làm nghề y đọc trước');
    expect(() => healthSourcesOf(slug, ids, base, true)).not.toThrow();
  });
});

describe('the switch CLINICAL_READER', () => {
  const part = { data: { guide: 'qua-lieu', healthFacts: ['1.1.5'] } };

  it.each([undefined, '', '   '])('leaves the part out while nobody is named (%j)', (reader) => {
    expect(clinicalPartOf([part], 'qua-lieu', reader)).toBeNull();
  });

  it('lets it out with who has read it', () => {
    expect(clinicalPartOf([part], 'qua-lieu', 'Bác sĩ tâm thần, 1/12/2026')).toBe(part);
  });

  it('gives nothing to a guide that has no such part', () => {
    expect(clinicalPartOf([part], 'hoc-nghe', 'Bác sĩ tâm thần, 1/12/2026')).toBeNull();
  });
});

describe('what an editor reads about health statements', () => {
  const source: HealthSource = { id: 'cdc', title: 'CDC', url: 'https://www.cdc.gov/a', date: '2022-12' };
  const fact: HealthFact = {
    id: '1.1.1',
    statement: 'Câu.',
    publish: 'duyệt',
    confidence: 'cao',
    sources: ['cdc'],
  };
  const messageOf = (act: () => unknown): string => {
    try {
      return String(act());
    } catch (error) {
      return error instanceof Error ? error.message : '';
    }
  };

  it('names the guide and the row that does not exist', () => {
    expect(
      messageOf(() => healthSourcesOf('thu', ['9.9'], { facts: [], sources: [] })),
    ).toMatchInlineSnapshot(
      `"content/guides/thu.md: healthFacts nêu “9.9”, nhưng content/health-facts.csv không có dòng đó."`,
    );
  });

  it('says where to put what nobody may read yet', () => {
    expect(
      messageOf(() => healthSourcesOf('thu', ['1.1.1'], { facts: [fact], sources: [source] })),
    ).toMatchInlineSnapshot(
      `"content/guides/thu.md: dòng “1.1.1” ghi “duyệt”, phải có người làm nghề y đọc trước. Chuyển câu đó sang content/clinical/thu.md."`,
    );
  });

  it('names a source that does not exist', () => {
    expect(
      messageOf(() => healthSourcesOf('thu', ['1.1.1'], { facts: [fact], sources: [] }, true)),
    ).toMatchInlineSnapshot(
      `"content/health-facts.csv: dòng “1.1.1” nêu nguồn “cdc”, nhưng content/health-sources.csv không có nguồn đó."`,
    );
  });

  it('names a related guide that does not exist, or is the guide itself', () => {
    expect(messageOf(() => relatedGuides('thu', ['khac'], [{ id: 'thu' }]))).toMatchInlineSnapshot(
      `"content/guides/thu.md: related nêu “khac”, nhưng content/guides không có bài đó."`,
    );
    expect(messageOf(() => relatedGuides('thu', ['thu'], [{ id: 'thu' }]))).toContain('“thu”');
  });

  it('shows a source once, its month the Vietnamese way', () => {
    const facts = [fact, { ...fact, id: '1.1.2' }];

    expect(healthSourcesOf('thu', ['1.1.1', '1.1.2'], { facts, sources: [source] }, true)).toEqual([
      { title: 'CDC', url: 'https://www.cdc.gov/a', date: '12/2022' },
    ]);
  });
});

describe('the frontmatter of a guide', () => {
  const guide = {
    title: 'Thử',
    description: 'Một bài thử.',
    group: 'bản thân',
    order: 1,
    author: 'Ban biên tập',
    checkedOn: '2026-11-21',
    reviewBy: '2027-05-20',
    checkedAgainst: [{ document: '120/2025/QH15', articles: [5] }],
    related: ['khac'],
  };

  it('is taken with a review 180 days after the check', () => {
    expect(GuideSchema.safeParse(guide).success).toBe(true);
  });

  it.each([
    ['a review 181 days after the check', { reviewBy: '2027-05-21' }, ['reviewBy']],
    ['a review before the check', { reviewBy: '2026-11-20' }, ['reviewBy']],
    ['nothing that it rests on', { checkedAgainst: [] }, ['checkedAgainst']],
    ['a group that the index does not have', { group: 'mọi người' }, ['group']],
  ])('is refused with %s', (_what, wrong, path) => {
    const { error } = GuideSchema.safeParse({ ...guide, ...wrong });

    expect(error?.issues.map((issue) => issue.path)).toEqual([path]);
  });
});

describe('a guide in two pieces', () => {
  it('is cut before its first section', () => {
    expect(cutAtFirstSection('<p>a</p><h2 id="b">b</h2><h2>c</h2>')).toEqual({
      lead: '<p>a</p>',
      rest: '<h2 id="b">b</h2><h2>c</h2>',
    });
  });

  it('is all lead when it has no section', () => {
    expect(cutAtFirstSection('<p>a</p>')).toEqual({ lead: '<p>a</p>', rest: '' });
  });
});
