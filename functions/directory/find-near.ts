/** "Near me": from what the visitor gave as the place where they are to what lies around it. */
import type { D1Database } from '@cloudflare/workers-types';
import { parseRoughPoint } from '../../domain/rough-point.ts';
import { unitsNamed } from './list-units.ts';
import { type NearPlaces, nearPlaces, type Origin, originOfCommune, originOfPoint } from './near-places.ts';
import { readCommuneNames } from './neighbour-store.ts';
import { ask } from './store.ts';

/** Communes that a name leads to and among which the visitor chooses. */
const MAX_CHOICES = 20;

/** A commune to choose. */
export interface CommuneChoice {
  code: string;
  fullName: string;
  provinceName: string;
}

/** The answer to `gan`. */
export type NearAnswer =
  | ({ kind: 'near'; origin: Origin } & NearPlaces)
  /** The name is that of several communes, or of a former unit whose ground several hold now. */
  | { kind: 'choose'; communes: CommuneChoice[]; hasMore: boolean }
  /** A whole province: too large to be near. */
  | { kind: 'province'; provinceCode: string; provinceName: string }
  | { kind: 'unknown' }
  /** A point further than 100 km from any commune. */
  | { kind: 'far' };

/**
 * What lies near a five-digit commune code, a position `lat,lon` (rounded here once more, and used for nothing else),
 * or the name of a unit, present or former; with `narrow`, an FTS5 expression, only places that match it. Null when
 * `gan` is empty.
 */
export async function findNear(db: D1Database, gan: string, narrow?: string): Promise<NearAnswer | null> {
  if (gan === '') return null;
  const point = parseRoughPoint(gan);
  if (point !== null) {
    const origin = await originOfPoint(db, point);
    return origin === null ? { kind: 'far' } : nearOrigin(db, origin, narrow);
  }
  if (/^\d+$/.test(gan)) {
    const origin = await originOfCommune(db, gan);
    return origin === null ? { kind: 'unknown' } : nearOrigin(db, origin, narrow);
  }
  const named = unitsNamed(db, gan, null);
  if (named === null) return { kind: 'unknown' };
  const [{ units, hasMore }] = await ask(db, [named]);
  const codes = [...new Set(units.flatMap(({ communes }) => communes.map(({ code }) => code)))];
  const [first] = codes;
  if (first !== undefined && codes.length === 1 && !hasMore) {
    const origin = await originOfCommune(db, first);
    return origin === null ? { kind: 'unknown' } : nearOrigin(db, origin, narrow);
  }
  if (first !== undefined) {
    const communes = await readCommuneNames(db, codes.slice(0, MAX_CHOICES));
    return { kind: 'choose', communes, hasMore: hasMore || codes.length > MAX_CHOICES };
  }
  const [unit] = units;
  if (unit === undefined) return { kind: 'unknown' };
  return { kind: 'province', provinceCode: unit.provinceCode, provinceName: unit.provinceName };
}

async function nearOrigin(db: D1Database, origin: Origin, narrow: string | undefined): Promise<NearAnswer> {
  return { kind: 'near', origin, ...(await nearPlaces(db, origin, narrow)) };
}
