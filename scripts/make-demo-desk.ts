/** The demo desk that `npm start` makes, so that the whole journey can be walked on one machine. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatCode, makeCode, readCode } from '../domain/code.ts';
import { deriveFromCard } from '../domain/derive.ts';
import { findDesk } from '../functions/inquiries/desk-store.ts';
import { listDesks } from '../functions/inquiries/list-desks.ts';
import { makeDesk } from '../functions/inquiries/make-desk.ts';
import { makeInvite } from '../functions/staff/invite.ts';
import { listRegistered } from '../functions/staff/lock-out.ts';
import { revokeInvites } from '../functions/staff/store.ts';
import { demoDesk } from '../words/vi.ts';
import { addMadeUpOfficer } from './made-up-officer.ts';

const SLUG = 'dau-moi-thu-nghiem';

/** The one secret that the state folder holds in clear: it opens the demo desk's key, and no real desk's. */
export const RECOVERY_FILE = 'demo-recovery.txt';

/**
 * Makes the demo desk unless it stands, and a one-time link for an officer of it unless one can open it. Until then it
 * takes no requests, as any desk, unless somebody stands in. A link printed earlier stops working.
 *
 * @param stateDir where the demo recovery code is kept
 * @param origin the address that the link begins with, for example `http://localhost:8787`
 * @returns the link, with the invite and the demo recovery after `#`, which browsers do not send; null while an
 *   officer other than the stand-in can open the desk
 */
export async function makeDemoDesk(
  env: Pick<Env, 'DB'>,
  stateDir: string,
  origin: string,
): Promise<{ link: string | null }> {
  const now = new Date();
  const recoveryCode = readOrMakeRecoveryCode(join(stateDir, RECOVERY_FILE));
  const desks = await listDesks(env.DB, now);
  const deskId =
    desks.find(({ slug }) => slug === SLUG)?.id ??
    (await makeDesk(
      env.DB,
      { slug: SLUG, operatorKind: 'civil', isDemo: true, ...demoDesk.description },
      await deriveFromCard(recoveryCode),
      now,
    ));
  const desk = await findDesk(env.DB, deskId);
  const officers = await listRegistered(env);
  const isOwned = officers.some((officer) => officer.desk === SLUG && officer.name !== demoDesk.standIn);
  if (isOwned && desk?.is_held === 1) return { link: null };
  await revokeInvites(env.DB, deskId, now.toISOString());
  const token = await makeInvite(env.DB, { name: demoDesk.officer, role: 'intake', deskId }, now);
  return { link: `${origin}/can-bo/#moi=${token}&phuc-hoi=${formatCode(recoveryCode)}` };
}

/**
 * Opens the demo desk where no officer holds its key: somebody nobody is stands in, so that the request can be walked before
 * the first officer has registered. Whoever runs the demo can read what comes, with the link or the recovery code that they have.
 *
 * @param stateDir where the demo recovery code is kept
 */
export async function standIn(env: Pick<Env, 'DB'>, stateDir: string): Promise<void> {
  const now = new Date();
  const id = (await listDesks(env.DB, now)).find(({ slug }) => slug === SLUG)?.id;
  if (id === undefined || (await findDesk(env.DB, id))?.is_held === 1) return;
  const sheet = await deriveFromCard(readOrMakeRecoveryCode(join(stateDir, RECOVERY_FILE)));
  await addMadeUpOfficer(env, id, sheet, now, demoDesk.standIn);
}

function readOrMakeRecoveryCode(file: string): string {
  if (existsSync(file)) {
    const reading = readCode(readFileSync(file, 'utf8'));
    if (reading.ok) return reading.code;
    throw new Error(`${file} does not hold a recovery code: delete the state folder to begin anew`);
  }
  // Written before the desk and renamed into place: a start cut off here leaves no desk whose recovery is lost.
  const code = makeCode();
  writeFileSync(`${file}.new`, `${formatCode(code)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return code;
}
