import { env, exports } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadDirectory } from '../../functions/directory/load-directory.ts';
import { smallDirectory } from './shipped.ts';

const ask = (path: string, init?: RequestInit): Promise<Response> =>
  exports.default.fetch(`https://portal.example/api/hsds${path}`, init);

beforeEach(async () => {
  await loadDirectory(env.DB, smallDirectory, new Date('2026-11-22T03:00:00.000Z'));
});

describe('the methods', () => {
  it('answer HEAD as GET without a body', async () => {
    for (const path of ['/services', '/services?format=ndjson', '/package/services.csv', '']) {
      const response = await ask(path, { method: 'HEAD' });

      expect(response.status, path).toBe(200);
      expect(await response.text()).toBe('');
    }
  });

  it('answer the preflight of a browser', async () => {
    const response = await ask('/services', {
      method: 'OPTIONS',
      headers: { origin: 'https://other.example', 'access-control-request-headers': 'if-none-match' },
    });

    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-allow-methods')).toBe('GET,HEAD,OPTIONS');
    expect(response.headers.get('access-control-allow-headers')).toBe('If-None-Match');
  });

  it('refuse to write', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const response = await ask('/services', { method });

      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toBe('GET, HEAD');
    }
  });
});
