import type { D1Database } from '@cloudflare/workers-types';
import { daysBefore, RETENTION_DAYS } from '../../domain/retention.ts';
import { deleteSettledReports } from './report-store.ts';

/** Erases what visitors wrote about places once it was settled long enough ago: a note can hold more than its writer meant. */
export async function sweepReports(db: D1Database, now: Date): Promise<void> {
  await deleteSettledReports(db, daysBefore(now, RETENTION_DAYS.settledReport).toISOString());
}
