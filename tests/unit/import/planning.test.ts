import { describe, expect, it } from 'vitest';
import { describePlan } from '../../../functions/directory/import/describe-import.ts';
import { makeImportContext } from '../../../functions/directory/import/import-context.ts';
import type { ImportPlan, PlannedPlace } from '../../../functions/directory/import/import-plan.ts';
import { type ImportInput, planOver } from '../../../functions/directory/import/plan-import.ts';
import {
  attributesOf,
  attributeValue,
  groupPlaces,
  type PlaceRecord,
} from '../../../functions/directory/place-record.ts';
import { readDirectory } from '../../../scripts/read-directory.ts';
import { oneFile, plainCsv, soundRow } from './plain-list.ts';
import { xlsxFile } from './xlsx-file.ts';

const data = await readDirectory('content');
const context = makeImportContext(data);
const shipped = groupPlaces(data);
const source = { Nguồn: 'https://example.vn/danh-sach', 'Ngày nguồn': '1/10/2026' };

async function plan(
  input: ImportInput,
  existing: readonly PlaceRecord[] = shipped,
  accepted: readonly string[] = [],
  merged: ReadonlyMap<string, string> = new Map(),
): Promise<ImportPlan> {
  const options = {
    source: null,
    accepted: new Set(accepted),
    today: '2026-11-22',
    newId: () => crypto.randomUUID(),
  };
  const result = await planOver(existing, input, context, options, merged);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result.plan;
}

/** The directory with the sound row in it. */
async function withSoundRow(): Promise<PlaceRecord[]> {
  const { added } = await plan(oneFile(plainCsv({})));
  return [...shipped, ...added.map(({ after }) => after)];
}

function doubts({ doubtful }: ImportPlan): string[] {
  return doubtful.flatMap((place: PlannedPlace) => place.doubts.map(({ code }) => code));
}

describe('planning a plain list', () => {
  it('makes a whole place of a new row', async () => {
    const { added, missing } = await plan(
      oneFile(plainCsv({ 'Giờ làm việc': 'T2-T6: 7h30-17h', 'Giấy tờ cần mang': 'Căn cước; Sổ khám' })),
    );

    const place = added[0]?.after;
    expect(place).toMatchObject({
      organizations: [{ name: 'Trạm Y tế Hoa Gạo (hư cấu)' }],
      services: [{ name: soundRow['Tên cơ sở'], status: 'active', assured_date: null }],
      addresses: [
        { address_1: 'Số 5, đường Ví Dụ', city: 'Phường Hoàng Mai', state_province: 'Thành phố Hà Nội' },
      ],
      phones: [{ number: '024 3999 0001' }],
      schedules: [{ byday: 'MO,TU,WE,TH,FR', opens_at: '07:30', closes_at: '17:00' }],
      requiredDocuments: [{ document: 'Căn cước' }, { document: 'Sổ khám' }],
    });
    const value = (type: string): string | null => (place === undefined ? null : attributeValue(place, type));
    expect(value('slug')).toBe('diem-tu-van-hoa-gao-hu-cau');
    expect(value('commune-code')).toBe('00331');
    expect(value('source-url')).toBe('https://example.vn/danh-sach');
    expect(value('source-date')).toBe('2026-10-01');
    expect(place === undefined ? [] : attributesOf(place, 'verification')).toHaveLength(1);
    expect(missing).toHaveLength(7);
  });

  it.each<[string, (csv: string) => string | Uint8Array]>([
    ['a byte order mark', (csv) => `\uFEFF${csv}`],
    ['decomposed letters', (csv) => csv.normalize('NFD')],
    ['Windows line ends', (csv) => csv.replaceAll('\n', '\r\n')],
    ['semicolons', (csv) => csv.replaceAll(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/g, ';')],
    ['capitals in the header', (csv) => csv.replace('Tên cơ sở', 'TÊN CƠ SỞ')],
    ['blank rows at the end', (csv) => `${csv}\n,,,,,,,,,\n\n`],
  ])('reads the same from a CSV with %s', async (_, change) => {
    const held = await withSoundRow();

    expect(await plan(oneFile(change(plainCsv({}))), held)).toMatchObject({ unchanged: 1, total: 1 });
  });

  it('reads the same from an XLSX, days of the calendar included', async () => {
    const held = await withSoundRow();
    const cells = Object.entries(soundRow).map(([column, text]) =>
      column === 'Ngày nguồn' ? { xml: '<c s="1"><v>46296</v></c>' } : text,
    );

    const result = await plan(oneFile(await xlsxFile([Object.keys(soundRow), cells]), 'ds.xlsx'), held);

    expect(result).toMatchObject({ unchanged: 1, total: 1 });
  });

  it('doubts a phone that a spreadsheet turned into a number', async () => {
    const cells = Object.entries(soundRow).map(([column, text]) =>
      column === 'Điện thoại' ? 2439990001 : text,
    );

    const result = await plan(oneFile(await xlsxFile([Object.keys(soundRow), cells]), 'ds.xlsx'));

    expect(doubts(result)).toEqual(['lost-zero']);
  });

  it('finds a place by its name whatever the capitals and marks, and leaves its name as it is', async () => {
    const held = await withSoundRow();

    const result = await plan(oneFile(plainCsv({ 'Tên cơ sở': 'DIEM TU VAN HOA GAO (HU CAU)' })), held);

    expect(result).toMatchObject({ unchanged: 1, added: [], changed: [], doubtful: [] });
  });

  it('shows what changes field by field, from what to what', async () => {
    const held = await withSoundRow();

    const result = await plan(
      oneFile(plainCsv({ 'Địa chỉ': 'Số 7, đường Ví Dụ', 'Chi phí': 'Miễn phí' })),
      held,
    );

    expect(describePlan(result, context.terms).slice(3, 8)).toEqual([
      'Sẽ đổi: 1',
      '  ~ dòng 2: Điểm tư vấn Hoa Gạo (hư cấu) (Phường Hoàng Mai, Thành phố Hà Nội)',
      '      Chi phí: (trống) → “Miễn phí”',
      '      Địa chỉ: “Số 5, đường Ví Dụ” → “Số 7, đường Ví Dụ”',
      'Không đổi: 0',
    ]);
  });

  it('never empties a field', async () => {
    const held = await withSoundRow();

    const result = await plan(
      oneFile(plainCsv({ 'Điện thoại': '', 'Dịch vụ': '', 'Đơn vị quản lý': '' })),
      held,
    );

    expect(result).toMatchObject({ unchanged: 1 });
  });

  it('keeps an organization that other places share', async () => {
    const result = await plan(
      oneFile(plainCsv({ 'Đơn vị quản lý': 'phòng csđt tội phạm về ma túy - công an tp hà nội' })),
    );

    expect(result.added[0]?.after.organizations[0]?.id).toBe('3dfb9f93-4623-58ff-87c4-a64507c926c7');
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['a phone that differs', { 'Điện thoại': '024 3999 0002' }, ['phone-differs']],
    ['fewer words than there are', { 'Địa chỉ': 'Số 5' }, ['emptier']],
    ['an older source', { 'Ngày nguồn': '1/2026', 'Địa chỉ': 'Số 9, ngõ Khác' }, ['older-source']],
    ['a service that no term names', { 'Dịch vụ': 'Tư vấn; Múa rối' }, ['unknown-service']],
    ['the same name in another commune', { 'Xã, phường': 'Phường Ba Đình' }, ['resembles']],
    ['nearly the same name', { 'Tên cơ sở': 'Điểm tư vấn Hoa Gạo' }, ['resembles']],
    [
      'the same phone under another name',
      { 'Tên cơ sở': 'Phòng khám Cây Đa', 'Xã, phường': 'Phường Ba Đình' },
      ['resembles'],
    ],
    [
      'a former commune that was split',
      {
        'Tên cơ sở': 'Nhà Bè Gỗ',
        'Xã, phường': 'Thị trấn Quốc Oai',
        'Quận, huyện': 'Quốc Oai',
        'Điện thoại': '',
      },
      ['commune-split'],
    ],
  ])('holds a row back for %s', async (_, cells, codes) => {
    const held = await withSoundRow();

    const result = await plan(oneFile(plainCsv(cells)), held);

    expect(doubts(result)).toEqual(codes);
    expect([...result.added, ...result.changed]).toEqual([]);
  });

  it('takes a name with another number for another place', async () => {
    const held = await withSoundRow();

    const rows = [{ 'Tên cơ sở': 'Điểm tư vấn Hoa Gạo số 2 (hư cấu)', 'Điện thoại': '' }];

    expect(await plan(oneFile(plainCsv(...rows)), held)).toMatchObject({ added: [{}], doubtful: [] });
  });

  it('holds a change of a confirmed place back', async () => {
    const [place] = (await withSoundRow()).slice(-1);
    const confirmed =
      place === undefined
        ? []
        : [{ ...place, services: place.services.map((row) => ({ ...row, assured_date: '2026-11-01' })) }];

    const result = await plan(oneFile(plainCsv({ 'Địa chỉ': 'Số 9, ngõ Khác' })), confirmed);

    expect(doubts(result)).toEqual(['confirmed']);
  });

  it('asks for the id when two places have the name, and takes it', async () => {
    const twins = await withSoundRow();
    const [last] = twins.slice(-1);
    const twin = last === undefined ? [] : [{ ...last, locationId: 'another' }, last];

    const asked = await plan(oneFile(plainCsv({ 'Điện thoại': '' })), twin, ['2']);
    const told = await plan(oneFile(plainCsv({ 'Mã số': last?.locationId ?? '', 'Điện thoại': '' })), twin);

    expect(doubts(asked)).toEqual(['several']);
    expect(told).toMatchObject({ unchanged: 1 });
  });

  it('writes a doubtful row that somebody accepts, and no other', async () => {
    const held = await withSoundRow();
    const rows = [
      { 'Tên cơ sở': 'Điểm tư vấn Hoa Gạo', 'Điện thoại': '' },
      { 'Điện thoại': '024 3999 0002' },
    ];

    const result = await plan(oneFile(plainCsv(...rows)), held, ['2']);

    expect(result.added).toMatchObject([{ line: 2 }]);
    expect(result.doubtful).toMatchObject([{ line: 3 }]);
  });

  it('refuses two rows that speak of one place', async () => {
    const held = await withSoundRow();
    const id = held.at(-1)?.locationId ?? '';
    const rows = [{ 'Mã số': id }, { 'Mã số': id, 'Tên cơ sở': 'Tên khác' }];

    const result = await planOver(held, oneFile(plainCsv(...rows)), context, {
      source: null,
      accepted: new Set(),
      today: '2026-11-22',
      newId: () => crypto.randomUUID(),
    });

    expect(result).toMatchObject({ faults: [{ code: 'duplicate-row', line: 3, detail: '2' }] });
  });

  it('takes the source of the whole list for rows that name none', async () => {
    const result = await planOver(shipped, oneFile(plainCsv({ Nguồn: '' })), context, {
      source: 'Danh sách số 12 (hư cấu)',
      accepted: new Set(),
      today: '2026-11-22',
      newId: () => crypto.randomUUID(),
    });

    expect(result).toMatchObject({ plan: { added: [{ source: 'Danh sách số 12 (hư cấu)' }] } });
  });

  it('gives places of one name addresses of their own on the portal', async () => {
    const rows = ['Phường Hoàng Mai', 'Phường Ba Đình', 'Phường Tây Hồ'].map((commune, n) => ({
      ...source,
      'Xã, phường': commune,
      'Địa chỉ': `Số ${n}`,
      'Điện thoại': '',
    }));

    const { added } = await plan(oneFile(plainCsv(...rows)));

    expect(added.map(({ after }) => attributeValue(after, 'slug'))).toEqual([
      'diem-tu-van-hoa-gao-hu-cau',
      'diem-tu-van-hoa-gao-hu-cau-phuong-ba-dinh',
      'diem-tu-van-hoa-gao-hu-cau-phuong-tay-ho',
    ]);
  });
});

describe('the sample list', () => {
  it('is sound, made up, and matches what the documentation says', async () => {
    const { readFile } = await import('node:fs/promises');
    const sample = await readFile('docs/importing-sample.csv');

    const result = await plan(oneFile(new Uint8Array(sample), 'importing-sample.csv'), []);

    expect(result).toMatchObject({ total: 3, doubtful: [] });
    expect(result.added.every(({ name }) => name.includes('hư cấu'))).toBe(true);
  });
});

describe('a place that is no more', () => {
  const isNoMore = (place: PlaceRecord): PlaceRecord => ({
    ...place,
    services: place.services.map((row) => ({ ...row, status: 'defunct' })),
  });

  /** The directory with the sound row, which was merged into the place beside it under another name. */
  async function withMergedRow() {
    const [gone, kept] = (
      await plan(oneFile(plainCsv({}, { 'Tên cơ sở': 'Nhà Tre (hư cấu)', 'Điện thoại': '' })))
    ).added.map(({ after }) => after);
    if (gone === undefined || kept === undefined) throw new Error('two places were planned');
    const places = [...shipped, isNoMore(gone), kept];
    return { gone, kept, places, merged: new Map([[gone.locationId, kept.locationId]]) };
  }

  it('leads by its name, its number and its id to the place that it was merged into', async () => {
    const { gone, kept, places, merged } = await withMergedRow();
    const rows = [
      { Nguồn: 'Danh sách số 12 (hư cấu)' },
      { Nguồn: 'Danh sách số 12 (hư cấu)', 'Mã số': gone.locationId, 'Tên cơ sở': 'Nhà Tre (hư cấu)' },
    ];

    for (const row of rows) {
      const { added, changed, doubtful, missing } = await plan(oneFile(plainCsv(row)), places, [], merged);

      expect(added).toEqual([]);
      expect([...changed, ...doubtful].map(({ before }) => before?.locationId)).toEqual([kept.locationId]);
      expect(missing.filter((name) => name.includes('hư cấu'))).toEqual([]);
    }
  });

  it('counts as one with the place that it was merged into when both have the name', async () => {
    const { gone, kept, places, merged } = await withMergedRow();
    const named = places.map((place) =>
      place === kept
        ? ({
            ...kept,
            services: gone.services,
            locations: [{ ...kept.locations[0], name: gone.locations[0]?.name }],
          } as PlaceRecord)
        : place,
    );

    const { doubtful, added } = await plan(oneFile(plainCsv({})), named, [], merged);

    expect(added).toEqual([]);
    expect(doubtful.flatMap((place) => place.doubts.map(({ code }) => code))).not.toContain('several');
  });

  it('is not taken for one that a list says is there', async () => {
    const places = (await withSoundRow()).map((place, n, all) =>
      n === all.length - 1 ? isNoMore(place) : place,
    );

    const { doubtful, changed } = await plan(oneFile(plainCsv({ 'Ghi chú': 'Mới mở lại' })), places);

    expect(changed).toEqual([]);
    expect(doubtful).toMatchObject([{ before: null, doubts: [{ code: 'resembles' }] }]);
  });

  it('is the one that a list says is no more', async () => {
    const places = (await withSoundRow()).map((place, n, all) =>
      n === all.length - 1 ? isNoMore(place) : place,
    );

    const { unchanged } = await plan(oneFile(plainCsv({ 'Trạng thái': 'Ngừng hoạt động' })), places);

    expect(unchanged).toBe(1);
  });

  it('is not changed by a package once it was merged', async () => {
    const { gone, places, merged } = await withMergedRow();
    const [service] = gone.services;
    const slug = attributeValue(gone, 'slug') ?? '';
    const file = `id,organization_id,name,description,status,assured_date\n${service?.id},${service?.organization_id},${service?.name},,active,\n`;

    const { doubtful } = await plan(oneFile(file, 'services.csv'), places, [slug], merged);

    expect(doubtful).toMatchObject([{ doubts: [{ code: 'merged' }] }]);
  });
});

describe('a service that two places share', () => {
  it('is not changed by a row about one of them until somebody has looked', async () => {
    const places = await withSoundRow();
    const own = places.at(-1);
    const [first] = places;
    if (own === undefined || first === undefined) throw new Error('no places');
    const beside = { ...first, services: own.services };
    const row = { 'Chi phí': 'Miễn phí' };

    const { doubtful } = await plan(oneFile(plainCsv(row)), [beside, ...places.slice(1)]);

    expect(doubtful).toMatchObject([{ before: own, doubts: [{ code: 'shared' }] }]);
    const { changed } = await plan(oneFile(plainCsv(row)), [beside, ...places.slice(1)], ['2']);
    expect(changed).toHaveLength(1);
  });
});
