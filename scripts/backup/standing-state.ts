/** What stands in a state folder before a restore, and what it knows of erased requests. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { hasMark } from '../../functions/backup/erase-keys.ts';
import {
  type ErasedRow,
  listErased,
  listLivingIds,
  listMigrations,
  listRemovedOfficers,
} from '../../functions/backup/request-store.ts';
import { storageDir, withBindingsAsTheyAre } from '../local-state.ts';

/** The database of a state folder. */
export interface StandingState {
  /** `none`: no database, or one without tables. `unreadable`: there is one, and it cannot be asked. */
  database: 'none' | 'readable' | 'unreadable';
  erased: ErasedRow[];
  /** The ids of the requests that live in it. */
  living: string[];
  /** The ids of officers who were removed. */
  removed: string[];
  /** Whether the bucket of the erase keys is the one beside which the backup was made. */
  hasBucketLived: boolean;
}

/** Reads what stands in a state folder. It is left as it is. */
export async function readStandingState(stateDir: string, madeAt: string): Promise<StandingState> {
  const nothing = { erased: [], living: [], removed: [], hasBucketLived: false };
  if (!existsSync(storageDir(stateDir))) return { database: 'none', ...nothing };
  return withBindingsAsTheyAre(stateDir, async (env) => {
    const hasBucketLived = await hasMark(env.ERASE_KEYS, madeAt);
    try {
      if ((await listMigrations(env.DB)).length === 0)
        return { database: 'none', ...nothing, hasBucketLived };
      return {
        database: 'readable',
        erased: await listErased(env.DB),
        living: await listLivingIds(env.DB),
        removed: await listRemovedOfficers(env.DB),
        hasBucketLived,
      };
    } catch {
      // Damaged, or older than the tables that are asked for. The operator is told.
      return { database: 'unreadable', ...nothing, hasBucketLived };
    }
  });
}

/** The name of a database that a restore has set aside. */
export const REPLACED = 'replaced-';

/**
 * What databases that earlier restores have set aside know to be over: of a restore that was interrupted, the one that
 * stood before.
 */
export async function readOverOfReplaced(
  stateDir: string,
): Promise<Pick<StandingState, 'erased' | 'removed'>> {
  const over: Pick<StandingState, 'erased' | 'removed'> = { erased: [], removed: [] };
  if (!existsSync(stateDir)) return over;
  for (const name of await readdir(stateDir)) {
    if (!name.startsWith(REPLACED)) continue;
    const { erased, removed } = await readStandingState(join(stateDir, name), '');
    over.erased.push(...erased);
    over.removed.push(...removed);
  }
  return over;
}
