import { env, exports } from 'cloudflare:workers';
import { unzipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { exportPlaces } from '../../functions/directory/export-places.ts';
import { loadDirectory } from '../../functions/directory/load-directory.ts';
import { searchContext } from '../../functions/directory/search-rows.ts';
import { writePlaces } from '../../functions/directory/write-places.ts';
import { richPlace } from '../hsds/rich-place.ts';
import { shippedPlaces, smallDirectory } from './shipped.ts';

const act = { by: 'places:import', at: new Date('2026-11-23T03:00:00Z'), source: 'https://example.org/' };

beforeEach(async () => {
  await loadDirectory(env.DB, smallDirectory, new Date('2026-11-22T03:00:00Z'));
});

async function download(file: string): Promise<Response> {
  return exports.default.fetch(`https://portal.example/api/hsds/package/${file}`);
}

async function writeRichPlace(): Promise<void> {
  const after = richPlace(smallDirectory);
  await env.DB.batch(
    await writePlaces(env.DB, [{ before: null, after }], searchContext(smallDirectory), act),
  );
}

describe('the export', () => {
  it('of the freshly loaded directory is the shipped files to the byte', async () => {
    const files = await exportPlaces(env.DB, 'operator');

    for (const [name, text] of Object.entries(shippedPlaces)) expect(files.get(name), name).toBe(text);
    expect([...files.keys()].filter((name) => name.endsWith('.csv')).sort()).toEqual(
      Object.keys(shippedPlaces).sort(),
    );
  });

  it('quotes what must be quoted and leaves every cell as it is', async () => {
    await writeRichPlace();

    const files = await exportPlaces(env.DB, 'operator');

    expect(files.get('organizations.csv')).toContain(
      ',"Đơn vị ""thử"", có dấu phẩy",,"Dòng một\nDòng hai",thu@example.org,',
    );
    expect(files.get('services.csv')).toContain(',=1+1,');
    expect(files.get('cost_options.csv')?.split('\n')[1]).toMatch(/,Một tháng,VND,1500000\.5,$/);
    expect(files.get('schedules.csv')?.split('\n')).toHaveLength(3);
  });

  it('is described column by column', async () => {
    const files = await exportPlaces(env.DB, 'operator');
    const description = JSON.parse(files.get('datapackage.json') ?? '') as {
      profile: string;
      resources: { path: string; schema: { fields: { name: string }[]; primaryKey: string } }[];
    };

    expect(description.profile).toBe('tabular-data-package');
    expect(description.resources).toHaveLength(14);
    for (const { path, schema } of description.resources) {
      expect(schema.fields.map(({ name }) => name).join(','), path).toBe(files.get(path)?.split('\n')[0]);
    }
  });
});

describe('the downloads', () => {
  it('are the tables, without the place that must not be shown', async () => {
    const response = await download('services.csv');
    const lines = (await response.text()).split('\n');

    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="services.csv"');
    expect(lines).toHaveLength(1 + 66 + 1);
  });

  it('leave nothing that refers to a row which is left out', async () => {
    await writeRichPlace();
    const files = await exportPlaces(env.DB, 'public');
    const idsOf = (name: string): Set<string> =>
      new Set((files.get(name) ?? '').split('\n').map((line) => line.slice(0, 36)));
    const known = new Set(
      ['organizations', 'services', 'locations', 'phones', 'service_at_locations'].flatMap((name) => [
        ...idsOf(`${name}.csv`),
      ]),
    );

    const links = (files.get('attributes.csv') ?? '').trimEnd().split('\n').slice(1);

    expect(links.filter((line) => /^[0-9a-f-]{36},/.test(line) && !known.has(line.slice(37, 73)))).toEqual(
      [],
    );
  });

  it('are all in one archive, the same bytes for the same data', async () => {
    const response = await download('diem-tua-danh-ba.zip');
    const bytes = new Uint8Array(await response.arrayBuffer());
    const again = new Uint8Array(await (await download('diem-tua-danh-ba.zip')).arrayBuffer());
    const files = unzipSync(bytes);

    expect(response.headers.get('content-type')).toBe('application/zip');
    expect(again).toEqual(bytes);
    expect(Object.keys(files)).toHaveLength(15);
    for (const [name, content] of Object.entries(files)) {
      expect(new TextDecoder().decode(content), name).toBe(await (await download(name)).text());
    }
  });

  it('know no other file', async () => {
    for (const name of ['officers.csv', '..%2Fservices.csv', 'services', 'metadata.csv']) {
      expect((await download(name)).status).toBe(404);
    }
  });
});
