/** `npm run purge`: does at once, for the local state, what the cron does every ten minutes (domain/retention.ts). */
import { existsSync } from 'node:fs';
import { copyHeads } from '../functions/audit/copy-heads.ts';
import { findLongUnread, purge } from '../functions/inquiries/purge.ts';
import { CommandError } from './command-error.ts';
import { stateDirFromEnvironment, withBindings } from './local-state.ts';
import { runCommand } from './run-command.ts';

await runCommand(async () => {
  if (process.argv.length > 2)
    throw new CommandError(
      'npm run purge takes nothing after it: it works on the local state. The deployed Worker does the same by its cron, every ten minutes.',
    );
  const stateDir = stateDirFromEnvironment();
  if (!existsSync(stateDir))
    throw new CommandError('There is no local state yet: run `npm start` once first.');
  const now = new Date();
  const { done, waiting } = await withBindings(stateDir, async (env) => {
    const done = { closed: 0, erased: 0, stuck: 0 };
    for (;;) {
      const { closed, begun, erased, stuck } = await purge(env, now);
      done.stuck = stuck;
      done.closed += closed;
      done.erased += erased;
      if (begun > 0 && erased === 0)
        throw new CommandError('Erasing was begun and could not be finished: run `npm run purge` again.');
      if (closed + begun + erased === 0) break;
    }
    await copyHeads(env, now);
    return { done, waiting: await findLongUnread(env, now) };
  });
  console.log(`\n  Closed after a long silence: ${done.closed}. Erased: ${done.erased}.`);
  if (done.stuck > 0)
    console.log(
      `  Not finished: ${done.stuck} erasures, whose keys could not be deleted. Run it again later.`,
    );
  for (const { slug, waiting: count, since } of waiting)
    console.log(`  Desk ${slug}: ${count} unopened, waiting since ${since}; they will be erased unread.`);
});
