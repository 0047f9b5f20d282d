import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { findNear } from '../../functions/directory/find-near.ts';
import { getCommunePage } from '../../functions/directory/get-commune-page.ts';
import { loadDirectory } from '../../functions/directory/load-directory.ts';
import { attributeValue, type PlaceRecord } from '../../functions/directory/place-record.ts';
import { readPlaceRecords } from '../../functions/directory/read-place-records.ts';
import { searchContext } from '../../functions/directory/search-rows.ts';
import { writePlaces } from '../../functions/directory/write-places.ts';
import { metresByCosines } from './metres-by-cosines.ts';
import { smallDirectory } from './shipped.ts';

const now = new Date('2026-11-22T03:00:00Z');
const HANG_BUOM = 'diem-tu-van-cham-soc-ho-tro-dieu-tri-nghien-tai-cong-dong-phuong-hang-buom';

async function near(gan: string) {
  const answer = await findNear(env.DB, gan);
  if (answer?.kind !== 'near') throw new Error(`${gan} gives ${answer?.kind}`);
  return answer;
}

beforeEach(async () => {
  await loadDirectory(env.DB, smallDirectory, now);
});

describe('a place that was changed', () => {
  it('uses the position of a place where it is known', async () => {
    await change(HANG_BUOM, (place) => ({
      ...place,
      locations: place.locations.map((row) => ({ ...row, latitude: 21.04, longitude: 105.85 })),
    }));

    const { places } = await near('21.03,105.85');

    const place = places.find(({ slug }) => slug === HANG_BUOM);
    expect(place).toMatchObject({ isExact: true, at: { lat: 21.04, lon: 105.85 } });
    expect(place?.metres).toBeCloseTo(
      metresByCosines({ lat: 21.03, lon: 105.85 }, { lat: 21.04, lon: 105.85 }),
      -1,
    );
  });

  it('tells of a discreet place its province and no more', async () => {
    await change(HANG_BUOM, (place) => {
      const slug = place.attributes.find(({ link_type }) => link_type === 'slug');
      if (slug === undefined) throw new Error('the place has no slug');
      return {
        ...place,
        locations: place.locations.map((row) => ({ ...row, latitude: 21.04, longitude: 105.85 })),
        attributes: [
          ...place.attributes,
          { ...slug, id: '00000000-0000-4000-8000-000000000001', link_type: 'discreet', value: null },
        ],
      };
    });

    const page = await getCommunePage(env.DB, '00070');
    const far = await getCommunePage(env.DB, '09706');

    for (const answer of [page, far]) {
      expect(answer?.places.some(({ slug }) => slug === HANG_BUOM)).toBe(false);
      const told = answer?.unplaced.find(({ slug }) => slug === HANG_BUOM);
      expect(Object.keys(told ?? {}).sort()).toEqual([
        'assuredDate',
        'facilityType',
        'name',
        'phoneCount',
        'slug',
      ]);
    }
  });

  it('is no fresher than the service that was confirmed longest ago', async () => {
    const added = crypto.randomUUID();
    const withServices = (days: readonly (string | null)[]) => (place: PlaceRecord) => ({
      ...place,
      services: days.flatMap((assured_date, index) =>
        place.services.slice(0, 1).map((row) => ({ ...row, id: index === 0 ? row.id : added, assured_date })),
      ),
      serviceAtLocations: days.flatMap((_, index) =>
        place.serviceAtLocations
          .slice(0, 1)
          .map((row) => (index === 0 ? row : { ...row, id: added, service_id: added })),
      ),
    });
    const shown = async () =>
      (await near('00070')).places.find(({ slug }) => slug === HANG_BUOM)?.assuredDate;

    await change(HANG_BUOM, withServices(['2026-11-20', '2026-01-05']));
    expect(await shown()).toBe('2026-01-05');
    await change(HANG_BUOM, withServices(['2026-11-20', null]));
    expect(await shown()).toBeNull();
  });

  it('shows no place whose services are all closed', async () => {
    await change(HANG_BUOM, (place) => ({
      ...place,
      services: place.services.map((row) => ({ ...row, status: 'inactive' as const })),
    }));

    const { places, unplaced } = await near('00070');

    expect([...places, ...unplaced].some(({ slug }) => slug === HANG_BUOM)).toBe(false);
  });
});

async function change(slug: string, edit: (place: PlaceRecord) => PlaceRecord): Promise<void> {
  const id = await env.DB.prepare('SELECT id FROM location WHERE slug = ?1').bind(slug).first<string>('id');
  const [before] = await readPlaceRecords(env.DB, [id ?? '']);
  if (before === undefined) throw new Error(`no place ${slug}`);
  expect(attributeValue(before, 'commune-code')).not.toBeNull();
  const act = { by: 'test', at: now, source: 'test' };
  const statements = await writePlaces(
    env.DB,
    [{ before, after: edit(before) }],
    searchContext(smallDirectory),
    act,
  );
  await env.DB.batch(statements);
}
