import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { parseDirectoryQuery } from '../../functions/directory/directory-query.ts';
import { type FoundPlaces, findPlaces } from '../../functions/directory/find-places.ts';
import { loadDirectory } from '../../functions/directory/load-directory.ts';
import { countRows } from './count-rows.ts';
import { loadOnce } from './setup.ts';
import { shippedDirectory } from './shipped.ts';

const now = new Date('2026-11-22T03:00:00Z');

const find = (q: string, db = env.DB): Promise<FoundPlaces> =>
  findPlaces(db, parseDirectoryQuery(new URLSearchParams({ q })), now);

loadOnce(() => loadDirectory(env.DB, shippedDirectory, now));

/** Any search reads fewer rows than this, however large the directory; a whole sentence is looked up phrase by phrase. */
const FEW_ROWS = 150;

/** Any place where people are helped off drugs, best first. */
const REHAB = 'Cơ sở cai nghiện ma túy tỉnh Lạng Sơn';
const METHADONE = 'Cơ sở cai nghiện ma túy số 3 Hà Nội';
const ADVICE = 'Điểm tư vấn, chăm sóc, hỗ trợ điều trị nghiện tại cộng đồng phường Hàng Buồm';
const DETOX = 'Cơ sở cai nghiện ma túy tỉnh Lai Châu';
const HANOI = 'Cơ sở cai nghiện ma túy số 3 Hà Nội';

/** Whole sentences as people type them: the place that comes first, and what else the page must say. */
const SENTENCES: readonly (readonly [string, string | undefined, string])[] = [
  // Where people are helped off drugs, by any of its names.
  ['trại cai nghiện', REHAB, ''],
  ['trai cai nghien', REHAB, ''],
  ['nơi cai nghiện', REHAB, ''],
  ['cai nghiện ở đâu', REHAB, ''],
  ['trung tâm 06', REHAB, ''],
  ['trại 06', REHAB, ''],
  ['đi cai nghiện', REHAB, ''],
  ['bệnh viện cai nghiện', REHAB, ''],
  ['cai nghiện heroin', REHAB, ''],
  ['cai hàng trắng', REHAB, ''],
  ['cai cần sa', REHAB, ''],
  ['tôi muốn bỏ ma túy', REHAB, ''],
  ['cai nghiện kín đáo', REHAB, ''],
  ['cai nghiện bằng thuốc nam', REHAB, ''],
  ['trung tâm giáo dục lao động xã hội', 'Trung tâm Giáo dục - Lao động xã hội Phúc Sơn (Nghệ An)', ''],
  ['trại cai nghiện bắt buộc', HANOI, ''],
  // With a place, and words around it.
  ['trung tâm cai nghiện hà nội', HANOI, ''],
  ['trại cai nghiện ở sài gòn', 'Cơ sở cai nghiện ma túy số 1 (Bình Dương)', ''],
  ['trại cai nghiện ba vì', 'Cơ sở cai nghiện ma túy số 1 Hà Nội', ''],
  ['địa chỉ cai nghiện ở đà nẵng', 'Trung tâm cai nghiện ma túy và quản lý sau cai Bàu Bàng (Đà Nẵng)', ''],
  ['cai nghiện huyện sóc sơn', 'Cơ sở cai nghiện ma túy số 2 Hà Nội', ''],
  ['sđt cơ sở cai nghiện số 1 hà nội', 'Cơ sở cai nghiện ma túy số 1 Hà Nội', ''],
  ['trung tâm cai nghiện nghệ an uy tín', 'Trung tâm Giáo dục - Lao động xã hội Phúc Sơn (Nghệ An)', ''],
  ['cơ sở cai nghiện tự nguyện tphcm', 'Trung tâm Điều dưỡng và Cai nghiện ma túy Thanh Đa', ''],
  ['nơi uống methadone quận bình thạnh', 'Điểm điều trị Methadone thí điểm tại quận Bình Thạnh', ''],
  ['điểm tư vấn quận 1', 'Điểm tư vấn, chăm sóc, hỗ trợ điều trị nghiện ma túy phường Phạm Ngũ Lão', ''],
  ['trung tâm y tế quận 4', 'Điểm điều trị Methadone thí điểm tại quận 4', ''],
  // Other services.
  ['methadone ở đâu', 'Cơ sở điều trị Methadone Hoài Đức (Phòng khám đa khoa Ngãi Cầu)', ''],
  ['suboxone', METHADONE, ''],
  ['thuốc cắt cơn', DETOX, ''],
  ['hội chứng cai', DETOX, ''],
  ['chuyên gia tâm lý', ADVICE, ''],
  // What another page answers, with the places that may help beside it or without any.
  ['trung tâm cai nghiện ma túy gần đây', 'Trung tâm Điều dưỡng và Cai nghiện ma túy Thanh Đa', 'near'],
  ['điểm phát methadone gần đây', METHADONE, 'near'],
  ['gần đây', undefined, 'near'],
  ['cai rượu', undefined, 'other'],
  ['cai bia rượu ở đâu', undefined, 'other'],
  ['cai thuốc lá điện tử', undefined, 'other'],
  ['cai nghiện cờ bạc', undefined, 'other'],
  ['bệnh viện tâm thần', undefined, 'other'],
  ['quá liều', undefined, 'urgent'],
  ['sốc thuốc phải làm gì', undefined, 'urgent,ask'],
  ['con tôi nghiện ma túy', REHAB, 'family'],
  ['con trai nghiện ma tuý phải làm sao', REHAB, 'family,ask'],
  ['giúp tôi', undefined, 'ask'],
  ['đường dây nóng', undefined, 'phones'],
  ['tư vấn qua điện thoại', ADVICE, 'phones'],
  ['đăng ký cai nghiện ở đâu', REHAB, 'register'],
  ['cai nghiện giá bao nhiêu', REHAB, 'register'],
  ['bị bắt đi cai nghiện', REHAB, 'register'],
  ['công an phường', undefined, 'register'],
];

describe('sentences as people type them', () => {
  it('lead to the places that are meant, and to the page that answers the rest', async () => {
    const got: [string, string | undefined, string][] = [];
    const costly: [string, number][] = [];
    for (const [q] of SENTENCES) {
      const counted = countRows(env.DB);
      const { places, asides } = await find(q, counted.db);
      got.push([q, places[0]?.name, asides.join(',')]);
      if (counted.rowsRead() > FEW_ROWS) costly.push([q, counted.rowsRead()]);
    }

    expect(got).toEqual(SENTENCES);
    expect(costly).toEqual([]);
  });

  it('are answered in part, which is said, when nothing matches all of them', async () => {
    expect(await find('cai nghiện với Xyzzy')).toMatchObject({ total: 49, leftOut: ['với', 'Xyzzy'] });
    expect(await find('dạy nghề cho người sau cai')).toMatchObject({ total: 5, leftOut: [] });
  });

  it('take words that only fill a question for a name when nothing else is asked', async () => {
    expect((await find('trung tâm')).units[0]?.fullName).toBe('Phường Trung Tâm');
    expect((await find('trung tâm cai nghiện')).units).toEqual([]);
  });

  it('find nothing, and name the province, where the directory knows of nothing there', async () => {
    const found = await find('cai nghiện ở huế');

    expect(found.units.map(({ fullName }) => fullName)).toEqual(['Thành phố Huế']);
    expect(found).toMatchObject({ total: 0, nearby: null });
  });
});
