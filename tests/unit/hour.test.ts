import { describe, expect, it } from 'vitest';
import { hourOf, localHour } from '../../domain/hour.ts';

describe('an hour', () => {
  it('is kept in UTC, without what comes after it', () => {
    expect(hourOf(new Date('2026-11-22T03:59:59.999Z'))).toBe('2026-11-22T03:00:00Z');
  });

  it('is shown on a clock in Việt Nam, where a day and a year begin seven hours earlier', () => {
    expect(localHour('2026-12-31T16:00:00Z')).toEqual({ day: '31', month: '12', year: '2026', hour: '23' });
    expect(localHour('2026-12-31T17:00:00Z')).toEqual({ day: '1', month: '1', year: '2027', hour: '0' });
  });

  it('that is none is not shown as one', () => {
    expect(() => localHour('không phải giờ')).toThrow(RangeError);
  });
});
