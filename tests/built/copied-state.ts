import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, inject } from 'vitest';

/**
 * Gives a test file a state folder of its own.
 *
 * @param holds what stands in it: the tables alone, or also the data that `npm start` would load
 */
export function useCopiedState(holds: 'tables' | 'directory' = 'directory'): { readonly dir: string } {
  let dir = '';

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'diem-tua-test-'));
    await cp(inject(holds === 'tables' ? 'tablesStateDir' : 'templateStateDir'), dir, { recursive: true });
  });

  afterAll(() => rm(dir, { recursive: true, force: true, maxRetries: 5 }));

  return {
    get dir() {
      return dir;
    },
  };
}
