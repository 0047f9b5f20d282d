import { describe, expect, it } from 'vitest';
import { asTried, compareAttempts, earlierSending, mayHaveArrived } from '../../domain/earlier-sending.ts';
import type { RequestAnswers } from '../../domain/request-form.ts';

const byPhone: RequestAnswers = {
  resultKnown: 'no',
  desk: 'desk',
  forWhom: 'self',
  ageBand: 'adult',
  help: ['talk'],
  words: 'Lời thử',
  answerBy: 'phone',
  phone: '0900 000 123',
  safeHours: '',
};
const byCode: RequestAnswers = { ...byPhone, answerBy: 'code', phone: '' };
const oncePhone: RequestAnswers = { ...byPhone, once: true };
const onceSilent: RequestAnswers = { ...byCode, once: true };
const withCode = { isEarlier: true, isOnce: false };
const once = { isEarlier: true, isOnce: true };

describe('what a browser says of an earlier sending', () => {
  it.each([
    ['the latest arrived', { isEarlier: false, isOnce: false }, [byPhone], byCode, null, 'code'],
    ['the browser itself sent it twice', withCode, [], byCode, null, 'code'],
    ['the same was sent again', withCode, [byPhone], { ...byPhone }, null, 'phone'],
    ['a phone number was taken back', withCode, [byPhone], byCode, 'changed', 'phone'],
    ['one of two attempts was the same', withCode, [byPhone, byCode], byPhone, 'maybe', null],
    ['a code is no longer wanted', withCode, [byPhone], onceSilent, 'other-way', 'phone'],
    ['a code is wanted after all', once, [oncePhone], byCode, 'other-way', 'phone'],
    ['only the attempt of its kind may stand', once, [byCode, oncePhone], onceSilent, 'changed', 'phone'],
    ['a phone number was taken back, asked once', once, [oncePhone], onceSilent, 'changed', 'phone'],
  ] as const)('when %s', (_when, standing, before, latest, earlier, answerBy) => {
    expect(compareAttempts(standing, before, latest)).toEqual({ earlier, answerBy });
  });
});

describe('what the server says of an earlier sending', () => {
  it.each([
    [{ isEarlier: false, isOnce: false }, true, null],
    [withCode, false, 'maybe'],
    [once, true, 'maybe'],
    [withCode, true, 'other-way'],
    [once, false, 'other-way'],
  ] as const)('%j, with a form that asks once %j', (standing, isAskedOnce, said) => {
    expect(earlierSending(standing, isAskedOnce)).toBe(said);
  });
});

it('remembers in the form that a sending may have arrived', () => {
  const read = (name: string) => (name === 'words' ? ['Lời thử'] : []);

  expect(mayHaveArrived(read)).toBe(false);
  expect(mayHaveArrived(asTried(read))).toBe(true);
  expect(asTried(read)('words')).toEqual(['Lời thử']);
});
