import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { exportPlaces } from '../../functions/directory/export-places.ts';
import { applyImport } from '../../functions/directory/import/apply-import.ts';
import { makeImportContext } from '../../functions/directory/import/import-context.ts';
import { type ImportInput, planImport } from '../../functions/directory/import/plan-import.ts';
import { loadDirectory } from '../../functions/directory/load-directory.ts';
import { folder, oneFile, plainCsv } from '../unit/import/plain-list.ts';
import { shippedDirectory, smallDirectory } from './shipped.ts';

const context = makeImportContext(shippedDirectory);
const now = new Date('2026-11-22T03:00:00Z');

async function apply(input: ImportInput): Promise<number> {
  const result = await planImport(env.DB, input, context, {
    source: null,
    accepted: new Set(),
    today: '2026-11-22',
    newId: () => crypto.randomUUID(),
  });
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return applyImport(env.DB, result, context.search, { by: 'editor-1', at: now });
}

async function exported(): Promise<ImportInput & { texts: Record<string, string> }> {
  const texts = Object.fromEntries(await exportPlaces(env.DB, 'operator'));
  return { ...folder(texts), texts };
}

describe('an exported directory', { timeout: 120_000 }, () => {
  it('changes nothing where it came from, and gives the same bytes from a directory that took it in', async () => {
    await loadDirectory(env.DB, smallDirectory, now);
    await apply(oneFile(plainCsv({ 'Giờ làm việc': 'T2-T6: 7h30-17h', 'Giấy tờ cần mang': 'Căn cước' })));
    const first = await exported();

    const written = await apply(first);
    const again = await exported();
    // Another portal, with the shipped directory alone.
    await env.DB.batch(
      [
        'attribute',
        'required_document',
        'schedule',
        'phone',
        'address',
        'service_at_location',
        'location',
        'service',
        'organization',
        'loaded_content',
      ].map((table) => env.DB.prepare(`DELETE FROM ${table}`)),
    );
    await loadDirectory(env.DB, smallDirectory, now);
    const taken = await apply(first);
    const elsewhere = await exported();

    expect(written).toBe(0);
    expect(again.texts).toEqual(first.texts);
    expect(taken).toBe(1);
    expect(elsewhere.texts).toEqual(first.texts);
  });
});
