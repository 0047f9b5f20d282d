/** A phone of 2019 whose browser is no longer renewed: WebCrypto knows no X25519 (Chrome has it since 133). */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { follow, followMessages, staff } from '../../words/vi.ts';
import { addAuthenticator } from './authenticator.ts';
import { useBrowser } from './browser.ts';
import { usePortal } from './portal.ts';
import {
  answer,
  comeBack,
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

/** Opens a page in which every use of X25519 in WebCrypto is refused, as by a browser that does not know it. */
async function openOldPage(
  screen: 'phone' | 'desktop',
): Promise<{ page: Page; refusals: () => Promise<number> }> {
  const page = await browser.open(portal.origin, { screen });
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
  });
});
