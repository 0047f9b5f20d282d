import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { parseDirectoryQuery } from '../../functions/directory/directory-query.ts';
import { findPlaces } from '../../functions/directory/find-places.ts';
import { listProvinces } from '../../functions/directory/list-units.ts';
import { loadDirectory } from '../../functions/directory/load-directory.ts';
import { countRows } from './count-rows.ts';
import { loadOnce } from './setup.ts';
import { shippedDirectory } from './shipped.ts';

const find = (query: string) => findPlaces(env.DB, parseDirectoryQuery(new URLSearchParams(query)));

loadOnce(() => loadDirectory(env.DB, shippedDirectory, new Date('2026-11-22T03:00:00Z')));

/** What people type, and the place that must come first. */
const FIRST_PLACES: readonly (readonly [string, string])[] = [
  ['q=hà nội số 3', 'Cơ sở cai nghiện ma túy số 3 Hà Nội'],
  ['q=HA NOI SO 3', 'Cơ sở cai nghiện ma túy số 3 Hà Nội'],
  ['q=ba vi', 'Cơ sở cai nghiện ma túy số 1 Hà Nội'],
  ['q=huyện Ba Vì', 'Cơ sở cai nghiện ma túy số 1 Hà Nội'],
  ['q=yen bai', 'Cơ sở cai nghiện ma túy tỉnh Yên Bái'],
  ['q=binh trieu', 'Cơ sở cai nghiện ma túy Bình Triệu'],
  ['q=Bố Lá', 'Cơ sở cai nghiện ma túy Bố Lá'],
  ['q=thanh da', 'Trung tâm Điều dưỡng và Cai nghiện ma túy Thanh Đa'],
  ['q=nhi xuan', 'Cơ sở cai nghiện ma túy Nhị Xuân'],
  ['q=hoai duc', 'Cơ sở điều trị Methadone Hoài Đức (Phòng khám đa khoa Ngãi Cầu)'],
  ['q=benh vien 09', 'Điểm điều trị Methadone tại Bệnh viện 09'],
  ['q=methadone quận 6', 'Điểm điều trị Methadone thí điểm tại quận 6'],
  ['q=ca mau', 'Cơ sở cai nghiện ma túy tỉnh Cà Mau'],
  ['q=Đức Hạnh', 'Cơ sở cai nghiện ma túy Đức Hạnh'],
  ['q=duc hanh', 'Cơ sở cai nghiện ma túy Đức Hạnh'],
  ['q=vung tau', 'Cơ sở cai nghiện ma túy tỉnh Bà Rịa - Vũng Tàu'],
  ['q=gia lai', 'Trung tâm Chữa bệnh - Giáo dục - Lao động xã hội tỉnh Gia Lai'],
  ['q=song ma', 'Cơ sở điều trị nghiện ma túy huyện Sông Mã (Sơn La)'],
  ['q=cai nghiện tự nguyện lào cai', 'Cơ sở cai nghiện tự nguyện tỉnh Lào Cai'],
  ['q=hang buom', 'Điểm tư vấn, chăm sóc, hỗ trợ điều trị nghiện tại cộng đồng phường Hàng Buồm'],
  ['q=quan 1', 'Điểm tư vấn, chăm sóc, hỗ trợ điều trị nghiện ma túy phường Phạm Ngũ Lão'],
  ['q=thi tran cho', 'Điểm tư vấn, chăm sóc, hỗ trợ điều trị nghiện tại cộng đồng - Trạm y tế thị trấn Chờ'],
  ['q=phuong tung thien', 'Cơ sở cai nghiện ma túy số 3 Hà Nội'],
  ['q=số 3&tinh=01', 'Cơ sở cai nghiện ma túy số 3 Hà Nội'],
  ['q=methadone&xa=09706', 'Cơ sở cai nghiện ma túy số 1 Hà Nội'],
  ['xa=yên bài', 'Cơ sở cai nghiện ma túy số 1 Hà Nội'],
  ['xa=thi xa son tay', 'Cơ sở cai nghiện ma túy số 3 Hà Nội'],
  ['xa=son tay, ha noi', 'Cơ sở cai nghiện ma túy số 3 Hà Nội'],
  ['q=nhi xu', 'Cơ sở cai nghiện ma túy Nhị Xuân'],
  ['tinh=14&q=cat con', 'Cơ sở điều trị nghiện ma túy tỉnh Sơn La'],
];

/** What people type, and what the words are understood to name. */
const NAMED_UNITS: readonly (readonly [string, string])[] = [
  ['q=quan hoang mai', 'former-district Quận Hoàng Mai → 12'],
  ['q=QUẬN HOÀNG MAI', 'former-district Quận Hoàng Mai → 12'],
  ['q=q hoang mai', 'former-district Quận Hoàng Mai → 12'],
  ['q=huyen ba vi', 'former-district Huyện Ba Vì → 8'],
  ['q=tỉnh Hà Giang', 'former-province Tỉnh Hà Giang → Tỉnh Tuyên Quang'],
  ['q=ha giang', 'former-province Tỉnh Hà Giang → Tỉnh Tuyên Quang'],
  ['q=HCM', 'province Thành phố Hồ Chí Minh'],
  ['q=tp hcm', 'province Thành phố Hồ Chí Minh'],
  ['q=tp thu duc', 'former-district Thành phố Thủ Đức → 12'],
  ['q=quan 1', 'former-district Quận 1 → 4'],
  ['q=q1', 'former-district Quận 1 → 4'],
  ['q=con dao', 'commune Đặc khu Côn Đảo'],
  ['xa=truc bach', 'former-commune Phường Trúc Bạch → 1'],
  ['xa=ngoc khanh&tinh=01', 'former-commune Phường Ngọc Khánh → 3'],
  ['xa=00331', 'commune Phường Hoàng Mai'],
  ["q=b'lao", "commune Phường B'Lao"],
  ['q=dong da', 'commune Phường Đống Đa'],
  ['q=cho', 'former-commune Thị trấn Chờ → 1'],
  ['q=tu van o quan hoang mai', 'former-district Quận Hoàng Mai → 12'],
];

describe('finding places', () => {
  it('puts first what a person means', async () => {
    const got = await Promise.all(
      FIRST_PLACES.map(async ([query]) => [query, (await find(query)).places[0]?.name]),
    );

    expect(got).toEqual(FIRST_PLACES);
  });

  it('understands the names of present and former units', async () => {
    const got = await Promise.all(
      NAMED_UNITS.map(async ([query]) => {
        const [unit] = (await find(query)).units;
        if (unit === undefined) return [query, 'nothing'];
        const ground = {
          province: '',
          commune: '',
          'former-province': ` → ${unit.provinceName}`,
          'former-district': ` → ${unit.communes.length}`,
          'former-commune': ` → ${unit.communes.length}`,
        }[unit.kind];
        return [query, `${unit.kind} ${unit.fullName}${ground}`];
      }),
    );

    expect(got).toEqual(NAMED_UNITS);
  });

  it('names the communes that hold the ground of a former district', async () => {
    const { units } = await find('q=quan hoang mai');

    expect(units[0]?.formerArea).toBe('Thành phố Hà Nội');
    expect(units[0]?.communes.map(({ fullName }) => fullName).sort()).toEqual([
      'Phường Hoàng Liệt',
      'Phường Hoàng Mai',
      'Phường Khương Đình',
      'Phường Lĩnh Nam',
      'Phường Phương Liệt',
      'Phường Thanh Liệt',
      'Phường Tương Mai',
      'Phường Vĩnh Hưng',
      'Phường Vĩnh Tuy',
      'Phường Yên Sở',
      'Phường Định Công',
      'Xã Thanh Trì',
    ]);
  });

  it('finds the 13 places that name Methadone, with or without the last letters', async () => {
    expect((await find('q=methadone')).total).toBe(13);
    expect((await find('q=metha')).total).toBe(13);
  });

  it('shows the places of the province when none lies on the ground that was named', async () => {
    const found = await find('q=quan hoang mai');

    expect(found.total).toBe(0);
    expect(found.nearby).toMatchObject({ provinceCode: '01', provinceName: 'Thành phố Hà Nội' });
    expect(found.nearby?.places).toHaveLength(7);
  });

  it('keeps to the chosen province', async () => {
    const { places } = await find('q=số 1&tinh=38');

    expect(places.map(({ provinceName }) => provinceName)).toEqual(['Tỉnh Thanh Hoá']);
  });

  it('says when the unit box names nothing, and searches without it', async () => {
    const found = await find('xa=khong co xa nay&tinh=01');

    expect(found.isUnitUnknown).toBe(true);
    expect(found.total).toBe(7);
  });

  it('does not know a commune in a province where it does not lie', async () => {
    expect((await find('xa=26743&tinh=01')).isUnitUnknown).toBe(true);
    expect((await find('xa=quan hoang mai&tinh=40')).units.map(({ fullName }) => fullName)).toEqual([]);
  });

  it('says that there are more units of a name than it gives', async () => {
    const { units, hasMoreUnits } = await find('xa=tan lap');

    expect(units).toHaveLength(8);
    expect(hasMoreUnits).toBe(true);
  });

  it('lists every place, twenty a page, each once', async () => {
    const pages = await Promise.all([1, 2, 3, 4, 5].map((page) => find(`trang=${page}`)));

    expect(pages.map(({ places }) => places.length)).toEqual([20, 20, 20, 6, 0]);
    expect(pages.map(({ hasNextPage }) => hasNextPage)).toEqual([true, true, true, false, false]);
    expect(new Set(pages.flatMap(({ places }) => places.map(({ slug }) => slug))).size).toBe(66);
    expect(pages[0]).toMatchObject({ total: 66, isCapped: false, isUnitUnknown: false });
  });

  it('never shows the place that must be checked first', async () => {
    const { places } = await find('q=phuc hoi suc khoe hai phong');

    expect(places.map(({ name }) => name)).not.toContain(
      'Trung tâm giáo dục lao động và phục hồi sức khỏe Hải Phòng',
    );
  });

  // What a visitor types is never read as FTS5 syntax, and never throws.
  it('answers every text that could be syntax, is too long or is in another script', async () => {
    const texts = [
      '"*AND(',
      '"',
      'NEAR(a b)',
      'name:ha',
      'a OR b NOT c',
      '^ha*',
      '{filters} : "noi:1"',
      'tinh:01',
      "'; DROP TABLE place_search; --",
      '\0',
      '\uD800',
      '戒毒',
      '%',
      '-',
      'and',
      'x'.repeat(500),
      'tan lap '.repeat(63),
      'ă'.repeat(500),
    ];
    for (const text of texts) {
      for (const name of ['q', 'xa']) {
        const params = new URLSearchParams({ [name]: text });
        await expect(findPlaces(env.DB, parseDirectoryQuery(params))).resolves.toBeDefined();
      }
    }
  });

  it('finds nothing for words of which none can be read, rather than everything', async () => {
    expect((await find('q=戒毒')).total).toBe(0);
    expect((await find(`q=${encodeURIComponent('"*(')}`)).total).toBe(0);
  });

  it('reads few rows, whatever is asked', async () => {
    const read: [string, number][] = [];
    const queries = [...FIRST_PLACES, ...NAMED_UNITS].map(([query]) => query);
    for (const query of [...queries, '', 'tinh=79', 'xa=tan lap', 'q=cai nghien', 'q=ma tuy so 1']) {
      const counted = countRows(env.DB);
      await findPlaces(counted.db, parseDirectoryQuery(new URLSearchParams(query)));
      read.push([query, counted.rowsRead()]);
    }

    expect(read.filter(([, rows]) => rows > 200)).toEqual([]);
  });
});

describe('a directory of a thousand places more', () => {
  it('costs hardly more rows to search', async () => {
    const data = shippedDirectory;
    const copies = <T>(rows: readonly T[], copy: (row: T, n: number) => T): T[] =>
      Array.from({ length: 15 }, (_, n) => rows.map((row) => copy(row, n))).flat();
    const renamed = (id: string, n: number): string => `${id}-${n}`;
    await loadDirectory(
      env.DB,
      {
        ...data,
        contentHash: 'grown',
        services: [
          ...data.services,
          ...copies(data.services, (row, n) => ({ ...row, id: renamed(row.id, n) })),
        ],
        locations: [
          ...data.locations,
          ...copies(data.locations, (row, n) => ({ ...row, id: renamed(row.id, n) })),
        ],
        serviceAtLocations: [
          ...data.serviceAtLocations,
          ...copies(data.serviceAtLocations, (row, n) => ({
            id: renamed(row.id, n),
            service_id: renamed(row.service_id, n),
            location_id: renamed(row.location_id, n),
          })),
        ],
        addresses: [
          ...data.addresses,
          ...copies(data.addresses, (row, n) => ({
            ...row,
            id: renamed(row.id, n),
            location_id: renamed(row.location_id, n),
          })),
        ],
        attributes: [
          ...data.attributes,
          ...copies(
            data.attributes.filter((row) => row.link_entity !== 'phone'),
            (row, n) => ({
              ...row,
              id: renamed(row.id, n),
              link_id: renamed(row.link_id, n),
              value: row.link_type === 'slug' ? `${row.value ?? ''}-${n}` : row.value,
            }),
          ),
        ],
      },
      new Date('2026-11-22T03:00:00Z'),
    );

    const read: [string, number, number][] = [];
    for (const query of [
      '',
      'q=methadone',
      'q=ba vi',
      'q=quan hoang mai',
      'tinh=79',
      'q=cai nghien&tinh=01',
    ]) {
      const counted = countRows(env.DB);
      const { total } = await findPlaces(counted.db, parseDirectoryQuery(new URLSearchParams(query)));
      read.push([query, total, counted.rowsRead()]);
    }

    expect(read.filter(([, , rows]) => rows > 200)).toEqual([]);
  });
});

describe('the provinces', () => {
  it('are listed in the order of the Vietnamese alphabet', async () => {
    const names = (await listProvinces(env.DB)).map(({ name }) => name);

    expect(names).toHaveLength(34);
    expect(names.slice(0, 8)).toEqual([
      'An Giang',
      'Bắc Ninh',
      'Cà Mau',
      'Cao Bằng',
      'Cần Thơ',
      'Đà Nẵng',
      'Đắk Lắk',
      'Điện Biên',
    ]);
  });
});
