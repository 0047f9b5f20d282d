import { base64urlnopad, bech32 } from '@scure/base';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCode, readCode } from '../../domain/code.ts';
import { deriveFromCard, deriveFromCode, PRF_SALT } from '../../domain/derive.ts';
import { openGrant } from '../../domain/desk-key.ts';
import { hourOf } from '../../domain/hour.ts';
import { findRecoveryGrant, listDesksWithKey, readGrant } from '../../functions/inquiries/desk-store.ts';
import { makeDesk } from '../../functions/inquiries/make-desk.ts';
import { withBindings } from '../../scripts/local-state.ts';
import { addMadeUpOfficer } from '../../scripts/made-up-officer.ts';
import { RECOVERY_FILE } from '../../scripts/make-demo-desk.ts';
import { askOnce, follow, followMessages, request, staff } from '../../words/vi.ts';
import { complaintConsent, followActMessages, followActs } from '../../words/vi-follow.ts';
import { addAuthenticator } from './authenticator.ts';
import { useBrowser } from './browser.ts';
import { readDemoRecovery, usePortal } from './portal.ts';
import { readPrf } from './prf.ts';
import { sendSealed } from './sent-request.ts';
import { findInTexts, findSecrets, readFolder } from './spellings.ts';
import { type Traces, watchTraces } from './traces.ts';
import {
  answer,
  changeAnswer,
  choose,
  comeBack,
  expectAccessible,
  findPlace,
  goOn,
  goToCheck,
  openFirstInquiry,
  press,
  readGuide,
  readyRequest,
  registerOfficer,
  seeHeading,
  sendRequest,
  TYPED,
} from './walk.ts';

const browser = useBrowser();
const portal = usePortal({ logs: 'everything' });

let links: string[] = [];
beforeAll(async () => {
  links = await portal.inviteOfficers(3);
  await portal.openDesk();
});

/** What is typed on coming back; as fictional. */
const TYPED_LATER = {
  newPhone: '0900 000 456',
  newPhoneDigits: '0900000456',
  newHours: 'Sáng sớm, giờ hư cấu',
  newOpening: 'Tôi gọi về cuốn sách hư cấu',
  correction: 'Em tôi 19 tuổi, không phải 18 (lời thử).',
  dataRequest: 'Cho tôi xem ai đã đọc (lời thử).',
  complaint: 'Cán bộ gọi ngoài giờ đã ghi (lời thử).',
} as const;

/** All that must never stand in the state, under the name that a failure shows. */
const secrets = new Map<string, string | Uint8Array>(Object.entries({ ...TYPED, ...TYPED_LATER }));

/** Every body that an officer's browser posted, and every one that a sealing browser did. */
const postedBodies: string[] = [];
const sealedBodies: string[] = [];

/** What each person's browser was told to keep. */
const traces: Traces[] = [];

describe.each([
  { javaScript: true, screen: 'phone', withdraws: true },
  { javaScript: false, screen: 'desktop', withdraws: true },
  { javaScript: true, screen: 'desktop', withdraws: false },
] as const)('the whole journey ($screen, JavaScript $javaScript)', ({ withdraws, ...options }) => {
  it('finds a place and the guide, then is sent, opened, answered, read, replied to and withdrawn', async () => {
    const person = await browser.open(portal.origin, options);
    const left = await watchTraces(person);
    traces.push(left);
    const desk = await browser.open(portal.origin, { screen: 'desktop' });
    await addAuthenticator(desk, true);
    desk.on('request', (sent) => postedBodies.push(sent.postData() ?? ''));

    await findPlace(person);
    await readGuide(person);
    if (options.javaScript) person.on('request', (sent) => sealedBodies.push(sent.postData() ?? ''));

    const code = await sendRequest(person, options.javaScript);
    await left.look();
    const card = await registerOfficer(desk, links.pop() ?? '');
    await expectAccessible(desk);
    await openFirstInquiry(desk);
    await desk.getByText(TYPED.words).waitFor();
    for (const told of [
      request.form.substances.options.opioid,
      request.form.urgency.options.later,
      TYPED.place,
    ]) {
      expect(await desk.getByText(told, { exact: true }).isVisible(), told).toBe(true);
    }
    await expectAccessible(desk);
    expect(await desk.getByText(TYPED.phone).count()).toBe(0);
    await choose(desk, staff.inquiry.reasons['call-as-asked']);
    await press(desk, staff.inquiry.contactOpen);
    await desk.getByText(TYPED.phone).waitFor();
    await desk.getByText(TYPED.opening).waitFor();
    await answer(desk, TYPED.answer);

    await comeBack(person, code, options.javaScript);
    await seeHeading(person, follow.statusTitle);
    await person.getByText(followMessages.fromDesk).waitFor();
    await person.getByText(TYPED.answer).waitFor();
    await expectAccessible(person);
    await person.getByLabel(follow.replyLabel).fill(TYPED.reply);
    await press(person, follow.replySubmit);
    await person.getByText(followMessages.replySent).waitFor();
    await left.look();
    await press(desk, staff.inquiry.back);
    await openFirstInquiry(desk);
    await desk.getByText(TYPED.reply).waitFor();

    secrets.set(`prf of ${code}`, await readPrf(desk, PRF_SALT));
    secrets.set(`code ${code}`, code);
    secrets.set(`card ${card}`, card);
    const { lookup, identity, proof } = await deriveFromCode(code);
    for (const [name, secret] of Object.entries({ lookup, proof })) {
      secrets.set(`${name} of ${code}`, base64urlnopad.decode(secret));
    }
    secrets.set(`identity of ${code}`, identity);
    if (!withdraws) return;

    await press(person, follow.withdrawAsk);
    await seeHeading(person, follow.withdrawSure);
    await expectAccessible(person);
    await press(person, follow.withdrawConfirm);
    await seeHeading(person, follow.withdrawnTitle);
    await expectAccessible(person);
    await left.look();
    await press(desk, staff.inquiry.back);
    await desk.getByText(staff.list.empty).waitFor();
  });
});

describe('whoever comes back, or asks once', () => {
  beforeAll(() =>
    portal.reachInto(async (env) => {
      const recovery = await deriveFromCard(makeCode());
      const description = { operator: 'Hư cấu', duty: 'Chỉ để thử.', hours: 'Không có', isDemo: true };
      const desk = { slug: 'dau-moi-nhan-khieu-nai', name: 'Đầu mối nhận khiếu nại thử (hư cấu)' };
      const id = await makeDesk(
        env.DB,
        { ...desk, ...description, operatorKind: 'civil' },
        recovery,
        new Date(),
      );
      await addMadeUpOfficer(env, id, recovery, new Date());
      await env.DB.prepare('UPDATE desk SET takes_complaints = 1 WHERE id = ?1').bind(id).run();
    }),
  );

  it.each([{ javaScript: true }, { javaScript: false }])(
    'changes the way to answer, asks about data, looks at what is held and complains (JavaScript $javaScript)',
    async ({ javaScript }) => {
      const { page, left } = await openWatched(javaScript);
      const code = await sendSealed(portal.origin);
      await comeBack(page, code, javaScript);

      await press(page, followActs.menu.contact.label);
      await seeHeading(page, followActs.contact.title);
      await choose(page, followActs.contact.phone);
      await page.getByLabel(followActs.contact.phoneLabel).fill(TYPED_LATER.newPhone);
      await page.getByLabel(followActs.contact.hoursLabel).fill(TYPED_LATER.newHours);
      await page.getByLabel(followActs.contact.openingLabel).fill(TYPED_LATER.newOpening);
      await choose(page, followActs.contact.consent);
      await left.look();
      await press(page, followActs.contact.submit);
      await page.getByText(followActMessages.contactSent, { exact: true }).waitFor();

      for (const [which, text] of [
        [followActMessages.requests.correct, TYPED_LATER.correction],
        [followActMessages.requests.see, TYPED_LATER.dataRequest],
      ] as const) {
        await press(page, followActs.menu.data.label);
        await seeHeading(page, followActs.data.title);
        await choose(page, which);
        await page.getByLabel(followActs.data.label).fill(text);
        await press(page, followActs.data.submit);
        await page.getByText(followActMessages.requestSent).waitFor();
      }

      await press(page, followActs.own.show);
      await page.getByText(TYPED_LATER.correction).waitFor();
      await left.look();
      await press(page, followActs.menu.holding.label);
      await seeHeading(page, followActs.holding.title);
      await page.getByText(TYPED_LATER.newPhone).waitFor();
      await left.look();
      await press(page, followActs.back);
      await seeHeading(page, follow.statusTitle);

      await press(page, followActs.menu.complaint.label);
      await seeHeading(page, followActs.complaint.title);
      await page.getByLabel(followActs.complaint.label).fill(TYPED_LATER.complaint);
      await choose(page, complaintConsent.text);
      await left.look();
      await press(page, followActs.complaint.submit);
      await seeHeading(page, followActs.complained.title);
      const newCode = (await page.locator('.code-groups').innerText()).replace(/\s/g, '');
      await left.look();
      await page.getByLabel(request.receipt.proofLabel).fill(newCode.slice(-5));
      await press(page, request.receipt.saved);
      await seeHeading(page, followActs.complained.savedTitle);
      await left.look();

      for (const each of [code, newCode]) {
        secrets.set(`code ${each}`, each);
        secrets.set(`lookup of ${each}`, base64urlnopad.decode((await deriveFromCode(each)).lookup));
      }
    },
  );

  it.each([{ javaScript: true }, { javaScript: false }])(
    'asks once, without a code (JavaScript $javaScript)',
    async ({ javaScript }) => {
      const { page, left } = await openWatched(javaScript);
      await readyRequest(page, javaScript);
      await changeAnswer(page, askOnce.legend);
      await choose(page, askOnce.label);
      if (javaScript) {
        // Another consent than the one that was given.
        await goOn(page, request.form.consent.title);
        await page.locator('label[for="consentRead"]').click();
        await goOn(page, request.form.check.title);
      } else await goToCheck(page);
      await left.look();

      await press(page, request.form.submit);

      await seeHeading(page, askOnce.title);
      await left.look();
    },
  );

  async function openWatched(javaScript: boolean): Promise<{ page: Page; left: Traces }> {
    const page = await browser.open(portal.origin, { javaScript });
    const left = await watchTraces(page);
    traces.push(left);
    if (javaScript) page.on('request', (sent) => sealedBodies.push(sent.postData() ?? ''));
    return { page, left };
  }
});

describe('after these journeys', () => {
  it('none of the words and secrets stands anywhere in the state', async () => {
    await portal.stop();
    const recovery = readCode(await readDemoRecovery(portal.stateDir));
    if (!recovery.ok) throw new Error('the recovery file holds no code');
    const deskIdentity = await openDeskKey(recovery.code);
    secrets.set('the desk identity', deskIdentity);
    secrets.set('the desk secret', bech32.decodeToBytes(deskIdentity.toLowerCase()).bytes);
    const files = await readFolder(portal.stateDir, RECOVERY_FILE);

    const found = findSecrets(secrets, files);

    expect(secrets.size).toBeGreaterThan(20);
    expect(files.some(({ path }) => path.includes('d1'))).toBe(true);
    expect(files.some(({ path }) => path.includes('r2'))).toBe(true);
    expect(found).toEqual([]);
  });

  it('no body that the console posted holds the PRF output', () => {
    const prfs = [...secrets].filter(([name]) => name.startsWith('prf'));

    const leaks = findInTexts(new Map(prfs), postedBodies);

    expect(prfs).toHaveLength(3);
    expect(postedBodies.join('')).toContain('attestationObject');
    expect(leaks).toEqual([]);
  });

  it('no body that a sealing browser posted holds a typed word or a code', () => {
    const leaks = findInTexts(spoken(), sealedBodies);

    expect(sealedBodies.join('')).toContain('deskRecipient');
    expect(leaks).toEqual([]);
  });

  it('no secret was written to the log of the server', () => {
    const log = portal.printed();

    // What the log holds at all: the addresses that were asked for.
    expect(log).toContain('POST /yeu-cau/');
    expect(log).toContain('POST /api/inquiries');
    expect(findInTexts(secrets, [log])).toEqual([]);
  });

  it('no typed word and no code is in an address, a title or a history entry of the person', () => {
    const texts = traces.flatMap((each) => each.texts);

    expect(texts).toContain(`${portal.origin}/theo-doi/`);
    expect(findInTexts(spoken(), texts)).toEqual([]);
  });

  it('the browser of the person was told to keep nothing: no storage, no cookie, no worker, no cache', () => {
    expect(traces).toHaveLength(7);
    expect(traces.flatMap(({ kept }) => kept)).toEqual([]);
    expect(traces.flatMap(({ cacheable }) => cacheable)).toEqual([]);
  });

  afterAll(() => secrets.clear());
});

/** The secrets that a person types or is given to keep. */
function spoken(): Map<string, string | Uint8Array> {
  return new Map(
    [...secrets].filter(([name]) => name in TYPED || name in TYPED_LATER || name.startsWith('code')),
  );
}

function openDeskKey(recoveryCode: string): Promise<string> {
  return withBindings(portal.stateDir, async (env) => {
    const desks = await listDesksWithKey(env.DB, { hour: hourOf(new Date()), limit: 1 });
    const desk = desks.find(({ slug }) => slug === 'dau-moi-thu-nghiem');
    const grant = desk && (await findRecoveryGrant(env.DB, desk.key_id));
    const { identity } = await deriveFromCard(recoveryCode);
    const key = desk && grant && (await openGrant(desk.id, readGrant(grant), identity));
    if (!key) throw new Error('the recovery sheet does not open the desk key');
    return key.identity;
  });
}
