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

// Storage is kept for a whole file unless it is emptied, so each test starts from the migrations alone.
beforeEach(migrate);

afterEach(async () => {
  if (!isKept) await reset();
});

afterAll(async () => {
  await reset();
});

function migrate(): Promise<void> {
  return applyD1Migrations(env.DB, inject('migrations'));
}
