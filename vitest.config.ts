import { readFile } from 'node:fs/promises';
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';
import { PACKAGE_TABLES } from './functions/directory/package-tables.ts';
import { readDirectory } from './scripts/read-directory.ts';
import { readSearchEntries } from './scripts/search/read-search-entries.ts';

/** Only what hangs may run out of time: some of these read every file of the repository, on a machine that is busy. */
const SLOW_MACHINE_MS = 60_000;

/** Each file of these runs a server, and mostly a browser, of its own; either waits for the other half of the time. */
const FILES_AT_ONCE = 2;

/**
 * The files of a project share a process, or one workerd, and its loaded modules: starting anew for each of them takes
 * longer than most of their tests. No module of the portal keeps anything between two calls, and vitest restores spies.
 */
const isolate = false;

/** vitest itself leaves a processor free, which on two of them is half of the machine. */
const ALL_PROCESSORS = '100%';

/** What `npm run soak` sets; the same wrong requests at every other time. */
const fuzz = {
  runs: Number(process.env.FUZZ_RUNS ?? 200),
  seed: Number(process.env.FUZZ_SEED ?? 20_261_122),
};

// Inline projects inherit this root configuration, so nothing that suits one kind of test only stands at the
// root. The container tests need Astro's own Vite configuration and therefore a file of their own.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          isolate,
          maxWorkers: ALL_PROCESSORS,
          include: ['tests/unit/**/*.test.ts'],
          environment: 'node',
          testTimeout: SLOW_MACHINE_MS,
        },
      },
      {
        plugins: [
          cloudflareTest({
            // The Hono app without Astro: src/worker.ts, the main of wrangler.toml, exists only once Astro has built it.
            main: './tests/worker/entry.ts',
            wrangler: { configPath: './wrangler.toml' },
            // Read here because workerd has no files; what is provided would be written out for every test file.
            miniflare: {
              bindings: {
                SHIPPED: JSON.stringify({
                  directory: await readDirectory('./content'),
                  places: await readShippedPlaces(),
                  entries: await readSearchEntries('.'),
                }),
              },
            },
          }),
        ],
        test: {
          name: 'worker',
          isolate,
          maxWorkers: ALL_PROCESSORS,
          include: ['tests/worker/**/*.test.ts'],
          setupFiles: ['./tests/worker/setup.ts'],
          // Loading all units takes seconds on a busy machine, and most of these tests begin with it.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          provide: {
            migrations: await readD1Migrations('./migrations'),
            fuzz,
          },
        },
      },
      './tests/container/vitest.config.ts',
      {
        test: {
          name: 'repo',
          isolate,
          maxWorkers: ALL_PROCESSORS,
          include: ['tests/repo/**/*.test.ts'],
          environment: 'node',
          testTimeout: SLOW_MACHINE_MS,
        },
      },
      {
        test: {
          name: 'built',
          include: ['tests/built/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['./tests/built/prepare-template.ts'],
          provide: { fuzz },
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: FILES_AT_ONCE,
          isolate,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['./tests/built/prepare-template.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: FILES_AT_ONCE,
          isolate,
        },
      },
    ],
  },
});

/** The text of each CSV file of content/places by its name. */
async function readShippedPlaces(): Promise<Record<string, string>> {
  const files = PACKAGE_TABLES.map(
    async ({ file }) => [file, await readFile(`./content/places/${file}`, 'utf8')] as const,
  );
  return Object.fromEntries(await Promise.all(files));
}
