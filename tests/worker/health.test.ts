import { env, exports } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';

describe('GET /api/health', () => {
  it('answers that the Worker is up', async () => {
    const response = await exports.default.fetch('http://localhost/api/health');

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok' });
  });
});

describe('the storage of the worker tests', () => {
  const createNote = 'CREATE TABLE note (id INTEGER PRIMARY KEY) STRICT';

  // The same statement twice: the second test fails unless the first one's table is gone.
  it('is empty at the start of a test', async () => {
    await expect(env.DB.exec(createNote)).resolves.toMatchObject({ count: 1 });
  });

  it('is empty again at the start of the next one', async () => {
    await expect(env.DB.exec(createNote)).resolves.toMatchObject({ count: 1 });
  });
});
