/** `npm run soak [-- SEED]`: the fuzz tests with 10,000 wrong requests for each route and page that takes a body. */
import { randomInt } from 'node:crypto';
import { buildSiteIfChanged } from './built-site.ts';
import { startTool } from './child-process.ts';
import { CommandError } from './command-error.ts';
import { showStep } from './progress.ts';
import { runCommand } from './run-command.ts';

await runCommand(async () => {
  const [given] = process.argv.slice(2);
  const seed = given === undefined ? randomInt(2 ** 31) : Number(given);
  if (!Number.isSafeInteger(seed)) throw new CommandError('The seed is a whole number.');
  await showStep('Building the site', () => buildSiteIfChanged('capture'));
  console.log(`\nSeed ${seed}: \`npm run soak -- ${seed}\` sends the same again.\n`);
  const code = await startTool(
    'vitest',
    [
      'run',
      '--project=worker',
      '--project=built',
      'tests/worker/fuzz.test.ts',
      'tests/built/fuzz-pages.test.ts',
    ],
    { output: 'inherit', env: { FUZZ_RUNS: '10000', FUZZ_SEED: String(seed) } },
  ).ended;
  if (code !== 0) throw new CommandError(`The soak failed with seed ${seed}.`);
});
