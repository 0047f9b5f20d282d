/**
 * A drawing of Việt Nam from the only positions that the portal holds: the centres of communes. One dot stands for
 * every cell of the grid in which at least one centre lies. No border is drawn, because none is known here.
 */
import type { Point } from './distance.ts';

/** North-western corner of the grid. */
const NORTH = 23.5;
const WEST = 102;

/** Degrees of a cell; longitude is wider so that cells are square in the middle of the country, at 16° N. */
const CELL_LAT = 0.25;
const CELL_LON = 0.26;

/** Cells of the drawing: down to Trường Sa in the south-east. */
export const LOCATOR_SIZE = { width: 48, height: 62 } as const;

/**
 * locatorPath of the centres in content/admin-units/communes.csv. Kept here so that no page reads 3,321 rows to draw
 * it; tests/unit/locator.test.ts keeps the two equal.
 */
export const LOCATOR_DOTS =
  'M12 0h.1M11 1h2.1M8 2h10.1M1 3h1.1M4 3h14.1M1 4h16.1M1 5h16.1M2 6h17.1M2 7h21.1M3 8h19.1M3 9h19.1M5 10h15.1M9 11h9.1M9 12h8.1M10 13h7.1M22 13h.1M11 14h4.1M8 15h6.1M7 16h7.1M8 17h6.1M10 18h4.1M12 19h2.1M12 20h3.1M13 21h3.1M14 22h3.1M14 23h3.1M16 24h2.1M17 25h3.1M17 26h3.1M17 27h4.1M18 28h4.1M38 28h.1M20 29h4.1M20 30h5.1M20 31h5.1M22 32h5.1M21 33h5.1M21 34h5.1M21 35h6.1M21 36h6.1M20 37h7.1M21 38h6.1M21 39h7.1M21 40h6.1M21 41h7.1M21 42h7.1M21 43h7.1M21 44h6.1M18 45h9.1M17 46h10.1M15 47h12.1M15 48h11.1M15 49h10.1M11 50h13.1M11 51h11.1M26 51h.1M7 52h13.1M9 53h9.1M9 54h.1M11 54h6.1M11 55h6.1M5 56h.1M11 56h4.1M46 56h.1M10 57h4.1M10 58h2.1M10 59h1.1M17 59h.1';

/** The cell of the drawing in which a point lies. */
export function locatorCell({ lat, lon }: Point): { x: number; y: number } {
  return { x: Math.floor((lon - WEST) / CELL_LON), y: Math.floor((NORTH - lat) / CELL_LAT) };
}

/** Where a point lies between the dots, to a tenth of a cell; a dot stands in the middle of its cell. */
export function locatorPosition({ lat, lon }: Point): { x: number; y: number } {
  const tenth = (cells: number): number => Math.round((cells - 0.5) * 10) / 10;
  return { x: tenth((lon - WEST) / CELL_LON), y: tenth((NORTH - lat) / CELL_LAT) };
}

/**
 * The path of the dots, for a stroke with round ends and a dash of `0 1`: each run of neighbouring cells is one line
 * from the first dot to the last.
 */
export function locatorPath(centres: readonly Point[]): string {
  const cells = new Set(
    centres.map((centre) => {
      const { x, y } = locatorCell(centre);
      return y * LOCATOR_SIZE.width + x;
    }),
  );
  const sorted = [...cells].sort((a, b) => a - b);
  let path = '';
  for (let at = 0; at < sorted.length;) {
    const first = sorted[at] ?? 0;
    let length = 1;
    while (sorted[at + length] === first + length && (first + length) % LOCATOR_SIZE.width !== 0) length += 1;
    // A little longer than the last dash, so that rounding never drops it.
    path += `M${first % LOCATOR_SIZE.width} ${Math.floor(first / LOCATOR_SIZE.width)}h${length === 1 ? '' : length - 1}.1`;
    at += length;
  }
  return path;
}
