import { describe, expect, it } from 'vitest';
import { readDecimal, readTime } from '../../src/client/staff/editor/read-time.ts';

describe('a time of day as an editor types it', () => {
  it.each([
    ['7:30', '07:30'],
    ['07:30', '07:30'],
    ['7h30', '07:30'],
    ['7g30', '07:30'],
    ['7 giờ', '07:00'],
    ['7 giờ 30', '07:30'],
    ['16.30', '16:30'],
    ['24:00', '24:00'],
    ['7', '07:00'],
    [' ', ''],
  ])('%j is %j', (typed, stored) => {
    expect(readTime(typed)).toBe(stored);
  });

  it.each(['sáng', '7:3', '123:00', '7:30 sáng'])('%j stays as it is, for the portal to refuse', (typed) => {
    expect(readTime(typed)).toBe(typed);
  });
});

describe('a coordinate as an editor types it', () => {
  it.each([
    ['21,0285', '21.0285'],
    ['-0,5', '-0.5'],
    [' 105.8 ', '105.8'],
    ['1,2,3', '1,2,3'],
    ['bắc', 'bắc'],
  ])('%j is %j', (typed, stored) => {
    expect(readDecimal(typed)).toBe(stored);
  });
});
