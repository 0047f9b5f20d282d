import { describe, expect, it } from 'vitest';
import { isKeyPutBack, readSeen, rememberKey } from '../../domain/trusted-keys.ts';

describe('a key that was replaced', () => {
  it('is noticed when it is the present one again', () => {
    const seen = rememberKey(rememberKey([], 'age1first'), 'age1second');

    expect(isKeyPutBack(seen, 'age1first')).toBe(true);
    expect(isKeyPutBack(seen, 'age1second')).toBe(false);
    expect(isKeyPutBack(seen, 'age1third')).toBe(false);
  });

  it('is not noticed by a browser that never saw the later one', () => {
    expect(isKeyPutBack(rememberKey([], 'age1first'), 'age1first')).toBe(false);
    expect(isKeyPutBack([], 'age1first')).toBe(false);
  });

  it('is remembered among the last twenty, each once', () => {
    const names = Array.from({ length: 25 }, (_, index) => `age1${index}`);
    const seen = [...names, 'age124', 'age110'].reduce<string[]>(rememberKey, []);

    expect(seen).toHaveLength(20);
    expect(seen.at(-1)).toBe('age110');
    expect(new Set(seen).size).toBe(20);
  });

  it.each([null, '', '{', '"age1"', '{"0":"age1"}', '[1,null]'])(
    'leaves a damaged note behind: %s',
    (text) => {
      expect(readSeen(text)).toEqual([]);
    },
  );

  it('is read from the note that was kept', () => {
    expect(readSeen(JSON.stringify(['age1first', 'age1second']))).toEqual(['age1first', 'age1second']);
  });
});
