import { env, exports } from 'cloudflare:workers';
import { beforeEach, describe, expect, inject, it } from 'vitest';
import { getPlace } from '../../functions/directory/get-place.ts';
import { loadDirectory } from '../../functions/directory/load-directory.ts';
import { countRows } from './count-rows.ts';

beforeEach(async () => {
  await loadDirectory(env.DB, inject('directory'), new Date('2026-11-22T03:00:00Z'));
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
      serviceKinds: [{ code: 'cai-bat-buoc' }, { code: 'cai-tu-nguyen' }, { code: 'methadone' }],
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
      serviceKinds: [],
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
    const { services, locations, attributes } = inject('directory');
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

    expect(counted.rowsRead()).toBeLessThan(120);
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
});
