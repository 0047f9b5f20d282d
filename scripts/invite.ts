/** `npm run invite -- --role editor --name "…" [--desk SLUG]`: a one-time link that registers one officer. */
import { existsSync } from 'node:fs';
import { listDesks } from '../functions/inquiries/list-desks.ts';
import { makeInvite } from '../functions/staff/invite.ts';
import { CommandError } from './command-error.ts';
import { readInviteArguments } from './invite-arguments.ts';
import { stateDirFromEnvironment, withBindings } from './local-state.ts';
import { runCommand } from './run-command.ts';

await runCommand(async () => {
  const { role, name, desk } = readInviteArguments(process.argv.slice(2));
  const stateDir = stateDirFromEnvironment();
  if (!existsSync(stateDir))
    throw new CommandError('There is no local state yet: run `npm start` once first.');
  const origin = `http://localhost:${process.env.PORT ?? '8787'}`;

  const token = await withBindings(stateDir, async (env) => {
    const desks = await listDesks(env.DB, new Date());
    const own = desks.find(({ slug }) => slug === desk);
    if (desk !== undefined && own === undefined) {
      const known = desks.map(({ slug }) => slug).join(', ') || 'none';
      throw new CommandError(`There is no desk "${desk}". The desks are: ${known}.`);
    }
    return makeInvite(env.DB, { name, role, deskId: own?.id ?? null }, new Date());
  });
  console.log(
    `\n  This link registers ${name} (${role}), once, within 7 days:\n\n  ${origin}/can-bo/#moi=${token}\n`,
  );
  if (role === 'intake')
    console.log(
      "  The console will ask for the code on the desk's recovery sheet, which its head holds. Without it, a colleague\n  who holds the desk's key hands it on: five words are read aloud.\n",
    );
});
