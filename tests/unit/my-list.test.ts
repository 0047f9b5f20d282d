import { describe, expect, it } from 'vitest';
import { MAX_LISTED, parseList } from '../../src/client/my-list.ts';

describe('the list that the tab keeps', () => {
  it('is read back as it was written', () => {
    expect(parseList('[{"slug":"a","name":"A"}]')).toEqual([{ slug: 'a', name: 'A' }]);
  });

  it.each([null, '', '{', 'null', '{"slug":"a"}', '[1, null, {"slug": 2, "name": "A"}, {"slug": "a"}]'])(
    'counts as empty when it holds %s',
    (text) => {
      expect(parseList(text)).toEqual([]);
    },
  );

  it('holds no more than its limit', () => {
    const many = Array.from({ length: MAX_LISTED + 5 }, (_, index) => ({ slug: `${index}`, name: 'A' }));

    expect(parseList(JSON.stringify(many))).toHaveLength(MAX_LISTED);
  });
});
