/** `npm run search:index`: brings the local search up to date with content/ and words/, as `npm start` does. */
import { existsSync } from 'node:fs';
import { CommandError } from './command-error.ts';
import { indexLocalSearch, stateDirFromEnvironment } from './local-state.ts';
import { runCommand } from './run-command.ts';

await runCommand(async () => {
  const stateDir = stateDirFromEnvironment();
  if (!existsSync(stateDir))
    throw new CommandError('There is no local state yet: run `npm start` once first.');
  const { written, removed } = await indexLocalSearch(stateDir);
  console.log(`\n  The search: ${written} entries written, ${removed} removed; the rest is as it was.`);
});
