/** What the portal ships, which workerd cannot read from files: read once for all the tests that share a workerd. */
import { inject } from 'vitest';
import type { DirectoryData } from '../../functions/directory/schema.ts';
import type { SearchEntry } from '../../functions/search/search-entry.ts';
import { smallDirectory as withFewCommunes } from './small-directory.ts';

// vitest.config.ts writes these texts from values of these types.
const { directory, places, entries } = inject('shipped');

/** The whole shipped directory. */
export const shippedDirectory = frozen(JSON.parse(directory) as DirectoryData);

/** The text of each CSV file of content/places. */
export const shippedPlaces = frozen(JSON.parse(places) as Record<string, string>);

/** Everything that the search finds but places. */
export const shippedEntries = frozen(JSON.parse(entries) as SearchEntry[]);

/** The shipped directory with every place and few communes; see small-directory.ts. */
export const smallDirectory = frozen(withFewCommunes(shippedDirectory));

/** A test that changed what the others read as well fails at once. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}
