import { describe, expect, it } from 'vitest';
import {
  ANSWERS,
  type Case,
  concerns,
  conditionText,
  parseCondition,
  possiblePlaces,
  QUESTIONS,
  settle,
} from '../../domain/registration-case.ts';

describe('whom a sentence concerns', () => {
  const homeForAdults = { age: ['adult'], place: ['home'] };

  it.each<[string, Case, boolean]>([
    ['nobody has answered', {}, true],
    ['one answer fits', { age: 'adult' }, true],
    ['both fit', { age: 'adult', place: 'home' }, true],
    ['one does not', { age: 'minor', place: 'home' }, false],
    ['the other does not', { age: 'adult', place: 'public' }, false],
    ['another question is answered', { turn: 'again' }, true],
  ])('is told when %s', (_when, answers, isTold) => {
    expect(concerns(homeForAdults, answers)).toBe(isTold);
  });

  it('is everybody when it asks nothing', () => {
    expect(concerns({}, { age: 'under-12', place: 'private' })).toBe(true);
  });

  it('is any of several answers', () => {
    expect(concerns({ place: ['public', 'private'] }, { place: 'private' })).toBe(true);
  });
});

describe('where somebody may be treated', () => {
  it.each<[string, Case, readonly string[]]>([
    ['with a settled residence', { residence: 'settled' }, ['home', 'public', 'private']],
    ['before that is answered', {}, ['home', 'public', 'private']],
    ['without a settled residence', { residence: 'unsettled' }, ['public']],
    ['as a foreigner', { residence: 'foreign' }, ['public', 'private']],
  ])('%s', (_who, answers, places) => {
    expect(possiblePlaces(answers)).toEqual(places);
  });
});

describe('what follows from a case', () => {
  it.each<[string, Case, Case]>([
    [
      'the only place that the law leaves',
      { residence: 'unsettled' },
      { residence: 'unsettled', place: 'public' },
    ],
    [
      'that place even when another was chosen',
      { residence: 'unsettled', place: 'home' },
      { residence: 'unsettled', place: 'public' },
    ],
    ['no home for a foreigner', { residence: 'foreign', place: 'home' }, { residence: 'foreign' }],
    [
      'a facility for a foreigner',
      { residence: 'foreign', place: 'private' },
      { residence: 'foreign', place: 'private' },
    ],
    [
      'nothing where all is free',
      { age: 'minor', residence: 'settled', place: 'home' },
      { age: 'minor', residence: 'settled', place: 'home' },
    ],
    ['nothing else below twelve', { age: 'under-12', result: 'told', place: 'home' }, { age: 'under-12' }],
    ['nothing from no answer', {}, {}],
  ])('%s', (_what, answers, settled) => {
    expect(settle(answers)).toEqual(settled);
  });

  it('is settled for every case there is, and stays so', () => {
    const all = QUESTIONS.reduce<Case[]>(
      (cases, question) =>
        cases.flatMap((one) => [
          one,
          ...ANSWERS[question].map((answer): Case => ({ ...one, [question]: answer })),
        ]),
      [{}],
    );

    expect(all).toHaveLength(4 ** 4 * 3);
    for (const answers of all) {
      const settled = settle(answers);
      expect(settle(settled)).toEqual(settled);
      if (settled.place !== undefined) expect(possiblePlaces(settled)).toContain(settled.place);
    }
  });
});

describe('a condition in an attribute', () => {
  it('is written and read again', () => {
    const condition = { age: ['minor', 'adult'], place: ['home'] } as const;

    expect(conditionText(condition)).toBe('age:minor,adult place:home');
    expect(parseCondition(conditionText(condition))).toEqual(condition);
  });

  it('is empty for everybody', () => {
    expect(conditionText({})).toBe('');
    expect(concerns(parseCondition(''), { age: 'adult', place: 'home' })).toBe(true);
  });
});
