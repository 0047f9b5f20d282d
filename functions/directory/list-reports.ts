import type { D1Database } from '@cloudflare/workers-types';
import { EDITORS_PAGE, type EditorsPlace, listReported } from './editing-store.ts';
import { listOpenReports, type OpenReport } from './report-store.ts';

/** A place of which something was reported. */
export interface ReportedPlace extends EditorsPlace {
  reports: OpenReport[];
}

/**
 * The places with open reports, the one that has waited longest first, each with all of its open reports.
 *
 * @param page from 1
 */
export async function listReports(
  db: D1Database,
  page: number,
): Promise<{ places: ReportedPlace[]; hasNextPage: boolean }> {
  const found = await listReported(db, EDITORS_PAGE + 1, (page - 1) * EDITORS_PAGE);
  const places = found.slice(0, EDITORS_PAGE);
  const reports = await listOpenReports(
    db,
    places.map(({ id }) => id),
  );
  return {
    places: places.map((place) => ({
      ...place,
      reports: reports.filter(({ locationId }) => locationId === place.id).map(withoutPlace),
    })),
    hasNextPage: found.length > EDITORS_PAGE,
  };
}

/** The open reports of one place, the oldest first. */
export async function listReportsOf(db: D1Database, placeId: string): Promise<OpenReport[]> {
  return (await listOpenReports(db, [placeId])).map(withoutPlace);
}

function withoutPlace({ id, kind, note, hour }: OpenReport): OpenReport {
  return { id, kind, note, hour };
}
