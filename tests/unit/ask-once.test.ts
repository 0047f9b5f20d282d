import { describe, expect, it } from 'vitest';
import { isAskedOnce, withOnceNote } from '../../domain/ask-once.ts';
import type { RequestAnswers } from '../../domain/request-form.ts';

const answers: RequestAnswers = {
  resultKnown: 'no',
  desk: 'desk',
  forWhom: 'self',
  ageBand: 'adult',
  help: ['talk'],
  words: 'Lời thử.',
  answerBy: 'code',
  phone: '',
  safeHours: '',
};
const notes = { code: '[không trả lời]', phone: '[gọi]' };

describe('asking once', () => {
  it.each([
    [['yes'], true],
    [[], false],
    [['no'], false],
  ])('with the values %j is %s', (values, expected) => {
    expect(isAskedOnce((name) => (name === 'once' ? values : []))).toBe(expected);
  });

  it('tells the desk above the words, and changes nothing else', () => {
    expect(withOnceNote(answers, notes)).toEqual({ ...answers, words: '[không trả lời]\n\nLời thử.' });
  });

  it('tells the desk to call where a phone was left', () => {
    const byPhone = { ...answers, answerBy: 'phone', words: '' } as const;

    expect(withOnceNote(byPhone, notes).words).toBe('[gọi]');
  });
});
