import { afterAll, beforeAll } from 'vitest';
import { createTestHarness } from 'wrangler';
import { projectRoot } from '../../scripts/project-root.ts';
import { quietEnvironment } from '../../scripts/quiet-environment.mjs';

/** The built Worker and its static files on workerd, with a migrated, otherwise empty database. */
export interface BuiltSite {
  /** Asks for a path of the site; redirects are not followed. */
  fetch: (path: string, init?: RequestInit) => Promise<Response>;
  /** The bindings that the Worker sees. */
  env: () => Promise<Env>;
  /** Runs the cron of wrangler.toml once, now. */
  runCron: () => Promise<{ outcome: string }>;
  /** What the Worker has logged so far. */
  logged: () => string;
}

/** Runs the built site for one test file. */
export function useBuiltSite(): BuiltSite {
  Object.assign(process.env, quietEnvironment);
  const harness = createTestHarness({
    root: projectRoot,
    workers: [{ configPath: 'dist/server/wrangler.json' }],
  });
  let origin = '';

  beforeAll(async () => {
    const { url } = await harness.listen();
    origin = `http://localhost:${url.port}`;
    await harness.getWorker<Env>().applyD1Migrations('DB');
  });

  afterAll(() => harness.close());

  return {
    // Over the socket, as a browser would: the harness's own fetch is not the platform's.
    fetch: (path, init) => fetch(new URL(path, origin), { redirect: 'manual', ...init }),
    env: () => harness.getWorker<Env>().getEnv(),
    runCron: () => harness.getWorker<Env>().scheduled({ cron: '*/10 * * * *', scheduledTime: new Date() }),
    logged: () =>
      harness
        .getLogs()
        .map(({ message }) => message)
        .join('\n'),
  };
}
