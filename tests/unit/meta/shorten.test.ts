import { describe, expect, it } from 'vitest';
import { shorten } from '../../../src/meta/shorten.ts';

describe('a shortened text', () => {
  it.each([
    ['Quy định chi tiết', 17, 'Quy định chi tiết'],
    ['Quy định chi tiết', 16, 'Quy định chi…'],
    ['Quy định chi tiết', 14, 'Quy định chi…'],
    ['Quy định chi tiết', 13, 'Quy định chi…'],
    ['Quy định chi tiết', 12, 'Quy định…'],
    ['Quy định, chi tiết', 12, 'Quy định…'],
    ['Quyđịnhchitiết', 5, 'Quyđ…'],
    ['', 5, ''],
  ])('of “%s” in %i letters is “%s”', (text, most, short) => {
    expect(shorten(text, most)).toBe(short);
    expect(shorten(text, most).length).toBeLessThanOrEqual(most);
  });
});
