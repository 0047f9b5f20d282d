import { describe, expect, it } from 'vitest';
import { describeFaults } from '../../../functions/directory/import/describe-import.ts';
import { makeImportContext } from '../../../functions/directory/import/import-context.ts';
import { planOver } from '../../../functions/directory/import/plan-import.ts';
import { groupPlaces } from '../../../functions/directory/place-record.ts';
import { readDirectory } from '../../../scripts/read-directory.ts';
import { allBadLists } from './bad-lists.ts';
import { soundPackage } from './bad-packages.ts';
import { folder, oneFile, plainCsv } from './plain-list.ts';

const data = await readDirectory('content');
const context = makeImportContext(data);
const existing = groupPlaces(data);
const term = data.taxonomyTerms.find(({ code }) => code === 'slug')?.id ?? '';
const options = {
  source: null,
  accepted: new Set<string>(),
  today: '2026-11-22',
  newId: () => crypto.randomUUID(),
};
const bad = allBadLists(term);

describe('a list that cannot be imported', () => {
  it('comes in more than eighty kinds here, and every kind breaks something that is sound', async () => {
    expect(bad.length).toBeGreaterThan(80);
    expect(new Set(bad.map(({ name }) => name)).size).toBe(bad.length);
    for (const sound of [oneFile(plainCsv({})), folder(soundPackage(term))]) {
      const result = await planOver(existing, sound, context, options);
      expect(result).toMatchObject({ plan: { added: [{}], doubtful: [] } });
    }
  });

  it.each(bad)('is refused when it is $name, with the place and the remedy', async ({ make, says }) => {
    const result = await planOver(existing, await make(), context, options);

    const lines = 'faults' in result ? describeFaults(result.faults) : ['accepted'];
    expect(lines[1]?.trim().startsWith(says) ? says : lines[1]?.trim()).toBe(says);
    expect(says).toMatch(/Hãy /);
  });

  it('names the first twenty problems and counts the rest', async () => {
    const rows = Array.from({ length: 25 }, () => ({ 'Điện thoại': 'x' }));

    const result = await planOver(existing, oneFile(plainCsv(...rows)), context, options);

    const lines = 'faults' in result ? describeFaults(result.faults) : [];
    expect(lines).toHaveLength(23);
    expect(lines[21]?.trim()).toBe('… và 5 chỗ nữa. Sửa những chỗ trên rồi chạy lại sẽ thấy tiếp.');
    expect(lines[22]).toBe('Chưa ghi gì vào danh bạ.');
  });

  it('shows no more than sixty characters of a cell', async () => {
    const secret = `0${'1'.repeat(100)}`;

    const result = await planOver(existing, oneFile(plainCsv({ 'Điện thoại': secret })), context, options);

    const [, line = ''] = 'faults' in result ? describeFaults(result.faults) : [];
    expect(line).toContain(`“${secret.slice(0, 60)}…”`);
    expect(line).not.toContain(secret.slice(0, 61));
  });
});
