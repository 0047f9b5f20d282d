import { describe, expect, it } from 'vitest';
import { readDeskArguments } from '../../scripts/desk-arguments.ts';

describe('the arguments of npm run desk', () => {
  it.each([
    [[], null],
    [['tram-y-te', '--areas', '01, 00004'], { areas: ['01', '00004'] }],
    [['tram-y-te', '--areas', 'all'], { areas: [] }],
    [['tram-y-te', '--complaints', 'no'], { takesComplaints: false }],
    [['tram-y-te', '--complaints', 'yes', '--areas', '79'], { areas: ['79'], takesComplaints: true }],
  ])('%j say what to set', (args, change) => {
    expect(readDeskArguments(args)).toEqual(change === null ? null : { slug: 'tram-y-te', ...change });
  });

  it.each([
    [['tram-y-te'], 'Cách dùng'],
    [['--areas', '01'], 'Cách dùng'],
    [['tram-y-te', 'khac', '--areas', '01'], 'Cách dùng'],
    [['tram-y-te', '--complaints', 'maybe'], 'Cách dùng'],
    [['tram-y-te', '--area', '01'], 'Cách dùng'],
    [['tram-y-te', '--areas', '01,1'], '“1” không phải mã đơn vị'],
    [['tram-y-te', '--areas', ''], 'không phải mã đơn vị'],
    [['tram-y-te', '--areas', 'Hà Nội'], '“Hà Nội” không phải mã đơn vị'],
  ])('%j are refused with the remedy', (args, why) => {
    expect(() => readDeskArguments(args)).toThrow(why);
  });
});
