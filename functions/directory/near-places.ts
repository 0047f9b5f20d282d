/** The places nearest to a commune or a point, and how far each is known to be. */
import type { D1Database } from '@cloudflare/workers-types';
import { metresBetween, type Point } from '../../domain/distance.ts';
import type { Neighbour } from './commune-neighbours.ts';
import {
  type CommuneRow,
  type ListedPlace,
  readCentresAround,
  readCommune,
  readPlacedPlaces,
  readProvinceCentres,
  readUnplacedPlaces,
} from './neighbour-store.ts';
import { anyOf, both } from './search-match.ts';

/** Places that an answer lists. */
const SHOWN = 10;

/** With fewer places than this in the neighbouring communes, those of whole provinces are looked at. */
const ENOUGH = 5;

/**
 * Neighbours asked in turn, the nearest first, and how many of their places are looked at. The next ring is asked
 * only while too few were found, so a fuller directory costs no more rows.
 */
const RINGS = [
  { to: 8, limit: 60 },
  { to: 60, limit: 80 },
] as const;

/** Places of the visitor's own commune that are looked at. */
const OWN_LIMIT = 30;

/** Provinces asked in turn when the communes hold too few: the own one with its neighbours, then the next. */
const PROVINCE_STEPS = [4, 12] as const;
const PROVINCE_LIMIT = 60;

/** Boxes around a point in which its commune is looked for, and how near a centre in each is surely the nearest. */
const BOXES = [
  { degrees: 0.2, metres: 20_000 },
  { degrees: 1, metres: 100_000 },
] as const;

/** Where the visitor is. */
export interface Origin {
  /** The commune chosen, or the one whose centre is nearest to the point. */
  commune: { code: string; fullName: string; lat: number; lon: number };
  province: { code: string; name: string; fullName: string };
  /** What distances are measured from: the point, rounded, or the commune's centre. */
  from: Point;
  isPoint: boolean;
  /** Nearest first. */
  neighbours: Neighbour[];
}

/** A place with its distance. */
export interface NearPlace extends ListedPlace {
  commune: { code: string; fullName: string };
  provinceName: string;
  /** The place's own position, or else its commune's centre. */
  at: Point;
  /** From the origin to `at`. */
  metres: number;
  /** Whether `at` is the place's own position. */
  isExact: boolean;
}

/** What lies near. */
export interface NearPlaces {
  /** Nearest first; a place in the own commune of which no more is known stands at the commune's centre. */
  places: NearPlace[];
  /** Places of the own province of which no distance can or may be given. */
  unplaced: ListedPlace[];
}

/** The commune of a five-digit code as an origin; null when there is none. */
export async function originOfCommune(db: D1Database, code: string): Promise<Origin | null> {
  if (!/^\d{5}$/.test(code)) return null;
  const row = await readCommune(db, code);
  return row === null ? null : originOf(row, null);
}

/** A point, rounded by the caller, as an origin; null when no commune's centre is within 100 km. */
export async function originOfPoint(db: D1Database, point: Point): Promise<Origin | null> {
  for (const { degrees, metres } of BOXES) {
    const centres = await readCentresAround(db, point, degrees);
    const [nearest] = centres
      .map(({ code, lat, lon }) => ({ code, metres: metresBetween(point, { lat, lon }) }))
      .sort((a, b) => a.metres - b.metres);
    if (nearest === undefined || nearest.metres > metres) continue;
    const row = await readCommune(db, nearest.code);
    return row === null ? null : originOf(row, point);
  }
  return null;
}

/**
 * The places nearest to an origin, up to ten; with `narrow`, an FTS5 expression, only those that match it. It reads
 * about as many rows in a directory of 10,000 places as in one of 1,000. Where more than 60 places lie in the nearest
 * communes together, some as near as those listed may be missing.
 */
export async function nearPlaces(db: D1Database, origin: Origin, narrow?: string): Promise<NearPlaces> {
  const [placed, unplaced] = await Promise.all([
    placedNear(db, origin, narrow),
    narrow === undefined ? readUnplacedPlaces(db, origin.province.code, SHOWN) : [],
  ]);
  return { places: placed.slice(0, SHOWN), unplaced };
}

async function placedNear(db: D1Database, origin: Origin, narrow: string | undefined): Promise<NearPlace[]> {
  const found = new Map<string, NearPlace>();
  const ask = async (words: readonly string[], limit: number): Promise<void> => {
    if (words.length === 0) return;
    const match = narrow === undefined ? anyOf(words) : both(anyOf(words), narrow);
    for (const row of await readPlacedPlaces(db, match, limit)) {
      const { communeCode, communeName, communeLat, communeLon, lat, lon, ...listed } = row;
      const isExact = lat !== null && lon !== null;
      const at = isExact ? { lat, lon } : { lat: communeLat, lon: communeLon };
      found.set(row.slug, {
        ...listed,
        commune: { code: communeCode, fullName: communeName },
        at,
        metres: metresBetween(origin.from, at),
        isExact,
      });
    }
  };

  const codes = origin.neighbours.map(({ code }) => `xa:${code}`);
  let from = 0;
  for (const { to, limit } of RINGS) {
    if (from > 0 && found.size >= SHOWN) break;
    // Apart from its neighbours, so that theirs cannot crowd out the own commune's.
    const own = from === 0 ? ask([`xa:${origin.commune.code}`], OWN_LIMIT) : null;
    await Promise.all([own, ask(codes.slice(from, to), limit)]);
    from = to;
  }

  if (found.size < ENOUGH) {
    const provinces = await provincesByDistance(db, origin);
    let asked = 0;
    for (const step of PROVINCE_STEPS) {
      if (found.size >= ENOUGH) break;
      await ask(
        provinces.slice(asked, step).map((code) => `tinh:${code}`),
        PROVINCE_LIMIT,
      );
      asked = step;
    }
  }
  return [...found.values()].sort((a, b) => a.metres - b.metres || (a.slug < b.slug ? -1 : 1));
}

/** The own province first, then the others by their centres. */
async function provincesByDistance(db: D1Database, origin: Origin): Promise<string[]> {
  const metresTo = (point: Point & { code: string }): number =>
    point.code === origin.province.code ? 0 : metresBetween(origin.from, point);
  return (await readProvinceCentres(db))
    .toSorted((a, b) => metresTo(a) - metresTo(b))
    .map(({ code }) => code);
}

function originOf(row: CommuneRow, point: Point | null): Origin {
  const { code, fullName, lat, lon, provinceCode, provinceName, provinceFullName } = row;
  // The loader wrote it: [[code, metres], …].
  const neighbours = JSON.parse(row.neighbours) as [string, number][];
  return {
    commune: { code, fullName, lat, lon },
    province: { code: provinceCode, name: provinceName, fullName: provinceFullName },
    from: point ?? { lat, lon },
    isPoint: point !== null,
    neighbours: neighbours.map(([code, metres]) => ({ code, metres })),
  };
}
