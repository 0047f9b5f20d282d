import { markdownToHtml } from 'satteri';
import { describe, expect, it } from 'vitest';
import { linkCitations } from '../../../src/markdown/link-citations.ts';
import { linkTerms, splitAtTerms } from '../../../src/markdown/link-terms.ts';
import { smallRegister } from './small-register.ts';

const terms = [
  { anchor: 'cong-an-cap-xa', forms: ['Công an cấp xã', 'Công an xã'] },
  { anchor: 'cat-con', forms: ['Cắt cơn'] },
  { anchor: 'co-so', forms: ['cơ sở công lập', 'cơ sở'] },
];

const render = async (text: string): Promise<string> =>
  (await markdownToHtml(text, { mdastPlugins: [linkCitations(smallRegister), linkTerms(terms)] })).html;

describe('a citation in Markdown', () => {
  it('becomes a link to the place, or to what it lies in, that says what the document is', async () => {
    expect(await render('Xem ([[120/2025/QH15 Điều 31 khoản 1 điểm b]]).')).toContain(
      '<p>Xem (<a href="/phap-luat/van-ban/120-2025-qh15/#dieu-31-khoan-1" title="Luật mới: áp dụng từ 1/7/2026">Luật 120/2025, Điều 31 khoản 1 điểm b</a>).</p>',
    );
  });

  it('leads to the document where its page does not show the place', async () => {
    expect(await render('[[120/2025/QH15 Điều 3]]')).toContain('href="/phap-luat/van-ban/120-2025-qh15/"');
  });

  it('shows the words behind the bar, also in a table', async () => {
    expect(await render('| a |\n| --- |\n| [[~73/2021/QH14 \\| luật cũ]] |\n')).toContain(
      '<a href="/phap-luat/van-ban/73-2021-qh14/" title="Luật cũ: hết hiệu lực từ 1/7/2026">luật cũ</a>',
    );
  });

  it('is listed at the end, each document once with its articles, its standing and how sure we are', async () => {
    const html = await render(
      '[[163/2026/NĐ-CP Điều 89]], [[163/2026/NĐ-CP Điều 4 khoản 7]], [[109/2021/NĐ-CP]], [[163/2026/NĐ-CP Điều 89 khoản 1]]',
    );

    expect(html.slice(html.indexOf('<h2'))).toMatchInlineSnapshot(`
      "<h2 id="can-cu">Căn cứ</h2>
      <ul>
      <li><a href="/phap-luat/van-ban/163-2026-nd-cp/">Nghị định 163/2026/NĐ-CP</a>: Nghị định mới; áp dụng từ 1/7/2026. Nhắc ở trang này: Điều 4, 89.</li>
      <li><a href="/phap-luat/van-ban/109-2021-nd-cp/">Nghị định 109/2021/NĐ-CP</a>: Nghị định còn phần; từ 1/7/2026 chỉ còn áp dụng phần không trái luật mới. Độ tin: vừa.</li>
      </ul>
      "
    `);
  });

  it('leaves a text without citations without a list', async () => {
    expect(await render('Không dẫn gì.')).not.toContain('can-cu');
  });

  it('keeps what it cannot read as it is written, for the check to name', async () => {
    expect(await render('[[120/2025/QH15 Điều 3 và 4]] `[[73/2021/QH14]]`')).toContain(
      '[[120/2025/QH15 Điều 3 và 4]]',
    );
  });
});

describe('a term of the glossary', () => {
  it('is linked at its first use only, in any of its forms and cases', async () => {
    expect(await render('Hỏi công an xã. Công an cấp xã trả lời.')).toContain(
      '<p>Hỏi <a href="/phap-luat/tu-ngu/#cong-an-cap-xa">công an xã</a>. Công an cấp xã trả lời.</p>',
    );
  });

  it('is not linked in headings, links and code', async () => {
    const html = await render('## Cắt cơn\n\n[cắt cơn](/a/) `cắt cơn` **cắt cơn**');

    expect(html.match(/#cat-con/g)).toHaveLength(1);
    expect(html).toContain('<strong><a href="/phap-luat/tu-ngu/#cat-con">cắt cơn</a></strong>');
  });

  it('is a whole word, and the longest form wins', () => {
    expect(splitAtTerms('cắt cơng, cơ sở công lập', terms, new Set())).toEqual([
      { text: 'cắt cơng, ', anchor: null },
      { text: 'cơ sở công lập', anchor: 'co-so' },
    ]);
  });
});
