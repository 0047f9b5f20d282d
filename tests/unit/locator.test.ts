import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  LOCATOR_DOTS,
  LOCATOR_SIZE,
  locatorCell,
  locatorPath,
  locatorPosition,
} from '../../domain/locator.ts';
import { projectRoot } from '../../scripts/project-root.ts';
import { readDirectory } from '../../scripts/read-directory.ts';

const { communes } = await readDirectory(join(projectRoot, 'content'));

/** The dots of a path, as `x y`. */
function dotsOf(path: string): Set<string> {
  const runs = [...path.matchAll(/M(\d+) (\d+)h(\d*)\.1/g)];
  return new Set(
    runs.flatMap(([, x = '', y = '', length = '']) =>
      Array.from({ length: Number(length) + 1 }, (_, step) => `${Number(x) + step} ${y}`),
    ),
  );
}

describe('the drawing of the country', () => {
  it('is that of the communes’ centres', () => {
    expect(LOCATOR_DOTS).toBe(locatorPath(communes));
  });

  it('has a dot for every commune and none where no commune is', () => {
    const cells = communes.map((commune) => locatorCell(commune));
    const expected = new Set(cells.map(({ x, y }) => `${x} ${y}`));

    expect(dotsOf(LOCATOR_DOTS)).toEqual(expected);
    for (const { x, y } of cells) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThan(LOCATOR_SIZE.width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThan(LOCATOR_SIZE.height);
    }
  });

  it.each(['Hoàng Sa', 'Trường Sa', 'Phú Quốc', 'Côn Đảo', 'Lý Sơn', 'Phú Quý', 'Bạch Long Vĩ'])(
    'shows %s',
    (name) => {
      const [island] = communes.filter((commune) => commune.name === name && commune.type === 'đặc khu');
      if (island === undefined) throw new Error(`no đặc khu ${name}`);
      const { x, y } = locatorCell(island);

      expect(dotsOf(LOCATOR_DOTS).has(`${x} ${y}`)).toBe(true);
    },
  );

  it('marks a point within half a cell of its dot', () => {
    for (const commune of communes) {
      const cell = locatorCell(commune);
      const { x, y } = locatorPosition(commune);
      expect(Math.abs(x - cell.x)).toBeLessThan(0.56);
      expect(Math.abs(y - cell.y)).toBeLessThan(0.56);
    }
  });

  it('weighs under 2 kB', () => {
    expect(gzipSync(LOCATOR_DOTS).length).toBeLessThan(2000);
  });
});
