import { describe, expect, it } from 'vitest';
import { NoAnswerError, RefusedError } from '../../src/client/api.ts';
import { describeFailure } from '../../src/client/describe-failure.ts';
import { describeOpening } from '../../src/client/send-and-show.ts';
import { followMessages } from '../../words/vi.ts';
import { followFailures } from '../../words/vi-follow-failures.ts';

const words = { network: 'unknown', unsent: 'it never left', unsealed: 'not sealed' };

describe('what is said of something that was to be sent', () => {
  it.each([
    ['the sentence of a refusal', new RefusedError('slow_down', 'wait'), true, 'wait'],
    ['that nobody knows, when no answer came', new NoAnswerError(), true, 'unknown'],
    ['that nobody knows, whatever went wrong after it left', new TypeError(), true, 'unknown'],
    [
      'that it never left, when what is asked before got no answer',
      new NoAnswerError(),
      false,
      'it never left',
    ],
    ['that it was not sealed', new RangeError(), false, 'not sealed'],
  ])('is %s', (_what, error, isPosted, sentence) => {
    expect(describeFailure(error, isPosted, words)).toBe(sentence);
  });
});

describe('what is said of a thread that could not be shown', () => {
  it.each([
    ['no such code', new RefusedError('not_found', 'x'), followMessages.problems.notFound],
    ['a refusal', new RefusedError('slow_down', 'wait'), 'wait'],
    ['a lost connection', new NoAnswerError(), followFailures.opening.network],
    ['a browser that cannot', new TypeError(), followFailures.opening.unopened],
  ])('names %s', (_what, error, sentence) => {
    expect(describeOpening(error)).toBe(sentence);
  });
});
