/** Which process serves a state folder: a database that is moved away under a server would go on taking requests. */
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError } from './command-error.ts';

const markOf = (stateDir: string) => join(stateDir, 'serving.pid');

/** Notes that this process serves a state folder, for as long as it lives. */
export async function markServing(stateDir: string): Promise<void> {
  await writeFile(markOf(stateDir), `${process.pid}\n`);
}

/** @throws CommandError while another process serves the folder */
export function refuseWhileServed(stateDir: string): void {
  const mark = markOf(stateDir);
  if (!existsSync(mark)) return;
  const pid = Number(readFileSync(mark, 'utf8'));
  if (!Number.isSafeInteger(pid) || pid <= 0 || pid === process.pid || !isAlive(pid)) return;
  throw new CommandError(
    `${stateDir} is being served (process ${pid}): stop \`npm start\` first. If nothing serves it, delete ${mark}. Nothing was restored.`,
  );
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process lives too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
