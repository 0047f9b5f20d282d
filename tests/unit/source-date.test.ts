import { expect, it } from 'vitest';
import { readableSourceDate } from '../../domain/source-date.ts';

it.each([
  ['2025-03-01', '1/3/2025'],
  ['2024-02', '2/2024'],
  ['2024', '2024'],
  ['2022-02-14; 2025-03', '14/2/2022; 3/2025'],
  ['2017-03 (ngày trang)', '3/2017 (ngày trang)'],
  ['không rõ năm', 'không rõ năm'],
])('a source dated %j is read as %j', (raw, readable) => {
  expect(readableSourceDate(raw)).toBe(readable);
});
