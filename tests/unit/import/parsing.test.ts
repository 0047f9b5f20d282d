import { describe, expect, it } from 'vitest';
import { cellFault } from '../../../functions/directory/import/check-cell.ts';
import { decodeText } from '../../../functions/directory/import/decode-text.ts';
import { isBefore, latestDate, parseDay } from '../../../functions/directory/import/parse-day.ts';
import { parseHours } from '../../../functions/directory/import/parse-hours.ts';
import { parsePhones, phoneDigits } from '../../../functions/directory/import/parse-phone.ts';
import { columnNamed } from '../../../functions/directory/import/plain-columns.ts';
import { openZip } from '../../../functions/directory/import/unzip.ts';
import { separatorOf } from '../../../functions/directory/read-delimited.ts';
import { part, zipFile } from './xlsx-file.ts';

describe('a day', () => {
  it.each([
    ['31/12/2026', '2026-12-31'],
    ['1-2-2026', '2026-02-01'],
    ['1.2.2026', '2026-02-01'],
    ['12/2026', '2026-12'],
    ['2026', '2026'],
    ['2026-02', '2026-02'],
    ['2026-02-28', '2026-02-28'],
    ['29/02/2024', '2024-02-29'],
    ['29/02/2026', null],
    ['31/02/2026', null],
    ['12/31/2026', null],
    ['0/1/2026', null],
    ['13/2026', null],
    ['1/1/26', null],
    ['không rõ năm', null],
    ['2026-13-01', null],
  ])('is read from %s', (text, day) => {
    expect(parseDay(text)).toBe(day);
  });

  it.each([
    ['2025-03', '2025-03-01', false],
    ['2025-02', '2025-03-01', true],
    ['2024', '2025-03', true],
    ['2025-03-02', '2025-03-01', false],
  ])('%s is before %s as far as both tell: %s', (date, other, is) => {
    expect(isBefore(date, other)).toBe(is);
  });

  it('is the latest of several in the words of a source', () => {
    expect(latestDate('2022-02-14; 2025-03')).toBe('2025-03');
    expect(latestDate('không rõ năm')).toBeNull();
  });
});

describe('opening hours', () => {
  const weekdays = 'MO,TU,WE,TH,FR';

  it.each([
    ['Thứ 2 - Thứ 6: 07:30-11:30', [[weekdays, '07:30', '11:30']]],
    [
      'T2-T6: 7h30-11h30, 13h30-17h',
      [
        [weekdays, '07:30', '11:30'],
        [weekdays, '13:30', '17:00'],
      ],
    ],
    ['thứ hai đến thứ sáu: 8g-17g', [[weekdays, '08:00', '17:00']]],
    [
      'Thứ 2-6: 8h-17h; CN: 8h-11h',
      [
        [weekdays, '08:00', '17:00'],
        ['SU', '08:00', '11:00'],
      ],
    ],
    ['Thứ 3, Thứ 5 và Thứ 7: 08:00-11:00', [['TU,TH,SA', '08:00', '11:00']]],
    ['Chủ nhật 8h-9h', [['SU', '08:00', '09:00']]],
    ['Hằng ngày: 24/24', [['MO,TU,WE,TH,FR,SA,SU', '00:00', '24:00']]],
  ] as const)('are understood: %s', (text, periods) => {
    expect(parseHours(text)?.map(({ byday, opens, closes }) => [byday, opens, closes])).toEqual(periods);
  });

  it.each([
    '07:30-11:30',
    'Thứ 2',
    'Thứ 8: 07:30-11:30',
    'Thứ 6 - Thứ 2: 07:30-11:30',
    'Thứ 2: 07:30-25:00',
    'Thứ 2: 07:75-11:00',
    'Thứ 2: 11:30-07:30',
    'Thứ 2: 07:30-11:30-13:00',
    'Giờ hành chính',
    'Thứ 2: 07:30-11:30; khi cần',
  ])('are left to the person when half of them is unclear: %s', (text) => {
    expect(parseHours(text)).toBeNull();
  });
});

describe('phones', () => {
  it.each([
    ['024 2321 1937', ['024 2321 1937']],
    ['(028) 6270 0119; 0982 120 908', ['(028) 6270 0119', '0982 120 908']],
    ['+84 24 2321 1937', ['+84 24 2321 1937']],
    ['115', ['115']],
    ['18001567', ['18001567']],
    ['1900 1234', ['1900 1234']],
  ])('are read from %s', (cell, numbers) => {
    const phones = parsePhones(cell);

    expect(typeof phones === 'string' ? phones : phones.map(({ number }) => number)).toEqual(numbers);
  });

  it.each(['gọi sau', '024 2321', '12', '0982 120 90', '0982 120 908 12345', '999999'])(
    'are refused: %s',
    (cell) => {
      expect(parsePhones(cell)).toBe('phone');
    },
  );

  it.each(['0769.04.04.04', '+84 769 040 404', '0705 131 313', '024 2321 1937; 0705.13.13.13'])(
    'that report a crime are told apart: %s',
    (cell) => {
      expect(parsePhones(cell)).toBe('crime-line');
    },
  );

  it.each(['912345678', '2423211937', '912 345 678'])('that lost their 0 are doubted: %s', (cell) => {
    expect(parsePhones(cell)).toEqual([{ number: `0${cell}`, hasLostZero: true }]);
  });

  it('are the same within the country and from abroad', () => {
    expect(phoneDigits('+84 24 2321 1937')).toBe(phoneDigits('(024) 2321-1937'));
  });
});

describe('a header cell', () => {
  it.each([
    ['Tên cơ sở', 'name'],
    ['  TÊN   CƠ SỞ ', 'name'],
    ['ten co so', 'name'],
    ['Tên cơ sở'.normalize('NFD'), 'name'],
    ['Xã, phường', 'commune'],
    ['Xã/Phường', 'commune'],
    ['SĐT', 'phone'],
    ['Quận, huyện (cũ)', 'district'],
    ['Số hiệu', null],
  ])('%s is the column %s', (header, column) => {
    expect(columnNamed(header)).toBe(column);
  });
});

describe('a cell', () => {
  it.each([
    'Cơ sở cai nghiện ma túy số 1 Hà Nội',
    'Số 5, ngõ 7/12, tổ 3 - thôn Đông',
    '+84 24 2321 1937',
    '- 5 giường',
    'dưới 18 tuổi (<18)',
    'Krông Ană, Buôn Ƀlang, Č’ra',
    'A & B; 50 %, 20 °C, 100 m²',
    'Điểm “Bình Minh” – cơ sở 2…',
    'Bạn cần gì? Hãy hỏi',
  ])('is fit: %s', (text) => {
    expect(cellFault(text)).toBeNull();
  });

  it.each([
    ['+cmd', 'formula'],
    ['-2+3+cmd', null],
    ['@SUM(A1)', 'formula'],
    [' =1+1', 'formula'],
    ['<script>', 'html'],
    ['a &lt;b', 'html'],
    ['a\u0000b', 'control'],
    ['a\u2066b', 'bidi'],
    ['a\u00ADb', 'invisible'],
    ['a\u2060b', 'invisible'],
    ['Th«ng tin', 'old-font'],
    ['Hà Ná»™i', 'mojibake'],
    ['H? N?i th?nh', 'lost-letters'],
  ])('%s has the fault %s', (text, fault) => {
    expect(cellFault(text)).toBe(fault);
  });

  it('may have 4,000 characters and not one more', () => {
    expect(cellFault('a'.repeat(4_000))).toBeNull();
    expect(cellFault('a'.repeat(4_001))).toBe('cell-too-long');
  });
});

describe('a text file', () => {
  it.each([
    ['composed', 'Cơ sở'.normalize('NFC')],
    ['decomposed', 'Cơ sở'.normalize('NFD')],
    ['marked at its beginning', '\uFEFFCơ sở'],
  ])('is read as the same text when it is %s', (_, text) => {
    expect(decodeText(new TextEncoder().encode(text))).toEqual({ text: 'Cơ sở' });
  });

  it('has its first line that is no UTF-8 named', () => {
    expect(decodeText(new Uint8Array([0x61, 0x0a, 0x62, 0x0a, 0xea, 0x62]))).toEqual({
      code: 'not-utf8',
      line: 3,
    });
  });

  it.each([
    ['a;b;c\n1,5;2;3', ';'],
    ['a\tb', '\t'],
    ['"a;b",c,d', ','],
    ['a', ','],
  ])('has its separator told by the first line: %j', (text, separator) => {
    expect(separatorOf(text)).toBe(separator);
  });
});

describe('a ZIP file', () => {
  it('gives back what was put in', async () => {
    const zip = openZip(await zipFile([part('a.txt', 'Hoa gạo'), part('b.txt', 'x'.repeat(500_000))]));

    expect(new TextDecoder().decode((await zip.read('a.txt')) ?? undefined)).toBe('Hoa gạo');
    expect((await zip.read('b.txt'))?.length).toBe(500_000);
    expect(await zip.read('c.txt')).toBeNull();
  });

  // One reader takes the first part of a name and another the last: what was checked is then not what is shown.
  it('is refused when two parts have one name', async () => {
    const file = await zipFile([part('a.txt', 'one'), part('a.txt', 'two')]);

    expect(() => openZip(file)).toThrow('zip-damaged');
  });

  it('is refused at every length that it may be cut to', async () => {
    const file = await zipFile([part('a.txt', 'Hoa gạo')]);

    for (let length = 0; length < file.length; length += 1) {
      expect(() => openZip(file.slice(0, length))).toThrow('zip-damaged');
    }
  });
});
