import type { D1Database } from '@cloudflare/workers-types';
import { countShown } from './export-store.ts';
import { readDirectoryState } from './hsds/store.ts';

/** What the page of the open data says of the data as a whole. */
export interface OpenDataFacts {
  places: number;
  confirmed: number;
  /** UTC times; null before anything was loaded, or before anything was changed here. */
  loadedAt: string | null;
  changedAt: string | null;
}

/** How many places everybody may see, and how fresh they are. */
export async function describeOpenData(db: D1Database): Promise<OpenDataFacts> {
  const [counts, state] = await Promise.all([countShown(db), readDirectoryState(db)]);
  return { ...counts, loadedAt: state?.loadedAt ?? null, changedAt: state?.changedAt ?? null };
}
