import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  confirmPlace,
  editPlace,
  mergePlaces,
  readPlaceForEditor,
  setPlaceStatus,
} from '../../functions/directory/edit-place.ts';
import { findPlace } from '../../functions/directory/get-place.ts';
import { historyOfPlace } from '../../functions/directory/list-places-to-check.ts';
import { loadDirectory } from '../../functions/directory/load-directory.ts';
import { readAllPlaces, readPlaceRecords } from '../../functions/directory/read-place-records.ts';
import type { DirectoryData } from '../../functions/directory/schema.ts';
import { placeSearchRows, searchContext } from '../../functions/directory/search-rows.ts';
import { runGuarded, writePlaces } from '../../functions/directory/write-places.ts';
import { get } from './sealed-journey.ts';
import { smallDirectory } from './shipped.ts';

const act = { by: 'editor-1', at: new Date('2026-11-22T03:00:00Z'), source: 'gọi điện ngày 22/11/2026' };

/** The shipped directory in which the second place offers the first one's service, as a package may have it. */
function sharing(): DirectoryData {
  const data = smallDirectory;
  const [first, second] = data.serviceAtLocations;
  if (first === undefined || second === undefined) throw new Error('two places are shipped');
  return {
    ...data,
    serviceAtLocations: data.serviceAtLocations.map((row) =>
      row === second ? { ...row, service_id: first.service_id } : row,
    ),
  };
}

const links = sharing().serviceAtLocations;
const [one = '', two = '', three = ''] = links.map(({ location_id }) => location_id);
const shared = links[0]?.service_id ?? '';

beforeEach(async () => {
  await loadDirectory(env.DB, sharing(), new Date('2026-11-21T03:00:00Z'));
});

const read = (id: string) => readPlaceForEditor(env.DB, id);

/** The places of which the search row is not what the place's rows make of it. */
async function outdated(): Promise<string[]> {
  const wanted = new Map(
    placeSearchRows(await readAllPlaces(env.DB), searchContext(smallDirectory)).map((row) => [
      row.location_id,
      row,
    ]),
  );
  const { results } = await env.DB.prepare(
    `SELECT CAST(rowid AS TEXT) AS rowid, name, area, service, filters, location_id, facets, card
     FROM place_search`,
  ).all<Record<string, string>>();
  const held = new Map(results.map((row) => [row.location_id ?? '', row]));
  return [...new Set([...wanted.keys(), ...held.keys()])].filter(
    (id) => JSON.stringify(sorted(wanted.get(id))) !== JSON.stringify(sorted(held.get(id))),
  );
}

const sorted = (row: object | undefined) => Object.entries(row ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));

async function rename(id: string, name: string): Promise<void> {
  const { version, form } = await read(id);
  const services = form.services.map((row) => ({ ...row, name, description: 'Tư vấn tưởng tượng' }));
  await editPlace(env.DB, id, { version, form: { ...form, services } }, act);
}

describe('a service that two places share', () => {
  it('is changed at both, in the search too', async () => {
    await rename(one, 'Nơi tưởng tượng Hoa Gạo');

    expect(await outdated()).toEqual([]);
    expect((await read(two)).form.services[0]?.name).toBe('Nơi tưởng tượng Hoa Gạo');
    expect((await historyOfPlace(env.DB, two)).map(({ field, after }) => [field, after])).toEqual([
      ['name', 'Nơi tưởng tượng Hoa Gạo'],
      ['description', 'Tư vấn tưởng tượng'],
    ]);
  });

  it('has each change once in the open data', async () => {
    await rename(one, 'Nơi tưởng tượng Hoa Gạo');

    const answer = await get(`/api/hsds/services/${shared}`);

    const { metadata } = (await answer.json()) as { metadata: { field_name: string }[] };
    expect(metadata.map(({ field_name }) => field_name)).toEqual(['name', 'description']);
  });

  it('stays as it was edited when the shipped files are loaded again', async () => {
    const { version, form } = await read(one);
    const services = form.services.map((row) => ({ ...row, name: 'Hoa Gạo', terms: {} }));
    await editPlace(env.DB, one, { version, form: { ...form, services } }, act);

    await loadDirectory(env.DB, { ...sharing(), contentHash: 'next edition' }, new Date());

    expect(await outdated()).toEqual([]);
    const [first, second] = [await read(one), await read(two)];
    expect(first.form.services[0]).toMatchObject({ name: 'Hoa Gạo', terms: { 'service-kind': [] } });
    expect(second.form.services).toEqual(first.form.services);
  });

  it('is not hidden with one of the places', async () => {
    const { version } = await read(one);

    await setPlaceStatus(env.DB, one, { version, status: 'inactive' }, act);

    expect(await outdated()).toEqual([]);
    expect([(await read(one)).status, (await read(two)).status]).toEqual(['inactive', 'active']);
    const again = await read(one);
    await setPlaceStatus(env.DB, one, { version: again.version, status: 'active' }, act);
    expect(await outdated()).toEqual([]);
    expect((await read(one)).form.services[0]?.terms).toEqual((await read(two)).form.services[0]?.terms);
  });

  it('is confirmed where somebody has asked, and not at the other place', async () => {
    const { version } = await read(one);

    await confirmPlace(env.DB, one, version, act);

    expect(await outdated()).toEqual([]);
    expect([(await read(one)).assuredDate, (await read(two)).assuredDate]).toEqual(['2026-11-22', null]);
  });

  it.each([
    ['the other', one, two],
    ['a third place', one, three],
  ])('is shown where it stays when one of the places is merged into %s', async (_, fromId, intoId) => {
    const [from, into] = [await read(fromId), await read(intoId)];

    await mergePlaces(env.DB, from, into, act);

    expect(await outdated()).toEqual([]);
    expect([(await read(one)).status, (await read(two)).status]).toEqual(['defunct', 'active']);
    expect(await findPlace(env.DB, from.slug)).toEqual({ kind: 'moved', slug: into.slug });
    expect(await findPlace(env.DB, (await read(two)).slug)).toMatchObject({ kind: 'place' });
  });

  it('is not changed over what somebody else wrote of the other place meanwhile', async () => {
    const [before] = await readPlaceRecords(env.DB, [one]);
    if (before === undefined) throw new Error('no place');
    const services = before.services.map((row) => ({ ...row, name: 'Tên một' }));
    const late = await writePlaces(
      env.DB,
      [{ before, after: { ...before, services } }],
      searchContext(smallDirectory),
      { ...act, at: new Date('2026-11-22T03:00:01Z') },
    );
    const { version, form } = await read(two);
    await editPlace(env.DB, two, { version, form: { ...form, transportation: 'Xe buýt 99' } }, act);

    await expect(runGuarded(env.DB, late)).rejects.toMatchObject({ code: 'place_changed' });

    expect(await outdated()).toEqual([]);
  });

  it('is as the later of two changes in one act has it', async () => {
    const [first, second, third] = await readPlaceRecords(env.DB, [one, two, three]);
    if (first === undefined || second === undefined || third === undefined) throw new Error('no places');
    const named = (place: typeof first, name: string) => ({
      before: place,
      after: { ...place, services: place.services.map((row) => ({ ...row, name })) },
    });
    const moved = { ...second, locations: second.locations.map((row) => ({ ...row, name: 'Nhà Tre' })) };

    const statements = await writePlaces(
      env.DB,
      [named(first, 'Tên một'), { before: second, after: moved }, named(third, 'Tên ba')],
      searchContext(smallDirectory),
      act,
    );
    await runGuarded(env.DB, statements);

    expect(await outdated()).toEqual([]);
    expect((await read(two)).form).toMatchObject({ name: 'Nhà Tre', services: [{ name: 'Tên một' }] });
  });
});

describe('an organization that places share', () => {
  it('is changed at all of them', async () => {
    const places = await readAllPlaces(env.DB);
    const before = places.find(
      ({ organizations: [own] }) =>
        places.filter(({ organizations: [other] }) => own?.id === other?.id).length > 2,
    );
    if (before === undefined) throw new Error('the shipped places share organizations');
    const organizations = before.organizations.map((row) => ({ ...row, name: 'Cơ quan tưởng tượng' }));

    const statements = await writePlaces(
      env.DB,
      [{ before, after: { ...before, organizations } }],
      searchContext(smallDirectory),
      act,
    );
    await runGuarded(env.DB, statements);

    expect(await outdated()).toEqual([]);
    await loadDirectory(env.DB, { ...sharing(), contentHash: 'next edition' }, new Date());
    expect(await outdated()).toEqual([]);
  });
});

describe('an address of the portal that a place kept here has', () => {
  it('is not taken by a newly shipped place, which gets a number', async () => {
    const data = smallDirectory;
    const slugOf = (id: string) =>
      data.attributes.find(({ link_id, link_type }) => link_id === id && link_type === 'slug')?.value ?? '';
    const [before] = await readPlaceRecords(env.DB, [one]);
    if (before === undefined) throw new Error('no place');
    const taken = slugOf(three);
    const id = crypto.randomUUID();
    const imported = {
      ...before,
      locationId: id,
      locations: before.locations.map((row) => ({ ...row, id })),
      services: [],
      serviceAtLocations: [],
      addresses: [],
      attributes: before.attributes
        .filter(({ link_id }) => link_id === one)
        .map((row) => ({ ...row, id: crypto.randomUUID(), link_id: id }))
        .map((row) => (row.link_type === 'slug' ? { ...row, value: taken } : row)),
    };
    // The third place is not shipped yet when somebody imports one of the same address.
    const without = {
      ...sharing(),
      locations: data.locations.filter((row) => row.id !== three),
      serviceAtLocations: sharing().serviceAtLocations.filter((row) => row.location_id !== three),
      addresses: data.addresses.filter((row) => row.location_id !== three),
      phones: data.phones.filter((row) => row.location_id !== three),
    };
    await loadDirectory(env.DB, without, new Date());
    const change = { before: null, after: imported };
    await runGuarded(env.DB, await writePlaces(env.DB, [change], searchContext(data), act));

    await loadDirectory(env.DB, sharing(), new Date());
    const first = await read(three);
    await loadDirectory(env.DB, { ...sharing(), contentHash: 'next edition' }, new Date());

    expect(first.slug).toBe(`${taken}-2`);
    expect((await read(three)).slug).toBe(first.slug);
    expect(await findPlace(env.DB, first.slug)).toMatchObject({ kind: 'place' });
    expect(await outdated()).toEqual([]);
  });
});

describe('the form of a place', () => {
  it.each([
    ['phones', { number: '024 3999 0009', description: '' }],
    [
      'schedules',
      { byday: 'MO', opens_at: '08:00', closes_at: '11:00', valid_from: '', valid_to: '', description: '' },
    ],
  ] as const)('does not take over a row of another place’s %s', async (part, row) => {
    const { version, form } = await read(two);
    const id = crypto.randomUUID();
    const mine = { ...form, [part]: [{ id, ...row }] };
    await editPlace(env.DB, two, { version, form: mine }, act);
    const other = await read(three);

    const stolen = editPlace(
      env.DB,
      three,
      { version: other.version, form: { ...other.form, [part]: [{ id, ...row }] } },
      act,
    );

    await expect(stolen).rejects.toMatchObject({ code: 'invalid', fields: [`${part}.0.id`] });
    expect((await read(two)).form[part]).toMatchObject([{ id }]);
  });

  it('does not take one row twice', async () => {
    const { version, form } = await read(two);
    const phone = { id: crypto.randomUUID(), number: '024 3999 0009', description: '' };

    const edit = { version, form: { ...form, phones: [phone, { ...phone, number: '024 3999 0010' }] } };

    await expect(editPlace(env.DB, two, edit, act)).rejects.toMatchObject({
      code: 'invalid',
      fields: ['phones.1.id'],
    });
  });
});
