import { describe, expect, it } from 'vitest';
import { readDeskDescription } from '../../scripts/desk-description.ts';

const desk = {
  slug: 'tram-y-te',
  name: ' Trạm y tế ',
  operatorKind: 'health',
  operator: 'Trạm y tế phường',
  duty: 'Không báo cho ai.',
  hours: 'Thứ hai đến thứ sáu',
};

describe('the description of a new desk', () => {
  it('is read, and takes requests from everywhere unless it says where from', () => {
    expect(readDeskDescription(JSON.stringify(desk))).toEqual({ ...desk, name: 'Trạm y tế', areas: [] });
  });

  it.each([
    ['no JSON', '{'],
    ['a sentence that is missing', JSON.stringify({ ...desk, duty: ' ' })],
    ['a kind that is none', JSON.stringify({ ...desk, operatorKind: 'church' })],
    ['a slug that is no address', JSON.stringify({ ...desk, slug: 'Trạm' })],
    ['a code of no unit', JSON.stringify({ ...desk, areas: ['1'] })],
    ['a field that is unknown', JSON.stringify({ ...desk, isDemo: true })],
  ])('is refused with %s', (_what, text) => {
    expect(() => readDeskDescription(text)).toThrow('Chưa tạo gì');
  });
});
