import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { parseDirectoryQuery } from '../../functions/directory/directory-query.ts';
import { findNear } from '../../functions/directory/find-near.ts';
import { getCommunePage } from '../../functions/directory/get-commune-page.ts';
import { loadDirectory } from '../../functions/directory/load-directory.ts';
import { nearPlaces, originOfCommune, originOfPoint } from '../../functions/directory/near-places.ts';
import { makeUpPlaces } from '../bench/made-up-places.ts';
import { countRows } from './count-rows.ts';
import { metresByCosines } from './metres-by-cosines.ts';
import { loadOnce } from './setup.ts';
import { shippedDirectory } from './shipped.ts';

const now = new Date('2026-11-22T03:00:00Z');
const HANG_BUOM = 'diem-tu-van-cham-soc-ho-tro-dieu-tri-nghien-tai-cong-dong-phuong-hang-buom';

function communeOf(code: string) {
  const found = shippedDirectory.communes.find((commune) => commune.code === code);
  if (found === undefined) throw new Error(`no commune ${code}`);
  return found;
}

async function near(gan: string) {
  const answer = await findNear(env.DB, gan);
  if (answer?.kind !== 'near') throw new Error(`${gan} gives ${answer?.kind}`);
  return answer;
}

/** What may be given as the place where one is, and how it is answered. */
const ANSWERS: readonly (readonly [string, string])[] = [
  ['48.85,2.35', 'far'],
  ['0,0', 'far'],
  ['-33.9,151.2', 'far'],
  ['99999', 'unknown'],
  ['123', 'unknown'],
  ['khong co xa nay', 'unknown'],
  ['戒毒', 'unknown'],
  ['" OR 1=1 --', 'unknown'],
  ['hà nội', 'province'],
  ['tan lap', 'choose'],
  ['quan hoang mai', 'choose'],
  ['phường hoàn kiếm', 'near'],
  ['truc bach', 'near'],
  ['đặc khu hoàng sa', 'near'],
];

loadOnce(() => loadDirectory(env.DB, shippedDirectory, now));

describe('the shipped directory', () => {
  it('has sixty neighbours for each commune', async () => {
    const row = await env.DB.prepare(
      `SELECT count(*) AS communes, min(json_array_length(neighbours)) AS fewest,
         max(json_array_length(neighbours)) AS most, max(length(neighbours)) AS longest
       FROM commune_neighbours`,
    ).first();

    expect(row).toMatchObject({ communes: 3321, fewest: 60, most: 60 });
    expect(row?.longest).toBeLessThan(1200);
  });

  it('gives the distance between two communes as another formula does', async () => {
    // Ba Đình and Hoàn Kiếm; Yên Bài and Sóc Sơn's neighbourhood; Hoàng Sa and the mainland.
    for (const code of ['00004', '09706', '20333', '22736', '32248']) {
      const origin = await originOfCommune(env.DB, code);
      if (origin === null) throw new Error(`no commune ${code}`);
      for (const neighbour of origin.neighbours) {
        const metres = metresByCosines(communeOf(code), communeOf(neighbour.code));
        expect(Math.abs(metres - neighbour.metres)).toBeLessThan(2);
      }
    }
  });

  it('gives places by distance, the own commune first, and says from where it is measured', async () => {
    const { places, origin } = await near('09706');

    expect(origin.commune.fullName).toBe('Xã Yên Bài');
    expect(places[0]).toMatchObject({ commune: { code: '09706' }, metres: 0, isExact: false });
    expect(places.map(({ metres }) => metres)).toEqual(
      places.map(({ metres }) => metres).toSorted((a, b) => a - b),
    );
    for (const place of places) {
      const metres = metresByCosines(communeOf('09706'), communeOf(place.commune.code));
      expect(Math.abs(metres - place.metres)).toBeLessThan(2);
    }
  });

  it('finds the commune of a point, and measures from the point', async () => {
    const { places, origin } = await near('21.03,105.85');

    expect(origin).toMatchObject({ isPoint: true, from: { lat: 21.03, lon: 105.85 } });
    expect(origin.commune.fullName).toBe('Phường Hoàn Kiếm');
    expect(places[0]).toMatchObject({ slug: HANG_BUOM });
    expect(places[0]?.metres).toBeGreaterThan(0);
    expect(places[0]?.metres).toBeLessThan(1000);
  });

  it('knows no more of a position than two decimals', async () => {
    expect(parseDirectoryQuery(new URLSearchParams('gan=21.028511,105.854444')).gan).toBe('21.03,105.85');
    expect((await near('21.028511,105.854444')).origin.from).toEqual({ lat: 21.03, lon: 105.85 });
  });

  it('takes the nearest centre for the commune of a point, wherever in the country', async () => {
    const { communes } = shippedDirectory;
    const points = communes
      .filter((_, index) => index % 83 === 0)
      .map(({ lat, lon }, index) => ({ lat: lat + (index % 7) / 100, lon: lon - (index % 5) / 50 }));
    for (const point of points) {
      const metres = communes.map((commune) => metresByCosines(point, commune));
      const nearest = communes[metres.indexOf(Math.min(...metres))];
      expect((await originOfPoint(env.DB, point))?.commune.code).toBe(nearest?.code);
    }
  });

  it('understands codes, positions and names, and says what it does not understand', async () => {
    const got = await Promise.all(ANSWERS.map(async ([gan]) => [gan, (await findNear(env.DB, gan))?.kind]));

    expect(got).toEqual(ANSWERS);
    expect(await findNear(env.DB, '')).toBeNull();
  });

  it('offers the communes that hold a former district', async () => {
    const answer = await findNear(env.DB, 'quan hoang mai');

    expect(answer?.kind === 'choose' && answer.communes.map(({ fullName }) => fullName)).toContain(
      'Phường Hoàng Mai',
    );
  });

  it('gives no distance to a place whose commune is not known', async () => {
    const { places, unplaced } = await near('09706');
    const located = await env.DB.prepare('SELECT slug FROM location WHERE commune_code IS NOT NULL').all<{
      slug: string;
    }>();
    const slugs = new Set(located.results.map(({ slug }) => slug));

    expect(unplaced.length).toBeGreaterThan(0);
    expect(places.every(({ slug }) => slugs.has(slug))).toBe(true);
    expect(unplaced.some(({ slug }) => slugs.has(slug))).toBe(false);
    expect(unplaced.every((place) => !('metres' in place))).toBe(true);
  });

  it('has a page for each of the 3,321 communes', async () => {
    const { communes } = shippedDirectory;
    const origins = new Map<string, string>();
    for (let from = 0; from < communes.length; from += 100) {
      const some = communes.slice(from, from + 100).map(({ code }) => originOfCommune(env.DB, code));
      for (const origin of await Promise.all(some)) {
        if (origin !== null) origins.set(origin.commune.code, origin.commune.fullName);
      }
    }
    const nameless = communes.filter(({ code, name }) => !origins.get(code)?.endsWith(` ${name}`));

    expect(nameless).toEqual([]);
    expect(
      await env.DB.prepare(
        'SELECT count(DISTINCT commune_code) FROM former_unit WHERE commune_code IN (SELECT code FROM commune)',
      ).first('count(DISTINCT commune_code)'),
    ).toBe(3321);
  }, 60_000);

  it('says of communes all over the country what was there, what is near and who is next', async () => {
    const asked = shippedDirectory.communes.filter(
      ({ type }, index) => type === 'đặc khu' || index % 50 === 0,
    );
    const pages = await Promise.all(asked.map(({ code }) => getCommunePage(env.DB, code)));

    expect(
      pages.flatMap((page) => {
        const isWhole =
          page !== null &&
          page.formerUnits.length > 0 &&
          page.neighbours.length === 8 &&
          page.places.length >= 5;
        return isWhole ? [] : [page?.origin.commune.fullName ?? 'no page'];
      }),
    ).toEqual([]);
  }, 60_000);

  it('has no page for what is no code of a present commune', async () => {
    const codes = ['00000', '1', '097060', '9706', 'yen-bai', '', "09706'", '01'];

    expect(await Promise.all(codes.map((code) => getCommunePage(env.DB, code)))).toEqual(
      codes.map(() => null),
    );
  });

  it('reads few rows for a commune and a point', async () => {
    const read: [string, number][] = [];
    for (const gan of [
      '00070',
      '09706',
      '20333',
      '22736',
      '01234',
      '21.03,105.85',
      '10.78,106.70',
      '22.4,102.2',
    ]) {
      const counted = countRows(env.DB);
      await findNear(counted.db, gan);
      read.push([gan, counted.rowsRead()]);
    }

    expect(read.filter(([, rows]) => rows > 1200)).toEqual([]);
  });
});

describe('a directory that grows', () => {
  // What is near is asked by present communes; former units are most of what there is to load.
  const presentUnits = { ...shippedDirectory, formerUnits: [] };

  it('costs no more rows to ask what is near', async () => {
    const read = new Map<number, number[]>();
    for (const count of [1_000, 10_000]) {
      await loadDirectory(env.DB, makeUpPlaces(presentUnits, count), now);
      const rows: number[] = [];
      for (const gan of ['00070', '09706', '20333', '31834', '21.03,105.85', '10.78,106.70']) {
        const counted = countRows(env.DB);
        const answer = await findNear(counted.db, gan);
        expect(answer?.kind === 'near' && answer.places.length).toBe(10);
        rows.push(counted.rowsRead());
      }
      read.set(count, rows);
    }
    const most = (count: number): number => Math.max(...(read.get(count) ?? []));

    expect(most(10_000)).toBeLessThanOrEqual(Math.max(most(1_000) * 1.5, 1200));
  }, 120_000);

  it('gives the nearest of them, as looking at every place does', async () => {
    const data = makeUpPlaces(presentUnits, 3_000);
    await loadDirectory(env.DB, data, now);
    const codes = data.attributes.flatMap(({ link_type, value }) =>
      link_type === 'commune-code' ? [value] : [],
    );
    for (const code of ['00070', '20333', '31834', '01234']) {
      const origin = await originOfCommune(env.DB, code);
      if (origin === null) continue;
      const all = codes
        .map((other) => metresByCosines(communeOf(code), communeOf(other ?? '')))
        .sort((a, b) => a - b);

      const { places } = await nearPlaces(env.DB, origin);

      places.forEach(({ metres }, index) => {
        expect(Math.abs(metres - (all[index] ?? -1))).toBeLessThan(2);
      });
    }
  }, 60_000);
});
