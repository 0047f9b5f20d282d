import { applyD1Migrations, reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest';

let isKept = false;

/**
 * For a file whose tests only read: they share what is loaded here once, and storage is not emptied between them. A test
 * that loads something else stands last.
 */
export function loadOnce(load: () => Promise<unknown>): void {
  isKept = true;
  beforeAll(async () => {
    await migrate();
    await load();
  });
}

// Storage is kept until it is emptied, from file to file too, so each test starts from the migrations alone.
beforeEach(async () => {
  if (!isKept) await migrate();
});

afterEach(async () => {
  if (!isKept) await reset();
});

afterAll(async () => {
  await reset();
});

/** The migrations as one statement of many: a third of the time that a batch for each of them takes. */
function migrate(): Promise<void> {
  const queries = inject('migrations').flatMap((migration) => migration.queries);
  return applyD1Migrations(env.DB, [{ name: 'all', queries: [queries.join(';\n')] }]);
}
