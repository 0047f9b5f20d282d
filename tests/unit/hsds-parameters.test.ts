import { describe, expect, it } from 'vitest';
import { type ListName, parseListQuery } from '../../functions/directory/hsds/parameters.ts';

function parse(list: ListName, query: string) {
  return parseListQuery(list, new URLSearchParams(query));
}

/** What is read of a query that can be used. */
function read(list: ListName, query: string) {
  const parsed = parse(list, query);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.query;
}

describe('a parameter of the HSDS API', () => {
  it.each<[ListName, string, string]>([
    ['services', 'page=0', 'page'],
    ['services', 'page=1.5', 'page'],
    ['services', 'page=9999999', 'page'],
    ['services', 'per_page=many', 'per_page'],
    ['services', 'per_page=', 'per_page'],
    ['services', 'format=xml', 'format'],
    ['services', 'full=yes', 'full'],
    ['services', 'search=%20-%20', 'search'],
    ['services', `search=${'a'.repeat(201)}`, 'search'],
    ['services', 'taxonomy_term_id=methadone', 'taxonomy_term_id'],
    ['services', 'modified_after=yesterday', 'modified_after'],
    ['services', 'modified_after=2026-02-30', 'modified_after'],
    ['service_at_locations', 'postcode=100000', 'postcode'],
    ['service_at_locations', 'proximity=5000', 'proximity'],
    ['service_at_locations', 'proximity=91,105,10', 'proximity'],
    ['service_at_locations', 'proximity=21,105,0', 'proximity'],
    ['service_at_locations', 'proximity=21,105,500001', 'proximity'],
    ['services', 'page=1&page=2', 'page'],
    ['services', 'proximity=21,105,10', '?'],
    ['services', '<script>=1', '?'],
    ['taxonomies', 'taxonomy_id=7281b177-f8ac-58f3-a52b-2bf96da58491', '?'],
  ])('is refused with what to write instead: %s?%s', (list, query, name) => {
    const parsed = parse(list, query);

    expect(parsed).toEqual({ ok: false, faults: [{ name, hint: expect.stringMatching(/\S/) }] });
  });

  it('is told of with every other one that is wrong', () => {
    const parsed = parse('services', 'page=0&per_page=x&minimal=1&page_size=3');

    expect(parsed.ok ? [] : parsed.faults.map(({ name }) => name)).toEqual([
      'page',
      'per_page',
      'minimal',
      '?',
    ]);
  });

  it('has a usual value', () => {
    expect(read('services', '')).toMatchObject({ page: 1, perPage: 20, isStream: false, depth: 'list' });
    expect(read('services', 'per_page=101')).toMatchObject({ perPage: 100 });
    expect(read('services', 'minimal=true&full=true')).toMatchObject({ perPage: 5000, depth: 'minimal' });
  });

  it.each([
    ['2026-11-22', '2026-11-21T17:00:00.000Z'],
    ['2026-11-22T08:00:00%2B07:00', '2026-11-22T01:00:00.000Z'],
    ['2026-11-22T08:00:00+07:00', '2026-11-22T01:00:00.000Z'],
    ['2026-11-22T08:00:00Z', '2026-11-22T08:00:00.000Z'],
  ])('reads the time %s', (text, expected) => {
    expect(read('services', `modified_after=${text}`).modifiedAfter).toBe(expected);
  });

  it('reads a circle', () => {
    expect(read('service_at_locations', 'proximity=21.03,105.85,20000').near).toEqual({
      latitude: 21.03,
      longitude: 105.85,
      metres: 20_000,
    });
  });
});
