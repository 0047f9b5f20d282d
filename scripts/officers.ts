/** `npm run officers [-- --remove ID] [--remote]`: who is registered, and locking one of them out at once. */
import { parseArgs } from 'node:util';
import { listRegistered, lockOut, type RegisteredOfficer } from '../functions/staff/lock-out.ts';
import { takeRemote, withChosenBindings } from './chosen-bindings.ts';
import { CommandError } from './command-error.ts';
import { runCommand } from './run-command.ts';

const USAGE = 'It is `npm run officers`, or `npm run officers -- --remove ID` with an id that it lists.';

await runCommand(async () => {
  const { isRemote, rest } = takeRemote(process.argv.slice(2));
  const id = readRemoved(rest);
  await withChosenBindings({ isRemote }, async (env) => {
    const officers = await listRegistered(env);
    if (id === undefined) {
      console.log(officers.length === 0 ? '\n  Nobody has registered yet.\n' : `\n${lines(officers)}\n`);
      return;
    }
    const officer = officers.find((each) => each.id === id);
    if (officer === undefined || !(await lockOut(env, id, new Date())))
      throw new CommandError(`There is no officer "${id}". ${USAGE}`);
    console.log(`\n  ${officer.name} is locked out: signed out, without passkey or key.`);
    if (officer.desk !== null)
      console.log(
        `  The key of the desk ${officer.desk} is the same as before: a colleague must change it in the console now, with the\n  recovery sheet. Unused links of the desk no longer work: make new ones with \`npm run invite\`.`,
      );
    console.log('');
  });
});

/** @throws CommandError that says how to mend it */
function readRemoved(args: string[]): string | undefined {
  try {
    return parseArgs({ args, options: { remove: { type: 'string' } } }).values.remove;
  } catch (cause) {
    throw new CommandError(USAGE, { cause });
  }
}

function lines(officers: RegisteredOfficer[]): string {
  return officers
    .map(({ id, name, role, desk, registeredAt }) =>
      [`  ${id}`, registeredAt.slice(0, 10), role, desk ?? '-', name].join('  '),
    )
    .join('\n');
}
