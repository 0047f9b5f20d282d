/** Positions and distances. Pure: the loader, the pages and the browser measure alike. */

/** Degrees, WGS 84. */
export interface Point {
  lat: number;
  lon: number;
}

/** Mean radius of the Earth in metres (IUGG). */
const EARTH_RADIUS = 6_371_008.8;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Metres between two points as the crow flies (haversine), good to about 0.5 %. */
export function metresBetween(a: Point, b: Point): number {
  const halfLat = Math.sin(radians(b.lat - a.lat) / 2);
  const halfLon = Math.sin(radians(b.lon - a.lon) / 2);
  const h = halfLat ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * halfLon ** 2;
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Metres of a step to the north: no point at least that many degrees further north or south is nearer. */
export function metresOfLatitude(degrees: number): number {
  return EARTH_RADIUS * radians(Math.abs(degrees));
}

/**
 * A distance as it may be said with "khoảng": whole kilometres, above 50 in fives, above 100 in tens. 0 means less
 * than one kilometre.
 */
export function roundKilometres(metres: number): number {
  const kilometres = metres / 1000;
  if (kilometres < 1) return 0;
  const step = kilometres < 50 ? 1 : kilometres < 100 ? 5 : 10;
  return Math.round(kilometres / step) * step;
}
