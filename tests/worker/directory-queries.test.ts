import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { parseDirectoryQuery } from '../../functions/directory/directory-query.ts';
import { type FoundPlaces, findPlaces } from '../../functions/directory/find-places.ts';
import { loadDirectory } from '../../functions/directory/load-directory.ts';
import { suggest } from '../../functions/directory/suggest.ts';
import { countRows } from './count-rows.ts';
import { loadOnce } from './setup.ts';
import { shippedDirectory, smallDirectory } from './shipped.ts';

/** A Sunday, ten in the morning in Việt Nam. */
const now = new Date('2026-11-22T03:00:00Z');

const find = (query: string, db = env.DB): Promise<FoundPlaces> =>
  findPlaces(db, parseDirectoryQuery(new URLSearchParams(query)), now);

loadOnce(() => loadDirectory(env.DB, shippedDirectory, now));

/** What people type, and the place that must come first. */
const FIRST_PLACES: readonly (readonly [string, string])[] = [
  // A service, in the law's words and in everyday ones.
  ['methadone', 'Cơ sở điều trị Methadone Hoài Đức (Phòng khám đa khoa Ngãi Cầu)'],
  ['uống thuốc thay thế', 'Cơ sở cai nghiện ma túy số 3 Hà Nội'],
  ['thuoc thay the', 'Cơ sở cai nghiện ma túy số 3 Hà Nội'],
  ['metadon', 'Cơ sở cai nghiện ma túy số 3 Hà Nội'],
  ['miễn phí methadone', 'Cơ sở cai nghiện ma túy số 3 Hà Nội'],
  ['cắt cơn', 'Cơ sở cai nghiện ma túy tỉnh Lai Châu'],
  ['cắt cơn, giải độc', 'Cơ sở cai nghiện ma túy tỉnh Lai Châu'],
  ['day nghe', 'Cơ sở cai nghiện ma túy tỉnh Yên Bái'],
  ['xoa mu chu', 'Cơ sở cai nghiện ma túy tỉnh Lạng Sơn'],
  ['tư vấn', 'Điểm tư vấn, chăm sóc, hỗ trợ điều trị nghiện tại cộng đồng phường Hàng Buồm'],
  ['tư vấn cho gia đình', 'Điểm tư vấn, chăm sóc, hỗ trợ điều trị nghiện tại cộng đồng phường Hàng Buồm'],
  ['cai nghiện tự nguyện', 'Cơ sở cai nghiện tự nguyện tỉnh Lào Cai'],
  ['tư nhân', 'Trung tâm Điều dưỡng và Cai nghiện ma túy Thanh Đa'],
  // A service in a place, present or former.
  ['METHADONE hà nội', 'Cơ sở cai nghiện ma túy số 3 Hà Nội'],
  ['methadone quận 6', 'Điểm điều trị Methadone thí điểm tại quận 6'],
  ['methadone q6', 'Điểm điều trị Methadone thí điểm tại quận 6'],
  ['methadone binh thanh', 'Điểm điều trị Methadone thí điểm tại quận Bình Thạnh'],
  ['methadone sơn la', 'Cơ sở điều trị nghiện ma túy huyện Sông Mã (Sơn La)'],
  ['methadone sai gon', 'Điểm điều trị Methadone thí điểm tại quận 6'],
  ['uong methadone thai nguyen', 'Cơ sở cai nghiện đa chức năng tỉnh Thái Nguyên'],
  ['cat con lam dong', 'Cơ sở cai nghiện ma túy tỉnh Lâm Đồng'],
  ['cat con son la', 'Cơ sở điều trị nghiện ma túy tỉnh Sơn La'],
  ['học nghề hà tĩnh', 'Cơ sở cai nghiện ma túy tỉnh Hà Tĩnh'],
  ['phục hồi hải phòng', 'Cơ sở cai nghiện ma túy số 2 Hải Phòng'],
  ['cai tu nguyen lao cai', 'Cơ sở cai nghiện tự nguyện tỉnh Lào Cai'],
  ['tư vấn từ sơn', 'Điểm tư vấn, chăm sóc, hỗ trợ điều trị nghiện tại cộng đồng - Trạm y tế xã Hoàn Sơn'],
  // A place in the country.
  ['huyện Ba Vì', 'Cơ sở cai nghiện ma túy số 1 Hà Nội'],
  ['H. Ba Vi', 'Cơ sở cai nghiện ma túy số 1 Hà Nội'],
  ['Q1', 'Điểm tư vấn, chăm sóc, hỗ trợ điều trị nghiện ma túy phường Phạm Ngũ Lão'],
  ['Sài Gòn', 'Cơ sở cai nghiện ma túy số 1 (Bình Dương)'],
  ['hn', 'Cơ sở cai nghiện ma túy số 3 Hà Nội'],
  ['tp vinh', 'Trung tâm Giáo dục - Lao động xã hội TP Vinh'],
  ['binh duong', 'Cơ sở cai nghiện ma túy số 1 (Bình Dương)'],
  ['hai duong', 'Cơ sở cai nghiện ma túy tỉnh Hải Dương'],
  ['thanh hoá', 'Cơ sở cai nghiện ma túy số 1 Thanh Hóa'],
  ['thanh hóa', 'Cơ sở cai nghiện ma túy số 1 Thanh Hóa'],
  ['yen bai', 'Cơ sở cai nghiện ma túy tỉnh Yên Bái'],
  ['ca mau', 'Cơ sở cai nghiện ma túy tỉnh Cà Mau'],
  ['xuan phuong', 'Cơ sở cai nghiện ma túy số 4 Hà Nội'],
  ['duc trong lam dong', 'Cơ sở cai nghiện ma túy tỉnh Lâm Đồng'],
  ['hang buom', 'Điểm tư vấn, chăm sóc, hỗ trợ điều trị nghiện tại cộng đồng phường Hàng Buồm'],
  ['thị trấn Chờ', 'Điểm tư vấn, chăm sóc, hỗ trợ điều trị nghiện tại cộng đồng - Trạm y tế thị trấn Chờ'],
  // A place of the directory by its name, whole or in part.
  ['Cơ sở cai nghiện ma túy Bố Lá', 'Cơ sở cai nghiện ma túy Bố Lá'],
  ['bo la', 'Cơ sở cai nghiện ma túy Bố Lá'],
  ['co so cai nghien so 1 ha noi', 'Cơ sở cai nghiện ma túy số 1 Hà Nội'],
  ['cơ sở số 3 hà nội', 'Cơ sở cai nghiện ma túy số 3 Hà Nội'],
  ['binh trieu', 'Cơ sở cai nghiện ma túy Bình Triệu'],
  ['thanh da', 'Trung tâm Điều dưỡng và Cai nghiện ma túy Thanh Đa'],
  ['nhi xuan', 'Cơ sở cai nghiện ma túy Nhị Xuân'],
  ['đức hạnh', 'Cơ sở cai nghiện ma túy Đức Hạnh'],
  ['phu duc', 'Cơ sở cai nghiện ma túy Phú Đức'],
  ['phước bình', 'Cơ sở cai nghiện ma túy Phước Bình'],
  ['bau bang', 'Trung tâm cai nghiện ma túy và quản lý sau cai Bàu Bàng (Đà Nẵng)'],
  ['gia minh', 'Trung tâm giáo dục và lao động xã hội Hải Phòng (Trung tâm Gia Minh)'],
  ['benh vien 09', 'Điểm điều trị Methadone tại Bệnh viện 09'],
  ['hoai duc', 'Cơ sở điều trị Methadone Hoài Đức (Phòng khám đa khoa Ngãi Cầu)'],
  ['phuc son nghe an', 'Trung tâm Giáo dục - Lao động xã hội Phúc Sơn (Nghệ An)'],
  ['vu oai', 'Cơ sở cai nghiện ma túy tỉnh Quảng Ninh (Vũ Oai)'],
  ['song ma', 'Cơ sở điều trị nghiện ma túy huyện Sông Mã (Sơn La)'],
  ['thanh thiếu niên 2', 'Cơ sở cai nghiện ma túy Thanh thiếu niên 2'],
  // Not typed out.
  ['nhi xu', 'Cơ sở cai nghiện ma túy Nhị Xuân'],
  ['metha', 'Cơ sở cai nghiện ma túy số 3 Hà Nội'],
];

/** What people type, and the unit that it is understood to name with how many communes hold its ground. */
const FIRST_UNITS: readonly (readonly [string, string])[] = [
  ['quan hoang mai', 'Quận Hoàng Mai, Thành phố Hà Nội: 12'],
  ['Q. Hoàng Mai', 'Quận Hoàng Mai, Thành phố Hà Nội: 12'],
  ['Quận Hoàng Mai, Hà Nội', 'Quận Hoàng Mai, Thành phố Hà Nội: 12'],
  ['methadone quan 8', 'Quận 8, Thành phố Hồ Chí Minh: 6'],
  ['quan8', 'Quận 8, Thành phố Hồ Chí Minh: 6'],
  ['tư vấn cho gia đình ba vì', 'Xã Ba Vì: 1'],
  ['huyen ba vi', 'Huyện Ba Vì, Thành phố Hà Nội: 8'],
  ['tỉnh Hà Giang', 'Tỉnh Hà Giang: nay Tỉnh Tuyên Quang'],
  ['ha giang', 'Tỉnh Hà Giang: nay Tỉnh Tuyên Quang'],
  ['tp.hcm', 'Thành phố Hồ Chí Minh: nay Thành phố Hồ Chí Minh'],
  ['sài gòn', 'Thành phố Hồ Chí Minh: nay Thành phố Hồ Chí Minh'],
  ['thu duc', 'Phường Thủ Đức: 1'],
  ['dong da', 'Phường Đống Đa: 1'],
  ['tu van hai ba trung', 'Phường Hai Bà Trưng: 1'],
];

/** One wrong letter, and what is offered instead. */
const CORRECTIONS: readonly (readonly [string, string])[] = [
  ['hoang mia', 'Hoàng Mai'],
  ['quan hoang mau', 'quan Hoàng Mai'],
  ['hai phogn', 'Hải Phòng'],
  ['thanh dda', 'Thanh Đa'],
  ['hangbuom', 'Hàng Buồm'],
  ['nhi xaun', 'Nhị Xuân'],
  ['binh trieeu', 'Bình Triệu'],
  ['methadnoe', 'Methadone'],
  ['methadone hoang mia', 'methadone Hoàng Mai'],
];

/** A beginning, and a suggestion that must be among those offered. */
const SUGGESTED: readonly (readonly [string, string])[] = [
  ['quan hoang', 'Quận Hoàng Mai'],
  ['phuong hoang m', 'Phường Hoàng Mai'],
  ['sai gon', 'Thành phố Hồ Chí Minh'],
  ['meth', 'Điều trị Methadone'],
  ['vay', 'Vay vốn sau cai'],
  ['cat', 'Cắt cơn, giải độc'],
  ['nhi xu', 'Cơ sở cai nghiện ma túy Nhị Xuân'],
];

/** Any search reads fewer rows than this, also one with a mistake. */
const FEW_ROWS = 130;

describe('what people type', () => {
  it('is at least eighty different things here', () => {
    const typed = [FIRST_PLACES, FIRST_UNITS, CORRECTIONS, SUGGESTED].flat().map(([query]) => query);
    expect(new Set(typed).size).toBeGreaterThanOrEqual(80);
  });

  it('finds first the place that is meant, and reads few rows', async () => {
    const got: [string, string | undefined][] = [];
    const costly: [string, number][] = [];
    for (const [q] of FIRST_PLACES) {
      const counted = countRows(env.DB);
      const { places } = await find(new URLSearchParams({ q }).toString(), counted.db);
      got.push([q, places[0]?.name]);
      if (counted.rowsRead() > FEW_ROWS) costly.push([q, counted.rowsRead()]);
    }

    expect(got).toEqual(FIRST_PLACES);
    expect(costly).toEqual([]);
  });

  it('names first the unit that is meant, with its ground today', async () => {
    const got: [string, string][] = [];
    const costly: [string, number][] = [];
    for (const [q] of FIRST_UNITS) {
      const counted = countRows(env.DB);
      const { units } = await find(new URLSearchParams({ q }).toString(), counted.db);
      const [unit] = units;
      const area = unit?.formerArea ? `, ${unit.formerArea}` : '';
      const ground = unit?.kind.endsWith('province') ? `nay ${unit.provinceName}` : unit?.communes.length;
      got.push([q, `${unit?.fullName}${area}: ${ground}`]);
      if (counted.rowsRead() > FEW_ROWS) costly.push([q, counted.rowsRead()]);
    }

    expect(got).toEqual(FIRST_UNITS);
    expect(costly).toEqual([]);
  });

  it('with one wrong letter is answered with what was meant, and says so', async () => {
    const got: [string, string | undefined][] = [];
    for (const [q] of CORRECTIONS) {
      const counted = countRows(env.DB);
      const found = await find(new URLSearchParams({ q }).toString(), counted.db);
      got.push([q, found.corrections[0]?.text]);
      expect(found.total + found.units.length, q).toBeGreaterThan(0);
      expect(counted.rowsRead(), q).toBeLessThan(FEW_ROWS);
    }

    expect(got).toEqual(CORRECTIONS);
  });

  it('in the unit box with one wrong letter is offered its spelling', async () => {
    const found = await find('xa=hoang mia');

    expect(found.isUnitUnknown).toBe(true);
    expect(found.unitCorrections[0]?.text).toBe('Hoàng Mai');
  });

  it('is suggested while it is being typed, each suggestion leading into the directory', async () => {
    for (const [text, expected] of SUGGESTED) {
      const suggestions = await suggest(env.DB, text);
      expect(
        suggestions.map((one) => one.text),
        text,
      ).toContain(expected);
      expect(suggestions.every(({ path }) => path.startsWith('/danh-ba/'))).toBe(true);
      expect(suggestions.length).toBeLessThanOrEqual(10);
    }
    expect(await suggest(env.DB, 'h')).toEqual([]);
    expect(await suggest(env.DB, '"*) OR')).toBeDefined();
    expect(await suggest(env.DB, '戒毒')).toEqual([]);
  });

  it('costs one trip to the database for a list and two for words', async () => {
    for (const [query, trips] of [
      ['', 1],
      ['tinh=79&dich-vu=methadone', 1],
      ['q=methadone', 2],
      ['xa=yên bài', 2],
    ] as const) {
      const counted = countRows(env.DB);
      await find(query, counted.db);
      expect(counted.trips(), query).toBe(trips);
    }
  });
});

describe('filters', () => {
  it('combine', async () => {
    const totals: readonly (readonly [string, number])[] = [
      ['dich-vu=methadone', 13],
      ['dich-vu=methadone&tinh=79', 3],
      // A kind of service counts with the narrower ones below it.
      ['dich-vu=dieu-tri-thay-the', 13],
      ['loai=tu-nhan', 1],
      ['loai=cong-lap&tinh=01', 7],
      ['q=methadone&loai=cong-lap&tinh=01', 6],
      ['dich-vu=khong-co', 0],
    ];
    const got: [string, number][] = [];
    for (const [query] of totals) got.push([query, (await find(query)).total]);

    expect(got).toEqual(totals);
  });

  it('count what each choice would leave, without asking again', async () => {
    const { facets } = await find('tinh=01');

    expect(facets?.get('dv:methadone')).toBe(6);
    expect(facets?.get('dv:vay-von')).toBeUndefined();
  });

  it('say what to leave out when nothing matches, and what that gives', async () => {
    const { total, loosenings } = await find('q=methadone&loai=tu-nhan');

    expect(total).toBe(0);
    expect(loosenings).toEqual([
      { without: 'loai', total: 13, query: expect.objectContaining({ q: 'methadone', loai: '' }) },
      { without: 'words', total: 1, query: expect.objectContaining({ q: '', loai: 'tu-nhan' }) },
    ]);
  });

  it('say which part of the words to leave out', async () => {
    const { loosenings, nearby } = await find('q=tư vấn cho gia đình ba vì');

    expect(loosenings.map(({ without, total, query }) => [without, total, query.q])).toEqual([
      ['terms', 1, 'ba vì'],
      ['units', 12, 'tư vấn cho gia đình'],
    ]);
    // The places of the province with that service come before its others.
    expect(nearby?.places[0]?.name).toContain('Hàng Buồm');
  });

  it('are not taken for known where no place says anything', async () => {
    expect((await find('cho=phu-nu&tinh=01')).unknownFilters).toEqual(['cho']);
    expect((await find('mo-cua=1')).unknownFilters).toEqual(['moCua']);
    expect((await find('q=methadone miễn phí')).unsaid.map(({ code }) => code)).toEqual(['duoc-chi-tra']);
  });
});

describe('opening hours and confirmations', () => {
  const data = smallDirectory;
  const [first, second, third] = data.locations;
  const schedule = (location: { id: string } | undefined, changes: object) => ({
    id: crypto.randomUUID(),
    location_id: location?.id ?? '',
    valid_from: null,
    valid_to: null,
    freq: 'WEEKLY' as const,
    byday: null,
    opens_at: null,
    closes_at: null,
    description: null,
    notes: null,
    ...changes,
  });
  const openAt = async (moment: string): Promise<string[]> => {
    const query = parseDirectoryQuery(new URLSearchParams('mo-cua=1'));
    const found = await findPlaces(env.DB, query, new Date(moment));
    return found.places.map(({ locationId }) => locationId).sort();
  };

  it('decide what is open now, in Việt Nam, and not on a day off', async () => {
    await loadDirectory(
      env.DB,
      {
        ...data,
        contentHash: 'with hours',
        schedules: [
          schedule(first, { byday: 'MO,TU', opens_at: '07:30', closes_at: '11:45' }),
          schedule(second, { byday: 'MO,TU,WE,TH,FR,SA,SU', opens_at: '00:00', closes_at: '24:00' }),
          // The last Monday before Christmas is closed; Sunday evening reaches into it.
          schedule(first, { valid_from: '2026-12-21', valid_to: '2026-12-21' }),
          schedule(third, { byday: 'SU', opens_at: '22:00', closes_at: '02:00' }),
        ],
      },
      now,
    );

    // Monday 30 November, 7:30, 11:29, 11:30 and 12:00 in Việt Nam.
    expect(await openAt('2026-11-30T00:30:00Z')).toEqual([first?.id, second?.id].sort());
    expect(await openAt('2026-11-30T04:29:00Z')).toEqual([first?.id, second?.id].sort());
    // The half hour from 11:30 is not open to its end, so it is not promised.
    expect(await openAt('2026-11-30T04:30:00Z')).toEqual([second?.id]);
    expect(await openAt('2026-11-29T18:30:00Z')).toEqual([second?.id, third?.id].sort());
    expect(await openAt('2026-12-21T01:00:00Z')).toEqual([second?.id]);
    // Tuesday 24 November is a day off: regular hours say nothing.
    const query = parseDirectoryQuery(new URLSearchParams('mo-cua=1'));
    const dayOff = await findPlaces(env.DB, query, new Date('2026-11-24T02:00:00Z'));
    expect(dayOff.total).toBe(0);
    expect(dayOff.holiday).toContain('Ngày Văn hóa Việt Nam');
  });

  it('count a confirmation for ninety days, and show it first', async () => {
    const confirmed = (day: string) => ({
      ...data,
      contentHash: day,
      services: data.services.map((row, index) => (index === 40 ? { ...row, assured_date: day } : row)),
    });
    await loadDirectory(env.DB, confirmed('2026-08-24'), now);

    expect((await find('xac-nhan=1')).total).toBe(1);
    expect((await find('')).places[0]?.assuredDate).toBe('2026-08-24');

    await loadDirectory(env.DB, confirmed('2026-08-23'), now);

    expect((await find('xac-nhan=1')).total).toBe(0);
  });
});
