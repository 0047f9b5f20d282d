/** What the portal is measured against: Hono alone, and Hono with one row read from D1 by its primary key. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type RunningWorker, type StartOptions, startWorker } from '../../scripts/built-worker.ts';
import { importsIn } from '../../scripts/page-weight.ts';
import { projectRoot } from '../../scripts/project-root.ts';

const hono = join(projectRoot, 'node_modules/hono/dist');

const TEXT = `import { Hono } from './index.js';
export default new Hono().get('/', (c) => c.text('ok'));`;

const SELECT = `import { Hono } from './index.js';
export default new Hono().get('*', async (c) =>
  c.json(await c.env.DB.prepare('SELECT id, name FROM thing WHERE id = ?').bind('thing-500').first()));`;

/** Answers every request with `ok`. */
export function startBareWorker(compatibilityDate: string): Promise<RunningWorker> {
  return startHonoWorker(TEXT, compatibilityDate);
}

/** How a bare Worker is to run. */
interface BareOptions extends StartOptions {
  /** A folder of static files that the platform looks through before it asks the Worker, as it does for the portal. */
  files?: string;
}

/** Answers with one of 1,000 rows, whatever the path. */
export async function startSelectWorker(
  compatibilityDate: string,
  options: BareOptions = {},
): Promise<RunningWorker> {
  const worker = await startHonoWorker(SELECT, compatibilityDate, options);
  const { DB } = worker.env;
  const names = Array.from({ length: 1_000 }, (_, n) => `thing-${n}`);
  await DB.batch([
    DB.prepare('CREATE TABLE thing (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT'),
    DB.prepare('INSERT INTO thing SELECT value, value FROM json_each(?1)').bind(JSON.stringify(names)),
  ]);
  return worker;
}

function startHonoWorker(
  script: string,
  compatibilityDate: string,
  { files, ...offers }: BareOptions = {},
): Promise<RunningWorker> {
  const entry = join(hono, 'bench-entry.mjs');
  const modules = [
    { type: 'ESModule' as const, path: entry, contents: script },
    ...[...filesBehind(entry, script)].map(([path, contents]) => ({
      type: 'ESModule' as const,
      path,
      contents,
    })),
  ];
  const assets =
    files === undefined
      ? {}
      : { assets: { directory: files, routerConfig: { has_user_worker: true }, assetConfig: {} } };
  return startWorker(
    {
      compatibilityDate,
      rootPath: hono,
      modulesRoot: hono,
      d1Databases: { DB: 'bench' },
      modules,
      ...assets,
    },
    offers,
  );
}

/** The files that a script imports, and what these import: workerd takes modules, so nothing need be bundled. */
function filesBehind(path: string, script: string, found = new Map<string, string>()): Map<string, string> {
  for (const specifier of importsIn(script).now) {
    const file = join(dirname(path), specifier);
    if (found.has(file)) continue;
    const contents = readFileSync(file, 'utf8');
    found.set(file, contents);
    filesBehind(file, contents, found);
  }
  return found;
}
