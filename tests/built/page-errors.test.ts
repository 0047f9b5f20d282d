/** What a page that fails leaves in the log of the built Worker, and what its visitor sees. */
import { expect, it } from 'vitest';
import { codeGroups, makeCode } from '../../domain/code.ts';
import { CONSENT } from '../../domain/consent.ts';
import { apiErrors, errorPages, receiptMessages, request } from '../../words/vi.ts';
import { followActs } from '../../words/vi-follow.ts';
import { useBuiltSite } from './built-site.ts';
import { makeOpenDesk, postForm, sendSealed } from './sealed-request.ts';

const site = useBuiltSite();

/** As the sealing library repeats it: it names a recipient that it cannot read. */
const PERSONAL = 'age1loirieng';

it('logs where a page failed and never what the error says, which can repeat what it was given', async () => {
  const { DB } = await site.env();
  const desk = await makeOpenDesk(site);
  await DB.prepare('UPDATE desk_key SET recipient = ?2 WHERE desk_id = ?1').bind(desk.id, PERSONAL).run();
  const form = new URLSearchParams({
    step: 'send',
    code: makeCode(),
    resultKnown: 'no',
    forWhom: 'self',
    ageBand: 'adult',
    help: 'talk',
    words: 'Lời thử, hư cấu.',
    desk: desk.id,
    answerBy: 'code',
    consentRead: CONSENT.either,
  });

  const response = await postForm(site, '/yeu-cau/', form);

  const page = await response.text();
  expect(response.status).toBe(500);
  expect(page).toContain(errorPages.byStatus['500'].what);
  expect(page).not.toContain(PERSONAL);
  await expect.poll(() => site.logged()).toMatch(/Error\n {4}at /);
  expect(site.logged()).not.toContain(PERSONAL);
  expect(site.logged()).not.toContain('Lời thử');
});

it('is the page for errors where a page fails halfway, and not half of it', async () => {
  const { DB } = await site.env();
  const code = await sendSealed(site, await makeOpenDesk(site));
  await DB.prepare(`UPDATE inquiry SET received_hour = 'không phải giờ'`).run();

  const response = await postForm(site, '/theo-doi/', new URLSearchParams({ step: 'open', code }));

  expect(response.status).toBe(500);
  expect(await response.text()).toMatch(/<\/html>\s*$/);
  expect(site.logged()).not.toContain(code);
});

it.each([
  ['a receipt', {}, request.receipt],
  ["a complaint's receipt", { of: 'complaint' }, followActs.complained],
])('keeps the code of %s on the screen while the database does not answer', async (_whose, of, words) => {
  const { DB } = await site.env();
  const code = await sendSealed(site, await makeOpenDesk(site));
  const saved = new URLSearchParams({ step: 'saved', code, lastGroup: 'BBBBB', ...of });
  await DB.prepare('ALTER TABLE inquiry RENAME TO elsewhere').run();

  const response = await postForm(site, '/yeu-cau/', saved);
  const page = await response.text();
  await DB.prepare('ALTER TABLE elsewhere RENAME TO inquiry').run();

  expect(response.status).toBe(503);
  for (const group of codeGroups(code)) expect(page).toContain(group);
  expect(page).toContain(apiErrors.storage_unavailable);
  expect(page).toContain(receiptMessages.proof.wrong);
  expect(page).toContain(words.keep);
  expect(page).not.toContain(words.title);
});

it('leaves pages that do not fail as they are', async () => {
  const response = await site.fetch('/yeu-cau/');

  expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect(await response.text()).toContain(request.title);
});
