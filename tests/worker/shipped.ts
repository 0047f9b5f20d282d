/** What the portal ships, which workerd cannot read from files: the same values for all the tests that share a workerd. */
import { env } from 'cloudflare:workers';
import type { DirectoryData } from '../../functions/directory/schema.ts';
import type { SearchEntry } from '../../functions/search/search-entry.ts';
import { smallDirectory as withFewCommunes } from './small-directory.ts';

// A binding of the tests alone, which vitest.config.ts writes from values of these types.
const { SHIPPED } = env as Env & { SHIPPED: string };
const shipped = JSON.parse(SHIPPED) as {
  directory: DirectoryData;
  places: Record<string, string>;
  entries: SearchEntry[];
};

/** The whole shipped directory. */
export const shippedDirectory = frozen(shipped.directory);

/** The text of each CSV file of content/places. */
export const shippedPlaces = frozen(shipped.places);

/** Everything that the search finds but places. */
export const shippedEntries = frozen(shipped.entries);

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
