import { applyD1Migrations, reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, inject } from 'vitest';

// Storage is kept for a whole file unless it is emptied, so each test starts from the migrations alone.
beforeEach(async () => {
  await applyD1Migrations(env.DB, inject('migrations'));
});

afterEach(async () => {
  await reset();
});
