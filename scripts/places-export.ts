/** `npm run places:export -- DIR`: writes the local directory as the tabular package of HSDS 3.0, hidden places too. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { exportPlaces } from '../functions/directory/export-places.ts';
import { CommandError } from './command-error.ts';
import { prepareState, stateDirFromEnvironment, withBindings } from './local-state.ts';
import { runCommand } from './run-command.ts';

await runCommand(async () => {
  const [folder, ...rest] = process.argv.slice(2);
  if (folder === undefined || folder.startsWith('-') || rest.length > 0) {
    throw new CommandError(
      'Say where to: `npm run places:export -- DIR`. The folder is made if it is not there.',
    );
  }
  // From the folder in which npm was called.
  const target = resolve(process.env.INIT_CWD ?? '.', folder);
  const stateDir = stateDirFromEnvironment();
  await prepareState(stateDir);
  const files = await withBindings(stateDir, (env) => exportPlaces(env.DB, 'operator'));
  await mkdir(target, { recursive: true });
  for (const [name, text] of files) {
    const path = join(target, name);
    // Renamed into place, so that an export cut off leaves no half file.
    await writeFile(`${path}.new`, text);
    await rename(`${path}.new`, path);
  }
  console.log(`Written: ${files.size} files in ${target}`);
});
