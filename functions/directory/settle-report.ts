import type { D1Database } from '@cloudflare/workers-types';
import { AppError } from '../errors.ts';
import { closeReport } from './report-store.ts';

/**
 * Takes a report out of the queue: what it says was mended, or there was nothing to mend. One that is closed already
 * stays as it was closed first.
 *
 * @throws AppError `not_found`
 */
export async function settleReport(
  db: D1Database,
  id: string,
  settled: { state: 'done' | 'dismissed'; by: string; at: Date },
): Promise<void> {
  if (!(await closeReport(db, id, { ...settled, at: settled.at.toISOString() })))
    throw new AppError('not_found');
}
