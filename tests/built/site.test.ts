import { describe, expect, it } from 'vitest';
import { unstable_getMiniflareWorkerOptions } from 'wrangler';
import { configFile } from '../../scripts/built-worker.ts';
import { migrate } from '../../scripts/migrate.ts';
import { builtWorkerOptions } from '../../scripts/worker-options.ts';
import { useBuiltSite } from './built-site.ts';

const site = useBuiltSite();

describe('the built site', () => {
  it('answers that it is up', async () => {
    const response = await site.fetch('/api/health');

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok' });
  });

  it('serves the home page as a static file with the headers of public/_headers', async () => {
    const response = await site.fetch('/');

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.text()).toContain('<html lang="vi"');
  });

  it('answers an unknown page with 404', async () => {
    expect((await site.fetch('/khong-co-trang-nay/')).status).toBe(404);
  });

  it('answers an unknown route of the API with 404 in JSON', async () => {
    const response = await site.fetch('/api/khong-co');

    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('application/json');
  });

  it('runs its cron without a fault', async () => {
    expect((await site.runCron()).outcome).toBe('ok');
  });

  it('runs on a database with every migration, in which the local commands find the same', async () => {
    const { DB } = await site.env();

    const applied = await DB.prepare('SELECT count(*) AS count FROM d1_migrations').first('count');

    expect(applied).toBeGreaterThan(0);
    expect(await migrate(DB)).toEqual([]);
  });

  it('is started without wrangler with the options that wrangler would give', () => {
    const { workerOptions } = unstable_getMiniflareWorkerOptions(configFile);
    // Each module is named instead.
    const { modulesRules: _, rootPath: __, email, ...theirs } = workerOptions;
    const { compatibilityFlags, ...ours } = builtWorkerOptions(configFile);
    const said = Object.entries(theirs).filter(([, value]) => Object.keys(Object(value)).length > 0);

    expect([email, compatibilityFlags]).toEqual([{ send_email: [] }, workerOptions.compatibilityFlags]);
    expect(workerOptions).toMatchObject(ours);
    expect(said.map(([key]) => key).sort()).toEqual(Object.keys(ours).sort());
  });
});
