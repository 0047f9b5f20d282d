import { readXml } from './read-xml.ts';

/** How much of a day a style shows: characters of an ISO date (4, 7 or 10). */
export type DateStyles = ReadonlyMap<number, number>;

/** Formats that are built in and show a day; 17 is "mmm-yy" (ECMA-376 part 1, 18.8.30). */
const BUILT_IN: ReadonlyMap<number, number> = new Map([
  [14, 10],
  [15, 10],
  [16, 10],
  [17, 7],
  [22, 10],
]);

/** The cell styles that show a number as a day, by their number; each with how exactly. */
export function readDateStyles(part: Uint8Array): DateStyles {
  const styles = new Map<number, number>();
  const custom = new Map<number, number>();
  let isCell = false;
  let index = 0;
  readXml(part, {
    open: (name, { numFmtId, formatCode }) => {
      if (name === 'numFmt' && formatCode !== undefined) custom.set(Number(numFmtId), shownOf(formatCode));
      if (name === 'cellXfs') isCell = true;
      if (name !== 'xf' || !isCell) return;
      const id = Number(numFmtId);
      const shown = custom.get(id) ?? BUILT_IN.get(id) ?? 0;
      if (shown > 0) styles.set(index, shown);
      index += 1;
    },
    close: (name) => {
      if (name === 'cellXfs') isCell = false;
    },
  });
  return styles;
}

/** How much of a day a format shows; 0 for one that shows none. */
function shownOf(formatCode: string): number {
  const code = formatCode.replace(/"[^"]*"|\[[^\]]*\]|\\.|[_*]./g, '').toLowerCase();
  if (code.includes('d')) return 10;
  if (!code.includes('y')) return 0;
  return code.includes('m') ? 7 : 4;
}
