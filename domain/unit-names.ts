/** The names that an administrative unit answers to. */

/** Kinds of unit as a name begins with them, folded, and how people shorten each. */
const TYPE_WORDS: readonly { full: string; short: readonly string[] }[] = [
  { full: 'thanh pho', short: ['tp'] },
  { full: 'thi xa', short: ['tx'] },
  { full: 'thi tran', short: ['tt'] },
  { full: 'dac khu', short: [] },
  { full: 'phuong', short: ['p'] },
  { full: 'quan', short: ['q'] },
  { full: 'huyen', short: ['h'] },
  { full: 'tinh', short: ['t'] },
  { full: 'xa', short: ['x'] },
];

/**
 * The names that a unit answers to: with its kind, with the kind shortened ("tp", "q1") and without it, unless only a
 * number would be left.
 *
 * @param whole the name, folded, with its kind
 */
export function unitNames(whole: string): string[] {
  const names = new Set([whole]);
  const type = TYPE_WORDS.find(({ full }) => whole.startsWith(`${full} `));
  if (type !== undefined) {
    const bare = whole.slice(type.full.length + 1);
    const isNumber = /^\d+$/.test(bare);
    if (!isNumber) names.add(bare);
    for (const short of type.short) {
      names.add(`${short} ${bare}`);
      if (isNumber) names.add(`${short}${bare}`);
    }
    if (isNumber) names.add(`${type.full.replace(' ', '')}${bare}`);
  }
  return [...names];
}
