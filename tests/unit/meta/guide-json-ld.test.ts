import { describe, expect, it } from 'vitest';
import { GuideSchema } from '../../../src/content-schemas/guide.ts';
import { guideJsonLd } from '../../../src/guides/guide-json-ld.ts';

const guide = GuideSchema.parse({
  title: 'Bài </script><!-- thử',
  description: 'Một câu.',
  group: 'bản thân',
  order: 1,
  author: 'Ban biên tập',
  checkedOn: '2026-11-21',
  reviewBy: '2027-05-20',
  healthFacts: ['1.1.1'],
  related: ['khac'],
});
const read = (text: string): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>;
const url = 'https://diemtua.example/huong-dan/thu/';

describe('what a guide tells search engines', () => {
  it('is when it was last compared with its sources', () => {
    expect(read(guideJsonLd('thu', guide, url))).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'WebPage',
      url,
      inLanguage: 'vi',
      lastReviewed: '2026-11-21',
    });
  });

  it.each(['emergency', 'medical'])(
    'is of health when it is marked as %s, and names nobody who vouches for it',
    (mark) => {
      const data = read(guideJsonLd('thu', { ...guide, [mark]: true }, url));

      expect(data['@type']).toBe('MedicalWebPage');
      expect(data).not.toHaveProperty('reviewedBy');
    },
  );

  it('is a service of the commune police for the guide on registering, and for no other', () => {
    const service = read(guideJsonLd('dang-ky-cai-nghien-tu-nguyen', guide, url)).mainEntity;

    expect(service).toMatchObject({
      '@type': 'GovernmentService',
      serviceOperator: { '@type': 'GovernmentOrganization', name: 'Công an cấp xã nơi cư trú' },
      areaServed: { '@type': 'Country', name: 'Việt Nam' },
    });
    expect(JSON.stringify(service)).not.toMatch(/telephone|address|\d{3}/);
    expect(read(guideJsonLd('thu', guide, url))).not.toHaveProperty('mainEntity');
  });

  it('can neither end its script element nor begin a comment', () => {
    const text = guideJsonLd('thu', guide, url);

    expect(text).not.toContain('<');
    expect(read(text).name).toBe('Bài </script><!-- thử');
  });
});

describe('the changes of a guide', () => {
  const withChanges = (days: string[]) =>
    GuideSchema.safeParse({
      ...guide,
      changes: days.map((on) => ({ on, what: 'Sửa một câu.' })),
    });

  it('are taken when they lie before the last check', () => {
    expect(withChanges(['2026-11-20', '2026-11-21']).success).toBe(true);
  });

  it.each([
    [['2026-11-22'], 'a changed text is compared with its sources again: set checkedOn to that day'],
    [['2026-11-20', '2026-11-20'], 'one entry a day'],
  ])('are refused on %s', (days, message) => {
    expect(withChanges(days).error?.issues.map((issue) => issue.message)).toEqual([message]);
  });
});
