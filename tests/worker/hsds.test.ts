import { env, exports } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { importedBy } from '../../functions/directory/import/apply-import.ts';
import { loadDirectory } from '../../functions/directory/load-directory.ts';
import type { PlaceRecord } from '../../functions/directory/place-record.ts';
import { readPlaceRecords } from '../../functions/directory/read-place-records.ts';
import { searchContext } from '../../functions/directory/search-rows.ts';
import { writePlaces } from '../../functions/directory/write-places.ts';
import { discreetPlace, richPlace, SECRETS } from '../hsds/rich-place.ts';
import { smallDirectory } from './shipped.ts';

const LOADED = '2026-11-22T03:00:00.000Z';

const load = (): Promise<boolean> => loadDirectory(env.DB, smallDirectory, new Date(LOADED));

async function ask(path: string, init?: RequestInit): Promise<Response> {
  return exports.default.fetch(`https://portal.example/api/hsds${path}`, init);
}

interface Page {
  total_items: number;
  total_pages: number;
  page_number: number;
  size: number;
  first_page: boolean;
  last_page: boolean;
  empty: boolean;
  contents: { id: string; name?: string; location?: Record<string, unknown> }[];
}

async function page(path: string): Promise<Page> {
  const response = await ask(path);
  expect(response.status).toBe(200);
  return response.json();
}

async function ids(path: string): Promise<string[]> {
  return (await page(path)).contents.map(({ id }) => id);
}

async function write(
  before: PlaceRecord | null,
  after: PlaceRecord,
  by = 'a3b1c2d4-0000-4000-8000-000000000001',
): Promise<void> {
  const act = { by, at: new Date('2026-11-23T03:00:00Z'), source: 'gọi điện' };
  await env.DB.batch(await writePlaces(env.DB, [{ before, after }], searchContext(smallDirectory), act));
}

describe('the root of the HSDS API', () => {
  it('stands before anything was loaded, when lists cannot be read yet', async () => {
    expect((await ask('')).status).toBe(200);
    expect((await ask('/services')).status).toBe(503);
  });

  it('names the version, the profile and the OpenAPI document', async () => {
    expect(await (await ask('')).json()).toEqual({
      version: '3.0',
      profile: 'https://portal.example/api/hsds/profile.json',
      openapi_url: 'https://portal.example/api/openapi.json',
    });
  });

  it('is found with a closing slash too', async () => {
    const response = await ask('/', { redirect: 'manual' });

    expect(response.status).toBe(308);
    expect(response.headers.get('location')).toBe('/api/hsds');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
  });
});

describe('a list', () => {
  beforeEach(load);

  it('is given in pages that say where they stand', async () => {
    const { contents, ...first } = await page('/services?per_page=50');
    const { contents: rest, ...last } = await page('/services?per_page=50&page=2');
    const { contents: none, ...after } = await page('/services?per_page=50&page=3');

    expect(first).toEqual({
      total_items: 66,
      total_pages: 2,
      page_number: 1,
      size: 50,
      first_page: true,
      last_page: false,
      empty: false,
    });
    expect(last).toMatchObject({ page_number: 2, size: 16, first_page: false, last_page: true });
    expect(after).toMatchObject({ total_items: 66, size: 0, last_page: true, empty: true });
    expect(none).toEqual([]);
    expect(new Set([...contents, ...rest].map(({ id }) => id)).size).toBe(66);
  });

  it('gives at most 100 entries a page, whatever is asked', async () => {
    expect((await page('/taxonomy_terms?per_page=5000')).size).toBeLessThanOrEqual(100);
    expect((await page('/services?per_page=5000')).size).toBe(66);
  });

  it('gives with minimal ids and times alone, in one page', async () => {
    const { contents, total_pages } = await page('/services?minimal=true');

    expect(total_pages).toBe(1);
    expect(contents).toHaveLength(66);
    expect(contents[0]).toEqual({ id: expect.any(String), last_modified: LOADED });
  });

  it('is streamed as ndjson, all of it, in the order of its pages', async () => {
    const response = await ask('/services?format=ndjson&per_page=2&page=7');
    const lines = (await response.text()).trimEnd().split('\n');

    expect(response.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(
      await ids('/services?per_page=100'),
    );
  });
});

describe('the filters', () => {
  beforeEach(load);

  it('find words without their marks', async () => {
    const { contents } = await page('/services?search=so%203%20ha%20noi&per_page=100');

    expect(contents.map(({ name }) => name)).toContain('Cơ sở cai nghiện ma túy số 3 Hà Nội');
    expect((await page('/organizations?search=hoai+duc')).total_items).toBeGreaterThan(0);
    expect((await page('/service_at_locations?search=khongconoinaonhuthe')).empty).toBe(true);
  });

  it('narrow each other down', async () => {
    const [term] = smallDirectory.taxonomyTerms.filter(({ code }) => code === 'methadone');
    const [organization] = smallDirectory.organizations;
    const byTerm = await ids(`/services?taxonomy_term_id=${term?.id}&per_page=100`);
    const byOwner = await ids(`/services?organization_id=${organization?.id}&per_page=100`);
    const both = await ids(
      `/services?taxonomy_term_id=${term?.id}&organization_id=${organization?.id}&per_page=100`,
    );

    expect(byTerm.length).toBeGreaterThan(both.length);
    expect(both).toEqual(byTerm.filter((id) => byOwner.includes(id)));
    expect(both.length).toBeGreaterThan(0);
  });

  it('know the terms of a taxonomy', async () => {
    const [taxonomy] = (await page('/taxonomies')).contents;
    const inTaxonomy = await page(`/taxonomy_terms?taxonomy_id=${taxonomy?.id}&per_page=100`);

    expect(inTaxonomy.total_items).toBeGreaterThan(0);
    expect(inTaxonomy.total_items).toBeLessThan((await page('/taxonomy_terms')).total_items);
    expect((await page(`/services?taxonomy_id=${taxonomy?.id}`)).total_items).toBeGreaterThan(0);
  });

  it('find what was changed since a moment, and what was loaded since', async () => {
    expect((await page('/services?modified_after=2026-11-22T10:00:00%2B07:00')).total_items).toBe(66);
    expect((await page('/services?modified_after=2026-11-22T10:00:01+07:00')).empty).toBe(true);
    await write(null, richPlace(smallDirectory));

    const changed = await page('/services?modified_after=2026-11-23');

    expect(changed.contents.map(({ name }) => name)).toEqual(['Nơi thử đủ mọi trường']);
  });

  it('find what lies within so many metres of a point, by the commune where no more is known', async () => {
    const near = await page('/service_at_locations?proximity=21.12138,105.45776,100&per_page=100');
    const wide = await page('/service_at_locations?proximity=21.12138,105.45776,60000&per_page=100');

    expect(near.contents.map(({ location }) => location?.['name'])).toEqual([
      'Cơ sở cai nghiện ma túy số 3 Hà Nội',
    ]);
    expect(near.contents[0]?.location).not.toHaveProperty('latitude');
    expect(wide.total_items).toBeGreaterThan(near.total_items);
  });

  it('find a place by its own coordinates where they are known', async () => {
    await write(null, richPlace(smallDirectory));

    const [near] = (await page('/service_at_locations?proximity=21.0285,105.8542,50')).contents;

    expect(near?.location).toMatchObject({ latitude: 21.0285, longitude: 105.8542 });
  });
});

describe('a parameter that cannot be used', () => {
  it('is refused with what to write instead', async () => {
    const paths = [
      '/services?page=0',
      '/service_at_locations?postcode=100000',
      '/services/00000000-0000-4000-8000-000000000000?full=true',
    ];
    for (const path of paths) {
      const response = await ask(path);
      const { error } = (await response.json()) as {
        error: { fields: string[]; hints: Record<string, string> };
      };

      expect(response.status).toBe(422);
      expect(error.hints[error.fields[0] ?? '']).toMatch(/\S/);
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
    }
  });
});

describe('a resource', () => {
  beforeEach(load);

  it('that is not there is answered 404', async () => {
    expect((await ask('/services/00000000-0000-4000-8000-000000000000')).status).toBe(404);
    expect((await ask("/services/' OR 1=1 --")).status).toBe(404);
    expect((await ask('/programs')).status).toBe(404);
  });

  it('holds everything that is known of it', async () => {
    const place = richPlace(smallDirectory);
    await write(null, place);

    const service: unknown = await (await ask(`/services/${place.services[0]?.id}`)).json();

    expect(service).toMatchObject({
      minimum_age: 18,
      assured_date: '2026-11-20',
      last_modified: '2026-11-23T03:00:00.000Z',
      organization: { website: 'https://example.org/gi%E1%BB%9Bi-thi%E1%BB%87u?a=1&b=hai' },
      required_documents: [{ document: 'Căn cước' }],
      cost_options: [{ currency: 'VND', amount: 1_500_000.5 }],
      service_at_locations: [
        {
          location: {
            addresses: [{ address_1: 'số 1, đường Bí Mật', city: 'Phường Hoàn Kiếm' }],
            phones: [{ number: '024 0000 0000', extension: 12, attributes: [{ link_type: 'verification' }] }],
            schedules: [{ opens_at: '07:30+07:00', closes_at: '24:00+07:00', timezone: 7 }],
            languages: [{ code: 'vi' }],
            accessibility: [{ description: 'Có dốc cho xe lăn' }],
          },
        },
      ],
    });
    // What is no address of the web or of mail is left out.
    expect(service).not.toHaveProperty('url');
    expect(service).not.toHaveProperty('email');
  });

  it('tells what was changed and by whom in which role, never who that was or what number stood there', async () => {
    const before = richPlace(smallDirectory);
    await write(null, before, importedBy('Nguyễn Văn Ví Dụ'));
    const [stored] = await readPlaceRecords(env.DB, [before.locationId]);
    if (stored === undefined) throw new Error('the place was not written');
    await write(stored, {
      ...stored,
      services: stored.services.map((row) => ({ ...row, name: 'Tên mới' })),
      phones: stored.phones.map((row) => ({ ...row, number: '024 1111 1111' })),
    });

    const text = await (await ask(`/services/${before.services[0]?.id}`)).text();
    const { metadata } = JSON.parse(text) as { metadata: Record<string, string>[] };

    expect(metadata).toContainEqual(
      expect.objectContaining({
        field_name: 'name',
        previous_value: 'Nơi thử đủ mọi trường',
        replacement_value: 'Tên mới',
        last_action_type: 'update',
        updated_by: 'biên tập viên danh bạ',
      }),
    );
    expect(metadata).toContainEqual(
      expect.objectContaining({ field_name: 'email', updated_by: 'nhập từ danh sách' }),
    );
    expect(text).not.toContain('Ví Dụ');
    expect(text).not.toContain('a3b1c2d4');
    expect(text).not.toContain('gọi điện');
    expect(text).toContain('024 1111 1111');
    expect(text).not.toContain('024 0000 0000');
  });
});

describe('a place that must not be shown', () => {
  beforeEach(load);

  it('is in no list, no stream, no download and under no id', async () => {
    const hidden = smallDirectory.services.filter(({ status }) => status === 'inactive');
    const answers = [
      '/services?per_page=100&full=true',
      '/organizations?per_page=100&full=true',
      '/service_at_locations?format=ndjson',
      '/package/services.csv',
      '/package/attributes.csv',
    ];

    expect(hidden).toHaveLength(1);
    for (const path of answers) {
      const text = await (await ask(path)).text();

      expect(text, path).not.toContain(hidden[0]?.id);
      expect(text, path).not.toContain(hidden[0]?.name);
    }
    expect((await ask(`/services/${hidden[0]?.id}`)).status).toBe(404);
  });
});

describe('a discreet place', () => {
  beforeEach(load);

  const place = (): PlaceRecord => discreetPlace(smallDirectory);

  it('is listed without anything that tells where it lies', async () => {
    await write(null, richPlace(smallDirectory));
    const [stored] = await readPlaceRecords(env.DB, [place().locationId]);
    await write(stored ?? null, place());
    const answers = [
      '/services?per_page=100&full=true&modified_after=2026-11-23',
      '/services/99999999-0000-4000-8000-000000000002',
      '/service_at_locations/99999999-0000-4000-8000-000000000004',
      '/organizations/99999999-0000-4000-8000-000000000001?full_service=true',
      '/service_at_locations?modified_after=2026-11-23',
      '/service_at_locations?format=ndjson&full=true&modified_after=2026-11-23',
    ];

    for (const path of answers) {
      const text = await (await ask(path)).text();

      expect(text, path).toContain('99999999-0000-4000-8000-00000000000');
      for (const secret of SECRETS) expect(text, path).not.toContain(secret);
    }
    for (const file of ['locations.csv', 'addresses.csv', 'attributes.csv']) {
      const lines = (await (await ask(`/package/${file}`)).text()).split('\n');
      const own = lines.filter((line) => line.includes('99999999-')).join('\n');

      expect(own === '').toBe(file === 'addresses.csv');
      for (const secret of SECRETS) expect(own, file).not.toContain(secret);
    }
  });

  it('cannot be found by guessing where it lies, but by its name', async () => {
    await write(null, place());

    expect((await page('/service_at_locations?proximity=21.0285,105.8542,50')).empty).toBe(true);
    expect((await page('/services?search=duong+bi+mat')).empty).toBe(true);
    expect((await page('/services?search=thu+du+moi+truong')).total_items).toBe(1);
  });
});

describe('the copies that readers keep', () => {
  beforeEach(load);

  it('are good until something changes', async () => {
    const etag = (await ask('/services')).headers.get('etag') ?? '';

    const same = await ask('/services', { headers: { 'if-none-match': `"other", ${etag}` } });
    await write(null, richPlace(smallDirectory));
    const changed = await ask('/services', { headers: { 'if-none-match': etag } });

    expect(same.status).toBe(304);
    expect(await same.text()).toBe('');
    expect(same.headers.get('etag')).toBe(etag);
    expect(same.headers.get('access-control-allow-origin')).toBe('*');
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(etag);
    expect(changed.headers.get('cache-control')).toBe('no-cache');
  });

  it('are good for downloads, streams and single resources alike', async () => {
    const etag = (await ask('/services')).headers.get('etag') ?? '';
    const [id] = await ids('/services');

    for (const path of ['/package/services.csv', '/services?format=ndjson', `/services/${id}`]) {
      expect((await ask(path, { headers: { 'if-none-match': etag } })).status, path).toBe(304);
    }
  });
});
