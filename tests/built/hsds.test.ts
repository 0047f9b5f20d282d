import { beforeAll, describe, expect, it } from 'vitest';
import { LIST_NAMES, type ListName } from '../../functions/directory/hsds/parameters.ts';
import { loadDirectory } from '../../functions/directory/load-directory.ts';
import type { PlaceRecord } from '../../functions/directory/place-record.ts';
import { readPlaceRecords } from '../../functions/directory/read-place-records.ts';
import { searchContext } from '../../functions/directory/search-rows.ts';
import { writePlaces } from '../../functions/directory/write-places.ts';
import { projectRoot } from '../../scripts/project-root.ts';
import { readDirectory } from '../../scripts/read-directory.ts';
import { makeUpPlaces } from '../bench/made-up-places.ts';
import { hsdsValidator, type Json, type Kind, type Validate } from '../hsds/hsds-schemas.ts';
import { richPlace } from '../hsds/rich-place.ts';
import { useBuiltWorker } from './built-site.ts';

const site = useBuiltWorker('directory');
let validate: Validate = () => [];

const NESTED: Record<ListName, Kind> = {
  services: 'service',
  organizations: 'organization',
  service_at_locations: 'service_at_location',
  taxonomies: 'taxonomy',
  taxonomy_terms: 'taxonomy_term',
};
const LISTED: Record<ListName, Kind> = {
  ...NESTED,
  services: 'service_list',
  organizations: 'organization_list',
  service_at_locations: 'service_at_location_list',
};

async function ask(path: string): Promise<Response> {
  const response = await site.fetch(`/api/hsds${path}`);
  expect(response.status, path).toBe(200);
  return response;
}

interface Page {
  total_items: number;
  total_pages: number;
  last_page: boolean;
  contents: { id: string }[];
}

/** Every page of a list, its entries in order. */
async function crawl(list: ListName, query: string): Promise<{ id: string }[]> {
  const entries: { id: string }[] = [];
  for (let page = 1; ; page++) {
    const answer = (await (await ask(`/${list}?per_page=100&page=${page}${query}`)).json()) as Page;
    entries.push(...answer.contents);
    if (answer.last_page) {
      expect(entries).toHaveLength(answer.total_items);
      return entries;
    }
  }
}

async function stream(list: ListName, query: string): Promise<{ id: string }[]> {
  const text = await (await ask(`/${list}?format=ndjson${query}`)).text();
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string });
}

/** What breaks the schemas in everything that the API says of the directory, as a reader would collect it. */
async function faultsOfEverything(list: ListName): Promise<string[]> {
  const nested = list.startsWith('taxonom') ? '' : '&full=true';
  const listed = await crawl(list, '');
  const full = await crawl(list, nested);
  const streamed = await stream(list, nested);

  expect(streamed).toEqual(full);
  expect(full.map(({ id }) => id)).toEqual(listed.map(({ id }) => id));
  return [
    ...listed.flatMap((entry) => validate(LISTED[list], entry)),
    ...full.flatMap((entry) => validate(NESTED[list], entry)),
  ];
}

beforeAll(async () => {
  validate = hsdsValidator((await (await ask('/profile.json')).json()) as Json);
});

describe('the shipped directory over the API', () => {
  it.each(LIST_NAMES)('gives %s that keep to HSDS 3.0 and the profile in every field', async (list) => {
    expect(await faultsOfEverything(list)).toEqual([]);
  });

  it('gives each resource by its id as a full list has it', async () => {
    for (const list of LIST_NAMES) {
      const nested = list.startsWith('taxonom') ? '' : '&full=true';
      const [first] = await crawl(list, nested);

      expect(await (await ask(`/${list}/${first?.id}`)).json()).toEqual(first);
    }
  });

  it('gives organizations with their services in full', async () => {
    const organizations = await crawl('organizations', '&full_service=true');

    expect(organizations.flatMap((entry) => validate('organization', entry))).toEqual([]);
    expect(JSON.stringify(organizations)).toContain('service_at_locations');
  });

  it('may be read by any page, with the headers that every answer has', async () => {
    const { headers } = await site.fetch('/api/hsds/services', {
      headers: { origin: 'https://example.org' },
    });

    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('set-cookie')).toBeNull();
  });

  it('is described by an OpenAPI document and a page that lead to it', async () => {
    const root = (await (await ask('')).json()) as Record<string, string>;
    const page = await (await site.fetch('/danh-ba/du-lieu/')).text();

    for (const address of [root['profile'], root['openapi_url']]) {
      expect((await site.fetch(new URL(address ?? '').pathname)).status).toBe(200);
    }
    for (const [, href = ''] of page.matchAll(/href="(\/api\/[^"]+)"/g)) {
      expect((await site.fetch(href.replaceAll('&#38;', '&').replaceAll('&amp;', '&'))).status, href).toBe(
        200,
      );
    }
  });
});

describe('a place with a row in every table, written by an import and edited', () => {
  beforeAll(async () => {
    const { DB } = await site.env();
    const shipped = await readDirectory(`${projectRoot}/content`);
    const place = richPlace(shipped);
    const write = async (before: PlaceRecord | null, after: PlaceRecord, by: string): Promise<void> => {
      const act = { by, at: new Date(), source: 'https://example.org/' };
      await DB.batch(await writePlaces(DB, [{ before, after }], searchContext(shipped), act));
    };
    await write(null, place, 'places:import');
    const [stored] = await readPlaceRecords(DB, [place.locationId]);
    if (stored === undefined) throw new Error('the place was not written');
    const services = stored.services.map((row) => ({ ...row, name: 'Tên mới' }));
    await write(stored, { ...stored, services }, 'editor');
  });

  it.each(['services', 'organizations', 'service_at_locations'] as const)(
    'is among %s, with its history, and keeps to HSDS 3.0 and the profile in every field',
    async (list) => {
      const services = list === 'organizations' ? '&full_service=true' : '';
      const text = JSON.stringify(await crawl(list, `&full=true${services}`));

      expect(await faultsOfEverything(list)).toEqual([]);
      for (const field of ['metadata', 'schedules', 'required_documents', 'cost_options', 'accessibility']) {
        expect(text).toContain(`"${field}":[`);
      }
    },
  );
});

describe('a directory of 1,000 places over the API', () => {
  beforeAll(async () => {
    const { DB } = await site.env();
    const shipped = await readDirectory(`${projectRoot}/content`);
    await loadDirectory(DB, makeUpPlaces(shipped, 1_000), new Date());
  });

  it.each(['services', 'organizations', 'service_at_locations'] as const)(
    'gives %s that keep to HSDS 3.0 and the profile in every field',
    async (list) => {
      expect(await faultsOfEverything(list)).toEqual([]);
    },
  );
});
