import type { D1Database } from '@cloudflare/workers-types';
import { refuseOtherState } from '../change-guard-store.ts';
import { IMPORT } from '../public-view.ts';
import type { SearchContext } from '../search-rows.ts';
import { runGuarded, writePlaces } from '../write-places.ts';
import type { ImportPlan } from './import-plan.ts';
import type { DirectoryBasis } from './plan-import.ts';

/** Who an import is remembered as: the command, with the name that the person at the terminal gave. */
export function importedBy(name: string | null): string {
  return name === null || name === IMPORT ? IMPORT : `${IMPORT} (${name})`;
}

/**
 * Writes what is certain in a plan, all or nothing, and remembers for each field who changed it, when, and on whose
 * word. Doubtful rows are left. Gives the number of places written.
 *
 * @param basis the directory that the plan was made over
 * @throws AppError `place_changed` when the directory is another by now; nothing is written then
 */
export async function applyImport(
  db: D1Database,
  { plan, basis }: { plan: ImportPlan; basis: DirectoryBasis },
  context: SearchContext,
  act: { by: string; at: Date },
): Promise<number> {
  const certain = [...plan.added, ...plan.changed];
  if (certain.length === 0) return 0;
  const statements = await writePlaces(db, certain, context, { ...act, source: plan.file });
  // Through wrangler's proxy for Node, preparing thousands of rows holds up the event loop for so long that its
  // connection is closed meanwhile: that has to be noticed before the batch is sent over it.
  await new Promise((resolve) => setTimeout(resolve, 0));
  await runGuarded(db, [refuseOtherState(db, basis), ...statements]);
  return certain.length;
}
