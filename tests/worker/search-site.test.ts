import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { loadDirectory } from '../../functions/directory/load-directory.ts';
import { indexEntries } from '../../functions/search/index-entries.ts';
import { type SiteAnswer, searchSite } from '../../functions/search/search-site.ts';
import { countRows } from './count-rows.ts';
import {
  DANGERS,
  EXCERPTS,
  MISTYPED,
  MISTYPED_DANGERS,
  NOTHING,
  PLACES,
  QUESTIONS,
} from './search-questions.ts';
import { shippedEntries, smallDirectory } from './shipped.ts';

const now = new Date('2026-11-22T03:00:00Z');

const find = (q: string, db = env.DB): Promise<SiteAnswer> => searchSite(db, q, now);

/** Any search reads fewer rows than this, however much the portal says; a mistyped one is asked twice. */
const FEW_ROWS = 450;

/** The address of what stands first on the page, below the numbers for a danger. */
function firstOf({ arePlacesFirst, results }: SiteAnswer): string {
  return arePlacesFirst ? '/danh-ba/' : decodeURI(results[0]?.address ?? '');
}

const excerptText = ({ results }: SiteAnswer): string =>
  (results[0]?.excerpt ?? []).map(({ text, isHit }) => (isHit ? `<${text}>` : text)).join('');

/** Syntax of FTS5, of SQL and of HTML, other scripts, halves of signs, and far too much. */
const ODD = [
  '"',
  '""" OR *',
  'heading:methadone',
  'NEAR(a b)',
  'a AND NOT b',
  '-methadone ^cai *',
  '<script>alert(1)</script>',
  "'; DROP TABLE search_entry; --",
  '\u0000\ud800',
  '𝕞𝕖𝕥𝕙𝕒𝕕𝕠𝕟𝕖',
  '毒品 戒毒',
  'ma túy '.repeat(1_500),
  'x'.repeat(10_000),
  '%F0%9F%98%80',
  ' ',
  '',
];

describe('the search over the whole portal', () => {
  it('puts the page that answers first, sees dangers and no others, and reads few rows', async () => {
    await loadDirectory(env.DB, smallDirectory, now);
    await indexEntries(env.DB, shippedEntries, now);
    const wrong: [string, string, string][] = [];
    const costly: [string, number][] = [];
    const alarms: [string, string][] = [];
    for (const one of [...QUESTIONS, ...MISTYPED, ...MISTYPED_DANGERS, ...PLACES]) {
      const [q, first] = one;
      const counted = countRows(env.DB);
      const answer = await find(q, counted.db);
      if (!firstOf(answer).startsWith(first)) wrong.push([q, first, firstOf(answer)]);
      if (answer.dangers.length > 0 !== (DANGERS.includes(one) || MISTYPED_DANGERS.includes(one)))
        alarms.push([q, answer.dangers.join()]);
      if (counted.rowsRead() > FEW_ROWS) costly.push([q, counted.rowsRead()]);
    }

    expect({ wrong, alarms, costly }).toEqual({ wrong: [], alarms: [], costly: [] });
    expect(QUESTIONS.length).toBeGreaterThanOrEqual(60);
  });

  it('shows the sentence that answers, and says what it took a mistyped word for', async () => {
    await indexEntries(env.DB, shippedEntries, now);
    const got: [string, string][] = [];
    for (const [q] of EXCERPTS) got.push([q, excerptText(await find(q))]);

    expect(got).toEqual(EXCERPTS);
    expect((await find('taí nghiệnn')).corrections[0]).toEqual({
      typed: 'taí nghiệnn',
      meant: 'tái nghiện',
      text: 'tái nghiện',
    });
    expect(await Promise.all(NOTHING.map(async (q) => (await find(q)).results.length))).toEqual(
      NOTHING.map(() => 0),
    );
  });

  it('answers any text without failing, and looks at no more than 200 signs of it', async () => {
    await indexEntries(env.DB, shippedEntries, now);
    for (const q of ODD) expect((await find(q)).q.length).toBeLessThanOrEqual(200);
  });

  it('never leads to the lines for crime reports', () => {
    const texts = shippedEntries.map((entry) => JSON.stringify(entry).replace(/\D/g, ''));

    expect(texts.filter((text) => /0769040404|0705131313/.test(text))).toEqual([]);
  });
});

describe('loading the entries', () => {
  const entry = (address: string, text: string) => ({
    address,
    kind: 'guide' as const,
    page: 'Bài thử',
    heading: null,
    text,
    also: '',
    onlyFor: '',
    phases: null,
  });
  const addresses = async (q: string): Promise<string[]> =>
    (await find(q)).results.map(({ address }) => address);

  it('writes what has changed alone, and lets go of what is no longer there', async () => {
    const before = [entry('/a/', 'Chuyện hoa sen.'), entry('/b/', 'Chuyện hoa cúc.')];

    expect(await indexEntries(env.DB, before, now)).toEqual({ written: 2, removed: 0 });
    expect(await indexEntries(env.DB, before, now)).toEqual({ written: 0, removed: 0 });
    expect(await addresses('hoa sen')).toEqual(['/a/', '/b/']);

    const after = [entry('/b/', 'Chuyện hoa súng.'), entry('/c/', 'Chuyện hoa mai.')];
    expect(await indexEntries(env.DB, after, now)).toEqual({ written: 2, removed: 1 });
    expect(await addresses('sen')).toEqual([]);
    expect(await addresses('cúc')).toEqual([]);
    expect(await addresses('hoa súng')).toEqual(['/b/', '/c/']);
  });

  it('writes nothing at all when nothing has changed', async () => {
    await indexEntries(env.DB, [entry('/a/', 'Chuyện hoa sen.')], now);
    const writes: string[] = [];
    const watched = new Proxy(env.DB, {
      get: (db, name) => {
        if (name === 'batch') writes.push('batch');
        return Reflect.get(db, name).bind(db);
      },
    });

    await indexEntries(watched, [entry('/a/', 'Chuyện hoa sen.')], now);

    expect(writes).toEqual([]);
  });
});
