/**
 * `npm run restore -- DIR/BACKUP [--identity FILE] [--replace]`: puts a backup into the local state. Until the last step is
 * done nothing serves it. With --remote it does the last step for a database that D1's own import has filled (docs/decisions/0015-backups.md).
 */
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { type Finished, finishRestore } from '../functions/backup/finish-restore.ts';
import { loadDump } from '../functions/backup/load-dump.ts';
import { addErased, countKnown, countLiving, type ErasedRow } from '../functions/backup/request-store.ts';
import { lockOut } from '../functions/staff/lock-out.ts';
import { openEraseKeys, readIdentity } from './backup/erase-keys-file.ts';
import { backupName, readLaterErased, secondOf } from './backup/folder.ts';
import { BACKUP_FILES, openBackup } from './backup/manifest.ts';
import { readRestoreArguments } from './backup/restore-arguments.ts';
import { chooseKeys, lacksMigrations, refuseToOverwrite } from './backup/restore-checks.ts';
import { restoreDeployed } from './backup/restore-deployed.ts';
import { REPLACED, readOverOfReplaced, readStandingState } from './backup/standing-state.ts';
import { CommandError } from './command-error.ts';
import {
  applyMigrations,
  restoringDir,
  stateDirFromEnvironment,
  storageDir,
  withBindingsAsTheyAre,
} from './local-state.ts';
import { showStep } from './progress.ts';
import { projectRoot } from './project-root.ts';
import { runCommand } from './run-command.ts';
import { refuseWhileServed } from './serving-mark.ts';

/** D1's files inside a storage folder. */
const DATABASE = 'd1';
/** Stands once the database of before is out of the way: from then on the one that stands is the restored one. */
const SWAPPED = 'swapped';
/** How many at once go into one statement. */
const GROUP = 1_000;

await runCommand(async () => {
  const chosen = readRestoreArguments(process.argv.slice(2));
  const folder = resolve(process.env.INIT_CWD ?? '.', chosen.folder);
  const stateDir = stateDirFromEnvironment();
  const restoring = restoringDir(stateDir);
  const database = join(storageDir(stateDir), DATABASE);
  const now = new Date();

  const decrypter = chosen.identity === undefined ? null : readIdentity(await readSecret(chosen.identity));
  const backup = await openBackup(folder);
  const known = (await readdir(join(projectRoot, 'migrations'))).filter((name) => name.endsWith('.sql'));
  const isOlder = lacksMigrations(backup, known);
  if (chosen.isRemote) {
    // It brings wrangler along, for which a local restore need not wait.
    const { withRemoteBindings } = await import('./remote-bindings.ts');
    const done = await withRemoteBindings((env) =>
      restoreDeployed(env, { folder, backup, chosen, decrypter }, now),
    );
    console.log(`\n  Finished on the deployed database: the backup of ${backup.madeAt}.`);
    tell(done, done);
    return;
  }
  refuseWhileServed(stateDir);
  if (existsSync(join(restoring, SWAPPED))) await rm(database, { recursive: true, force: true });
  const standing = await readStandingState(stateDir, backup.madeAt);
  refuseToOverwrite(standing, chosen, stateDir);
  const keyFile = await chooseKeys(folder, backup, standing, chosen, decrypter, now);

  await mkdir(restoring, { recursive: true, mode: 0o700 });
  let cameBack = 0;
  let lost = 0;
  let removedAgain = 0;
  await showStep('Loading the database', async () => {
    const fresh = join(restoring, 'state');
    await rm(fresh, { recursive: true, force: true });
    const replaced = await readOverOfReplaced(stateDir);
    const removed = new Set([...standing.removed, ...replaced.removed]);
    const erased = [
      ...standing.erased,
      ...replaced.erased,
      ...(await readLaterErased(dirname(folder), backup.madeAt)),
    ];
    const settle = async (DB: Env['DB']): Promise<void> => {
      for (const group of groupsOf<ErasedRow>(erased)) cameBack += await addErased(DB, group);
      for (const group of groupsOf(standing.living)) lost += group.length - (await countKnown(DB, group));
      for (const id of removed) if (await lockOut({ DB }, id, now)) removedAgain += 1;
    };
    await withBindingsAsTheyAre(fresh, async ({ DB }) => {
      await loadDump(DB, linesOf(join(folder, BACKUP_FILES.database)));
      if (!isOlder) await settle(DB);
    });
    if (isOlder) {
      // Its tables are not yet those that are asked for here.
      await applyMigrations(fresh);
      await withBindingsAsTheyAre(fresh, ({ DB }) => settle(DB));
    }
    return undefined;
  });
  const aside = join(stateDir, `${REPLACED}${backupName(secondOf(now))}`);
  await showStep('Putting it in place', async () => {
    await mkdir(storageDir(stateDir), { recursive: true });
    if (standing.database === 'none') await rm(database, { recursive: true, force: true });
    else {
      // The erase keys stay where they are: a copy of them beside an old database could bring back what is erased.
      await mkdir(storageDir(aside), { recursive: true, mode: 0o700 });
      await rename(database, join(storageDir(aside), DATABASE));
    }
    await writeFile(join(restoring, SWAPPED), '');
    await rename(join(storageDir(join(restoring, 'state')), DATABASE), database);
    for (const name of await readdir(storageDir(stateDir)))
      if (name.endsWith('.stamp')) await rm(join(storageDir(stateDir), name));
    return undefined;
  });
  let finished: Finished = { keysWritten: 0, keyless: 0, stuck: 0 };
  let requests = 0;
  await showStep('Finishing erasures', async () => {
    const keys = keyFile === null ? null : openEraseKeys(keyFile.path, keyFile.decrypter, backup.madeAt);
    await withBindingsAsTheyAre(stateDir, async (env) => {
      finished = await finishRestore(env, { madeAt: backup.madeAt, keys }, now);
      requests = await countLiving(env.DB);
    });
    await rm(restoring, { recursive: true });
    return undefined;
  });

  console.log(`\n  Restored: the backup of ${backup.madeAt}.`);
  if (removedAgain > 0) console.log(`  Officers removed since the backup, and now again: ${removedAgain}.`);
  if (standing.database !== 'none') {
    console.log(`  The database of before is in ${aside}.`);
    if (lost > 0) console.log(`  ${lost} requests came after the backup and are only there.`);
    if (standing.database === 'unreadable')
      console.log('  It could not be read, and so not be asked what was erased.');
  }
  tell(finished, { requests, cameBack });
});

function tell(
  { keysWritten, keyless, stuck }: Finished,
  { requests, cameBack }: { requests: number; cameBack: number },
): void {
  console.log(
    `  ${requests} requests. Kept erased, since they are known to be or their key is gone: ${cameBack + keyless}.`,
  );
  if (keysWritten > 0)
    console.log(
      `  Erase keys put back: ${keysWritten}. Requests erased after the backup of which no trace is left are among them; nobody\n  can tell which.`,
    );
  if (stuck > 0)
    console.log(`  Not finished: ${stuck} erasures. They read as never sent; run \`npm run purge\` again.`);
  console.log(
    '  Who else was removed since the backup is an officer again (`npm run officers`), and a key changed since is the old one:\n  remove them and change it before the portal opens. Officers sign in again, invitations are to be made anew. Then make the next backup.\n',
  );
}

/** Begins to read at once: it is to be made where it is read, since lines that nobody waits for are lost. */
function linesOf(path: string): AsyncIterable<string> {
  return createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
}

/** A secret from a file or from the standard input. */
async function readSecret(place: string): Promise<string> {
  if (place === '-') return text(process.stdin);
  const path = resolve(process.env.INIT_CWD ?? '.', place);
  if (!existsSync(path)) throw new CommandError(`There is no file ${path}.`);
  return readFile(path, 'utf8');
}

function* groupsOf<T>(items: readonly T[]): Generator<T[]> {
  for (let at = 0; at < items.length; at += GROUP) yield items.slice(at, at + GROUP);
}
