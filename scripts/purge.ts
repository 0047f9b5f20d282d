/**
 * `npm run purge [-- --remote]`: does at once, for the local state or the deployed one, what the cron does every ten minutes
 * (domain/retention.ts).
 */
import { copyHeads } from '../functions/audit/copy-heads.ts';
import { findLongUnread, purgeUntilDone } from '../functions/inquiries/purge.ts';
import { takeRemote, withChosenBindings } from './chosen-bindings.ts';
import { CommandError } from './command-error.ts';
import { runCommand } from './run-command.ts';

await runCommand(async () => {
  const { isRemote, rest } = takeRemote(process.argv.slice(2));
  if (rest.length > 0)
    throw new CommandError('npm run purge takes nothing after it but `--remote`, for the deployed state.');
  const now = new Date();
  const { done, waiting } = await withChosenBindings({ isRemote }, async (env) => {
    const done = await purgeUntilDone(env, now);
    await copyHeads(env, now);
    return { done, waiting: await findLongUnread(env, now) };
  });
  console.log(`\n  Closed after a long silence: ${done.closed}. Erased: ${done.erased}.`);
  if (done.stuck > 0)
    console.log(
      `  Not finished: ${done.stuck} erasures, of which a key or a row still stands. Run it again later.`,
    );
  for (const { slug, waiting: count, since } of waiting)
    console.log(`  Desk ${slug}: ${count} unopened, waiting since ${since}; they will be erased unread.`);
});
