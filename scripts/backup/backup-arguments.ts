import { parseArgs } from 'node:util';
import { CommandError } from '../command-error.ts';

const USAGE = `Say where to: \`npm run backup -- DIR --erase-keys-to age1…\`. In DIR a folder is made, named by the second. Without --erase-keys-to no erase keys are kept.`;

/** What stands after `npm run backup --`. */
export interface BackupArguments {
  dir: string;
  recipient: string | undefined;
  isRemote: boolean;
}

/** @throws CommandError that says how to mend it */
export function readBackupArguments(args: readonly string[]): BackupArguments {
  let values: { 'erase-keys-to'?: string; remote?: boolean };
  let positionals: string[];
  try {
    ({ values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { 'erase-keys-to': { type: 'string' }, remote: { type: 'boolean' } },
    }));
  } catch (cause) {
    throw new CommandError(USAGE, { cause });
  }
  const [dir, ...rest] = positionals;
  if (dir === undefined || rest.length > 0) throw new CommandError(USAGE);
  return { dir, recipient: values['erase-keys-to'], isRemote: values.remote ?? false };
}
