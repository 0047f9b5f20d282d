import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metresBetween, roundKilometres } from '../../domain/distance.ts';

const point = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('the distance between two points', () => {
  // One degree along a meridian of a sphere of 6,371.0088 km is 111.195 km.
  it.each([
    [{ lat: 0, lon: 0 }, { lat: 1, lon: 0 }, 111_195],
    [{ lat: 60, lon: 0 }, { lat: 60, lon: 1 }, 55_597],
    [{ lat: 0, lon: 0 }, { lat: 0, lon: 180 }, 20_015_115],
    [{ lat: 21, lon: 105 }, { lat: 21, lon: 105 }, 0],
  ])('from %o to %o is %i metres', (a, b, metres) => {
    expect(Math.abs(metresBetween(a, b) - metres)).toBeLessThan(25);
  });

  it('is the same both ways and never more than half around the Earth', () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        expect(metresBetween(a, b)).toBeCloseTo(metresBetween(b, a), 3);
        expect(metresBetween(a, b)).toBeLessThanOrEqual(20_015_116);
      }),
    );
  });
});

describe('a distance that is said with "about"', () => {
  it.each([
    [0, 0],
    [999, 0],
    [1000, 1],
    [1499, 1],
    [11_600, 12],
    [49_400, 49],
    [52_400, 50],
    [97_600, 100],
    [344_000, 340],
  ])('is for %i metres %i km', (metres, kilometres) => {
    expect(roundKilometres(metres)).toBe(kilometres);
  });
});
