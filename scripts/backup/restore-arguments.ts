import { parseArgs } from 'node:util';
import { CommandError } from '../command-error.ts';

const USAGE = `Say which backup: \`npm run restore -- DIR/2026-11-22T03-04-05Z --identity FILE\` (or \`--identity -\` to read it from the standard input; never the secret itself). With --replace the database that stands here is set aside, with --without-erase-keys requests whose key is nowhere are erased; --remote finishes what D1's own import has begun.`;

/** What stands after `npm run restore --`. */
export interface RestoreArguments {
  folder: string;
  /** A file, or `-` for the standard input. */
  identity: string | undefined;
  isReplacing: boolean;
  isWithoutEraseKeys: boolean;
  /** Finish a restore whose database D1's own import has filled. */
  isRemote: boolean;
}

/** @throws CommandError that says how to mend it */
export function readRestoreArguments(args: readonly string[]): RestoreArguments {
  if (args.some((arg) => /age-secret-key-/i.test(arg)))
    throw new CommandError(
      'The identity itself must not stand in a command: it is now in the history of your terminal. Put it into a file, and give the file as --identity.',
    );
  let values: { identity?: string; replace?: boolean; 'without-erase-keys'?: boolean; remote?: boolean };
  let positionals: string[];
  try {
    ({ values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        identity: { type: 'string' },
        replace: { type: 'boolean' },
        'without-erase-keys': { type: 'boolean' },
        remote: { type: 'boolean' },
      },
    }));
  } catch (cause) {
    throw new CommandError(USAGE, { cause });
  }
  const [folder, ...rest] = positionals;
  if (folder === undefined || rest.length > 0) throw new CommandError(USAGE);
  if (values.remote && values.replace)
    throw new CommandError(
      '--replace is for the local state: a deployed database is not set aside. docs/operations.md says how a backup comes back to Cloudflare.',
    );
  return {
    folder,
    identity: values.identity,
    isReplacing: values.replace ?? false,
    isWithoutEraseKeys: values['without-erase-keys'] ?? false,
    isRemote: values.remote ?? false,
  };
}
