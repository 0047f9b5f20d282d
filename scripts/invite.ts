/** `npm run invite -- --role editor --name "…" [--desk SLUG] [--remote]`: a one-time link that registers one officer. */
import { listDesks } from '../functions/inquiries/list-desks.ts';
import { makeInvite } from '../functions/staff/invite.ts';
import { takeRemote, withChosenBindings } from './chosen-bindings.ts';
import { CommandError } from './command-error.ts';
import { readInviteArguments } from './invite-arguments.ts';
import { runCommand } from './run-command.ts';

await runCommand(async () => {
  const { isRemote, rest } = takeRemote(process.argv.slice(2));
  const { role, name, desk } = readInviteArguments(rest);

  const { token, rpId } = await withChosenBindings({ isRemote }, async (env) => {
    if (isRemote && env.RP_ID === 'localhost')
      throw new CommandError(
        'RP_ID in wrangler.toml is still localhost: a passkey made now would work nowhere. Set the domain, deploy, and then invite.',
      );
    const desks = await listDesks(env.DB, new Date());
    const own = desks.find(({ slug }) => slug === desk);
    if (desk !== undefined && own === undefined) {
      const known = desks.map(({ slug }) => slug).join(', ') || 'none';
      throw new CommandError(`There is no desk "${desk}". The desks are: ${known}.`);
    }
    const token = await makeInvite(env.DB, { name, role, deskId: own?.id ?? null }, new Date());
    return { token, rpId: env.RP_ID };
  });
  const origin = isRemote
    ? (process.env.SITE_ORIGIN ?? `https://${rpId}`)
    : `http://localhost:${process.env.PORT ?? '8787'}`;
  console.log(
    `\n  This link registers ${name} (${role}), once, within 7 days:\n\n  ${origin}/can-bo/#moi=${token}\n`,
  );
  if (role === 'intake')
    console.log(
      "  The console will ask for the code on the desk's recovery sheet, which its head holds. Without it, a colleague\n  who holds the desk's key hands it on: five words are read aloud.\n",
    );
});
