import { describe, expect, it } from 'vitest';
import { checkSavedGroup } from '../../domain/saved-proof.ts';

const CODE = 'XMCSNQBJ64078GXFKBGG51RVC';

describe('the last group of a code, typed back', () => {
  it.each([
    ['as it is', '51RVC'],
    ['in small letters', '51rvc'],
    ['with spaces and a hyphen', ' 51-r v c '],
    ['with letters like digits', '5IRVC'],
    ['in full width', '５１ＲＶＣ'],
    ['with the whole code', 'xmcsn-qbj64-078gx-fkbgg-51rvc'],
  ])('proves that it was saved: %s', (_how, typed) => {
    expect(checkSavedGroup(CODE, typed)).toBeNull();
  });

  it.each([
    ['', 'empty'],
    [' - ', 'empty'],
    ['XMCSN', 'other-group'],
    ['fkbgg', 'other-group'],
    ['51RVZ', 'wrong'],
    ['51RV', 'wrong'],
    ['51RVCC', 'wrong'],
    ['năm', 'wrong'],
  ])('is refused as %j: %s', (typed, problem) => {
    expect(checkSavedGroup(CODE, typed)).toBe(problem);
  });
});
