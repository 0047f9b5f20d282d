import { afterAll, beforeAll } from 'vitest';
import { createTestHarness } from 'wrangler';
import { type RunningWorker, startBuiltWorker } from '../../scripts/built-worker.ts';
import { findFreePort } from '../../scripts/local-server.ts';
import { projectRoot } from '../../scripts/project-root.ts';
import { quietEnvironment } from '../../scripts/quiet-environment.mjs';
import { useCopiedState } from './copied-state.ts';

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

/**
 * Runs the built Worker for one test file straight on workerd: for tests of many answers, most of whose time wrangler's
 * development proxy would take.
 *
 * @param holds what its database holds: the tables alone, or also the directory and the search as `npm start` loads them
 */
export function useBuiltWorker(holds: 'tables' | 'directory'): Pick<BuiltSite, 'fetch' | 'env'> {
  const state = useCopiedState(holds);
  let worker: RunningWorker | undefined;
  const running = (): RunningWorker => {
    if (worker === undefined) throw new Error('ask the Worker inside a test or hook');
    return worker;
  };

  beforeAll(async () => {
    worker = await startBuiltWorker({ kept: { port: await findFreePort(), stateDir: state.dir } });
  });

  afterAll(() => worker?.stop());

  return {
    fetch: (path, init) => fetch(new URL(path, running().origin), { redirect: 'manual', ...init }),
    env: () => Promise.resolve(running().env),
  };
}

/** Runs the built site for one test file as `wrangler dev` does. */
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
