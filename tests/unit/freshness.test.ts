import { describe, expect, it } from 'vitest';
import { freshnessOf, oldestAssurance } from '../../domain/freshness.ts';

const today = '2026-11-22';

describe('the freshness of an entry', () => {
  it.each([
    ['2026-11-22', 'confirmed', 0],
    ['2026-08-24', 'confirmed', 90],
    ['2026-08-23', 'ageing', 91],
    ['2025-11-22', 'ageing', 365],
    ['2025-11-21', 'stale', 366],
    ['2017-01-01', 'stale', 3612],
  ])('confirmed on %s is %s after %i days', (assured, state, days) => {
    expect(freshnessOf(assured, today)).toEqual({ state, days });
  });

  it('is stale without days when nobody has confirmed it', () => {
    expect(freshnessOf(null, today)).toEqual({ state: 'stale', days: null });
  });

  it('is stale when the day cannot be true', () => {
    expect(freshnessOf('2062-11-22', today)).toEqual({ state: 'stale', days: null });
    expect(freshnessOf('hôm qua', today)).toEqual({ state: 'stale', days: null });
  });
});

describe('the assurance of several services', () => {
  it('is the oldest', () => {
    expect(oldestAssurance(['2026-11-01', '2026-03-01'])).toBe('2026-03-01');
  });

  it('is none as soon as one service was never confirmed, or there is none', () => {
    expect(oldestAssurance(['2026-11-01', null])).toBeNull();
    expect(oldestAssurance([])).toBeNull();
  });
});
