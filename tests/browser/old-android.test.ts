/**
 * A phone of 2019 whose browser is no longer renewed. WebCrypto knows no X25519 (Chrome has it since 133), and nothing
 * is there that came after the oldest browser in which the scripts run (src/client/recent-enough.ts).
 */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { follow, followMessages, request, staff } from '../../words/vi.ts';
import { followActMessages, followActs } from '../../words/vi-follow.ts';
import { addAuthenticator } from './authenticator.ts';
import { useBrowser } from './browser.ts';
import { usePortal } from './portal.ts';
import {
  answer,
  beginRequest,
  choose,
  comeBack,
  isOneAtATime,
  openFirstInquiry,
  press,
  registerOfficer,
  seeHeading,
  sendRequest,
  TYPED,
} from './walk.ts';

const browser = useBrowser();
const portal = usePortal();

let links: string[] = [];
beforeAll(async () => {
  links = await portal.inviteOfficers(1);
  await portal.openDesk();
});

/** What came after Chrome 93, as far as a script may be tempted by it. */
const LATER: Record<string, readonly string[]> = {
  'Array.prototype': ['findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with'],
  'Uint8Array.prototype': ['toHex', 'toBase64', 'setFromHex', 'setFromBase64'],
  'Object.getPrototypeOf(Uint8Array.prototype)': [
    'findLast',
    'findLastIndex',
    'toSorted',
    'toReversed',
    'with',
  ],
  Uint8Array: ['fromHex', 'fromBase64'],
  'String.prototype': ['isWellFormed', 'toWellFormed'],
  'Set.prototype': ['union', 'intersection', 'difference', 'isSubsetOf'],
  'Map.prototype': ['getOrInsert', 'getOrInsertComputed'],
  'ArrayBuffer.prototype': ['transfer', 'transferToFixedLength', 'resize'],
  'ReadableStream.prototype': ['values'],
  Array: ['fromAsync'],
  Object: ['groupBy'],
  Map: ['groupBy'],
  Promise: ['withResolvers', 'try'],
  AbortSignal: ['timeout', 'any'],
  ReadableStream: ['from'],
  URL: ['canParse', 'parse'],
  globalThis: ['structuredClone', 'Iterator', 'CompressionStream'],
};

/** Takes away what a browser of then did not have. */
function takeAway(later: typeof LATER): string {
  return Object.entries(later)
    .flatMap(([owner, names]) => names.map((name) => `delete (${owner})[${JSON.stringify(name)}];`))
    .join('');
}

/** Opens a page in which every use of X25519 in WebCrypto is refused, as by a browser that does not know it. */
async function openOldPage(
  screen: 'phone' | 'desktop',
): Promise<{ page: Page; refusals: () => Promise<number> }> {
  const page = await browser.open(portal.origin, { screen });
  // The desk's own computer is another matter.
  if (screen === 'phone') await page.addInitScript(takeAway(LATER));
  await page.addInitScript(() => {
    let refused = 0;
    for (const name of ['generateKey', 'importKey', 'deriveBits', 'deriveKey', 'exportKey'] as const) {
      const real: unknown = Reflect.get(SubtleCrypto.prototype, name);
      if (typeof real !== 'function') continue;
      Reflect.set(SubtleCrypto.prototype, name, function (this: unknown, ...values: unknown[]) {
        if (!JSON.stringify(values).includes('X25519')) return Reflect.apply(real, this, values);
        refused += 1;
        return Promise.reject(new DOMException('Algorithm: Unrecognized name', 'NotSupportedError'));
      });
    }
    Object.assign(globalThis, { countRefusals: () => refused });
  });
  return {
    page,
    refusals: () => page.evaluate('countRefusals()'),
  };
}

describe('a browser whose WebCrypto knows no X25519', () => {
  it('seals, opens and answers all the same, on the phone and at the desk', async () => {
    const person = await openOldPage('phone');
    const desk = await openOldPage('desktop');
    await addAuthenticator(desk.page, true);

    const code = await sendRequest(person.page, true);
    expect(await person.refusals()).toBeGreaterThan(0);
    await registerOfficer(desk.page, links.pop() ?? '');
    await openFirstInquiry(desk.page);
    await desk.page.getByText(TYPED.words).waitFor();
    await answer(desk.page, TYPED.answer);
    expect(await desk.refusals()).toBeGreaterThan(0);
    await press(desk.page, staff.inquiry.back);
    await seeHeading(desk.page, staff.list.title);

    await comeBack(person.page, code, true);
    await seeHeading(person.page, follow.statusTitle);
    await person.page.getByText(followMessages.fromDesk).waitFor();
    await person.page.getByText(TYPED.answer).waitFor();
    expect(await person.refusals()).toBeGreaterThan(0);

    expect(await person.page.evaluate(() => 'findLast' in Array.prototype)).toBe(false);
    await press(person.page, followActs.menu.contact.label);
    await choose(person.page, followActs.contact.code);
    await press(person.page, followActs.contact.submit);
    await person.page.getByText(followActMessages.contactSent, { exact: true }).waitFor();
    await press(person.page, followActs.menu.data.label);
    await choose(person.page, followActMessages.requests.see);
    await press(person.page, followActs.data.submit);
    await person.page.getByText(followActMessages.requestSent, { exact: true }).waitFor();
    await press(person.page, followActs.menu.holding.label);
    await person.page.getByText(TYPED.answer).waitFor();
    await press(person.page, followActs.back);
    await press(person.page, follow.withdrawAsk);
    await press(person.page, follow.withdrawConfirm);
    await seeHeading(person.page, follow.withdrawnTitle);
  });
});

describe('a browser older than any in which the scripts run', () => {
  it('leaves both forms to the server from the start', async () => {
    const page = await browser.open(portal.origin);
    await page.addInitScript(() => {
      Reflect.deleteProperty(Object, 'hasOwn');
    });
    const scripts: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
    });

    await page.goto('/theo-doi/', { waitUntil: 'networkidle' });
    await page.getByText(follow.openedByServer).waitFor();
    await beginRequest(page);
    await page.getByText(request.form.sealedByServer).waitFor();

    expect(await isOneAtATime(page)).toBe(false);
    expect(scripts.filter((path) => /seal|open-in|ask/.test(path))).toEqual([]);
  });
});
