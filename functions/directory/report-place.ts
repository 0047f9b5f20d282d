import type { D1Database } from '@cloudflare/workers-types';
import { hourOf } from '../../domain/hour.ts';
import { type ReportProblem, readPlaceReport } from '../../domain/place-report.ts';
import { AppError } from '../errors.ts';
import { findLocationId, insertReport } from './report-store.ts';

/** Open reports of one place after which only another kind of fault is news. */
export const OPEN_REPORTS_CAP = 20;

/** What a visitor sends. */
export interface ReportInput {
  /** The last part of the place's address. */
  slug: string;
  kind: string;
  note: string;
  /** What stands in the field that people do not see. */
  trap: string;
}

/**
 * Takes a report of a place: the kind, the note and the hour, nothing of who sent it. What a machine filled in and what
 * comes after the cap is thanked for and dropped.
 *
 * @returns null when all is well, or what is wrong with the input
 * @throws AppError `not_found` for an address of no place
 */
export async function reportPlace(
  db: D1Database,
  input: ReportInput,
  now: Date,
): Promise<ReportProblem | null> {
  const reading = readPlaceReport(input.kind, input.note);
  if (!reading.ok) return reading.problem;
  const locationId = await findLocationId(db, input.slug);
  if (locationId === null) throw new AppError('not_found');
  if (input.trap !== '') return null;
  const report = { id: crypto.randomUUID(), locationId, ...reading.report, hour: hourOf(now) };
  await insertReport(db, report, OPEN_REPORTS_CAP);
  return null;
}
