import { describe, expect, it } from 'vitest';
import { MAX_NOTE_LENGTH, readPlaceReport } from '../../domain/place-report.ts';

describe('a report of a place', () => {
  it('needs no note', () => {
    expect(readPlaceReport('closed', '')).toEqual({ ok: true, report: { kind: 'closed', note: '' } });
  });

  it('is refused with a kind that is not offered', () => {
    expect(readPlaceReport('', 'Đã dời')).toEqual({ ok: false, problem: 'kind-missing' });
    expect(readPlaceReport('spam', '')).toEqual({ ok: false, problem: 'kind-missing' });
  });

  it('holds its note on one line, composed', () => {
    const typed = '  Đã dời\r\nsang\u0000 nhà bên '.normalize('NFD');

    expect(readPlaceReport('moved', typed)).toEqual({
      ok: true,
      report: { kind: 'moved', note: 'Đã dời sang nhà bên' },
    });
  });

  it.each([
    [MAX_NOTE_LENGTH - 1, true],
    [MAX_NOTE_LENGTH, true],
    [MAX_NOTE_LENGTH + 1, false],
  ])('with a note of %i characters: %s', (length, ok) => {
    expect(readPlaceReport('other', 'ữ'.repeat(length)).ok).toBe(ok);
  });
});

describe('a note', () => {
  it.each([
    ['Gọi chị ở số 0912345678', 'phone'],
    ['0912 34 56 78', 'phone'],
    ['09.12.34.56.78', 'phone'],
    ['(024) 3826-1234', 'phone'],
    ['+84 912 345 678', 'phone'],
    ['3826 1234', 'phone'],
    ['số mới ０９１２３４５６７８', 'phone'],
    ['hỏi an.nguyen@example.com', 'email'],
    ['an @ example.com', 'email'],
    ['CCCD 001 099 012 345', 'id-number'],
    ['chứng minh 012345678', 'id-number'],
  ])('that looks like data of a person is refused: %s', (note, problem) => {
    expect(readPlaceReport('other', note)).toEqual({ ok: false, problem });
  });

  it.each([
    'Giờ mới: 7h30-11h30, 13h30-17h00',
    'Mở 7.30-11.30 13.30-17.00',
    'Đóng cửa từ 22/11/2026',
    'Đóng cửa từ 22-11-2026 đến 30-11-2026',
    'Đã chuyển sang 396/27 Nguyễn Tất Thành, phường 18, quận 4',
    'Tổng đài 115 không đúng',
    'Nghị định 163/2026/NĐ-CP, Điều 80',
  ])('about the place itself is taken: %s', (note) => {
    expect(readPlaceReport('other', note).ok).toBe(true);
  });
});
