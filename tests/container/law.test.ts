import { documents } from 'virtual:law';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { afterEach, describe, expect, it, vi } from 'vitest';
import Cited from '../../src/components/law/Cited.astro';
import { documentEvents } from '../../src/components/law/document-events.ts';
import LegalDocumentPage from '../../src/pages/phap-luat/van-ban/[slug].astro';
import Register from '../../src/pages/phap-luat/van-ban/index.astro';
import { lawDocument, lawRegister, standingTags } from '../../words/vi-law.ts';

/** A page as the Worker draws it at a moment. */
async function drawnAt(moment: string, slug?: string): Promise<string> {
  vi.useFakeTimers({ now: new Date(moment), toFake: ['Date'] });
  const container = await AstroContainer.create();
  return slug === undefined
    ? container.renderToString(Register, { request: new Request('http://localhost/phap-luat/van-ban/') })
    : container.renderToString(LegalDocumentPage, {
        params: { slug },
        request: new Request(`http://localhost/phap-luat/van-ban/${slug}/`),
      });
}

/** The words below a heading of the second level, up to the next one. */
function below(html: string, heading: string): string {
  const [, rest = ''] = html.split(new RegExp(`<h2[^>]*>${heading}</h2>`));
  return rest.split('<h2')[0] ?? '';
}

afterEach(() => {
  vi.useRealTimers();
});

describe('a document with a known end turns by itself at midnight in Việt Nam', () => {
  it('on its own page', async () => {
    const before = await drawnAt('2026-12-31T16:59:59Z', '08-kh-ubnd');
    const after = await drawnAt('2026-12-31T17:00:00Z', '08-kh-ubnd');

    expect(before).toContain(standingTags['carried-out']);
    expect(before).not.toContain(standingTags['period-over']);
    expect(after).toContain(standingTags['period-over']);
    expect(after).not.toContain(standingTags['carried-out']);
  });

  it('in the register', async () => {
    const before = await drawnAt('2026-12-31T16:59:59Z');
    const after = await drawnAt('2026-12-31T17:00:00Z');

    expect(below(before, lawRegister.groups['carried-out'])).toContain('/08-kh-ubnd/');
    expect(below(after, lawRegister.groups['period-over'])).toContain('/08-kh-ubnd/');
  });

  it('and the old law and its decree did so on 1/7/2026', async () => {
    for (const slug of ['73-2021-qh14', '116-2021-nd-cp']) {
      const before = await drawnAt('2026-06-30T16:59:59Z', slug);
      const after = await drawnAt('2026-06-30T17:00:00Z', slug);

      expect(before).toContain(standingTags['in-force']);
      expect(after).toContain(standingTags.ended);
      expect(after).toContain(lawDocument.replacedBy);
    }
  });
});

describe("a document's page", () => {
  it('says what replaced it, and where that is written', async () => {
    const html = await drawnAt('2026-11-22T00:00:00Z', '116-2021-nd-cp');

    expect(html).toMatch(/href="\/phap-luat\/van-ban\/163-2026-nd-cp\/"[^>]*>Nghị định 163\/2026\/NĐ-CP</);
    expect(html).toContain('(Điều 150 khoản 3 điểm b)');
  });

  it('tells search engines its force, and nothing about what is being verified', async () => {
    const force = 'legislationLegalForce":"https://schema.org/';

    expect(await drawnAt('2026-11-22T00:00:00Z', '120-2025-qh15')).toContain(`${force}InForce"`);
    expect(await drawnAt('2026-11-22T00:00:00Z', '73-2021-qh14')).toContain(`${force}NotInForce"`);
    expect(await drawnAt('2026-11-22T00:00:00Z', '7886-qd-bca')).not.toContain(force);
  });

  it('gives each place that texts cite an address', async () => {
    expect(await drawnAt('2026-11-22T00:00:00Z', '163-2026-nd-cp')).toMatch(
      /id="dieu-89-khoan-1-diem-a"[^>]*>\s*<dt[^>]*>Điều 89 khoản 1 điểm a</,
    );
  });

  it('has its life in the order of time, what is to come marked', () => {
    const decree = documents.find(({ slug }) => slug === '163-2026-nd-cp');
    const events = decree === undefined ? [] : documentEvents(decree, documents, '2026-11-22');

    expect(events.map(({ day, isUpcoming }) => [day, isUpcoming])).toEqual([
      ['2026-05-15', false],
      ...Array.from({ length: 6 }, () => ['2026-07-01', false]),
      ['2027-01-01', true],
      ['2027-06-01', true],
    ]);
  });
});

describe('a sentence of the interface', () => {
  it('cites as texts do', async () => {
    const container = await AstroContainer.create();

    const html = await container.renderToString(Cited, {
      props: { text: 'Xem ([[120/2025/QH15 Điều 12]]).' },
    });

    expect(html.replace(/ data-astro-source-\w+="[^"]*"/g, '').trim()).toBe(
      'Xem (<a href="/phap-luat/van-ban/120-2025-qh15/#dieu-12" title="Luật Phòng, chống ma túy: áp dụng từ 1/7/2026">Luật 120/2025, Điều 12</a>).',
    );
  });

  it('stops the page when it cites what the register does not have', async () => {
    const container = await AstroContainer.create();

    await expect(container.renderToString(Cited, { props: { text: '[[1/1900/QH1]]' } })).rejects.toThrow();
  });
});
