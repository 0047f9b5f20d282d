/** Which communes lie nearest to each. Pure; runs when the units are loaded. */
import { metresBetween, metresOfLatitude, type Point } from '../../domain/distance.ts';

/** Neighbours that are kept: within about 20 km in the plains, 90 km in the mountains. */
export const NEIGHBOUR_COUNT = 60;

/** Side of a cell of the grid, in degrees. */
const CELL = 0.15;

/** A commune near another. */
export interface Neighbour {
  code: string;
  /** Between the two centres, in whole metres. */
  metres: number;
}

type Centre = Point & { code: string };

/**
 * For each commune the `count` others whose centres lie nearest, nearest first; of two as near the smaller code.
 * Exact: rings of cells are added around a commune until no cell outside can hold a nearer one.
 */
export function communeNeighbours(
  communes: readonly Centre[],
  count = NEIGHBOUR_COUNT,
): Map<string, Neighbour[]> {
  const cells = new Map<number, Centre[]>();
  for (const commune of communes) {
    const key = cellKey(cellOf(commune.lat), cellOf(commune.lon));
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [commune]);
    else cell.push(commune);
  }
  return new Map(
    communes.map((commune) => [commune.code, nearestTo(commune, cells, communes.length, count)]),
  );
}

function nearestTo(
  commune: Centre,
  cells: ReadonlyMap<number, readonly Centre[]>,
  total: number,
  count: number,
): Neighbour[] {
  const found: Neighbour[] = [];
  for (let ring = 0; ; ring += 1) {
    for (const other of ringOf(commune, ring, cells)) {
      if (other !== commune) {
        found.push({ code: other.code, metres: Math.round(metresBetween(commune, other)) });
      }
    }
    // A degree of longitude is shortest at the end of the ring that lies nearer to the pole.
    const shrink = Math.cos(((Math.abs(commune.lat) + (ring + 1) * CELL) * Math.PI) / 180);
    const searched = metresOfLatitude(ring * CELL) * Math.max(0, shrink);
    if (found.length < Math.min(count, total - 1)) continue;
    const certain = found.filter(({ metres }) => metres <= searched);
    if (found.length === total - 1 || certain.length >= count) {
      const nearest = certain.length >= count ? certain : found;
      return nearest.sort((a, b) => a.metres - b.metres || (a.code < b.code ? -1 : 1)).slice(0, count);
    }
  }
}

/** The communes in the cells at this many steps from a commune's own. */
function ringOf(
  { lat, lon }: Point,
  ring: number,
  cells: ReadonlyMap<number, readonly Centre[]>,
): readonly Centre[] {
  const centres: Centre[] = [];
  for (let row = -ring; row <= ring; row += 1) {
    const step = Math.abs(row) === ring || ring === 0 ? 1 : 2 * ring;
    for (let column = -ring; column <= ring; column += step) {
      centres.push(...(cells.get(cellKey(cellOf(lat) + row, cellOf(lon) + column)) ?? []));
    }
  }
  return centres;
}

function cellOf(degrees: number): number {
  return Math.floor(degrees / CELL);
}

function cellKey(row: number, column: number): number {
  return row * 1_000_000 + column;
}
