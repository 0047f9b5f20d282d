/**
 * `npm run search:index [-- --remote]`: brings the search up to date with content/ and words/, as `npm start` does with the
 * local one.
 */
import { indexEntries } from '../functions/search/index-entries.ts';
import { takeRemote, withChosenBindings } from './chosen-bindings.ts';
import { CommandError } from './command-error.ts';
import { projectRoot } from './project-root.ts';
import { runCommand } from './run-command.ts';
import { readSearchEntries } from './search/read-search-entries.ts';

await runCommand(async () => {
  const { isRemote, rest } = takeRemote(process.argv.slice(2));
  if (rest.length > 0) throw new CommandError('npm run search:index takes nothing after it but `--remote`.');
  const { written, removed } = await withChosenBindings({ isRemote }, async ({ DB }) =>
    indexEntries(DB, await readSearchEntries(projectRoot, process.env.CLINICAL_READER), new Date()),
  );
  console.log(`\n  The search: ${written} entries written, ${removed} removed; the rest is as it was.`);
});
