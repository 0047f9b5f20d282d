import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { CONSENT } from '../../domain/consent.ts';
import { app } from '../../functions/app.ts';
import { type BrakeName, brakeFor, senderOf } from '../../functions/http/limit-rate.ts';
import { answerFollowPage } from '../../functions/inquiries/answer-follow-page.ts';
import { answerRequestPage } from '../../functions/inquiries/answer-request-page.ts';
import { apiErrors } from '../../words/vi.ts';
import { countRows, makePerson, makeTestDesk, ORIGIN, sendRequest, TYPED } from './sealed-journey.ts';

const ADDRESS = '203.0.113.7';

/** A brake that counts what it is asked and lets so many through for each key. */
function counter(limit: number) {
  const asked = new Map<string, number>();
  return {
    asked,
    limit: ({ key }: { key: string }) => {
      asked.set(key, (asked.get(key) ?? 0) + 1);
      return Promise.resolve({ success: (asked.get(key) ?? 0) <= limit });
    },
  };
}

/** The bindings with brakes of these limits; zero lets nothing through. */
function braked(limits: Partial<Record<BrakeName, number>> = {}) {
  const brakes = {
    BRAKE_SENDING: counter(limits.BRAKE_SENDING ?? Number.POSITIVE_INFINITY),
    BRAKE_CODES: counter(limits.BRAKE_CODES ?? Number.POSITIVE_INFINITY),
    BRAKE_STAFF: counter(limits.BRAKE_STAFF ?? Number.POSITIVE_INFINITY),
  };
  return { bindings: { ...env, ...brakes }, brakes };
}

function post(path: string, bindings: Env, address: string | null = ADDRESS): Promise<Response> {
  return Promise.resolve(
    app.request(
      `${ORIGIN}${path}`,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(address === null ? {} : { 'cf-connecting-ip': address }),
        },
        body: '{}',
      },
      bindings,
    ),
  );
}

const fromAddress = (address: string) => new Request(ORIGIN, { headers: { 'cf-connecting-ip': address } });

const ROUTES: [string, BrakeName][] = [
  ['/api/inquiries', 'BRAKE_SENDING'],
  ['/api/inquiries/messages', 'BRAKE_SENDING'],
  ['/api/inquiries/contact', 'BRAKE_SENDING'],
  ['/api/place-reports', 'BRAKE_SENDING'],
  ['/api/inquiries/open', 'BRAKE_CODES'],
  ['/api/inquiries/saved', 'BRAKE_CODES'],
  ['/api/inquiries/withdraw', 'BRAKE_CODES'],
  ['/api/staff/invites/open', 'BRAKE_STAFF'],
  ['/api/staff/register', 'BRAKE_STAFF'],
  ['/api/staff/sign-in/options', 'BRAKE_STAFF'],
  ['/api/staff/sign-in', 'BRAKE_STAFF'],
];

describe.each(ROUTES)('%s', (path, name) => {
  it('asks a braked sender to try again in a minute, before the route looks at the body', async () => {
    const { bindings, brakes } = braked({ [name]: 0 });

    const response = await post(path, bindings);

    expect(response.status).toBe(429);
    expect(await response.json()).toEqual({ error: { code: 'slow_down', message: apiErrors.slow_down } });
    expect([...brakes[name].asked]).toEqual([[ADDRESS, 1]]);
  });

  it('is not braked by the other brakes', async () => {
    const others = { BRAKE_SENDING: 0, BRAKE_CODES: 0, BRAKE_STAFF: 0, [name]: 1 };

    expect((await post(path, braked(others).bindings)).status).not.toBe(429);
  });
});

describe('every route that takes a body', () => {
  it('has a brake, unless it stands behind the sign-in', () => {
    const taking = app.routes.filter(
      ({ method, path }) =>
        method === 'POST' && !/^\/api\/staff\/(?:inquiries|places|officers|keys|sign-out)/.test(path),
    );

    expect([...new Set(taking.map(({ path }) => path.replace(/\/$/, '')))].sort()).toEqual(
      ROUTES.map(([path]) => path).sort(),
    );
  });
});

describe('the brake', () => {
  it('lets everybody through when the platform does not answer', async () => {
    const limit = () => Promise.reject(new Error('down'));
    const bindings = { ...env, BRAKE_SENDING: { limit } };

    expect((await post('/api/inquiries', bindings)).status).toBe(422);
  });

  it('counts nothing where senders cannot be told apart', async () => {
    const { bindings, brakes } = braked();

    await post('/api/inquiries', bindings, null);
    await post('/api/inquiries', bindings, '127.0.0.1');

    expect(brakes.BRAKE_SENDING.asked.size).toBe(0);
  });

  it('is the one of wrangler.toml: twenty sendings a minute pass, three times as many do not', async () => {
    const answers: number[] = [];
    for (let sent = 0; sent < 60; sent++) answers.push((await post('/api/inquiries', env)).status);

    expect(answers.slice(0, 20)).not.toContain(429);
    expect(answers).toContain(429);
    // Another sender is not held up by this one.
    expect((await post('/api/inquiries', env, '203.0.113.8')).status).toBe(422);
  });
});

describe('senderOf', () => {
  it.each([
    [null, null],
    ['', null],
    ['::1', null],
    ['127.0.0.1', null],
    ['203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:0001:0002::9', '2001:db8:1:2'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['2001:db8::', '2001:db8:0:0'],
    ['::ffff:1.2.3.4', '0:0:0:0'],
  ])('counts %s as %s', (address, sender) => {
    expect(senderOf(address)).toBe(sender);
  });
});

/** A form with these fields. */
function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

describe('a braked page', () => {
  it('gives a request back as it was typed, with its code, and stores nothing', async () => {
    const desk = await makeTestDesk();
    const person = await makePerson();
    const { bindings } = braked({ BRAKE_SENDING: 0 });
    const form = formOf({
      step: 'send',
      code: person.code,
      resultKnown: 'no',
      forWhom: 'self',
      ageBand: 'adult',
      help: 'talk',
      words: TYPED.words,
      desk: desk.id,
      answerBy: 'code',
      consentRead: CONSENT.either,
    });

    const page = await answerRequestPage(
      bindings,
      form,
      new Date(),
      brakeFor(bindings, fromAddress(ADDRESS)),
    );

    expect(page).toMatchObject({ view: 'check', filled: { code: person.code }, error: 'slow_down' });
    expect(page.view === 'check' && page.filled.values('words')).toEqual([TYPED.words]);
    expect(await countRows('inquiry')).toBe(0);
  });

  it('gives a reply back as it was typed', async () => {
    const person = await sendRequest(await makeTestDesk());
    const { bindings } = braked({ BRAKE_SENDING: 0 });
    const form = formOf({ step: 'reply', code: person.code, messageId: 'm', text: TYPED.message });

    const page = await answerFollowPage(bindings, form, new Date(), brakeFor(bindings, fromAddress(ADDRESS)));

    expect(page).toMatchObject({ view: 'unsent', draft: TYPED.message, error: 'slow_down' });
  });

  it('keeps a typed code', async () => {
    const person = await sendRequest(await makeTestDesk());
    const { bindings } = braked({ BRAKE_CODES: 0 });
    const form = formOf({ step: 'open', code: person.code });

    const page = await answerFollowPage(bindings, form, new Date(), brakeFor(bindings, fromAddress(ADDRESS)));

    expect(page).toEqual({ view: 'ask', typed: person.code, problem: null, error: 'slow_down' });
  });
});
