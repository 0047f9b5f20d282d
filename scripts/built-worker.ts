/**
 * The built Worker answering straight from workerd: without the development proxy of `wrangler dev`, which costs more
 * than most requests and would be what a measurement measures.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convertV4MiniflareOptions, Miniflare, type V4WorkerOptions } from 'miniflare';
import { makeCode } from '../domain/code.ts';
import { deriveFromCard } from '../domain/derive.ts';
import { copyHeads } from '../functions/audit/copy-heads.ts';
import { loadDirectory } from '../functions/directory/load-directory.ts';
import type { DirectoryData } from '../functions/directory/schema.ts';
import { makeDesk } from '../functions/inquiries/make-desk.ts';
import { indexEntries } from '../functions/search/index-entries.ts';
import { storageDir } from './local-state.ts';
import { addMadeUpOfficer } from './made-up-officer.ts';
import { migrate } from './migrate.ts';
import { projectRoot } from './project-root.ts';
import { readSearchEntries } from './search/read-search-entries.ts';
import { builtWorkerOptions } from './worker-options.ts';

/** A Worker that runs on this machine. */
export interface RunningWorker {
  /** For example `http://127.0.0.1:41235`. */
  origin: string;
  /** The bindings that the Worker sees. */
  env: Env;
  /** Where the V8 inspector listens (`ws://127.0.0.1:…`); null unless it was asked for. */
  inspector: URL | null;
  stop: () => Promise<void>;
}

/** Where the build puts the modules that a deploy uploads. */
export const serverFolder = join(projectRoot, 'dist/server');

/** What the build tells wrangler of the Worker. */
export const configFile = join(serverFolder, 'wrangler.json');

/** The modules that a deploy uploads, by their path below dist/server, without source maps. */
export function uploadedModules(): string[] {
  return globSync('**/*.{mjs,js}', { cwd: serverFolder }).sort();
}

/** The compatibility date of the built Worker, for others that are to run beside it. */
export function compatibilityDate(): string {
  return builtWorkerOptions(configFile).compatibilityDate;
}

/** What a started Worker offers besides answering. */
export interface StartOptions {
  /** Whether the V8 inspector listens. */
  withInspector?: boolean;
  /** A prepared state folder to work on, and the port; without it, storage of its own that is gone when it stops, on a free port. */
  kept?: { stateDir: string; port: number };
}

/** Runs what dist/ holds, on the state that was given or on an empty database with every migration. */
export async function startBuiltWorker(offers: StartOptions = {}): Promise<RunningWorker> {
  const modules = ['entry.mjs', ...uploadedModules().filter((path) => path !== 'entry.mjs')];
  const worker = await startWorker(
    {
      ...builtWorkerOptions(configFile),
      rootPath: serverFolder,
      modulesRoot: serverFolder,
      modules: modules.map((path) => ({
        type: 'ESModule',
        path: join(serverFolder, path),
        contents: readFileSync(join(serverFolder, path), 'utf8'),
      })),
    },
    offers,
  );
  if (offers.kept === undefined) await migrate(worker.env.DB);
  return worker;
}

/** Runs one Worker on workerd, on the loopback address. */
export async function startWorker(
  options: V4WorkerOptions,
  { withInspector = false, kept }: StartOptions = {},
): Promise<RunningWorker> {
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      host: '127.0.0.1',
      port: kept?.port ?? 0,
      cf: false,
      telemetry: { enabled: false },
      ...(kept === undefined ? {} : { resourcePersistencePath: storageDir(kept.stateDir) }),
      ...(withInspector ? { inspectorPort: 0 } : {}),
      workers: [options],
    }),
  );
  const url = await miniflare.ready;
  return {
    origin: url.origin,
    env: await miniflare.getBindings<Env>(),
    inspector: withInspector ? await miniflare.getInspectorURL() : null,
    stop: () => miniflare.dispose(),
  };
}

/** Fills a migrated database with what a visitor of a young portal finds: a directory, the search and one open desk. */
export async function furnish(env: Pick<Env, 'DB' | 'AUDIT_HEADS'>, directory: DirectoryData): Promise<void> {
  const now = new Date();
  await loadDirectory(env.DB, directory, now);
  await indexEntries(env.DB, await readSearchEntries(projectRoot), now);
  const description = { name: 'Đầu mối đo thử', operator: 'Đo thử', duty: 'Đo thử', hours: 'Đo thử' };
  const sheet = await deriveFromCard(makeCode());
  const desk = { slug: 'do-thu', operatorKind: 'health', isDemo: true, ...description } as const;
  await addMadeUpOfficer(env, await makeDesk(env.DB, desk, sheet, now), sheet, now);
  await copyHeads(env, now);
}
