/** What the portal is measured against: Hono alone, and Hono with as few calls to D1 and R2 as the act needs. */
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

/** One object put into R2 and one transaction of D1 with a row of the same size and a row beside it; nothing is checked. */
const STORE = `import { Hono } from './index.js';
const bytes = (text) => Uint8Array.fromBase64(text, { alphabet: 'base64url' });
export default new Hono().post('*', async (c) => {
  const { lookup, recipient, desk, request, contact } = await c.req.json();
  const [id, key] = [crypto.randomUUID(), crypto.randomUUID()];
  await c.env.ERASE_KEYS.put(key, crypto.getRandomValues(new Uint8Array(32)));
  await c.env.DB.batch([
    c.env.DB.prepare('INSERT INTO thing VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)').bind(
      id, lookup, recipient, desk, key, bytes(request), bytes(contact)),
    c.env.DB.prepare('INSERT INTO event VALUES (?1, ?2)').bind(crypto.randomUUID(), id),
  ]);
  return c.json({ id }, 201);
});`;

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

/** Stores what a sealed request stores, by the same two calls. */
export async function startStoreWorker(
  compatibilityDate: string,
  options: BareOptions = {},
): Promise<RunningWorker> {
  const worker = await startHonoWorker(STORE, compatibilityDate, options);
  await worker.env.DB.batch(
    [
      `CREATE TABLE thing (id TEXT PRIMARY KEY, lookup TEXT NOT NULL UNIQUE, recipient TEXT NOT NULL,
         desk TEXT NOT NULL, key TEXT NOT NULL, request BLOB NOT NULL, contact BLOB NOT NULL) STRICT`,
      'CREATE TABLE event (id TEXT PRIMARY KEY, thing TEXT NOT NULL REFERENCES thing (id)) STRICT',
    ].map((sql) => worker.env.DB.prepare(sql)),
  );
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
      r2Buckets: { ERASE_KEYS: 'bench' },
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
