import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRoughPoint, roughenText, roughPointText } from '../../domain/rough-point.ts';

describe('a position made rough', () => {
  it.each([
    [{ lat: 21.028511, lon: 105.804817 }, '21.03,105.80'],
    [{ lat: -0.001, lon: 0.004 }, '0.00,0.00'],
    [{ lat: 8.6, lon: 106.999 }, '8.60,107.00'],
  ])('is for %o %s', (point, text) => {
    expect(roughPointText(point)).toBe(text);
  });

  it('carries two decimals, lies within 0.005° and stays as it is when made rough again', () => {
    const degrees = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true });
    fc.assert(
      fc.property(degrees(90), degrees(180), (lat, lon) => {
        const text = roughPointText({ lat, lon });
        expect(text).toMatch(/^-?\d+\.\d\d,-?\d+\.\d\d$/);
        expect(text).not.toContain('-0.00');
        const again = parseRoughPoint(text);
        expect(again).not.toBeNull();
        expect(Math.abs((again?.lat ?? 99) - lat)).toBeLessThanOrEqual(0.005 + 1e-9);
        expect(roughenText(text)).toBe(text);
      }),
    );
  });

  it('is read from an address and rounded once more', () => {
    expect(parseRoughPoint('21.028511, 105.804817')).toEqual({ lat: 21.03, lon: 105.8 });
    expect(roughenText(' 21.028511,105.804817')).toBe('21.03,105.80');
  });

  it.each(['', 'hoàng mai', '09706', '21.03', '91,0', '0,181', '1e5,2', 'NaN,1', '21.03;105.85', '1,2,3'])(
    'is not read from %j, which stays as it is',
    (text) => {
      expect(parseRoughPoint(text)).toBeNull();
      expect(roughenText(text)).toBe(text);
    },
  );
});
