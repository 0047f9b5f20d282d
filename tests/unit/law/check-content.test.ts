import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checkContent } from '../../../scripts/law/check-content.ts';
import { problemLines } from '../../../scripts/law/read-law.ts';
import { smallRegister } from './small-register.ts';

let root = '';

/** A project of which content/ holds these files. */
function projectWith(files: Record<string, string>): string {
  root = mkdtempSync(join(tmpdir(), 'diem-tua-law-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the check before a build', () => {
  it('names every problem of every text, also in frontmatter, and nothing else', () => {
    const project = projectWith({
      'content/guides/a.md': "---\nfirst: 'Xem [[73/2021/QH14]].'\n---\n\nĐúng: [[120/2025/QH15 Điều 3]].\n",
      'content/campaigns/b.md': 'Một\n\n[[khong/co]]\n',
      'content/campaigns/c.md': 'Không dẫn gì, trong 3 ngày.\n',
    });

    const problems = checkContent(project, smallRegister, '2026-11-22');

    expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'content/campaigns/b.md:3',
      'content/guides/a.md:2',
    ]);
  });

  it('names a figure in a guide that rests on nothing', () => {
    const section = '\n## Bao lâu?\n\nMất 3 ngày.\n';
    const cited = '\n## Bao lâu?\n\nMất 3 ngày ([[120/2025/QH15 Điều 3]]), năm 2026, tầng 3.\n';
    const project = projectWith({
      'content/guides/a.md': `---\ntitle: 'x'\n---\n${cited}${section}`,
      'content/guides/b.md': `---\nhealthFacts: ['5.4']\n---\n${section}`,
      'content/guides/c.md': `---\nsources:\n  - title: 'x'\n---\n${section}`,
      'content/guides/d.md': `---\nhealthFacts: []\n---\n${section}`,
    });

    expect(problemLines(checkContent(project, smallRegister, '2026-11-22'))).toMatchInlineSnapshot(`
      "content/guides/a.md:11: “3 ngày” không có căn cứ. Thêm một trích dẫn vào mục này, hoặc nguồn (sources, healthFacts) ở đầu tệp.
      content/guides/d.md:7: “3 ngày” không có căn cứ. Thêm một trích dẫn vào mục này, hoặc nguồn (sources, healthFacts) ở đầu tệp."
    `);
  });
});
