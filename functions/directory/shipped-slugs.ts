/** Addresses of shipped places that a place kept here has taken. Pure. */
import { attributeValue, type PlaceRecord } from './place-record.ts';

/**
 * The shipped places with addresses that no kept place has. One that is taken gets the first free number behind it, in
 * the order of the files, so that the same files beside the same kept places always give the same addresses.
 */
export function withFreeSlugs(shipped: readonly PlaceRecord[], kept: readonly PlaceRecord[]): PlaceRecord[] {
  const keptSlugs = new Set(kept.map(slugOf));
  const taken = new Set([...keptSlugs, ...shipped.map(slugOf)]);
  return shipped.map((place) => {
    const slug = slugOf(place);
    if (!keptSlugs.has(slug)) return place;
    let number = 2;
    while (taken.has(`${slug}-${number}`)) number += 1;
    const free = `${slug}-${number}`;
    taken.add(free);
    return {
      ...place,
      attributes: place.attributes.map((row) => (row.link_type === 'slug' ? { ...row, value: free } : row)),
    };
  });
}

function slugOf(place: PlaceRecord): string {
  return attributeValue(place, 'slug') ?? '';
}
