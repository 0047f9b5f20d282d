/**
 * What a person must be told, each sentence from the catalogue and at the moment at which it is due: on the pages that the
 * Worker draws without JavaScript, and in the parts that the scripts show in its place.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { makeCode } from '../../domain/code.ts';
import { CONSENT } from '../../domain/consent.ts';
import { deriveFromCard, deriveFromCode } from '../../domain/derive.ts';
import { BUSY_REQUESTS } from '../../domain/desk.ts';
import { localDay } from '../../domain/local-day.ts';
import { RETENTION_DAYS, TOLD_DAYS } from '../../domain/retention.ts';
import { sealMessage, sealRequest } from '../../domain/seal-request.ts';
import { type Desk, listDesks } from '../../functions/inquiries/list-desks.ts';
import { makeDesk } from '../../functions/inquiries/make-desk.ts';
import { readThread } from '../../functions/inquiries/open-thread.ts';
import { purge } from '../../functions/inquiries/purge.ts';
import {
  answerInquiry,
  closeInquiry,
  listInquiries,
  readInquiry,
} from '../../functions/inquiries/serve-desk.ts';
import { setAside } from '../../functions/inquiries/set-aside.ts';
import { submitInquiry } from '../../functions/inquiries/submit-inquiry.ts';
import { lockOut } from '../../functions/staff/lock-out.ts';
import { addMadeUpOfficer } from '../../scripts/made-up-officer.ts';
import { describeGone } from '../../src/client/describe-data-days.ts';
import { describeDesk, describeNext } from '../../src/client/describe-desk.ts';
import {
  askOnce,
  beforeYouWrite,
  busyDesk,
  closedPortal,
  closedWhy,
  follow,
  operatorKinds,
  receiptMessages,
  request,
  requestMessages,
  retention,
} from '../../words/vi.ts';
import { followActMessages, followActs } from '../../words/vi-follow.ts';
import { useBuiltSite } from './built-site.ts';
import { missing, textOf } from './page-text.ts';
import { postForm, postJson, sendSealed } from './sealed-request.ts';

const site = useBuiltSite();
const DAY_MS = 24 * 60 * 60 * 1000;

const described = [
  {
    slug: 'tram',
    name: 'Trạm thử (hư cấu)',
    operatorKind: 'health',
    operator: 'Trạm Y tế thử',
    duty: 'Phải báo khi có người bị đe dọa tính mạng.',
    hours: '8 giờ đến 11 giờ, thứ hai đến thứ sáu',
  },
  {
    slug: 'cong-an',
    name: 'Công an thử (hư cấu)',
    operatorKind: 'police',
    operator: 'Công an phường thử',
    duty: 'Phải lập hồ sơ khi biết có tội phạm.',
    hours: 'cả ngày',
  },
] as const;

const officers: string[] = [];
let tram: Desk;
let police: Desk;

async function offered(): Promise<Desk[]> {
  const { DB } = await site.env();
  return listDesks(DB, new Date());
}

const officer = () => ({ deskId: tram.id, officerId: officers[0] ?? '' });

const get = async (path: string) => (await site.fetch(path)).text();
const ask = async (fields: Record<string, string>) =>
  (await postForm(site, '/yeu-cau/', new URLSearchParams(fields))).text();
const comeBack = async (code: string, step: string) =>
  (await postForm(site, '/theo-doi/', new URLSearchParams({ code, step }))).text();

/** The form as it is posted without JavaScript. */
const filled = (desk: Desk) =>
  ({
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
  }) as const;

/** A new request to the first desk, as it is known at both ends. */
async function newRequest() {
  const env = await site.env();
  const code = await sendSealed(site, tram);
  const secrets = await deriveFromCode(code);
  const { id } = await readThread(env, secrets.lookup, new Date());
  return { env, code, secrets, id };
}

const truths = [
  ...beforeYouWrite.sections.flatMap((section) => [
    section.title,
    ...section.texts,
    ...('steps' in section ? section.steps : []),
  ]),
  retention.title,
  ...retention.texts(TOLD_DAYS),
];
const closedSentences = [request.closedTitle, request.closed, request.toDirectory, closedPortal.toPhones];

/** That a page offers phones and places, and asks nothing. */
function expectClosed(html: string): void {
  expect(missing(html, closedSentences)).toEqual([]);
  expect(html).toContain('href="/danh-ba/"');
  expect(html).toContain('href="/huong-dan/so-dien-thoai/"');
  // What the scripts take over is not there: with JavaScript the same page stays.
  expect(html).not.toContain('id="clock-form"');
  expect(html).not.toContain('id="request-form"');
}

beforeAll(async () => {
  const env = await site.env();
  for (const description of described) {
    const sheet = await deriveFromCard(makeCode());
    const id = await makeDesk(env.DB, { ...description, isDemo: true }, sheet, new Date());
    // As `npm run desk:make` leaves it: the first test of this file needs no other.
    if (description.slug === 'tram') expectClosed(await get('/yeu-cau/'));
    officers.push((await addMadeUpOfficer(env, id, sheet, new Date())).officerId);
  }
  [tram, police] = (await offered()) as [Desk, Desk];
});

describe('before the first question', () => {
  it('stand who reads, what this is not, what the law expects, what stays visible and how long all is kept', async () => {
    const page = await get('/yeu-cau/');
    const short = beforeYouWrite.short.flatMap(({ lead, text }) => [lead, text]);

    expect(missing(page, [...short, ...truths, request.clock.legend])).toEqual([]);
    expect(textOf(page).indexOf(short[0] ?? '')).toBeLessThan(textOf(page).indexOf(request.clock.legend));
  });

  it.each(Object.entries(RETENTION_DAYS).filter(([name]) => name !== 'settledReport'))(
    'the days by which the cron erases are named: %s',
    async (_name, days) => {
      expect(retention.texts(TOLD_DAYS).join(' ')).toContain(`${days} ngày`);
    },
  );

  it('those of what erasing leaves are named too', () => {
    const texts = retention.texts({ ...TOLD_DAYS, erasedCode: 901, history: 902, backup: 903, months: 904 });

    for (const told of ['901 ngày', '902 ngày', '903 ngày', '904 tháng'])
      expect(texts.join(' ')).toContain(told);
  });
});

describe('whoever was told a result', () => {
  const { stop } = request;
  const always = [
    stop.title,
    stop.lead,
    stop.rule,
    stop.howTitle,
    ...stop.how,
    stop.company,
    stop.sources,
    stop.guide,
    stop.proceed,
  ];

  it('reads the 24 hours, the three ways to register and who can go along', async () => {
    const page = await ask({ step: 'clock', resultKnown: 'yes' });

    expect(missing(page, [...always, stop.late])).toEqual([]);
    expect(missing(page, [stop.unsure])).toEqual([stop.unsure]);
  });

  it('reads what to do when not sure', async () => {
    const page = await ask({ step: 'clock', resultKnown: 'unsure' });

    expect(missing(page, [...always, stop.unsure])).toEqual([]);
    expect(missing(page, [stop.late])).toEqual([stop.late]);
  });

  it('reads the same in what the script shows', async () => {
    expect(missing(await get('/yeu-cau/phan/'), [...always, stop.late, stop.unsure])).toEqual([]);
  });
});

describe('at the questions', () => {
  const words = request.form;
  const { under18 } = words;
  const told = [
    words.forWhom.relativeHint,
    under18.title,
    under18.call,
    under18.may,
    under18.laterTitle,
    ...under18.later,
    under18.sources,
    ...words.urgency.signs,
    words.place.relative,
    words.desk.hint,
    words.words.relative,
  ];
  const pages = [
    ['the plain page', () => ask({ step: 'clock', resultKnown: 'no' })],
    ['what the script shows', () => get('/yeu-cau/phan/')],
  ] as const;

  it.each(pages)('a relative, a child and a desk are explained: %s', async (_which, draw) => {
    const page = await draw();

    expect(missing(page, told)).toEqual([]);
    for (const { operatorKind, operator, duty, hours, name } of described)
      expect(missing(page, [name, `${operatorKinds[operatorKind]}: ${operator}.`, duty, hours])).toEqual([]);
    expect(missing(page, [requestMessages.desk.neverOpened])).toEqual([]);
  });

  it.each(pages)('a desk says when it last opened its box: %s', async (_which, draw) => {
    await listInquiries(await site.env(), tram.id, new Date());
    [tram, police] = (await offered()) as [Desk, Desk];

    const page = await draw();

    expect(tram.lastOpenedAt).not.toBeNull();
    expect(missing(page, [describeDesk(tram), describeDesk(police)])).toEqual([]);
  });

  it('only the desk to which very many requests came is said to be slow', async () => {
    const env = await site.env();
    const secrets = await deriveFromCode(makeCode());
    const { resultKnown, forWhom, ageBand, answerBy, words: text } = filled(police);
    const asked = { resultKnown, forWhom, ageBand, answerBy, words: text, phone: '', safeHours: '' } as const;
    const sealed = await sealRequest({ ...asked, desk: police.id, help: ['talk'] }, police, secrets);
    for (let sent = 0; sent < BUSY_REQUESTS; sent++) {
      const { lookup } = await deriveFromCode(makeCode());
      const address = {
        lookup,
        recipient: secrets.recipient,
        desk: police.id,
        deskRecipient: police.recipient,
      };
      await submitInquiry(env, { ...address, ...sealed, consentVersion: CONSENT.withCode }, new Date());
    }
    [tram, police] = (await offered()) as [Desk, Desk];

    for (const [, draw] of pages) {
      const page = await draw();
      expect(missing(page, [`${describeDesk({ ...police, isBusy: false })} ${busyDesk}`])).toEqual([]);
      expect(textOf(page).split(busyDesk)).toHaveLength(2);
    }
  });
});

describe('the receipt', () => {
  const next = [
    request.receipt.comeBack,
    request.receipt.noAnswer,
    request.receipt.inDanger,
    request.receipt.notRegistration,
  ];

  it('repeats who has the request, what comes next, and every truth from before', async () => {
    const page = await ask(filled(tram));

    expect(missing(page, [describeDesk(tram), describeNext(tram), ...next, ...truths])).toEqual([]);
  });

  it('does so as well for who asks once', async () => {
    const page = await ask({ ...filled(tram), once: 'yes' });

    const told = [askOnce.noCode, receiptMessages.once.answer.code, request.receipt.notRegistration];
    expect(missing(page, [describeDesk(tram), ...told, ...truths])).toEqual([]);
  });

  it('stands ready for the script, with places for what it fills in', async () => {
    const page = await get('/yeu-cau/phan/');

    expect(missing(page, [...next, ...truths, askOnce.noCode])).toEqual([]);
    for (const place of ['arrived', 'next', 'desk']) expect(page).toContain(`data-slot="${place}"`);
  });
});

describe('the status, to whoever comes back', () => {
  it('says that the desk closed the request, and for how long it stays', async () => {
    const { env, code, id } = await newRequest();
    await readInquiry(env, id, officer(), new Date());
    await closeInquiry(env, id, officer(), new Date());

    expect(missing(await comeBack(code, 'open'), [followActMessages.closed.desk(RETENTION_DAYS)])).toEqual(
      [],
    );
  });

  it('says that silence closed it, not the desk', async () => {
    const { env, code, id } = await newRequest();
    await readInquiry(env, id, officer(), new Date());
    await purge(env, new Date(Date.now() + (RETENTION_DAYS.silent + 1) * DAY_MS));

    const page = await comeBack(code, 'open');

    const told = [followActMessages.closed.silence(RETENTION_DAYS), closedWhy.silence(RETENTION_DAYS.silent)];
    expect(missing(page, told)).toEqual([]);
    expect(missing(page, [followActMessages.events.closed])).toEqual([followActMessages.events.closed]);
  });

  it('says that it was set aside and how to come back, and the server says no more of it', async () => {
    const [aside, closed] = [await newRequest(), await newRequest()];
    const { env } = aside;
    await setAside(env, [aside.id], officer(), new Date());
    await readInquiry(env, closed.id, officer(), new Date());
    await closeInquiry(env, closed.id, officer(), new Date());

    const page = await comeBack(aside.code, 'open');

    expect(missing(page, [followActMessages.closed.setAside(RETENTION_DAYS), closedWhy.setAside])).toEqual(
      [],
    );
    const openAs = async ({ secrets }: typeof aside) => {
      const answer = await postJson(site, '/api/inquiries/open', { lookup: secrets.lookup });
      return ((await answer.json()) as { thread: { status: string } }).thread;
    };
    const [one, other] = [await openAs(aside), await openAs(closed)];
    expect(Object.keys(one)).toEqual(Object.keys(other));
    expect(JSON.stringify(one).match(/set.?aside/gi)).toEqual(['set-aside']);
    expect([one.status, other.status]).toEqual(['closed', 'closed']);
  });

  it('names the place to which the desk referred', async () => {
    const { env, code, secrets, id } = await newRequest();
    const message = {
      id: crypto.randomUUID(),
      from: 'desk',
      text: 'Mời bạn',
      referredTo: 'Nơi thử',
    } as const;
    const sealed = await sealMessage(message, { ...secrets, desk: tram });
    await readInquiry(env, id, officer(), new Date());
    await answerInquiry(env, id, officer(), { id: message.id, sealed, isReferral: true }, new Date());

    const page = await comeBack(code, 'open');

    expect(page).toMatch(/data-slot="status"[^>]*>\s*Đã giới thiệu bạn tới Nơi thử\s*</);
  });
});

describe('erasing', () => {
  it('is told truthfully before it and after it, with the days of backups', async () => {
    const { code } = await newRequest();
    const before = [follow.withdrawExplain(TOLD_DAYS), ...followActs.withdraw.remains(TOLD_DAYS)];

    expect(missing(await comeBack(code, 'withdraw-ask'), before)).toEqual([]);

    const page = await comeBack(code, 'withdraw');
    const after = [follow.withdrawnRemains(TOLD_DAYS), describeGone(localDay(new Date()))];
    expect(missing(page, after)).toEqual([]);
    expect(missing(await get('/theo-doi/phan/'), [...before, follow.withdrawnRemains(TOLD_DAYS)])).toEqual(
      [],
    );
  });

  it('names the days by which the code acts', () => {
    const days = { ...TOLD_DAYS, erasedCode: 901, history: 902, backup: 903, months: 904 };
    const remains = followActs.withdraw.remains(days).join(' ');

    for (const told of ['901 ngày', '902 ngày', '903 ngày', '904 tháng']) expect(remains).toContain(told);
    expect(follow.withdrawExplain(days)).toContain('903 ngày');
    expect(follow.withdrawnRemains(days)).toContain('903 ngày');
  });
});

describe('a portal whose last officers have left', () => {
  it('says so before the first question and after it, with phones and places', async () => {
    const env = await site.env();
    for (const id of officers) await lockOut(env, id, new Date());

    expectClosed(await get('/yeu-cau/'));
    expectClosed(await ask({ step: 'clock', resultKnown: 'no' }));
  });

  it('loses nothing that was typed, and offers the same', async () => {
    const page = await ask(filled(tram));

    expect(missing(page, [...closedSentences, 'Lời thử, hư cấu.'])).toEqual([]);
  });
});
