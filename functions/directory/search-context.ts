import type { D1Database } from '@cloudflare/workers-types';
import { readContextRows } from './place-store.ts';
import { formerProvinceCodesByName, type SearchContext } from './search-rows.ts';

/**
 * What the search rows of places need, from the database.
 *
 * @param communeCodes the communes of those places; all when not given
 */
export async function readSearchContext(
  db: D1Database,
  communeCodes?: readonly string[],
): Promise<SearchContext> {
  const { terms, communes, provinces, formerProvinces } = await readContextRows(db, communeCodes);
  return {
    terms: new Map(terms.map((row) => [row.id, row])),
    communes: new Map(communes.map((row) => [row.code, row])),
    provinces: new Map(provinces.map((row) => [row.code, row])),
    formerProvinceCodes: formerProvinceCodesByName({ formerProvinces }),
  };
}
