import { parseArgs } from 'node:util';
import { CommandError } from './command-error.ts';

const ROLES = ['admin', 'intake', 'editor', 'organizer'] as const;
const USAGE =
  'Say who it is for: `npm run invite -- --role editor --name "Nguyễn Thị Thử"`, and `--desk SLUG` for the role intake.';

/**
 * Reads what stands after `npm run invite --`.
 *
 * @throws CommandError that says how to mend it
 */
export function readInviteArguments(args: readonly string[]): {
  role: (typeof ROLES)[number];
  name: string;
  desk: string | undefined;
} {
  let values: { role?: string; name?: string; desk?: string };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: { role: { type: 'string' }, name: { type: 'string' }, desk: { type: 'string' } },
    }));
  } catch (cause) {
    throw new CommandError(USAGE, { cause });
  }
  const role = ROLES.find((known) => known === values.role);
  const name = values.name?.normalize('NFC').trim() ?? '';
  if (role === undefined || name === '') throw new CommandError(USAGE);
  if (name.length > 120) throw new CommandError('The name is too long: at most 120 characters.');
  if ((role === 'intake') !== (values.desk !== undefined)) {
    throw new CommandError('An intake officer needs a desk (`--desk SLUG`), and nobody else has one.');
  }
  return { role, name, desk: values.desk };
}
