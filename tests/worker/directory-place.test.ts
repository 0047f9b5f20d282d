import { env, exports } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseDirectoryQuery } from '../../functions/directory/directory-query.ts';
import { findPlaces } from '../../functions/directory/find-places.ts';
import { findPlace, getPlace } from '../../functions/directory/get-place.ts';
import { listHolidays } from '../../functions/directory/list-holidays.ts';
import { loadDirectory } from '../../functions/directory/load-directory.ts';
import type { PlaceRecord } from '../../functions/directory/place-record.ts';
import { searchContext } from '../../functions/directory/search-rows.ts';
import { writePlaces } from '../../functions/directory/write-places.ts';
import { discreetPlace, MADE_UP_SLUG, madeUpPlace } from '../places/made-up-place.ts';
import { countRows } from './count-rows.ts';
import { smallDirectory } from './shipped.ts';

beforeEach(async () => {
  await loadDirectory(env.DB, smallDirectory, new Date('2026-11-22T03:00:00Z'));
});

describe('one place', () => {
  it('gives all that is known of it, with its sources', async () => {
    const place = await getPlace(env.DB, 'co-so-cai-nghien-ma-tuy-so-3-ha-noi');

    expect(place).toMatchObject({
      name: 'Cơ sở cai nghiện ma túy số 3 Hà Nội',
      address: 'xã Xuân Sơn, thị xã Sơn Tây',
      commune: { code: '09604', fullName: 'Phường Tùng Thiện', lat: 21.12138, lon: 105.45776 },
      province: { code: '01', fullName: 'Thành phố Hà Nội' },
      operator: 'cong-an',
      operatorAsInSource: 'Phòng CSĐT tội phạm về ma túy - Công an TP Hà Nội (từ 01/3/2025)',
      services: [{ kinds: [{ code: 'cai-bat-buoc' }, { code: 'cai-tu-nguyen' }, { code: 'methadone' }] }],
      phones: [
        { number: '024 2321 1937', verification: 'chua-goi-thu' },
        { number: '024 3383 9944', verification: 'chua-goi-thu' },
      ],
      sourceDate: '2025-12-28',
      assuredDate: null,
    });
    expect(place?.sources.map(({ host }) => host)).toEqual([
      'hanoimoi.vn',
      'cosocainghienmatuyso3-pc04hanoi.vn',
    ]);
    expect(place?.formerUnits.map(({ fullName }) => fullName)).toContain('Xã Xuân Sơn');
  });

  it('says what is not known by leaving it empty', async () => {
    const place = await getPlace(env.DB, 'co-so-cai-nghien-ma-tuy-binh-trieu');

    expect(place).toMatchObject({
      address: '(nguồn không nêu địa chỉ)',
      commune: null,
      province: { code: '79' },
      phones: [],
      services: [{ kinds: [] }],
      formerUnits: [],
    });
  });

  it('tells what the source says of who runs it from what was inferred', async () => {
    const inferred = await getPlace(env.DB, 'co-so-cai-nghien-ma-tuy-tinh-ca-mau');
    const unknown = await getPlace(env.DB, 'co-so-cai-nghien-ma-tuy-tinh-soc-trang');

    expect(inferred?.operator).toBe('cong-an-suy-ra');
    expect(unknown?.operator).toBe('chua-ro');
    expect(unknown?.operatorAsInSource).toBeNull();
  });

  it('separates an address of a source from what the collector wrote beside it', async () => {
    const place = await getPlace(env.DB, 'co-so-cai-nghien-ma-tuy-tinh-lang-son');

    expect(place?.sources).toEqual([
      {
        url: 'https://www.vietnam.vn/en/dong-hanh-kien-tao-tuong-lai-cung-hoc-vien-cai-nghien-ma-tuy',
        host: 'vietnam.vn',
        remark: 'báo Nhân Dân',
      },
    ]);
    expect(place?.confidence).toEqual({
      name: 'Cao',
      reason: '(tồn tại, cơ quan quản lý); chưa có địa chỉ',
    });
  });

  it('gives every shipped place that may be shown, with at least one source that opens', async () => {
    const { services, locations, attributes } = smallDirectory;
    const shown = new Set(services.filter(({ status }) => status === 'active').map(({ name }) => name));
    const slugs = attributes
      .filter(({ link_type, link_id }) => {
        const name = locations.find(({ id }) => id === link_id)?.name;
        return link_type === 'slug' && name !== undefined && shown.has(name);
      })
      .map(({ value }) => value ?? '');

    const places = await Promise.all(slugs.map((slug) => getPlace(env.DB, slug)));

    expect(places).toHaveLength(66);
    expect(places.filter((place) => place === null || place.sources.length === 0)).toEqual([]);
  });

  it('is none when the address is unknown or the place must not be shown', async () => {
    expect(await getPlace(env.DB, 'khong-co')).toBeNull();
    expect(await getPlace(env.DB, '')).toBeNull();
    expect(await getPlace(env.DB, 'trung-tam-giao-duc-lao-dong-va-phuc-hoi-suc-khoe-hai-phong')).toBeNull();
  });

  it('costs few rows', async () => {
    const counted = countRows(env.DB);

    await getPlace(counted.db, 'co-so-cai-nghien-ma-tuy-so-3-ha-noi');

    expect(counted.rowsRead()).toBeLessThan(220);
  });
});

async function write(place: PlaceRecord): Promise<void> {
  const act = { by: 'editor-1', at: new Date('2026-11-02T03:00:00Z'), source: 'gọi điện ngày 2/11/2026' };
  const change = { before: null, after: place };
  await env.DB.batch(await writePlaces(env.DB, [change], searchContext(smallDirectory), act));
}

async function run(sql: string, ...values: string[]): Promise<void> {
  await env.DB.prepare(sql)
    .bind(...values)
    .run();
}

describe('a place of which everything is known', () => {
  it('gives each service with who, cost, how to enter and papers', async () => {
    await write(madeUpPlace(smallDirectory));

    const place = await getPlace(env.DB, MADE_UP_SLUG);

    expect(place).toMatchObject({
      name: 'Nơi tưởng tượng Hoa Gạo',
      alternateNames: ['Trạm Gạo'],
      alerts: ['Tuần này chỉ nhận buổi sáng.'],
      address: 'Số 1 phố Tưởng Tượng, tầng 2',
      isAddressExact: true,
      commune: { fullName: 'Phường Hoàng Mai' },
      point: { lat: 20.98123, lon: 105.84512 },
      phones: [
        {
          number: '0900 000 123',
          extension: 2,
          description: 'Phòng tiếp nhận',
          verification: 'chua-goi-thu',
        },
        { number: '0900 000 124', extension: null, description: null, verification: null },
      ],
      website: 'https://hoa-gao.example.org/',
      email: 'hoa-gao@example.org',
      languages: ['Tiếng Việt', 'Tiếng Anh (hẹn trước)'],
      accessibility: ['Có lối cho xe lăn ở cửa sau'],
      assuredDate: '2026-11-02',
    });
    expect(place?.services).toMatchObject([
      {
        name: 'Uống thuốc thay thế',
        isPaused: false,
        kinds: [{ code: 'methadone' }],
        minimumAge: 16,
        entries: ['Tự đến được'],
        payers: ['Được hỗ trợ một phần'],
        documents: ['Căn cước hoặc giấy tờ có ảnh', 'Thẻ bảo hiểm y tế, nếu có'],
        costs: [{ option: 'Một lần uống thuốc', amount: 10000, currency: 'VND' }],
      },
      {
        name: 'Nhóm gia đình tối thứ Tư',
        isPaused: true,
        audiences: ['Gia đình, người thân'],
        kinds: [{ code: 'tu-van' }],
        documents: [],
      },
    ]);
    expect(place?.schedules).toHaveLength(4);
  });

  it('says by which role it was confirmed, never by whom', async () => {
    await run(
      `INSERT INTO invite (token_hash, name, role, created_at, expires_at) VALUES (?1, 'x', 'editor', 'x', 'x')`,
      'h',
    );
    await run(
      `INSERT INTO officer (id, name, role, invite_hash, created_at) VALUES (?1, 'Lê Thị Hư Cấu', 'editor', 'h', 'x')`,
      'editor-1',
    );
    await write(madeUpPlace(smallDirectory));

    const place = await getPlace(env.DB, MADE_UP_SLUG);

    expect(place?.assurance).toEqual({ role: 'editor', source: 'gọi điện ngày 2/11/2026' });
    expect(JSON.stringify(place)).not.toContain('Hư Cấu"');
    expect(JSON.stringify(place)).not.toContain('editor-1');
  });

  it('says that an import confirmed it where no officer did', async () => {
    await write(madeUpPlace(smallDirectory));

    expect((await getPlace(env.DB, MADE_UP_SLUG))?.assurance?.role).toBe('import');
  });

  it('counts as never confirmed while one of its services is not', async () => {
    const place = madeUpPlace(smallDirectory);
    const services = place.services.map((row, index) => (index === 0 ? row : { ...row, assured_date: null }));
    await write({ ...place, services });

    expect((await getPlace(env.DB, MADE_UP_SLUG))?.assuredDate).toBeNull();
  });

  it('names a source that has no address, such as a posted list', async () => {
    const place = madeUpPlace(smallDirectory);
    const [own] = place.services;
    const term = smallDirectory.taxonomyTerms.find(({ code }) => code === 'source-name');
    const attribute = {
      id: crypto.randomUUID(),
      link_id: own?.id ?? '',
      link_type: 'source-name',
      link_entity: 'service' as const,
      taxonomy_term_id: term?.id ?? '',
      value: 'Danh sách tưởng tượng niêm yết ngày 1/11/2026',
    };
    await write({ ...place, attributes: [...place.attributes, attribute] });

    expect((await getPlace(env.DB, MADE_UP_SLUG))?.sources).toContainEqual({
      url: null,
      host: 'Danh sách tưởng tượng niêm yết ngày 1/11/2026',
      remark: null,
    });
  });

  it('leads to no page that is not one', async () => {
    const place = madeUpPlace(smallDirectory);
    const organizations = place.organizations.map((row) => ({ ...row, website: 'javascript:alert(1)' }));
    await write({ ...place, organizations });

    expect((await getPlace(env.DB, MADE_UP_SLUG))?.website).toBeNull();
  });
});

describe('a discreet place', () => {
  it('gives nothing of where it lies', async () => {
    await write(discreetPlace(smallDirectory));

    const place = await getPlace(env.DB, MADE_UP_SLUG);

    expect(place).toMatchObject({
      isDiscreet: true,
      name: 'Nơi tưởng tượng Hoa Gạo',
      address: null,
      commune: null,
      point: null,
      transportation: null,
      formerUnits: [],
      sources: [],
      province: { fullName: 'Thành phố Hà Nội' },
    });
    expect(place?.phones).toHaveLength(2);
    expect(JSON.stringify(place)).not.toMatch(/phố Tưởng Tượng|Hoàng Mai|Cây Gạo|105\.8/);
  });
});

describe('an address that changed', () => {
  it('leads to the place into which the old one was merged', async () => {
    const kept = 'co-so-cai-nghien-ma-tuy-so-3-ha-noi';
    await run(
      'INSERT INTO former_slug (slug, location_id) SELECT ?1, id FROM location WHERE slug = ?2',
      'ten-cu',
      kept,
    );

    expect(await findPlace(env.DB, 'ten-cu')).toEqual({ kind: 'moved', slug: kept });
    expect((await findPlace(env.DB, kept)).kind).toBe('place');
  });

  it('says that a place has closed for good, and nothing of one that must not be shown', async () => {
    const slug = 'co-so-cai-nghien-ma-tuy-so-3-ha-noi';
    await run(
      `UPDATE service SET status = 'defunct' WHERE id IN (SELECT service_id FROM service_at_location
      JOIN location ON location.id = location_id WHERE slug = ?1)`,
      slug,
    );

    expect(await findPlace(env.DB, slug)).toEqual({
      kind: 'gone',
      name: 'Cơ sở cai nghiện ma túy số 3 Hà Nội',
      provinceCode: '01',
    });
    expect(await findPlace(env.DB, 'trung-tam-giao-duc-lao-dong-va-phuc-hoi-suc-khoe-hai-phong')).toEqual({
      kind: 'none',
    });
  });
});

describe('the holidays', () => {
  it('are those of the days ahead, named without the remarks of the file', async () => {
    const holidays = await listHolidays(env.DB, new Date('2026-11-22T03:00:00Z'));
    const tet = await listHolidays(env.DB, new Date('2027-02-03T03:00:00Z'));

    expect(holidays).toEqual([{ date: '2026-11-24', name: 'Ngày Văn hóa Việt Nam', isExpected: false }]);
    expect(tet[0]).toEqual({ date: '2027-02-04', name: 'kỳ nghỉ Tết Nguyên đán', isExpected: true });
  });
});

describe('GET /api/places', () => {
  it('answers with the places that match', async () => {
    const response = await exports.default.fetch('http://localhost/api/places?q=binh+trieu');

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      total: 1,
      isCapped: false,
      places: [
        {
          name: 'Cơ sở cai nghiện ma túy Bình Triệu',
          path: '/danh-ba/co-so-cai-nghien-ma-tuy-binh-trieu/',
          commune: null,
          province: 'Thành phố Hồ Chí Minh',
        },
      ],
    });
  });

  it('answers a query of nonsense with an empty list', async () => {
    const response = await exports.default.fetch(
      'http://localhost/api/places?q=%22*AND(&tinh=x&trang=-1&fbclid=1',
    );

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ total: 0, isCapped: false, places: [] });
  });

  it('refuses anything but reading', async () => {
    const response = await exports.default.fetch('http://localhost/api/places', { method: 'POST' });

    expect(response.status).toBe(405);
  });

  it('is found by its name and its province, and by nothing finer', async () => {
    await write(discreetPlace(smallDirectory));
    const find = async (query: string) =>
      (await findPlaces(env.DB, parseDirectoryQuery(new URLSearchParams(query)))).places.filter(
        ({ slug }) => slug === MADE_UP_SLUG,
      );

    expect(await find('q=hoang mai')).toEqual([]);
    expect(await find('q=cay gao')).toEqual([]);
    const [card] = await find('q=hoa gao&tinh=01');
    expect(card).toMatchObject({ isDiscreet: true, communeCode: null, communeName: null });
    expect(JSON.stringify(card)).not.toMatch(/phố Tưởng Tượng|Hoàng Mai|Cây Gạo|105\.8/);
  });
});
