import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseDirectoryQuery } from '../../functions/directory/directory-query.ts';
import { findPlaces } from '../../functions/directory/find-places.ts';
import { loadDirectory } from '../../functions/directory/load-directory.ts';
import type { PlaceRecord } from '../../functions/directory/place-record.ts';
import {
  readAllPlaces,
  readKeptPlaces,
  readPlaceRecords,
} from '../../functions/directory/read-place-records.ts';
import { searchContext } from '../../functions/directory/search-rows.ts';
import { type Act, writePlaces } from '../../functions/directory/write-places.ts';
import { smallDirectory } from './shipped.ts';

const act: Act = { by: 'editor-1', at: new Date('2026-11-22T03:00:00Z'), source: 'gọi điện ngày 22/11/2026' };

beforeEach(async () => {
  await loadDirectory(env.DB, smallDirectory, new Date('2026-11-21T03:00:00Z'));
});

async function firstPlace(): Promise<PlaceRecord> {
  const [link] = smallDirectory.locations;
  const [place] = await readPlaceRecords(env.DB, [link?.id ?? '']);
  if (place === undefined) throw new Error('the shipped directory holds no place');
  return place;
}

function renamed(place: PlaceRecord, name: string): PlaceRecord {
  const named = <T extends object>(row: T) => ({ ...row, name });
  return { ...place, services: place.services.map(named), locations: place.locations.map(named) };
}

async function write(before: PlaceRecord | null, after: PlaceRecord): Promise<number> {
  const statements = await writePlaces(env.DB, [{ before, after }], searchContext(smallDirectory), act);
  if (statements.length > 0) await env.DB.batch(statements);
  return statements.length;
}

async function search(q: string): Promise<string[]> {
  const found = await findPlaces(env.DB, parseDirectoryQuery(new URLSearchParams({ q })));
  return found.places.map(({ name }) => name);
}

describe('reading places back', () => {
  it('gives every row of the shipped files', async () => {
    const places = await readAllPlaces(env.DB);
    const { attributes, phones, services } = smallDirectory;

    expect(places).toHaveLength(67);
    expect(places.flatMap((place) => place.services)).toHaveLength(services.length);
    expect(places.flatMap((place) => place.phones)).toEqual(phones);
    expect(new Set(places.flatMap((place) => place.attributes.map(({ id }) => id))).size).toBe(
      attributes.length,
    );
  });
});

describe('writing a place', () => {
  it('changes what the search finds', async () => {
    const before = await firstPlace();

    await write(before, renamed(before, 'Nơi tưởng tượng Hoa Gạo'));

    expect((await search('hoa gao'))[0]).toBe('Nơi tưởng tượng Hoa Gạo');
    expect((await readAllPlaces(env.DB)).length).toBe(67);
  });

  it('remembers who changed which field, from what to what and on whose word', async () => {
    const before = await firstPlace();

    await write(before, renamed(before, 'Nơi tưởng tượng Hoa Gạo'));

    const { results } = await env.DB.prepare('SELECT * FROM metadata').all();
    expect(results).toMatchObject(
      [
        ['service', before.services[0]?.id],
        ['location', before.locationId],
      ].map(([resource_type, resource_id]) => ({
        resource_id,
        resource_type,
        last_action_date: '2026-11-22T03:00:00.000Z',
        last_action_type: 'update',
        field_name: 'name',
        previous_value: before.locations[0]?.name,
        replacement_value: 'Nơi tưởng tượng Hoa Gạo',
        updated_by: 'editor-1',
        source: 'gọi điện ngày 22/11/2026',
        location_id: before.locationId,
      })),
    );
  });

  it('takes no more statements for many sources than for one', async () => {
    const places = await readAllPlaces(env.DB);
    const changes = places.map((before, n) => ({
      before,
      after: renamed(before, `Nơi tưởng tượng ${n}`),
      source: `https://example.vn/${n}`,
    }));
    const context = searchContext(smallDirectory);

    const ofOne = changes.map(({ before, after }) => ({ before, after }));
    const few = await writePlaces(env.DB, ofOne, context, act);
    const many = await writePlaces(env.DB, changes, context, act);
    await env.DB.batch(many);

    expect(many).toHaveLength(few.length);
    expect(await env.DB.prepare('SELECT count(DISTINCT source) AS n FROM metadata').first('n')).toBe(
      places.length,
    );
  });

  it('writes nothing when nothing differs', async () => {
    const before = await firstPlace();

    expect(await write(before, structuredClone(before))).toBe(0);
    expect(await readKeptPlaces(env.DB)).toEqual([]);
  });

  it('takes a place without an active service out of the search', async () => {
    const before = await firstPlace();
    const name = before.services[0]?.name ?? '';
    expect(await search(name)).toContain(name);

    const services = before.services.map((row) => ({ ...row, status: 'inactive' as const }));
    await write(before, { ...before, services });

    expect(await search(name)).not.toContain(name);
  });

  it('deletes rows that are gone', async () => {
    const phone = smallDirectory.phones[0];
    const [before] = await readPlaceRecords(env.DB, [phone?.location_id ?? '']);
    if (before === undefined) throw new Error('no shipped place has a phone');
    const gone = new Set(before.phones.map(({ id }) => id));

    const attributes = before.attributes.filter(({ link_id }) => !gone.has(link_id));
    await write(before, { ...before, phones: [], attributes });

    expect((await readPlaceRecords(env.DB, [before.locationId]))[0]?.phones).toEqual([]);
  });
});

describe('loading the shipped files again', () => {
  it('leaves an edited place as it was edited, and findable', async () => {
    const before = await firstPlace();
    await write(before, renamed(before, 'Nơi tưởng tượng Hoa Gạo'));
    const data = smallDirectory;
    const phones = data.phones.slice(1);

    await loadDirectory(env.DB, { ...data, phones, contentHash: 'next edition' }, new Date());

    expect((await firstPlace()).services[0]?.name).toBe('Nơi tưởng tượng Hoa Gạo');
    expect((await search('hoa gao'))[0]).toBe('Nơi tưởng tượng Hoa Gạo');
    expect((await firstPlace()).attributes).toEqual(before.attributes);
    expect((await readAllPlaces(env.DB)).flatMap((place) => place.phones)).toEqual(phones);
  });

  it('leaves an edited place that the files have dropped', async () => {
    const before = await firstPlace();
    await write(before, renamed(before, 'Nơi tưởng tượng Hoa Gạo'));
    const data = smallDirectory;
    const without = {
      ...data,
      contentHash: 'smaller',
      locations: data.locations.filter(({ id }) => id !== before.locationId),
      serviceAtLocations: data.serviceAtLocations.filter((row) => row.location_id !== before.locationId),
      addresses: data.addresses.filter((row) => row.location_id !== before.locationId),
    };

    await loadDirectory(env.DB, without, new Date());

    expect((await search('hoa gao'))[0]).toBe('Nơi tưởng tượng Hoa Gạo');
  });
});
