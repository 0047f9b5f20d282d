import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ANSWERS, type Condition, concerns, QUESTIONS, settle } from '../../../domain/registration-case.ts';
import { DUE_FOR, DUE_SOURCES, type DueName } from '../../../domain/registration-deadlines.ts';
import { LAW_FILES, readLaw } from '../../../scripts/law/read-law.ts';
import { daysOffText, readDaysOff } from '../../../src/components/steps/days-off.ts';
import { type RegistrationStep, sheetPartOf, stepOf } from '../../../src/content-schemas/registration.ts';
import { readEntries } from '../../../src/markdown/read-entries.ts';
import { conditionPhrases } from '../../../words/vi-steps.ts';

const root = new URL('../../../', import.meta.url);
const { registration, sheet } = await readLaw(fileURLToPath(root));
const holidays = readFileSync(new URL('content/holidays.csv', root), 'utf8');

/** What a case is told, all in one string. */
function told(answers: Parameters<typeof settle>[0]): string {
  const settled = settle(answers);
  return registration
    .filter((step) => concerns(step.condition, settled))
    .flatMap((step) => [step.lead, ...step.lines.filter((line) => concerns(line.condition, settled))])
    .map((line) => (typeof line === 'string' ? line : line.text))
    .join('\n');
}

const everyone = { result: 'told', age: 'adult', residence: 'settled', turn: 'first', place: 'home' };

describe('the shipped steps', () => {
  it('name only answers that the questions have', () => {
    const conditions: Condition[] = [...Object.values(conditionPhrases), ...Object.values(DUE_FOR)];

    for (const condition of conditions) {
      expect(Object.keys(condition).every((name) => QUESTIONS.some((question) => question === name))).toBe(
        true,
      );
      for (const question of QUESTIONS) {
        const known: readonly string[] = ANSWERS[question];
        expect(condition[question]?.filter((answer) => !known.includes(answer)) ?? []).toEqual([]);
      }
    }
  });

  it('cite in their own words every article from which a date is reckoned', () => {
    const text = registration.flatMap(({ lead, lines }) => [lead, ...lines.map((line) => line.text)]).join();

    for (const name of Object.keys(DUE_SOURCES) as DueName[])
      expect(text).toContain(`[[${DUE_SOURCES[name]}]]`);
  });

  it('leave a child below twelve with 111 and nothing of registering', () => {
    const steps = registration.filter(({ condition }) => concerns(condition, settle({ age: 'under-12' })));

    expect(steps.map(({ anchor }) => anchor)).toEqual(['ket-qua', 'nguoi-dang-ky']);
    expect(told({ age: 'under-12' })).toContain('gọi 111');
    expect(told({ age: 'under-12' })).not.toContain('bắt buộc');
  });

  it.each([
    ['an adult at home is told of monitoring in 12 and 24 hours', everyone, 'Điều 16 khoản 2', true],
    ['an adult in a facility is not', { ...everyone, place: 'public' }, 'Điều 16 khoản 2', false],
    ['a minor at home is not either', { ...everyone, age: 'minor' }, 'Điều 16 khoản 2', false],
    ['a minor at home hears of the parents', { ...everyone, age: 'minor' }, 'Điều 15 khoản 2', true],
    ['a minor is registered by the parents', { ...everyone, age: 'minor' }, 'Cha, mẹ', true],
    ['an adult registers alone', everyone, 'Bạn tự đăng ký', true],
    ['the first time takes 24 months', everyone, '24 tháng', true],
    ['the second 36', { ...everyone, turn: 'again' }, '36 tháng', true],
    ['a foreigner pays all', { ...everyone, residence: 'foreign', place: 'public' }, 'Điều 40 khoản 2', true],
    [
      'and hears of no support',
      { ...everyone, residence: 'foreign', place: 'private' },
      'hỗ trợ một lần',
      false,
    ],
    ['nor of the state paying', { ...everyone, residence: 'foreign', place: 'public' }, 'bảo đảm ăn', false],
    [
      'without a settled residence one goes where one was found',
      { ...everyone, residence: 'unsettled' },
      'nơi phát hiện',
      true,
    ],
    [
      'and to a public facility whatever was chosen',
      { ...everyone, residence: 'unsettled' },
      'Điều 131 khoản 2',
      true,
    ],
    ['a public facility needs no contract', { ...everyone, place: 'public' }, 'Mẫu 29', false],
    ['a private one does', { ...everyone, place: 'private' }, 'Mẫu 29', true],
    ['home needs the pledge', everyone, 'Mẫu 25', true],
    ['a positive test alone starts no clock', { ...everyone, result: 'positive' }, 'chưa chạy', true],
    ['being told does', everyone, 'đang chạy', true],
  ])('%s', (_what, answers, words, isTold) => {
    expect(told(answers).includes(words)).toBe(isTold);
  });

  it('stand beside a sheet of boxes and lines', () => {
    expect(sheet.map(({ anchor }) => anchor)).toEqual(['gio', 'mang', 'nop', 'quyet-dinh', 'hoi']);
    expect(sheet.flatMap(({ rows }) => rows).filter(({ kind }) => kind === 'tick').length).toBeGreaterThan(5);
  });
});

describe('what an editor reads', () => {
  const step = (...lines: string[]): RegistrationStep | { message: string } => {
    const [entry] = readEntries(['### Bước {#buoc}', '', ...lines].join('\n\n')).entries;
    if (entry === undefined) throw new Error('no entry');
    return stepOf(entry);
  };
  const lead = 'Mở đầu ([[120/2025/QH15 Điều 30]]).';

  it('is nothing when all is right', () => {
    expect(step(lead, '- từ đủ 18 tuổi; cai tại nhà, cộng đồng: Nhớ: một câu.')).toMatchObject({
      lead,
      lines: [
        {
          condition: { age: ['adult'], place: ['home'] },
          phrases: ['từ đủ 18 tuổi', 'cai tại nhà, cộng đồng'],
        },
      ],
    });
  });

  it('names a condition that is not known', () => {
    expect(step(lead, '- trên 18 tuổi: Nhớ: một câu.')).toMatchInlineSnapshot(`
      {
        "line": 7,
        "message": "Không hiểu điều kiện “trên 18 tuổi”. Chọn trong: đã được báo là nghiện; mới dương tính; chưa có kết quả; chưa đủ 12 tuổi; dưới 18 tuổi; từ 12 đến dưới 18 tuổi; từ đủ 12 tuổi; từ đủ 18 tuổi; có nơi cư trú ổn định; không có nơi cư trú ổn định; là người nước ngoài; không phải người nước ngoài; cai lần đầu; cai từ lần thứ hai; cai tại nhà, cộng đồng; cai ở cơ sở công lập; cai ở cơ sở tư nhân; cai tại nhà hoặc cơ sở tư nhân; cai ở cơ sở.",
      }
    `);
  });

  it('asks for a source', () => {
    expect(step(lead, '- từ đủ 18 tuổi: Một câu không có căn cứ.')).toMatchInlineSnapshot(`
      {
        "line": 7,
        "message": "Mục “Bước” có câu không nêu căn cứ. Thêm một trích dẫn, hoặc mở đầu bằng “Chưa rõ:”, “Lời khuyên:”, “Nhớ:”.",
      }
    `);
  });

  it('names an address that is none', () => {
    expect(step(lead, '- Xem: Bài này')).toMatchInlineSnapshot(`
      {
        "line": 7,
        "message": "“Bài này” không phải địa chỉ bài, như dang-ky-cai-nghien-tu-nguyen.",
      }
    `);
  });

  it('asks the sheet for lines that it knows', () => {
    const [entry] = readEntries('### Phần {#phan}\n\n- Gạch: chân').entries;
    if (entry === undefined) throw new Error('no entry');

    expect(sheetPartOf(entry)).toMatchInlineSnapshot(`
      {
        "line": 3,
        "message": "Không hiểu “Gạch”. Mỗi dòng của phiếu là “- Đánh dấu: …” hoặc “- Điền: …”.",
      }
    `);
  });
});

describe('the days off that a page hands to its script', () => {
  it('are working days but for them, around the day of the build', () => {
    expect(daysOffText(holidays, '2026-11-22')).toBe(
      '2026-11-24 2027-01-01 2027-02-04~ 2027-02-05~ 2027-02-08~ 2027-02-09~ 2027-02-10~ 2027-04-16 2027-04-30 2027-05-03 2027-09-02 2027-09-03~ 2027-11-24',
    );
  });

  it('are read from the whole list', () => {
    expect(readDaysOff(holidays)).toContainEqual({ date: '2026-09-02', isExpected: false });
    expect(LAW_FILES.registration).toBe('content/legal/registration.md');
  });
});
