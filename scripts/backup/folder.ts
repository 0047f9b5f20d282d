/** The folder that holds backups, each in a folder named by its UTC second. */
import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { shiftDays } from '../../domain/local-day.ts';
import { ERASE_KEY_BACKUP_DAYS } from '../../domain/retention.ts';
import type { ErasedRow } from '../../functions/backup/request-store.ts';
import { BACKUP_FILES } from './manifest.ts';

const NAME = /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})Z$/;

/** What an interrupted backup leaves. */
export const UNFINISHED = '.unfinished';

/** The folder's name for a moment: `2026-11-22T03-04-05Z`, without colons, which Windows forbids. */
export function backupName(madeAt: string): string {
  return madeAt.replaceAll(':', '-');
}

/** A moment as backups write it: UTC, to the second. */
export function secondOf(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`;
}

/** The backups in a folder, the oldest first. None when there is no such folder. */
export async function listBackups(dir: string): Promise<{ name: string; madeAt: string }[]> {
  if (!existsSync(dir)) return [];
  return (await readdir(dir)).sort().flatMap((name) => {
    const [, day, hour, minute, second] = NAME.exec(name) ?? [];
    return day === undefined ? [] : [{ name, madeAt: `${day}T${hour}:${minute}:${second}Z` }];
  });
}

/** Whether erase keys of that moment may no longer be kept or restored. */
export function areKeysTooOld(madeAt: string, now: Date): boolean {
  return new Date(madeAt) < shiftDays(now, -ERASE_KEY_BACKUP_DAYS);
}

/** Deletes the files of erase keys that are too old, in every backup of a folder. @returns of how many backups */
export async function deleteOldEraseKeys(dir: string, now: Date): Promise<number> {
  let deleted = 0;
  for (const { name, madeAt } of await listBackups(dir)) {
    const file = join(dir, name, BACKUP_FILES.eraseKeys);
    if (!areKeysTooOld(madeAt, now) || !existsSync(file)) continue;
    await rm(file);
    deleted += 1;
  }
  return deleted;
}

/** Deletes what interrupted backups left in a folder. */
export async function deleteUnfinished(dir: string): Promise<void> {
  if (!existsSync(dir)) return;
  for (const name of await readdir(dir))
    if (name.endsWith(UNFINISHED) && NAME.test(name.slice(0, -UNFINISHED.length)))
      await rm(join(dir, name), { recursive: true });
}

/** A line of `erased-codes.txt`. */
export function erasedLine({ lookup_hash, erased_on }: ErasedRow): string {
  return `${lookup_hash} ${erased_on}\n`;
}

/**
 * What the backups of a folder made after one of them know to be erased. They are believed even where they are damaged:
 * a line too many erases a request that was kept, a line too few brings back one that was not.
 */
export async function readLaterErased(dir: string, madeAt: string): Promise<ErasedRow[]> {
  const rows: ErasedRow[] = [];
  for (const backup of await listBackups(dir)) {
    const file = join(dir, backup.name, BACKUP_FILES.erased);
    if (backup.madeAt <= madeAt || !existsSync(file)) continue;
    for (const line of (await readFile(file, 'utf8')).split('\n')) {
      const [, lookup_hash, erased_on] = /^([\w-]{20,128}) (\d{4}-\d{2}-\d{2})$/.exec(line) ?? [];
      if (lookup_hash !== undefined && erased_on !== undefined) rows.push({ lookup_hash, erased_on });
    }
  }
  return rows;
}
