import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { loadDirectory } from '../functions/directory/load-directory.ts';
import { indexEntries } from '../functions/search/index-entries.ts';
import { CommandError } from './command-error.ts';
import { migrate } from './migrate.ts';
import { projectRoot } from './project-root.ts';
import { DirectoryFileError, readDirectory } from './read-directory.ts';
import { readSearchEntries } from './search/read-search-entries.ts';
import { hashOfSources } from './source-hash.ts';
import { localBindings } from './worker-options.ts';

/** Where the local database and objects live unless STATE_DIR names another folder. */
export const defaultStateDir = '.data';

/** The state folder of this command, absolute: STATE_DIR (from the project's root) or `.data`. */
export function stateDirFromEnvironment(): string {
  return resolve(projectRoot, process.env.STATE_DIR ?? defaultStateDir);
}

/** A piece of work with a name for the terminal; returns false when there was nothing to do. */
export interface Step {
  name: string;
  run: () => Promise<boolean>;
}

/**
 * The steps that bring a state folder up to date: the database with its migrations and the shipped data. Each
 * can be repeated and interrupted at any moment: its stamp is written last.
 *
 * @throws CommandError where a restore was begun and not finished
 */
export function stateSteps(stateDir: string): Step[] {
  refuseHalfRestored(stateDir);
  return [
    {
      name: 'Preparing the database',
      run: () =>
        unlessStamped(stateDir, 'migrations', ['migrations'], async () => {
          await mkdir(stateDir, { recursive: true });
          await applyMigrations(stateDir);
        }),
    },
    {
      name: 'Loading the directory',
      run: () => unlessStamped(stateDir, 'directory', directorySources, () => loadShippedDirectory(stateDir)),
    },
    {
      name: 'Indexing the search',
      run: () =>
        unlessStamped(stateDir, 'search', searchSources, () => indexLocalSearch(stateDir), [
          process.env.CLINICAL_READER,
        ]),
    },
  ];
}

/** Brings the database of a state folder to the newest tables, from whichever it has. */
export async function applyMigrations(stateDir: string): Promise<void> {
  await withBindingsAsTheyAre(stateDir, ({ DB }) => migrate(DB));
}

/** What the rows of the directory are made from. */
const directorySources = [
  'content/admin-units',
  'content/places',
  'domain',
  'functions/directory',
  'migrations',
  'scripts/read-directory.ts',
];

/** What the entries of the search are made from. */
const searchSources = [
  'content/campaigns',
  'content/clinical',
  'content/figures',
  'content/guides',
  'content/hotlines.csv',
  'content/indicators.csv',
  'content/legal',
  'domain',
  'functions/search',
  'migrations',
  'scripts/law',
  'scripts/search',
  'src/components/figures',
  'src/content-schemas',
  'src/markdown',
  'words',
];

/** Makes the search of a state folder hold what content/ and words/ say. */
async function indexLocalSearch(stateDir: string): Promise<void> {
  const entries = await readSearchEntries(projectRoot, process.env.CLINICAL_READER);
  await withBindings(stateDir, (env) => indexEntries(env.DB, entries, new Date()));
}

async function loadShippedDirectory(stateDir: string): Promise<void> {
  const data = await readDirectory(join(projectRoot, 'content')).catch((error: unknown) => {
    if (error instanceof DirectoryFileError) throw new CommandError(`content/ has faults:\n${error.message}`);
    throw error;
  });
  await withBindings(stateDir, (env) => loadDirectory(env.DB, data, new Date()));
}

/** Brings a state folder up to date, silently. */
export async function prepareState(stateDir: string): Promise<void> {
  for (const step of stateSteps(stateDir)) await step.run();
}

/**
 * Runs `work` with the bindings of wrangler.toml (without ASSETS) on the files of a state folder, as `wrangler dev
 * --persist-to` sees them. No server may be running on the same folder.
 *
 * @throws CommandError where a restore was begun and not finished
 */
export async function withBindings<T>(stateDir: string, work: (env: Env) => Promise<T>): Promise<T> {
  refuseHalfRestored(stateDir);
  return withBindingsAsTheyAre(stateDir, work);
}

/** The same for the restore itself, which is the one that works on a half-restored folder. */
export async function withBindingsAsTheyAre<T>(stateDir: string, work: (env: Env) => Promise<T>): Promise<T> {
  // A command that refuses what was typed need not wait for it.
  const { convertV4MiniflareOptions, Miniflare } = await import('miniflare');
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      host: '127.0.0.1',
      port: 0,
      cf: false,
      telemetry: { enabled: false },
      // `--persist-to` adds this folder by itself; Miniflare takes the path as it stands.
      resourcePersistencePath: storageDir(stateDir),
      // Nothing asks the Worker itself: only its bindings are used.
      workers: [{ modules: true, script: 'export default {}', ...localBindings() }],
    }),
  );
  try {
    return await work(await miniflare.getBindings<Env>());
  } finally {
    await miniflare.dispose();
  }
}

/** The folder inside a state folder that stands there from the first to the last moment of a restore. */
export function restoringDir(stateDir: string): string {
  return join(stateDir, 'restoring');
}

function refuseHalfRestored(stateDir: string): void {
  if (existsSync(restoringDir(stateDir)))
    throw new CommandError(
      `A restore was begun in ${stateDir} and not finished; requests that were erased could stand there. Run the same \`npm run restore\` again.`,
    );
}

/** The folder inside a state folder that holds Miniflare's files. */
export function storageDir(stateDir: string): string {
  return join(stateDir, 'v3');
}

/** Runs `work` unless the stamp `name` says that it was done for the present content of `sources`. */
async function unlessStamped(
  stateDir: string,
  name: string,
  sources: readonly string[],
  work: () => Promise<void>,
  extra: readonly (string | undefined)[] = [],
): Promise<boolean> {
  // Beside the data that it speaks of, so that deleting the data deletes the stamp.
  const stamp = join(storageDir(stateDir), `${name}.stamp`);
  const wanted = await hashOfSources(sources, extra);
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === wanted) return false;
  await work();
  await mkdir(storageDir(stateDir), { recursive: true });
  await writeFile(`${stamp}.new`, wanted);
  await rename(`${stamp}.new`, stamp);
  return true;
}
