import { describe, expect, it } from 'vitest';
import * as words from '../../words/vi.ts';
import * as editorWords from '../../words/vi-editor.ts';
import * as lawWords from '../../words/vi-law.ts';
import * as metaWords from '../../words/vi-meta.ts';

/** Every string below a value; functions are left out, as their sentences need values. */
function sentences(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(sentences);
  return [];
}

describe('the words of the interface', () => {
  const all = sentences({ ...words, ...editorWords, ...lawWords, ...metaWords });

  it('are composed Unicode (NFC), so that search and screen readers meet one spelling', () => {
    expect(all.filter((sentence) => sentence !== sentence.normalize('NFC'))).toEqual([]);
  });

  it('never use the slur for a person who uses drugs', () => {
    expect(all.filter((sentence) => /con nghiện/i.test(sentence))).toEqual([]);
  });

  it('never offer a crime-report line', () => {
    expect(all.filter((sentence) => /0769[. ]?04|0705[. ]?13/.test(sentence))).toEqual([]);
  });
});
