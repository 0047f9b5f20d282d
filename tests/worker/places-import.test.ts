import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseDirectoryQuery } from '../../functions/directory/directory-query.ts';
import { mergePlaces, readPlaceForEditor } from '../../functions/directory/edit-place.ts';
import { findPlaces } from '../../functions/directory/find-places.ts';
import { applyImport } from '../../functions/directory/import/apply-import.ts';
import { makeImportContext } from '../../functions/directory/import/import-context.ts';
import type { ImportPlan } from '../../functions/directory/import/import-plan.ts';
import {
  type DirectoryBasis,
  type ImportInput,
  planImport,
} from '../../functions/directory/import/plan-import.ts';
import { loadDirectory } from '../../functions/directory/load-directory.ts';
import { readAllPlaces } from '../../functions/directory/read-place-records.ts';
import { writePlaces } from '../../functions/directory/write-places.ts';
import { allBadLists } from '../unit/import/bad-lists.ts';
import { soundPackage } from '../unit/import/bad-packages.ts';
import { folder, oneFile, plainCsv } from '../unit/import/plain-list.ts';
import { dumpHash } from './dump.ts';
import { shippedDirectory, smallDirectory } from './shipped.ts';

// The lists name units of all the country; what the database holds of them plays no part.
const context = makeImportContext(shippedDirectory);
const term = shippedDirectory.taxonomyTerms.find(({ code }) => code === 'slug')?.id ?? '';
const act = { by: 'editor-1', at: new Date('2026-11-22T03:00:00Z') };

beforeEach(async () => {
  await loadDirectory(env.DB, smallDirectory, new Date('2026-11-21T03:00:00Z'));
});

async function plan(
  input: ImportInput,
  accepted: readonly string[] = [],
): Promise<{ plan: ImportPlan; basis: DirectoryBasis }> {
  const result = await planImport(env.DB, input, context, {
    source: null,
    accepted: new Set(accepted),
    today: '2026-11-22',
    newId: () => crypto.randomUUID(),
  });
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result;
}

async function apply(input: ImportInput, accepted: readonly string[] = []): Promise<number> {
  return applyImport(env.DB, await plan(input, accepted), context.search, act);
}

async function search(q: string): Promise<string[]> {
  const found = await findPlaces(env.DB, parseDirectoryQuery(new URLSearchParams({ q })));
  return found.places.map(({ name }) => name);
}

async function rows(sql: string): Promise<Record<string, unknown>[]> {
  return (await env.DB.prepare(sql).all()).results;
}

describe('planning an import', () => {
  it('leaves the database as it is to the byte for every list that is refused', async () => {
    const before = await dumpHash(env.DB);

    const accepted: string[] = [];
    for (const { name, make } of allBadLists(term)) {
      const result = await planImport(env.DB, await make(), context, {
        source: null,
        accepted: new Set(),
        today: '2026-11-22',
        newId: () => crypto.randomUUID(),
      });
      if ('plan' in result) accepted.push(name);
    }

    expect(accepted).toEqual([]);
    expect(await dumpHash(env.DB)).toBe(before);
  });

  it('leaves the database as it is to the byte for a sound list', async () => {
    const before = await dumpHash(env.DB);

    expect(await plan(oneFile(plainCsv({})))).toMatchObject({ plan: { added: [{}] } });
    expect(await plan(folder(soundPackage(term)))).toMatchObject({ plan: { added: [{}] } });

    expect(await dumpHash(env.DB)).toBe(before);
  });
});

describe('applying an import', () => {
  it('makes a new place that the search finds, and nothing the second time', async () => {
    await apply(oneFile(plainCsv({})));
    const after = await dumpHash(env.DB);

    const again = await apply(oneFile(plainCsv({})));

    expect((await search('hoa gao'))[0]).toBe('Điểm tư vấn Hoa Gạo (hư cấu)');
    expect(again).toBe(0);
    expect(await dumpHash(env.DB)).toBe(after);
  });

  it('remembers of each field who, when and on whose word', async () => {
    const second = { 'Tên cơ sở': 'Nhà Tre (hư cấu)', 'Điện thoại': '', Nguồn: 'Danh sách số 12 (hư cấu)' };
    await apply(oneFile(plainCsv({}, second)));

    const kept = await rows(
      `SELECT replacement_value AS name, updated_by, last_action_date, source FROM metadata
       WHERE resource_type = 'service' AND field_name = 'name' ORDER BY replacement_value DESC`,
    );

    expect(kept).toEqual([
      {
        name: 'Điểm tư vấn Hoa Gạo (hư cấu)',
        updated_by: 'editor-1',
        last_action_date: '2026-11-22T03:00:00.000Z',
        source: 'https://example.vn/danh-sach',
      },
      {
        name: 'Nhà Tre (hư cấu)',
        updated_by: 'editor-1',
        last_action_date: '2026-11-22T03:00:00.000Z',
        source: 'Danh sách số 12 (hư cấu)',
      },
    ]);
  });

  it('writes what is certain and leaves what is doubtful, until somebody accepts it', async () => {
    await apply(oneFile(plainCsv({})));
    const list = oneFile(
      plainCsv({ 'Điện thoại': '024 3999 0002' }, { 'Tên cơ sở': 'Nhà Tre (hư cấu)', 'Điện thoại': '' }),
    );

    const written = await apply(list);
    const [held] = await rows("SELECT number FROM phone WHERE number LIKE '024 3999%'");
    await apply(list, ['2']);
    const phones = await rows("SELECT number FROM phone WHERE number LIKE '024 3999%'");

    expect(written).toBe(1);
    expect(held).toEqual({ number: '024 3999 0001' });
    expect(phones).toEqual([{ number: '024 3999 0002' }]);
    expect(
      await rows(
        "SELECT 1 FROM attribute WHERE link_entity = 'phone' AND link_id NOT IN (SELECT id FROM phone)",
      ),
    ).toEqual([]);
  });

  it('leaves nothing behind when one row cannot be written', async () => {
    const made = await plan(oneFile(plainCsv({}, { 'Tên cơ sở': 'Nhà Tre (hư cấu)', 'Điện thoại': '' })));
    // Somebody else makes a place of the same address between planning and writing.
    await env.DB.prepare(
      "UPDATE location SET slug = 'nha-tre-hu-cau' WHERE slug = 'co-so-cai-nghien-ma-tuy-so-1-ha-noi'",
    ).run();
    const before = await dumpHash(env.DB);

    await expect(applyImport(env.DB, made, context.search, act)).rejects.toThrow('UNIQUE constraint failed');

    expect(await dumpHash(env.DB)).toBe(before);
  });

  it('writes nothing when somebody has edited the directory since the list was looked at', async () => {
    const [place] = await readAllPlaces(env.DB);
    if (place === undefined) throw new Error('no place');
    const made = await plan(oneFile(plainCsv({})));
    const services = place.services.map((row) => ({ ...row, fees_description: 'Miễn phí' }));
    const edit = [{ before: place, after: { ...place, services } }];
    await env.DB.batch(await writePlaces(env.DB, edit, context.search, { ...act, source: 'gọi điện' }));
    const before = await dumpHash(env.DB);

    await expect(applyImport(env.DB, made, context.search, act)).rejects.toMatchObject({
      code: 'place_changed',
    });

    expect(await dumpHash(env.DB)).toBe(before);
  });

  it('writes nothing when the shipped files were loaded since the list was looked at', async () => {
    const made = await plan(oneFile(plainCsv({})));
    await loadDirectory(env.DB, { ...smallDirectory, contentHash: 'changed' }, new Date());
    const before = await dumpHash(env.DB);

    await expect(applyImport(env.DB, made, context.search, act)).rejects.toMatchObject({
      code: 'place_changed',
    });

    expect(await dumpHash(env.DB)).toBe(before);
  });

  it('brings what a list says of a merged place to the one that it was merged into', async () => {
    await apply(oneFile(plainCsv({})));
    const other = { 'Tên cơ sở': 'Nhà Tre (hư cấu)', 'Điện thoại': '', 'Địa chỉ': 'Số 9, đường Ví Dụ' };
    await apply(oneFile(plainCsv(other)));
    const [gone, kept] = await Promise.all(
      ['diem-tu-van-hoa-gao-hu-cau', 'nha-tre-hu-cau'].map(async (slug) => {
        const sql = 'SELECT id FROM location WHERE slug = ?1';
        const id = (await env.DB.prepare(sql).bind(slug).first<string>('id')) ?? '';
        return { id, version: (await readPlaceForEditor(env.DB, id)).version };
      }),
    );
    if (gone === undefined || kept === undefined) throw new Error('two places were imported');
    await mergePlaces(env.DB, gone, kept, { ...act, source: 'gọi điện' });

    const { plan: again } = await plan(oneFile(plainCsv({ 'Địa chỉ': 'Số 7, đường Ví Dụ' })));

    expect(again.added).toEqual([]);
    expect([...again.changed, ...again.doubtful].map(({ before }) => before?.locationId)).toEqual([kept.id]);
    expect(again.missing.filter((name) => name.includes('hư cấu'))).toEqual([]);
  });

  it('remembers of a new place no organization that stands already', async () => {
    await apply(oneFile(plainCsv({})));
    const other = { 'Tên cơ sở': 'Nhà Tre (hư cấu)', 'Điện thoại': '', 'Địa chỉ': 'Số 9, đường Ví Dụ' };

    await apply(oneFile(plainCsv({}, other)));

    expect(
      await rows(
        "SELECT count(*) AS n FROM metadata WHERE resource_type = 'organization' AND field_name = 'name'",
      ),
    ).toEqual([{ n: 1 }]);
  });

  it('gives a place another managing body without taking it from the places that share the old one', async () => {
    const [place] = await readAllPlaces(env.DB);
    const list = oneFile(
      plainCsv({
        'Mã số': place?.locationId ?? '',
        'Tên cơ sở': place?.services[0]?.name ?? '',
        Loại: 'Cơ sở cai nghiện công lập',
        'Đơn vị quản lý': 'Công an thành phố Ví Dụ (hư cấu)',
        'Địa chỉ': place?.addresses[0]?.address_1 ?? '',
        'Xã, phường': 'Xã Yên Bài',
        'Điện thoại': '',
        'Dịch vụ': '',
      }),
    );

    const written = await apply(list);

    expect(written).toBe(1);
    const [now] = await readAllPlaces(env.DB);
    expect(now?.organizations[0]?.name).toBe('Công an thành phố Ví Dụ (hư cấu)');
    expect(
      await rows("SELECT count(*) AS shared FROM organization WHERE name LIKE 'Phòng CSĐT%Hà Nội'"),
    ).toEqual([{ shared: 1 }]);
  });

  it('is not undone when the shipped files are loaded again', async () => {
    await apply(oneFile(plainCsv({})));

    await loadDirectory(env.DB, { ...smallDirectory, contentHash: 'changed' }, new Date());

    expect((await search('hoa gao'))[0]).toBe('Điểm tư vấn Hoa Gạo (hư cấu)');
  });

  it('takes tables of HSDS, one table of them alone, and never empties what it has', async () => {
    const files = soundPackage(term);
    await apply(folder(files));
    const fees = `id,organization_id,name,description,status,assured_date,fees_description\n${files[
      'services.csv'
    ]
      ?.split('\n')[1]
      ?.replace('Tư vấn,active,,16,60,', ',active,,Miễn phí')}\n`;

    const written = await apply(oneFile(fees, 'services.csv'));

    expect(written).toBe(1);
    expect(
      await rows(
        "SELECT description, fees_description, minimum_age FROM service WHERE name LIKE '%Hoa Gạo%'",
      ),
    ).toEqual([{ description: 'Tư vấn', fees_description: 'Miễn phí', minimum_age: 16 }]);
    expect(await plan(folder(files))).toMatchObject({
      plan: { unchanged: 1, added: [], changed: [], doubtful: [] },
    });
  });

  it('holds back a package’s new place that stands already under another id', async () => {
    await apply(oneFile(plainCsv({})));

    const { added, doubtful } = (await plan(folder(soundPackage(term)))).plan;

    expect(added).toEqual([]);
    expect(doubtful).toMatchObject([{ doubts: [{ code: 'resembles' }] }]);
  });
});
