import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { loadDirectory } from '../../functions/directory/load-directory.ts';
import type { DirectoryData } from '../../functions/directory/schema.ts';
import { get, post, signInAs } from './sealed-journey.ts';
import { shippedDirectory, smallDirectory } from './shipped.ts';

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

/** The files without one place. */
function without(data: DirectoryData, locationId: string): DirectoryData {
  const services = data.serviceAtLocations
    .filter((row) => row.location_id === locationId)
    .map((row) => row.service_id);
  const isOther = (row: { location_id: string }): boolean => row.location_id !== locationId;
  return {
    ...data,
    contentHash: `without ${locationId}`,
    services: data.services.filter(({ id }) => !services.includes(id)),
    locations: data.locations.filter(({ id }) => id !== locationId),
    serviceAtLocations: data.serviceAtLocations.filter(isOther),
    addresses: data.addresses.filter(isOther),
    phones: data.phones.filter(isOther),
    attributes: data.attributes.filter(
      ({ link_id }) => link_id !== locationId && !services.includes(link_id),
    ),
  };
}

describe('loading the shipped directory', () => {
  it('writes every unit and place, and leaves the place that must not be shown out of the search', async () => {
    await loadDirectory(env.DB, shippedDirectory, now);

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
    await loadDirectory(env.DB, smallDirectory, now);
    const before = await env.DB.prepare('SELECT * FROM loaded_content').all();

    const isLoaded = await loadDirectory(env.DB, smallDirectory, new Date('2027-01-01T00:00:00Z'));

    expect(isLoaded).toBe(false);
    expect((await env.DB.prepare('SELECT * FROM loaded_content').all()).results).toEqual(before.results);
  });

  it('puts changed content in the place of the old', async () => {
    const data = smallDirectory;
    await loadDirectory(env.DB, data, now);
    const before = await counts();
    const [dropped] = data.phones;

    const phones = data.phones.slice(1);
    const isLoaded = await loadDirectory(env.DB, { ...data, contentHash: 'changed', phones }, now);

    expect(isLoaded).toBe(true);
    const { unit_search } = before;
    expect(await counts()).toMatchObject({ phone: 4, service: 67, unit_search });
    const row = await env.DB.prepare('SELECT 1 FROM phone WHERE id = ?1').bind(dropped?.id).first();
    expect(row).toBeNull();
  });

  it('changes nothing when one row cannot be written', async () => {
    const data = smallDirectory;
    await loadDirectory(env.DB, data, now);
    const before = await counts();

    const services = data.services.map((row) => ({ ...row, organization_id: 'nowhere' }));
    const broken = { ...data, contentHash: 'broken', services };

    await expect(loadDirectory(env.DB, broken, now)).rejects.toThrow('FOREIGN KEY constraint failed');
    expect(await counts()).toEqual(before);
    expect(await loadDirectory(env.DB, data, now)).toBe(false);
  });

  it('drops a place with everything that hangs on it', async () => {
    const data = smallDirectory;
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

  it('drops a place into which another was merged, whose address then leads nowhere', async () => {
    const data = smallDirectory;
    await loadDirectory(env.DB, data, now);
    const { cookie } = await signInAs(null, 'editor');
    const read = async (index: number) => {
      const response = await get(`/api/staff/places/${data.locations[index]?.id ?? ''}`, cookie);
      return ((await response.json()) as { place: { id: string; version: string } }).place;
    };
    const [gone, target] = [await read(0), await read(1)];
    const merge = {
      version: gone.version,
      source: 'Trùng nhau',
      into: { id: target.id, version: target.version },
    };
    expect((await post(`/api/staff/places/${gone.id}/merge`, merge, { cookie })).status).toBe(200);

    await loadDirectory(env.DB, without(data, target.id), now);

    const left = await env.DB.prepare('SELECT id FROM location WHERE id IN (?1, ?2)')
      .bind(gone.id, target.id)
      .all();
    expect(left.results).toEqual([{ id: gone.id }]);
    expect((await env.DB.prepare('SELECT slug FROM former_slug').all()).results).toEqual([]);
    // The editors see it again among the hidden ones, to decide anew.
    const hidden = await (await get('/api/staff/places?list=hidden', cookie)).json();
    expect(JSON.stringify(hidden)).toContain(gone.id);
  });

  it('lets places exchange their addresses, and a new one take over that of a dropped one', async () => {
    const data = smallDirectory;
    await loadDirectory(env.DB, data, now);
    const slugs = data.attributes.filter(({ link_type }) => link_type === 'slug');
    const [first, second, third] = slugs;
    const next = crypto.randomUUID();
    const renamed = (id: string): string => (id === third?.link_id ? next : id);

    await loadDirectory(
      env.DB,
      {
        ...data,
        contentHash: 'exchanged',
        locations: data.locations.map((row) => ({ ...row, id: renamed(row.id) })),
        serviceAtLocations: data.serviceAtLocations.map((row) => ({
          ...row,
          location_id: renamed(row.location_id),
        })),
        addresses: data.addresses.map((row) => ({ ...row, location_id: renamed(row.location_id) })),
        phones: data.phones.map((row) => ({ ...row, location_id: renamed(row.location_id) })),
        attributes: data.attributes.map((row) => ({
          ...row,
          link_id: renamed(row.link_id),
          value:
            row.id === first?.id
              ? (second?.value ?? null)
              : row.id === second?.id
                ? (first?.value ?? null)
                : row.value,
        })),
      },
      now,
    );

    const slugOf = (id: string | undefined) =>
      env.DB.prepare('SELECT slug FROM location WHERE id = ?1').bind(id).first('slug');
    expect(await slugOf(first?.link_id)).toBe(second?.value);
    expect(await slugOf(second?.link_id)).toBe(first?.value);
    expect(await slugOf(next)).toBe(third?.value);
  });
});
