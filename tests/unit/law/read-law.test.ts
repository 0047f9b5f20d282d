import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { csvRecord } from '../../../functions/directory/csv.ts';
import { LAW_FILES, type LawTexts, parseLaw, problemLines } from '../../../scripts/law/read-law.ts';
import { findCitationProblems } from '../../../src/markdown/check-citations.ts';
import { lawChanges, lawHome, lawPages } from '../../../words/vi-law.ts';
import { documentRow } from './small-register.ts';

const read = (file: string): string => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
const shipped: LawTexts = {
  documents: read(LAW_FILES.documents),
  provisions: read(LAW_FILES.provisions),
  questions: read(LAW_FILES.questions),
  changes: read(LAW_FILES.changes),
  terms: read(LAW_FILES.terms),
  registration: read(LAW_FILES.registration),
  sheet: read(LAW_FILES.sheet),
};

/** The lines of problems when some files hold something else. */
const problemsWith = (texts: Partial<LawTexts>): string =>
  problemLines(parseLaw({ ...shipped, ...texts }).problems);

const table = (...rows: Record<string, string>[]): string =>
  [Object.keys(documentRow({})), ...rows.map((row) => Object.values(documentRow(row)))]
    .map(csvRecord)
    .join('');

describe('the shipped law', () => {
  const { law, problems } = parseLaw(shipped);

  it('is read without a problem, every document of the collection among it', () => {
    expect(problems).toEqual([]);
    expect(law.documents).toHaveLength(67);
    expect(law.questions).toHaveLength(30);
  });

  it('names for every document a source and the day of that source', () => {
    expect(
      law.documents.filter(({ sources, sourceDate }) => sources.length === 0 || sourceDate === ''),
    ).toEqual([]);
  });

  it('cites in questions, changes and glossary only what applies', () => {
    for (const name of ['questions', 'changes', 'terms', 'registration', 'sheet'] as const) {
      expect(findCitationProblems(LAW_FILES[name], shipped[name], law, '2026-11-22')).toEqual([]);
    }
  });

  it('has the new law and its decree in force from 1/7/2026, and the old ones out of force from that day', () => {
    const phases = Object.fromEntries(law.documents.map(({ number, phases }) => [number, phases.at(-1)]));

    expect(phases['120/2025/QH15']).toEqual({ from: '2026-07-01', standing: 'in-force' });
    expect(phases['163/2026/NĐ-CP']).toEqual({ from: '2026-07-01', standing: 'in-force' });
    expect(phases['73/2021/QH14']).toEqual({ from: '2026-07-01', standing: 'ended' });
    expect(phases['116/2021/NĐ-CP']).toEqual({ from: '2026-07-01', standing: 'ended' });
  });

  it('puts the 24 hours first among the questions, exactly', () => {
    expect(law.questions[0]?.answer).toMatch(
      /^Bạn có 24 giờ kể từ khi được báo kết quả \(\[\[163\/2026\/NĐ-CP Điều 89 khoản 1\]\]\)\./,
    );
  });
});

describe('the register refuses', () => {
  it.each([
    ['a phase that is none', { phases: '2022-01-01 dead' }],
    [
      'phases that do not begin when the document does',
      { phases: '2022-01-01 in-force', ngay_hieu_luc: '2022-01-02' },
    ],
    ['an end that no phase has', { ngay_het_hieu_luc: '2026-07-01' }],
    [
      'phases out of order',
      { phases: '2022-01-01 in-force; 2021-01-01 outdated', ngay_hieu_luc: '2022-01-01' },
    ],
    ['a document without a source', { source_url: '' }],
    ['a document without the day of its source', { source_date: '' }],
    ['a replacement that has no row', { bi_thay_the_boi: '9/2030/QH16' }],
    ['a place that cannot be read', { ended_provisions: 'khoản 2' }],
    ['a later part without a day', { later: 'sau này' }],
  ])('%s, naming the line', (_what, cells) => {
    expect(problemsWith({ documents: table(cells), provisions: 'document,place,gist\n' })).toMatch(
      /^content\/legal\/documents\.csv:2: /,
    );
  });

  it('a number that stands twice', () => {
    expect(
      problemsWith({ documents: table({}, { slug: 'khac' }), provisions: 'document,place,gist\n' }),
    ).toBe('content/legal/documents.csv:3: "1/2000/QH1" stands twice');
  });

  it('a provision of a document that it does not have', () => {
    expect(problemsWith({ provisions: 'document,place,gist\n9/2030/QH16,Điều 1,Ý.\n' })).toBe(
      'content/legal/provisions.csv:2: document: "9/2030/QH16" has no row',
    );
  });
});

describe('questions, changes and terms', () => {
  it('are refused without a source, in words for their writer', () => {
    expect(
      problemsWith({ questions: '### Hỏi gì? {#hoi-gi}\n\nTrả lời không căn cứ.\n' }),
    ).toMatchInlineSnapshot(
      `"content/legal/questions.md:3: Mục “Hỏi gì?” có câu không nêu căn cứ. Thêm một trích dẫn như [[120/2025/QH15 Điều 27 khoản 2]]."`,
    );
    expect(
      problemsWith({ changes: '### Nơi {#noi}\n- Trước: ủy ban.\n- Nay: công an ([[120/2025/QH15]]).\n' }),
    ).toMatch(/^content\/legal\/changes\.md:2: /);
  });

  it('may call a rule new, or say that nobody has read the old one', () => {
    const now = '- Nay: có ([[120/2025/QH15]]).';

    expect(problemsWith({ changes: `### A {#a}\n- Trước: Mới: không thấy.\n${now}\n` })).toBe('');
    expect(problemsWith({ changes: `### A {#a}\n- Trước: Chưa rõ: chưa đọc.\n${now}\n` })).toBe('');
  });

  it.each([
    ['a heading without an address', '### Hỏi?\n\nĐáp [[120/2025/QH15]].\n'],
    [
      'an address that stands twice',
      '### A {#a}\n\nĐ [[120/2025/QH15]].\n\n### B {#a}\n\nĐ [[120/2025/QH15]].\n',
    ],
    ['two paragraphs', '### A {#a}\n\nĐ [[120/2025/QH15]].\n\nĐ [[120/2025/QH15]].\n'],
    ['nothing below a heading', '### A {#a}\n'],
  ])('are refused with %s', (_what, questions) => {
    expect(problemsWith({ questions })).toMatch(/^content\/legal\/questions\.md:\d+: /);
  });
});

describe('the sentences of the pages of the law', () => {
  it('cite only what applies', () => {
    const { law } = parseLaw(shipped);
    const sentences = JSON.stringify([lawPages, lawHome, lawChanges]);

    expect(findCitationProblems('words/vi-law.ts', sentences, law, '2026-11-22')).toEqual([]);
    expect(sentences.match(/\[\[/g)?.length).toBeGreaterThan(5);
  });
});
