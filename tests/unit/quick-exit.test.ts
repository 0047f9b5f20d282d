import { describe, expect, it } from 'vitest';
import { countShiftPresses } from '../../src/client/quick-exit.ts';

/** The answers to presses that follow each other every 100 ms. */
function answers(keys: readonly (string | null)[], every = 100): boolean[] {
  const isThirdShift = countShiftPresses();
  return keys.map((key, index) => isThirdShift({ key, at: index * every }));
}

describe('Shift three times', () => {
  it('leaves on the third press, not before', () => {
    expect(answers(['Shift', 'Shift', 'Shift'])).toEqual([false, false, true]);
  });

  it('does not leave someone who types capitals', () => {
    expect(answers(['Shift', 'T', 'Shift', 'H', 'Shift', 'A'])).not.toContain(true);
  });

  it('does not leave someone who switches the Vietnamese keyboard with Ctrl+Shift', () => {
    expect(answers(['Control', 'Shift', 'Control', 'Shift', 'Control', 'Shift'])).not.toContain(true);
  });

  it('does not leave someone who marks text with Shift and the pointer', () => {
    expect(answers(['Shift', null, 'Shift', null, 'Shift', null])).not.toContain(true);
  });

  it('does not leave on presses that lie more than two seconds apart', () => {
    expect(answers(['Shift', 'Shift', 'Shift'], 1001)).not.toContain(true);
    expect(answers(['Shift', 'Shift', 'Shift'], 1000)).toContain(true);
  });
});
