import { describe, expect, it } from 'vitest';
import { emptyTables } from '../../functions/directory/place-record.ts';
import type { AttributeRow, DirectoryData } from '../../functions/directory/schema.ts';
import type { WeighedPage } from '../../scripts/page-budget.ts';
import { busyMs } from '../bench/cpu-profile.ts';
import { firstVisitSection } from '../bench/first-visit.ts';
import { govukPage } from '../bench/govuk-page.ts';
import { makeUpPlaces } from '../bench/made-up-places.ts';
import { mean, median, medianRatio, quantile } from '../bench/measurement.ts';
import { starlightPage } from '../bench/starlight-page.ts';
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

describe('the mean and the quantiles', () => {
  const hundred = Array.from({ length: 100 }, (_, n) => n + 1);

  it('are those of the values, in any order', () => {
    expect(mean([1, 6, 2])).toBe(3);
    expect(quantile(hundred.toReversed(), 0.99)).toBe(99);
    expect(quantile([7], 0.99)).toBe(7);
    expect(quantile(hundred, 1)).toBe(100);
  });

  it('of nothing are refused', () => {
    expect(() => mean([])).toThrow('no values');
    expect(() => quantile([], 0.5)).toThrow('no values');
  });
});

describe('a CPU profile of several requests', () => {
  const node = (id: number, functionName: string) => ({ id, callFrame: { functionName } });
  const nodes = [node(1, '(root)'), node(2, '(idle)'), node(3, 'seal'), node(4, '(garbage collector)')];
  const profile = (...samples: readonly (readonly [number, number])[]) => ({
    nodes,
    startTime: 1_000,
    endTime: 100_000,
    timeDeltas: samples.map(([delta]) => delta),
    samples: samples.map(([, id]) => id),
  });

  it('counts a period of the sampler for each sample, however long the wait after it', () => {
    const times = busyMs(profile([200, 3], [200, 4], [9_000, 3], [200, 3]), [1_000]);

    expect(times).toEqual([0.8]);
  });

  it('leaves out a function on demand', () => {
    const times = busyMs(profile([200, 3], [200, 4], [200, 3]), [1_000], ['(garbage collector)']);

    expect(times).toEqual([0.4]);
  });

  it('counts no idle time, and nothing from before the first request', () => {
    const times = busyMs(profile([200, 3], [200, 2], [200, 3]), [1_300]);

    expect(times).toEqual([0.2]);
  });

  it('gives each request what came before the next one', () => {
    const times = busyMs(profile([200, 3], [200, 3], [200, 3]), [1_000, 1_400, 1_500, 9_000]);

    expect(times).toEqual([0.2, 0.2, 0.2, 0]);
  });

  it('of no sample gives nothing', () => {
    expect(busyMs(profile(), [1_000, 2_000])).toEqual([0, 0]);
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

  it('set the guide, and no other page, against each peer', () => {
    const peer = { name: 'peer', weight: page('peer', 200) };
    const twice = { name: 'twice', weight: page('twice', 400) };

    const { measurements } = firstVisitSection([page('home', 50), page('guide', 100)], [peer, twice]);

    expect(measurements).toContainEqual({
      name: 'guide: gzip',
      value: 100,
      unit: 'bytes',
      peer: 'peer',
      ratio: 0.5,
    });
    expect(measurements).toContainEqual({
      name: 'guide: gzip',
      value: 100,
      unit: 'bytes',
      peer: 'twice',
      ratio: 0.25,
    });
    expect(measurements).toContainEqual({ name: 'home: gzip', value: 50, unit: 'bytes' });
  });

  it('name a peer that could not be built', () => {
    expect(firstVisitSection([], [], ['the peer: no network']).notMeasured).toEqual(['the peer: no network']);
  });

  it('give Starlight our text with its headings in Markdown and its title apart', () => {
    const text = starlightPage(
      '<main><h1 class="big">Tựa “1”: một</h1><div class="m"><p>Lời</p><h2 id="x">Mục</h2><p>Nữa</p></div></main>',
    );

    expect(text).toBe('---\ntitle: "Tựa “1”: một"\n---\n\n<div><p>Lời</p>\n\n## Mục\n\n<p>Nữa</p></div>\n');
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
