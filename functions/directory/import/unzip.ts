/**
 * The parts of a ZIP file (APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 to 4.3.16), as far as a spreadsheet needs them.
 * Limits are kept twice: on what the central directory claims, before anything is expanded, and on the bytes that
 * come out, because the directory may lie.
 */
import { LIMITS } from './limits.ts';

/** The file is no ZIP that can be read. */
export class ZipError extends Error {
  readonly code: 'zip-damaged' | 'zip-bomb';

  constructor(code: 'zip-damaged' | 'zip-bomb') {
    super(code);
    this.name = 'ZipError';
    this.code = code;
  }
}

interface Entry {
  offset: number;
  method: number;
  stored: number;
  expanded: number;
}

const END_RECORD = 22;
const CENTRAL_RECORD = 46;
const LOCAL_RECORD = 30;
const LOCATOR = 20;

/** Marks a figure that stands in a record of ZIP64. */
const NOT_HERE = 0xffffffff;

export interface Zip {
  /** The bytes of one part; null when there is none of this name. Throws ZipError. */
  read(name: string): Promise<Uint8Array | null>;
}

/** Reads the directory of a ZIP file. Throws ZipError when it is damaged, encrypted or claims too much. */
export function openZip(bytes: Uint8Array): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readEntries(bytes, view);
  let total = 0;
  for (const { stored, expanded } of entries.values()) {
    total += expanded;
    if (expanded > LIMITS.partBytes || total > LIMITS.totalBytes) throw new ZipError('zip-bomb');
    if (expanded > 1_000_000 && expanded > stored * LIMITS.zipRatio) throw new ZipError('zip-bomb');
  }
  return {
    read: async (name) => {
      const entry = entries.get(partName(name));
      return entry === undefined ? null : expand(bytes, view, entry);
    },
  };
}

function readEntries(bytes: Uint8Array, view: DataView): Map<string, Entry> {
  const end = findEnd(view);
  const { count, from } = readEnd(view, end);
  if (count > LIMITS.zipEntries) throw new ZipError('zip-bomb');
  const entries = new Map<string, Entry>();
  let at = from;
  for (let n = 0; n < count; n += 1) {
    if (at + CENTRAL_RECORD > end || view.getUint32(at, true) !== 0x02014b50)
      throw new ZipError('zip-damaged');
    const isEncrypted = (view.getUint16(at + 8, true) & 1) === 1;
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const extraFrom = at + CENTRAL_RECORD + nameLength;
    if (extraFrom + extraLength > end) throw new ZipError('zip-damaged');
    const [expanded = 0, stored = 0, offset = 0] = readLarge(view, extraFrom, extraLength, [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ]);
    const entry = { method: view.getUint16(at + 10, true), stored, expanded, offset };
    const name = new TextDecoder().decode(
      bytes.subarray(at + CENTRAL_RECORD, at + CENTRAL_RECORD + nameLength),
    );
    // Two parts of one name are how one reader is shown what another is not.
    if (isEncrypted || entries.has(partName(name))) throw new ZipError('zip-damaged');
    entries.set(partName(name), entry);
    at = extraFrom + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Names of parts differ in more than case (ECMA-376 part 2, 6.2.2.3); some writers put the separators of Windows. */
function partName(name: string): string {
  return name.replaceAll('\\', '/').toLowerCase();
}

/** How many parts there are and where their directory begins, from the end record or that of ZIP64 before it. */
function readEnd(view: DataView, end: number): { count: number; from: number } {
  const count = view.getUint16(end + 10, true);
  const from = view.getUint32(end + 16, true);
  if (count !== 0xffff && from !== NOT_HERE) return { count, from };
  const locator = end - LOCATOR;
  if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) throw new ZipError('zip-damaged');
  const record = wide(view, locator + 8);
  if (record + 56 > locator || view.getUint32(record, true) !== 0x06064b50) throw new ZipError('zip-damaged');
  return { count: wide(view, record + 32), from: wide(view, record + 48) };
}

/** Figures of a central record; those that it marks as too large for it stand in its extra field of ZIP64 (4.5.3). */
function readLarge(view: DataView, from: number, length: number, figures: readonly number[]): number[] {
  if (!figures.includes(NOT_HERE)) return [...figures];
  let at = from;
  while (at + 4 <= from + length) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) !== 1) {
      at += 4 + size;
      continue;
    }
    let next = at + 4;
    return figures.map((figure) => {
      if (figure !== NOT_HERE) return figure;
      if (next + 8 > at + 4 + size || next + 8 > from + length) throw new ZipError('zip-damaged');
      next += 8;
      return wide(view, next - 8);
    });
  }
  throw new ZipError('zip-damaged');
}

/** An unsigned number of eight bytes; what a double cannot hold is far beyond any limit. */
function wide(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

/** The end record stands last, before a comment of up to 65,535 bytes. */
function findEnd(view: DataView): number {
  const last = view.byteLength - END_RECORD;
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw new ZipError('zip-damaged');
}

async function expand(bytes: Uint8Array, view: DataView, entry: Entry): Promise<Uint8Array> {
  const { offset, method, stored, expanded } = entry;
  if (offset + LOCAL_RECORD > bytes.length || view.getUint32(offset, true) !== 0x04034b50) {
    throw new ZipError('zip-damaged');
  }
  const from = offset + LOCAL_RECORD + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (from + stored > bytes.length) throw new ZipError('zip-damaged');
  const part = bytes.slice(from, from + stored);
  if (method === 0 && stored === expanded) return part;
  if (method !== 8) throw new ZipError('zip-damaged');

  const whole = new Uint8Array(expanded);
  let length = 0;
  const reader = new Blob([part]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new ZipError('zip-damaged');
    });
    if (done) break;
    if (length + value.length > expanded) {
      await reader.cancel();
      throw new ZipError('zip-bomb');
    }
    whole.set(value, length);
    length += value.length;
  }
  if (length !== expanded) throw new ZipError('zip-damaged');
  return whole;
}
