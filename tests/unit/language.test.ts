import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findingLine, lintLanguage } from '../../scripts/language/lint.ts';

const root = new URL('../../', import.meta.url);
// The READMEs of content/ are for developers and in English; the words of keys are a list, without a sentence.
const files = ['content/**/*.md', 'words/*.ts']
  .flatMap((pattern) => globSync(pattern, { cwd: root }))
  .filter((file) => !file.endsWith('README.md') && file !== 'words/key-words.ts')
  .sort();

const lines = (file: string, text: string): string[] => lintLanguage(file, text).map(findingLine);
const inGuide = (text: string): string[] =>
  lines('content/guides/thu.md', `---\ntitle: 'Thử'\n---\n\n${text}\n`);

describe('the language of content/ and words/', () => {
  it.each(files)('has nothing to mend in %s', (file) => {
    expect(lines(file, readFileSync(new URL(file, root), 'utf8'))).toEqual([]);
  });
});

describe('the language linter', () => {
  it('finds a sentence that is too long', () => {
    expect(inGuide(`${'chữ '.repeat(30)}chữ.`)).toMatchInlineSnapshot(`
      [
        "content/guides/thu.md:5: câu dài 31 tiếng, tối đa 30; hãy tách ra: “chữ chữ chữ chữ chữ chữ…”",
      ]
    `);
    expect(inGuide(`${'chữ '.repeat(29)}chữ.`)).toEqual([]);
  });

  it('allows half as much on a page for an emergency', () => {
    const page = (count: number): string =>
      `---\ntitle: 'Thử'\nemergency: true\n---\n\n${'chữ '.repeat(count - 1)}chữ.\n`;

    expect(lines('content/guides/thu.md', page(16))).toHaveLength(1);
    expect(lines('content/guides/thu.md', page(15))).toEqual([]);
  });

  it('counts what readers see: neither citations nor addresses', () => {
    expect(
      inGuide(
        `${'chữ '.repeat(28)}[hai chữ](/huong-dan/qua-lieu/) ([[163/2026/NĐ-CP Điều 89 khoản 1 điểm a]]; [[120/2025/QH15 Điều 5]]).`,
      ),
    ).toEqual([]);
  });

  it('finds words that stigmatise, the worst of them even in quotes', () => {
    expect(inGuide('Các con nghiện là đối tượng của tệ nạn.')).toMatchInlineSnapshot(`
      [
        "content/guides/thu.md:5: từ “con nghiện” làm người đọc bị kỳ thị; dùng: người sử dụng ma túy; “người nghiện ma túy” chỉ khi dẫn luật",
        "content/guides/thu.md:5: từ “tệ nạn” làm người đọc bị kỳ thị; dùng: ma túy, việc sử dụng ma túy",
        "content/guides/thu.md:5: từ “đối tượng” làm người đọc bị kỳ thị; dùng: người",
      ]
    `);
    expect(inGuide('Đề án “xã, phường không tệ nạn” có từ 2008.')).toEqual([]);
    expect(inGuide('Người ta gọi là “con nghiện”.')).toHaveLength(1);
  });

  it('finds an abbreviation at its first use only, unless it is explained there', () => {
    expect(inGuide('Hỏi UBND xã.\n\nUBND xã ở đâu?')).toMatchInlineSnapshot(`
      [
        "content/guides/thu.md:5: chữ viết tắt “UBND” chưa được giải nghĩa; lần đầu hãy viết đủ, như “Ủy ban nhân dân (UBND)”, hoặc viết đủ luôn",
      ]
    `);
    expect(inGuide('Hỏi Ủy ban nhân dân (UBND) xã.\n\nUBND xã ở đâu?')).toEqual([]);
    expect(inGuide('Sở LĐTBXH làm việc này.')).toHaveLength(1);
  });

  it('leaves document numbers and names of offices alone', () => {
    expect(inGuide('Nghị định 163/2026/NĐ-CP, Trung tâm SCDI và xét nghiệm HIV.')).toEqual([]);
  });

  it('finds words without their diacritics', () => {
    expect(inGuide('Hỏi nguoi nhà, không duoc giấu.')).toMatchInlineSnapshot(`
      [
        "content/guides/thu.md:5: “nguoi” có vẻ thiếu dấu tiếng Việt",
        "content/guides/thu.md:5: “duoc” có vẻ thiếu dấu tiếng Việt",
      ]
    `);
    expect(inGuide('Hoàng Mai, Lai Châu, ma túy, xin, tin, cho, khi, hai, methadone.')).toEqual([]);
  });

  it('finds straight quotes', () => {
    expect(inGuide('Nói: "tôi cần giúp".')).toMatchInlineSnapshot(`
      [
        "content/guides/thu.md:5: dấu " thẳng; dùng “…” hoặc ‘…’",
      ]
    `);
  });

  it('finds dates that are not written the Vietnamese way', () => {
    expect(inGuide('Từ 2026-07-01, tức 01/07/2026, hay 7/13/2026.')).toMatchInlineSnapshot(`
      [
        "content/guides/thu.md:5: ngày “2026-07-01”; viết kiểu Việt Nam: 1/7/2026",
        "content/guides/thu.md:5: ngày “01/07/2026”; bỏ số 0 ở đầu: 1/7/2026",
        "content/guides/thu.md:5: “7/13/2026” không phải ngày/tháng/năm; tháng không quá 12, ngày không quá 31",
      ]
    `);
    expect(inGuide('Từ 1/7/2026, tháng 6/2024, giai đoạn 2021 đến 2023.')).toEqual([]);
  });

  it('finds numbers that are not written the Vietnamese way', () => {
    expect(inGuide('Có 3,795 người, 96.7%, 51000 người, trong 02 ngày.')).toMatchInlineSnapshot(`
      [
        "content/guides/thu.md:5: “02”; bỏ số 0 ở đầu: 2",
        "content/guides/thu.md:5: số “3,795”; hàng nghìn dùng dấu chấm: 3.795",
        "content/guides/thu.md:5: số “96.7”; phần lẻ dùng dấu phẩy: 96,7",
        "content/guides/thu.md:5: số “51000”; thêm dấu chấm hàng nghìn: 51.000",
      ]
    `);
    expect(inGuide('Có 3.795 người, 96,7%, 4.099 triệu đồng; gọi 096 306 1414, 1900 969 680.')).toEqual([]);
  });

  it('reads the frontmatter that visitors see', () => {
    expect(lines('content/guides/thu.md', "---\ntitle: 'Hỏi UBND'\norder: 1\n---\n")).toHaveLength(1);
  });

  it('leaves text in another language alone where it is marked', () => {
    expect(inGuide('<div lang="en">\n\nYou\'ve got 24 hours; yet 10,000 people…\n\n</div>')).toEqual([]);
  });

  it('reads the strings of words/, with what a value is put into, but not those for the terminal', () => {
    expect(
      lines('words/vi.ts', ['export const a = (n: number) => `Có $', '{n} con nghiện`;'].join('')),
    ).toEqual([
      'words/vi.ts:1: từ “con nghiện” làm người đọc bị kỳ thị; dùng: người sử dụng ma túy; “người nghiện ma túy” chỉ khi dẫn luật',
    ]);
    expect(lines('words/vi.ts', `export const placesImport = { b: 'cột "Đối tượng"' } as const;`)).toEqual(
      [],
    );
  });
});
