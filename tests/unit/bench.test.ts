import { describe, expect, it } from 'vitest';
import { emptyTables } from '../../functions/directory/place-record.ts';
import type { AttributeRow, DirectoryData } from '../../functions/directory/schema.ts';
import type { WeighedPage } from '../../scripts/page-budget.ts';
import { firstVisitSection } from '../bench/first-visit.ts';
import { govukPage } from '../bench/govuk-page.ts';
import { makeUpPlaces } from '../bench/made-up-places.ts';
import { median, medianRatio } from '../bench/measurement.ts';
import { markdownSection, terminalTable } from '../bench/table.ts';

describe('the middle of several rounds', () => {
  it.each([
    [[5], 5],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 2.5],
  ])('of %j is %f', (values, middle) => {
    expect(median(values)).toBe(middle);
  });

  it('of none is refused', () => {
    expect(() => median([])).toThrow('no values');
  });

  it('is taken of the ratios round by round, so that one slow round counts for both', () => {
    expect(medianRatio([50, 10, 50], [100, 20, 100])).toBe(0.5);
  });

  it('is refused when the rounds differ in number', () => {
    expect(() => medianRatio([1, 2], [1])).toThrow('the rounds differ');
  });
});

describe('the tables', () => {
  const measurements = [
    { name: 'a page', value: 1_234.5, unit: 'requests/s', peer: 'Hono', ratio: 0.456_78 },
    { name: 'Hono', value: 2_700, unit: 'requests/s' },
  ];

  it('are aligned for the terminal', () => {
    expect(terminalTable(measurements)).toBe(
      [
        'what    value  unit        against  ratio',
        'a page   1235  requests/s  Hono     0.457',
        'Hono     2700  requests/s',
      ].join('\n'),
    );
  });

  it('leave the columns of a peer out of Markdown when there is none', () => {
    const section = {
      title: 'Size',
      how: 'Weighed.',
      measurements: [{ name: 'x', value: 1, unit: 'bytes' }],
    };

    expect(markdownSection(section)).toBe(
      '## Size\n\nWeighed.\n\n| what | value | unit |\n| --- | ---: | --- |\n| x | 1 | bytes |',
    );
  });
});

describe('the figures of a first visit', () => {
  const page = (name: string, gzip: number): WeighedPage => ({
    name,
    path: '/',
    isPublic: true,
    parts: [{ name: 'html', path: '/', kind: 'html', plain: gzip * 2, gzip, brotli: gzip - 10 }],
    later: [],
  });

  it('set the guide, and no other page, against the peer', () => {
    const peer = { name: 'peer', weight: page('peer', 200) };

    const { measurements } = firstVisitSection([page('home', 50), page('guide', 100)], peer);

    expect(measurements).toContainEqual({
      name: 'guide: gzip',
      value: 100,
      unit: 'bytes',
      peer: 'peer',
      ratio: 0.5,
    });
    expect(measurements).toContainEqual({ name: 'home: gzip', value: 50, unit: 'bytes' });
  });

  it('give the peer our text without our classes', () => {
    const html = govukPage('<body><main id="x" class="m"><h1 class="big">Tựa</h1><p>Lời</p></main></body>');

    expect(html).toContain('<h1 class="govuk-heading-l">Tựa</h1><p class="govuk-body">Lời</p>');
    expect(html).not.toContain('"big"');
  });
});

describe('the made-up places', () => {
  const attribute = (link_type: string, link_entity: AttributeRow['link_entity'], term: string) => ({
    id: link_type,
    link_id: 'shipped',
    link_type,
    link_entity,
    taxonomy_term_id: term,
    value: 'thật',
  });
  const shipped: DirectoryData = {
    contentHash: 'shipped',
    provinces: [],
    communes: ['00001', '00002', '00003'].map((code) => ({
      code,
      name: code,
      type: 'xã',
      province_code: '01',
      lat: 0,
      lon: 0,
    })),
    formerProvinces: [],
    formerUnits: [],
    ...emptyTables(),
    attributes: [
      ...['slug', 'commune-code', 'province-code'].map((name) => attribute(name, 'location', 'own')),
      ...['facility-type', 'service-kind', 'operator', 'confidence', 'source-url'].flatMap((name) => [
        attribute(name, 'service', 'first'),
        attribute(name, 'service', 'second'),
      ]),
    ],
    taxonomies: [],
    taxonomyTerms: [],
    termPhrases: [],
    holidays: [],
  };

  it('are the same at every call', () => {
    expect(makeUpPlaces(shipped, 20)).toEqual(makeUpPlaces(shipped, 20));
  });

  it('are as many as asked for, each with a slug and ids of its own', () => {
    const { services, locations, attributes } = makeUpPlaces(shipped, 50);
    const slugs = attributes.filter(({ link_type }) => link_type === 'slug').map(({ value }) => value);

    expect(services).toHaveLength(50);
    expect(new Set(slugs).size).toBe(50);
    expect(new Set([...services, ...locations, ...attributes].map(({ id }) => id)).size).toBe(500);
  });

  it('can be taken for no real place', () => {
    const { services, organizations, addresses, phones } = makeUpPlaces(shipped, 20);
    const shown = [
      ...services.map(({ name }) => name),
      ...organizations.map(({ name }) => name),
      ...addresses.map(({ address_1 }) => address_1),
    ];

    expect(shown.filter((text) => !/tưởng tượng/i.test(text))).toEqual([]);
    expect(phones).toEqual([]);
  });

  it('lie in every commune before any has two', () => {
    const { attributes } = makeUpPlaces(shipped, 3);
    const codes = attributes.filter(({ link_type }) => link_type === 'commune-code');

    expect(new Set(codes.map(({ value }) => value)).size).toBe(3);
  });
});
