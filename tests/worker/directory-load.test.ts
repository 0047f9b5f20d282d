import { env } from 'cloudflare:workers';
import { describe, expect, inject, it } from 'vitest';
import { loadDirectory } from '../../functions/directory/load-directory.ts';

const now = new Date('2026-11-22T03:00:00Z');

const TABLES = [
  'province',
  'commune',
  'former_province',
  'former_unit',
  'organization',
  'service',
  'location',
  'service_at_location',
  'address',
  'phone',
  'attribute',
  'taxonomy',
  'taxonomy_term',
  'place_search',
  'unit_search',
];

async function counts(): Promise<Record<string, number>> {
  const sql = TABLES.map((table) => `(SELECT count(*) FROM ${table}) AS ${table}`).join(', ');
  return (await env.DB.prepare(`SELECT ${sql}`).first<Record<string, number>>()) ?? {};
}

describe('loading the shipped directory', () => {
  it('writes every unit and place, and leaves the place that must not be shown out of the search', async () => {
    await loadDirectory(env.DB, inject('directory'), now);

    expect(await counts()).toEqual({
      province: 34,
      commune: 3321,
      former_province: 63,
      former_unit: 10571,
      organization: 44,
      service: 67,
      location: 67,
      service_at_location: 67,
      address: 67,
      phone: 5,
      attribute: 760,
      taxonomy: 9,
      taxonomy_term: 59,
      place_search: 66,
      // 34 provinces, 3,321 communes, 63 former provinces, 696 former districts, 10,037 former communes.
      unit_search: 14151,
    });
  });

  it('does nothing the second time', async () => {
    await loadDirectory(env.DB, inject('directory'), now);
    const before = await env.DB.prepare('SELECT * FROM loaded_content').all();

    const isLoaded = await loadDirectory(env.DB, inject('directory'), new Date('2027-01-01T00:00:00Z'));

    expect(isLoaded).toBe(false);
    expect((await env.DB.prepare('SELECT * FROM loaded_content').all()).results).toEqual(before.results);
  });

  it('puts changed content in the place of the old', async () => {
    const data = inject('directory');
    await loadDirectory(env.DB, data, now);
    const [dropped] = data.phones;

    const phones = data.phones.slice(1);
    const isLoaded = await loadDirectory(env.DB, { ...data, contentHash: 'changed', phones }, now);

    expect(isLoaded).toBe(true);
    expect(await counts()).toMatchObject({ phone: 4, service: 67, unit_search: 14151 });
    const row = await env.DB.prepare('SELECT 1 FROM phone WHERE id = ?1').bind(dropped?.id).first();
    expect(row).toBeNull();
  });

  it('changes nothing when one row cannot be written', async () => {
    const data = inject('directory');
    await loadDirectory(env.DB, data, now);
    const before = await counts();

    const services = data.services.map((row) => ({ ...row, organization_id: 'nowhere' }));
    const broken = { ...data, contentHash: 'broken', services };

    await expect(loadDirectory(env.DB, broken, now)).rejects.toThrow('FOREIGN KEY constraint failed');
    expect(await counts()).toEqual(before);
    expect(await loadDirectory(env.DB, data, now)).toBe(false);
  });

  it('drops a place with everything that hangs on it', async () => {
    const data = inject('directory');
    await loadDirectory(env.DB, data, now);
    const [link] = data.serviceAtLocations;
    const isKept = (row: { location_id: string }): boolean => row.location_id !== link?.location_id;

    await loadDirectory(
      env.DB,
      {
        ...data,
        contentHash: 'smaller',
        services: data.services.filter((row) => row.id !== link?.service_id),
        locations: data.locations.filter((row) => row.id !== link?.location_id),
        serviceAtLocations: data.serviceAtLocations.filter(isKept),
        addresses: data.addresses.filter(isKept),
        phones: data.phones.filter(isKept),
        attributes: data.attributes.filter(
          (row) => row.link_id !== link?.service_id && row.link_id !== link?.location_id,
        ),
      },
      now,
    );

    expect(await counts()).toMatchObject({ service: 66, location: 66, address: 66, place_search: 65 });
  });
});
