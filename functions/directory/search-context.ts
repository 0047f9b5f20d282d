import type { D1Database } from '@cloudflare/workers-types';
import { attributeValue, type PlaceRecord } from './place-record.ts';
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

/** The context with the communes of these places, read only when it lacks one. */
export async function withCommunesOf(
  db: D1Database,
  places: readonly PlaceRecord[],
  context: SearchContext,
): Promise<SearchContext> {
  const codes = places.flatMap((place) => attributeValue(place, 'commune-code') ?? []);
  const lacking = codes.filter((code) => !context.communes.has(code));
  if (lacking.length === 0) return context;
  const { communes } = await readSearchContext(db, lacking);
  return { ...context, communes: new Map([...context.communes, ...communes]) };
}
