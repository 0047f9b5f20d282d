import { describe, expect, it } from 'vitest';
import { parseCitation, provisionAnchor, provisionText } from '../../../domain/citation.ts';
import { standingOn } from '../../../domain/legal-standing.ts';
import { problemLines } from '../../../scripts/law/read-law.ts';
import { findCitationProblems } from '../../../src/markdown/check-citations.ts';
import { findDocument } from '../../../src/markdown/law-data.ts';
import { smallRegister } from './small-register.ts';

const check = (text: string, day = '2026-11-22'): string =>
  problemLines(findCitationProblems('content/guides/thu.md', text, smallRegister, day));

describe('a citation', () => {
  it('names a document, and in it article, clause and point', () => {
    expect(parseCitation('120/2025/QH15 Điều 31 khoản 1 điểm b')).toEqual({
      number: '120/2025/QH15',
      provision: { article: '31', clause: '1', point: 'b' },
      label: null,
      isHistory: false,
    });
  });

  it('may be history, show other words and go over a line end', () => {
    expect(parseCitation('~73/2021/QH14 Điều\n30 | luật cũ')).toEqual({
      number: '73/2021/QH14',
      provision: { article: '30', clause: null, point: null },
      label: 'luật cũ',
      isHistory: true,
    });
  });

  it.each(['', '  ', '~', 'Điều 3', '120/2025/QH15 Điều', '120/2025/QH15 Điều 3 và 4', '120/2025/QH15 |'])(
    'is not %j',
    (inside) => {
      const citation = parseCitation(inside);

      // A number alone is a citation of the whole document; "Điều 3" is then no number of the register.
      expect(citation === null || findDocument(smallRegister.documents, citation.number) === null).toBe(true);
    },
  );

  it('gives a place an address of its own, also for points d and đ', () => {
    const place = { article: '5', clause: '2', point: 'đ' };

    expect(provisionText(place)).toBe('Điều 5 khoản 2 điểm đ');
    expect(provisionAnchor(place)).toBe('dieu-5-khoan-2-diem-dd');
    expect(provisionAnchor({ ...place, point: 'd' })).toBe('dieu-5-khoan-2-diem-d');
  });
});

describe('the check of citations tells an editor, with file and line,', () => {
  it('what it could not read', () => {
    expect(check('Một\nhai [[120/2025/QH15 Điều 35 khoản 3 và 4]]')).toMatchInlineSnapshot(
      `"content/guides/thu.md:2: Không đọc được trích dẫn “[[120/2025/QH15 Điều 35 khoản 3 và 4]]”. Viết số văn bản rồi đến điều, khoản, điểm theo thứ tự đó, như [[120/2025/QH15 Điều 27 khoản 2]]; muốn hiện chữ khác thì thêm “ | chữ đó”. Mỗi ngoặc chỉ một điều, một khoản."`,
    );
  });

  it('which document is unknown, and which one may be meant', () => {
    expect(check('[[120/2025/QH14 Điều 3]]')).toMatchInlineSnapshot(
      `"content/guides/thu.md:1: Không có văn bản số “120/2025/QH14” trong content/legal/documents.csv. Có phải là "120/2025/QH15"? Hãy sửa số, hoặc thêm văn bản vào bảng cùng nguồn của nó."`,
    );
  });

  it('which document is no longer in force, since when and what replaced it', () => {
    expect(check('Câu\n\n[[73/2021/QH14 Điều 30]]')).toMatchInlineSnapshot(
      `"content/guides/thu.md:3: 73/2021/QH14 hết hiệu lực từ 1/7/2026. Văn bản thay thế: 120/2025/QH15. Nếu chỉ kể chuyện trước đây, viết dấu ngã ở đầu: [[~73/2021/QH14 …]]."`,
    );
  });

  it('which article does not exist', () => {
    expect(check('[[120/2025/QH15 Điều 57]]')).toMatchInlineSnapshot(
      `"content/guides/thu.md:1: 120/2025/QH15 chỉ có 56 điều, không có Điều 57."`,
    );
  });

  it('which article nobody has read', () => {
    expect(check('[[163/2026/NĐ-CP Điều 30 khoản 2]]')).toMatchInlineSnapshot(
      `"content/guides/thu.md:1: Điều 30 của 163/2026/NĐ-CP chưa ai đọc (cột unread_articles của content/legal/documents.csv), nên chưa được dùng làm căn cứ."`,
    );
  });

  it('which document is not verified', () => {
    expect(check('[[7886/QĐ-BCA]]')).toMatchInlineSnapshot(
      `"content/guides/thu.md:1: 7886/QĐ-BCA chưa xác minh được còn áp dụng hay không, nên không được dùng làm căn cứ. Nếu chỉ kể chuyện trước đây, viết dấu ngã ở đầu: [[~7886/QĐ-BCA …]]."`,
    );
  });

  it('which part of a document has ended', () => {
    expect(check('[[184/2025/NĐ-CP Điều 20 khoản 3]]')).toMatchInlineSnapshot(
      `"content/guides/thu.md:1: 184/2025/NĐ-CP hết hiệu lực một phần từ 1/7/2026, và điều này có thể nằm trong phần đó. Nếu chỉ kể chuyện trước đây, viết dấu ngã ở đầu: [[~184/2025/NĐ-CP …]]."`,
    );
    expect(check('[[184/2025/NĐ-CP Điều 2 khoản 2]]')).toBe('');
    expect(check('[[184/2025/NĐ-CP Điều 2]]')).not.toBe('');
  });

  it('that the law in force is no history', () => {
    expect(check('[[~120/2025/QH15 Điều 3]]')).toMatchInlineSnapshot(
      `"content/guides/thu.md:1: [[~120/2025/QH15 …]] được đánh dấu là chuyện cũ, nhưng 120/2025/QH15 đang có hiệu lực. Hãy bỏ dấu ngã."`,
    );
  });

  it('that a document does not apply yet', () => {
    expect(check('[[120/2025/QH15 Điều 3]]', '2026-06-30')).toMatchInlineSnapshot(
      `"content/guides/thu.md:1: 120/2025/QH15 chưa có hiệu lực; bắt đầu từ 1/7/2026."`,
    );
  });

  it('that a plan of one year is over, from its last day on', () => {
    expect(check('[[08/KH-UBND]]', '2026-12-31')).toBe('');
    expect(check('[[08/KH-UBND]]', '2027-01-01')).toMatchInlineSnapshot(
      `"content/guides/thu.md:1: 08/KH-UBND đã hết thời hạn từ 1/1/2027. Nếu chỉ kể chuyện trước đây, viết dấu ngã ở đầu: [[~08/KH-UBND …]]."`,
    );
  });
});

describe('the check of citations is content with', () => {
  it.each([
    '[[120/2025/QH15]] và [[120/2025/QH15 Điều 56 khoản 1 | điều cuối]]',
    '[[~73/2021/QH14 Điều 30]]',
    '[[109/2021/NĐ-CP Điều 3]]',
    'mã `[[khong/co]]`\n\n```\n[[khong/co]]\n```\n',
    'số viết rời: [[163/2026/NĐ-CP Điều 4]]'.normalize('NFC'),
  ])('%s', (text) => {
    expect(check(text)).toBe('');
  });
});

describe('a document on a day', () => {
  const phasesOf = (number: string) => findDocument(smallRegister.documents, number)?.phases ?? [];

  it.each([
    ['73/2021/QH14', '2021-12-31', 'not-yet'],
    ['73/2021/QH14', '2022-01-01', 'in-force'],
    ['73/2021/QH14', '2026-06-30', 'in-force'],
    ['73/2021/QH14', '2026-07-01', 'ended'],
    ['120/2025/QH15', '2026-06-30', 'not-yet'],
    ['120/2025/QH15', '2026-07-01', 'in-force'],
    ['109/2021/NĐ-CP', '2026-06-30', 'in-force'],
    ['109/2021/NĐ-CP', '2026-07-01', 'consistent'],
    ['08/KH-UBND', '2026-12-31', 'carried-out'],
    ['08/KH-UBND', '2027-01-01', 'period-over'],
    ['7886/QĐ-BCA', '2026-11-22', 'unverified'],
  ])('%s on %s is %s', (number, day, standing) => {
    expect(standingOn(phasesOf(number), day).standing).toBe(standing);
  });

  it('says since when, and what is known to come', () => {
    expect(standingOn(phasesOf('08/KH-UBND'), '2026-11-22')).toEqual({
      standing: 'carried-out',
      since: null,
      next: { from: '2027-01-01', standing: 'period-over' },
    });
  });
});
