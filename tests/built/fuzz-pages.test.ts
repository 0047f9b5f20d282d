import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { makeCode } from '../../domain/code.ts';
import { CONSENT } from '../../domain/consent.ts';
import { loadDirectory } from '../../functions/directory/load-directory.ts';
import type { Desk } from '../../functions/inquiries/list-desks.ts';
import { readDirectory } from '../../scripts/read-directory.ts';
import type { Change } from '../worker/api-routes.ts';
import { MARK, strangeText } from '../worker/mutate.ts';
import { smallDirectory } from '../worker/small-directory.ts';
import { changeBetween, countEverything, forgetRequests, partialRows } from '../worker/whole-rows.ts';
import { useBuiltSite } from './built-site.ts';
import { makeOpenDesk, postForm, sendSealed } from './sealed-request.ts';

const site = useBuiltSite();
const { runs, seed } = inject('fuzz');
const TIMEOUT_MS = Math.max(120_000, runs * 500);
/** So many requests may be stored before they are removed. */
const KEPT_REQUESTS = 200;

type Fields = [name: string, value: string][];

let desk: Desk;
let complaintDeskId = '';
let slug = '';

beforeAll(async () => {
  const { DB } = await site.env();
  await loadDirectory(DB, smallDirectory(await readDirectory('content')), new Date());
  slug = (await DB.prepare('SELECT slug FROM location LIMIT 1').first<string>('slug')) ?? '';
  desk = await makeOpenDesk(site);
  complaintDeskId = (await makeOpenDesk(site)).id;
  await DB.prepare('UPDATE desk SET takes_complaints = 1 WHERE id = ?1').bind(complaintDeskId).run();
});

/** The forms of the page to come back. */
const STEPS = [
  ...['open', 'open-own', 'reply', 'contact-ask', 'contact', 'data-ask', 'data', 'holding'],
  ...['complaint-ask', 'complaint', 'withdraw-ask', 'withdraw'],
];

/** What a request does; the month's counts of a desk begin with its first. */
const SENT: Change[] = [
  { inquiry: 1, status_event: 1, keys: 1 },
  { inquiry: 1, status_event: 1, keys: 1, desk_month: 1 },
];

interface FormPage {
  path: () => string;
  /** Forms that it takes. */
  forms: () => Promise<Fields[]>;
  /** What taking one may change. */
  writes: Change[];
}

/** Each page that takes a form. */
const pages: Record<string, FormPage> = {
  'src/pages/yeu-cau/index.astro': {
    path: () => '/yeu-cau/',
    writes: SENT,
    forms: () => {
      const code = makeCode();
      const filled: Fields = [
        ['code', code],
        ['resultKnown', 'no'],
        ['forWhom', 'self'],
        ['ageBand', 'adult'],
        ['help', 'talk'],
        ['words', 'Lời thử'],
        ['desk', desk.id],
        ['answerBy', 'phone'],
        ['phone', '0900 000 123'],
        ['safeHours', 'ngày thử'],
        ['consentRead', CONSENT.either],
        ['consentCall', 'yes'],
      ];
      return Promise.resolve([
        [
          ['step', 'clock'],
          ['resultKnown', 'yes'],
          ['continue', 'yes'],
        ],
        [['step', 'check'], ...filled],
        [['step', 'send'], ...filled],
        [['step', 'send'], ['change', 'words'], ...filled],
        [['step', 'clock'], ['continue', 'yes'], ...filled],
        [
          ['step', 'saved'],
          ['code', code],
          ['lastGroup', code.slice(-5)],
        ],
      ]);
    },
  },
  'src/pages/theo-doi/index.astro': {
    path: () => '/theo-doi/',
    writes: [
      // A complaint is a request of its own.
      ...SENT,
      { message: 1 },
      { message: 1, status_event: 1 },
      { inquiry: -1, status_event: -1, keys: -1, erased_code: 1 },
    ],
    forms: async () => {
      const code = await sendSealed(site, desk);
      return STEPS.map((step) => [
        ['step', step],
        ['code', code],
        ['messageId', crypto.randomUUID()],
        ['text', 'Lời thử'],
        ['answerBy', 'phone'],
        ['phone', '0900 000 123'],
        ['safeHours', 'ngày thử'],
        ['consentCall', 'yes'],
        ['dataRequest', 'see'],
        ['newCode', makeCode()],
        ['to', complaintDeskId],
        ['consent', CONSENT.complaint],
      ]);
    },
  },
  'src/pages/danh-ba/[slug].astro': {
    path: () => `/danh-ba/${slug}/`,
    writes: [{ place_report: 1 }],
    forms: () =>
      Promise.resolve([
        [
          ['kind', 'phone'],
          ['note', 'Không ai nghe'],
        ],
      ]),
  },
};

/** What is done to a form: a field changed, left out, named otherwise or said twice. */
const changes = fc.array(
  fc.record({
    at: fc.nat(),
    how: fc.constantFrom('value', 'value', 'value', 'drop', 'name', 'twice'),
    text: strangeText,
  }),
  { minLength: 1, maxLength: 3 },
);

function mutate(form: Fields, made: readonly { at: number; how: string; text: string }[]): Fields {
  return made.reduce<Fields>((fields, { at, how, text }) => {
    const index = at % Math.max(1, fields.length);
    const [name = 'x', value = ''] = fields[index] ?? [];
    if (how === 'drop') return fields.filter((_, place) => place !== index);
    const field: [string, string] = how === 'name' ? [text, value] : [name, text];
    if (how === 'twice') return fields.concat([field]);
    return fields.map((each, place) => (place === index ? field : each));
  }, form);
}

function encode(fields: Fields, isMultipart: boolean): URLSearchParams | FormData {
  if (!isMultipart) return new URLSearchParams(fields);
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

describe('the fuzz', () => {
  it('knows every page that takes a form: a new one is added here', () => {
    const taking = globSync('src/pages/**/*.astro').filter((path) =>
      /request\.method === 'POST'/.test(readFileSync(path, 'utf8')),
    );

    expect(taking.map((path) => path.replaceAll('\\', '/')).sort()).toEqual(Object.keys(pages).sort());
  });
});

describe.each(Object.entries(pages))('%s', (_file, { path, forms, writes }) => {
  let valid: Fields[] = [];
  afterAll(() => {
    valid = [];
  });

  it('takes each of its forms as it is', async () => {
    for (const form of await forms()) {
      const response = await postForm(site, path(), encode(form, false));
      await response.body?.cancel();

      expect(response.status, JSON.stringify(form)).toBeLessThan(400);
    }
  });

  it(
    `answers ${runs} wrong forms with a page, without failing or writing a part`,
    async () => {
      const env = await site.env();
      valid = await forms();
      let before = await countEverything(env);
      let refused = 0;
      await fc.assert(
        fc.asyncProperty(fc.nat(), changes, fc.boolean(), async (which, made, isMultipart) => {
          const fields = mutate(valid[which % valid.length] ?? [], made);

          const response = await postForm(site, path(), encode(fields, isMultipart));
          const text = await response.text();

          expect(response.status).toBeLessThan(500);
          if (response.status !== 303) expect(text).toContain('<html lang="vi"');
          // What was typed comes back in its field, between the quotes of its value, and never as markup.
          expect(text.replaceAll(/="[^"]*"/g, '=""')).not.toContain(`<img src=x onerror=${MARK}>`);
          // A refusal changes nothing, so that several can be looked at together.
          if (response.status >= 400 && ++refused % 10 !== 0) return;
          const change = changeBetween(before, await countEverything(env));
          if (Object.keys(change).length === 0) return;
          expect(writes).toContainEqual(change);
          expect(await partialRows(env)).toEqual([]);
          if ((before['inquiry'] ?? 0) > KEPT_REQUESTS) await forgetRequests(env);
          valid = await forms();
          before = await countEverything(env);
        }),
        { seed, numRuns: runs },
      );
      // What a page logs is an unexpected error: no input may cause one, and none repeats what was typed.
      expect(site.logged()).not.toMatch(/\n {4}at /);
      expect(site.logged()).not.toContain(MARK);
    },
    TIMEOUT_MS,
  );
});
