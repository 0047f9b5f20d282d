import type { D1Database } from '@cloudflare/workers-types';
import { type NearPlaces, nearPlaces, type Origin, originOfCommune } from './near-places.ts';
import { readCommuneNames } from './neighbour-store.ts';
import { type FormerUnitName, readFormerUnitsOf } from './store.ts';

/** Neighbours that the page of a commune links to. */
const LINKED_NEIGHBOURS = 8;

/** A commune whose centre is near. */
export interface NeighbourLink {
  code: string;
  fullName: string;
  /** Null in the same province. */
  provinceName: string | null;
  /** Between the centres. */
  metres: number;
}

/** Everything that the page of a commune tells. */
export interface CommunePage extends NearPlaces {
  origin: Origin;
  /** Former communes whose ground it holds, in the order of the source. */
  formerUnits: FormerUnitName[];
  neighbours: NeighbourLink[];
}

/** The page of a present commune by its five-digit code; null when there is none. Former codes have no page. */
export async function getCommunePage(db: D1Database, code: string): Promise<CommunePage | null> {
  const origin = await originOfCommune(db, code);
  if (origin === null) return null;
  const linked = origin.neighbours.slice(0, LINKED_NEIGHBOURS);
  const [near, formerUnits, names] = await Promise.all([
    nearPlaces(db, origin),
    readFormerUnitsOf(db, code),
    readCommuneNames(
      db,
      linked.map(({ code }) => code),
    ),
  ]);
  const metres = new Map(linked.map((neighbour) => [neighbour.code, neighbour.metres]));
  return {
    ...near,
    origin,
    formerUnits,
    neighbours: names.map(({ code, fullName, provinceCode, provinceName }) => ({
      code,
      fullName,
      provinceName: provinceCode === origin.province.code ? null : provinceName,
      metres: metres.get(code) ?? 0,
    })),
  };
}
