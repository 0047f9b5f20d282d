import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONSENT } from '../../domain/consent.ts';
import { LIMITS, readMessageText, readRequestForm } from '../../domain/request-form.ts';

const complete: Record<string, string[]> = {
  resultKnown: ['no'],
  forWhom: ['self'],
  ageBand: ['unsaid'],
  help: ['talk'],
  words: ['Tôi cần nói chuyện.'],
  desk: ['3f0c2a52-8a53-4f0e-9d6f-0c3c6c0d7a11'],
  answerBy: ['phone'],
  phone: ['0912 345 678'],
  safeHours: ['sau 20 giờ'],
  consentRead: [CONSENT.either],
  consentCall: ['yes'],
};

const read = (changes: Record<string, string[]>) => {
  const form = { ...complete, ...changes };
  return readRequestForm((name) => form[name] ?? []);
};

/** The problems of a form with these changes; none when it is taken. */
function problemsOf(changes: Record<string, string[]>): string[] {
  const outcome = read(changes);
  return outcome.ok ? [] : outcome.problems.map(({ field, problem }) => `${field}: ${problem}`);
}

/** The answers of a form with these changes. */
function answersOf(changes: Record<string, string[]>) {
  const outcome = read(changes);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.answers;
}

describe('a complete request', () => {
  it('is taken as it was written', () => {
    expect(answersOf({})).toEqual({
      resultKnown: 'no',
      desk: '3f0c2a52-8a53-4f0e-9d6f-0c3c6c0d7a11',
      forWhom: 'self',
      ageBand: 'unsaid',
      help: ['talk'],
      words: 'Tôi cần nói chuyện.',
      answerBy: 'phone',
      phone: '0912 345 678',
      safeHours: 'sau 20 giờ',
    });
  });

  it('carries nothing that the form did not ask', () => {
    expect(Object.keys(answersOf({ name: ['Mai'], address: ['Hà Nội'] }))).toEqual(
      Object.keys(answersOf({})),
    );
  });

  it('is trimmed and put into NFC', () => {
    const words = '  Tiếng Việt \n'.normalize('NFD');

    expect(answersOf({ words: [words] }).words).toBe('Tiếng Việt');
  });

  it('keeps the order of the page and drops unknown and repeated kinds of help', () => {
    expect(answersOf({ help: ['work', 'sell', 'talk', 'work'] }).help).toEqual(['talk', 'work']);
  });

  it('needs either a kind of help or words', () => {
    expect(answersOf({ help: [] }).help).toEqual([]);
    expect(answersOf({ words: [] }).words).toBe('');
    expect(problemsOf({ help: [], words: [' \r\n '] })).toEqual(['help: missing']);
  });
});

describe('a text of a request', () => {
  const fields = [
    ['words', LIMITS.words, 'a'],
    ['safeHours', LIMITS.safeHours, 'a'],
    ['opening', LIMITS.opening, 'a'],
    ['place', LIMITS.place, 'a'],
  ] as const;

  it.each(fields)('%s is taken up to its limit', (field, limit, letter) => {
    expect(problemsOf({ [field]: [letter.repeat(limit - 1)] })).toEqual([]);
    expect(problemsOf({ [field]: [letter.repeat(limit)] })).toEqual([]);
    expect(problemsOf({ [field]: [letter.repeat(limit + 1)] })).toEqual([`${field}: too-long`]);
  });

  it('counts as the browser does: an emoji as two, a line end as one, no spaces around', () => {
    const { words } = LIMITS;

    expect(problemsOf({ words: ['🌿'.repeat(words / 2)] })).toEqual([]);
    expect(problemsOf({ words: [`${'🌿'.repeat(words / 2)}a`] })).toEqual(['words: too-long']);
    expect(problemsOf({ words: [`a${'\r\n'.repeat(words - 2)}a`] })).toEqual([]);
    expect(problemsOf({ words: [`a${'\r\n'.repeat(words - 1)}a`] })).toEqual(['words: too-long']);
    expect(problemsOf({ words: [` ${'a'.repeat(words)}\r\n`] })).toEqual([]);
  });

  it('stores line ends as one character', () => {
    expect(answersOf({ words: ['một\r\nhai\nba'] }).words).toBe('một\nhai\nba');
  });

  it('is measured once composed, as the letters are seen', () => {
    expect(problemsOf({ words: ['ệ'.normalize('NFD').repeat(LIMITS.words)] })).toEqual([]);
  });
});

describe('a phone number', () => {
  it.each([
    '0912345678',
    '0912 345 678',
    '0912.345.678',
    '(024) 3825-1234',
    '+84 912 345 678',
    '12345678',
    '123456789012345',
    ' 0912345678 ',
  ])('is taken as %s', (phone) => {
    expect(answersOf({ phone: [phone] }).phone).toBe(phone.trim());
  });

  it.each([
    '',
    '1234567',
    '1234567890123456',
    'không có',
    '0912 345 67a',
    '++84912345678',
    '84+912345678',
    '٠٩١٢٣٤٥٦٧٨',
    '0912345678;',
  ])('is refused as "%s"', (phone) => {
    expect(problemsOf({ phone: [phone] })).toEqual(['phone: not-a-phone']);
  });

  it('is called too long and not also malformed above its limit', () => {
    expect(problemsOf({ phone: ['0 9 1 2 3 4 5 6 7 8 9'.slice(0, LIMITS.phone)] })).toEqual([]);
    expect(problemsOf({ phone: ['0'.repeat(LIMITS.phone + 1)] })).toEqual(['phone: too-long']);
  });
});

describe('an answer by code only', () => {
  it('leaves a number behind that was typed before', () => {
    const answers = answersOf({ answerBy: ['code'], consentCall: [] });

    expect(answers).toMatchObject({ answerBy: 'code', phone: '', safeHours: '' });
  });

  it('does not ask for what it leaves behind', () => {
    const tooLong = 'x'.repeat(LIMITS.safeHours + 1);

    expect(problemsOf({ answerBy: ['code'], phone: ['?'], safeHours: [tooLong], consentCall: [] })).toEqual(
      [],
    );
  });
});

describe('what may be left out', () => {
  it('is not said at all when it was not answered', () => {
    const unanswered = { substances: ['other'], urgency: ['now'], opening: [' '], place: [''], once: ['no'] };

    expect(Object.keys(answersOf(unanswered))).toEqual(Object.keys(answersOf({})));
  });

  it('is taken as it was chosen and written', () => {
    const answers = answersOf({
      substances: ['alcohol', 'opioid'],
      urgency: ['soon'],
      opening: [' Tôi gọi về cuốn sách. '],
      once: ['yes'],
    });

    expect(answers).toMatchObject({
      substances: ['opioid', 'alcohol'],
      urgency: 'soon',
      opening: 'Tôi gọi về cuốn sách.',
      once: true,
    });
  });

  it.each([
    [['unsaid'], ['unsaid']],
    [['unsaid', 'opioid'], ['opioid']],
  ])('of the substances %j says %j: not wanting to say stands alone', (chosen, said) => {
    expect(answersOf({ substances: chosen }).substances).toEqual(said);
  });

  it('is told of a place only with leave', () => {
    const place = ['Phường Hoàng Mai, Hà Nội'];

    expect(answersOf({ place })).not.toHaveProperty('place');
    expect(answersOf({ place, consentPlace: ['yes'] }).place).toBe(place[0]);
  });

  it('holds no opening sentence for a call that is not wanted', () => {
    expect(answersOf({ answerBy: ['code'], opening: ['Xin chào'] })).not.toHaveProperty('opening');
  });
});

describe('the consent to be read', () => {
  it('is told by the text that was agreed to', () => {
    expect(read({})).toMatchObject({ ok: true, consent: CONSENT.either });
    expect(read({ consentRead: [CONSENT.withCode] })).toMatchObject({ ok: true, consent: CONSENT.withCode });
  });

  it('to another kind of request, or to a text that is no longer shown, is none', () => {
    expect(problemsOf({ consentRead: [CONSENT.once] })).toEqual(['consentRead: missing']);
    expect(problemsOf({ consentRead: [CONSENT.withCode], once: ['yes'] })).toEqual(['consentRead: missing']);
    expect(problemsOf({ consentRead: ['2026-11-22.2'] })).toEqual(['consentRead: missing']);
  });
});

describe('an incomplete request', () => {
  it('names every problem in the order of the page', () => {
    const outcome = readRequestForm(() => []);

    expect(outcome).toEqual({
      ok: false,
      problems: ['resultKnown', 'forWhom', 'ageBand', 'desk', 'answerBy', 'help', 'consentRead'].map(
        (field) => ({
          field,
          problem: 'missing',
        }),
      ),
    });
  });

  it.each(['resultKnown', 'forWhom', 'ageBand', 'desk', 'answerBy', 'consentRead', 'consentCall'])(
    'is refused without %s, or with a value that was not offered',
    (field) => {
      expect(problemsOf({ [field]: [] })).toEqual([`${field}: missing`]);
      if (field !== 'desk') expect(problemsOf({ [field]: ['other'] })).toEqual([`${field}: missing`]);
    },
  );

  it('never makes the reader throw', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(...Object.keys(complete)),
          fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }),
        ),
        (changes) => {
          expect(typeof read(changes).ok).toBe('boolean');
        },
      ),
    );
  });
});

describe('the text of a message', () => {
  const { message } = LIMITS;

  it.each([
    ['nothing', '', { ok: false, problem: 'missing' }],
    ['only line ends', '\r\n \n', { ok: false, problem: 'missing' }],
    ['one letter less than the limit', 'a'.repeat(message - 1), { ok: true, text: 'a'.repeat(message - 1) }],
    ['the limit', 'a'.repeat(message), { ok: true, text: 'a'.repeat(message) }],
    ['one letter more', 'a'.repeat(message + 1), { ok: false, problem: 'too-long' }],
    ['spaces around', '  chào\r\nbạn ', { ok: true, text: 'chào\nbạn' }],
  ])('is read: %s', (_what, raw, outcome) => {
    expect(readMessageText(raw)).toEqual(outcome);
  });
});
