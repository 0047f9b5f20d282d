import type { D1Database } from '@cloudflare/workers-types';
import type { SearchContext } from '../search-rows.ts';
import { writePlaces } from '../write-places.ts';
import type { ImportPlan } from './import-plan.ts';

/**
 * Writes what is certain in a plan, all or nothing, and remembers for each field who changed it, when, and on whose
 * word. Doubtful rows are left. Gives the number of places written.
 */
export async function applyImport(
  db: D1Database,
  plan: ImportPlan,
  context: SearchContext,
  act: { by: string; at: Date },
): Promise<number> {
  const certain = [...plan.added, ...plan.changed];
  const sources = new Set(certain.map(({ source }) => source));
  const statements = [...sources].flatMap((source) =>
    writePlaces(
      db,
      certain.filter((place) => place.source === source),
      context,
      { ...act, source },
    ),
  );
  if (statements.length > 0) await db.batch(statements);
  return certain.length;
}
