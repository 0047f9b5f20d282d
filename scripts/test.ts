/** `npm test`: every check and test in turn, up to the first that fails; the last line counts the tests. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSiteIfChanged } from './built-site.ts';
import { startTool } from './child-process.ts';
import { CommandError, explain } from './command-error.ts';
import { runCommand } from './run-command.ts';
import { staticChecks } from './static-checks.ts';

interface Count {
  passed: number;
  failed: number;
}

await runCommand(async () => {
  const total: Count = { passed: 0, failed: 0 };
  const stages: { name: string; run: () => Promise<Count> }[] = [
    ...staticChecks.map(({ name, tool, args }) => ({
      name,
      run: async () => ({
        passed: 0,
        failed: (await startTool(tool, args, { output: 'inherit' }).ended) && 1,
      }),
    })),
    {
      name: 'Rules of the repository, units, Worker, components',
      run: () => runTests(['repo', 'unit', 'worker', 'container']),
    },
    { name: 'Build', run: build },
    { name: 'The built site, and a real browser', run: () => runTests(['built', 'browser']) },
  ];
  for (const { name, run } of stages) {
    console.log(`\n── ${name}\n`);
    const { passed, failed } = await run();
    total.passed += passed;
    total.failed += failed;
    if (failed > 0) break;
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  if (total.failed > 0) process.exitCode = 1;
});

async function build(): Promise<Count> {
  try {
    const built = await buildSiteIfChanged('capture');
    console.log(built ? 'The site is built into dist/.' : 'dist/ holds a build of these sources.');
    return { passed: 0, failed: 0 };
  } catch (error) {
    console.error(explain(error));
    return { passed: 0, failed: 1 };
  }
}

/** Runs projects of vitest.config.ts; a run that fails without a failed test counts as one failure. */
async function runTests(projects: readonly string[]): Promise<Count> {
  const folder = await mkdtemp(join(tmpdir(), 'diem-tua-results-'));
  const file = join(folder, 'results.json');
  try {
    const code = await startTool(
      'vitest',
      [
        'run',
        ...projects.map((project) => `--project=${project}`),
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`,
      ],
      { output: 'inherit' },
    ).ended;
    const { numPassedTests, numFailedTests } = parseResults(await readFile(file, 'utf8').catch(() => '{}'));
    return { passed: numPassedTests, failed: code === 0 ? 0 : Math.max(1, numFailedTests) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function parseResults(text: string): { numPassedTests: number; numFailedTests: number } {
  const results: unknown = JSON.parse(text);
  if (typeof results !== 'object' || results === null) throw new CommandError('vitest wrote no results');
  const read = (key: string): number => {
    const value: unknown = Object.entries(results).find(([name]) => name === key)?.[1];
    return typeof value === 'number' ? value : 0;
  };
  return { numPassedTests: read('numPassedTests'), numFailedTests: read('numFailedTests') };
}
