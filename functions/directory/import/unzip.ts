/**
 * The parts of a ZIP file (APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16), as far as a spreadsheet needs them.
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

export interface Zip {
  names: string[];
  /** The bytes of one part; null when there is none of this name. Throws ZipError. */
  read(name: string): Promise<Uint8Array | null>;
}

/** Reads the directory of a ZIP file. Throws ZipError when it is damaged, encrypted, of ZIP64, or claims too much. */
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
    names: [...entries.keys()],
    read: async (name) => {
      const entry = entries.get(name);
      return entry === undefined ? null : expand(bytes, view, entry);
    },
  };
}

function readEntries(bytes: Uint8Array, view: DataView): Map<string, Entry> {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > LIMITS.zipEntries) throw new ZipError('zip-bomb');
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let n = 0; n < count; n += 1) {
    if (at + CENTRAL_RECORD > end || view.getUint32(at, true) !== 0x02014b50)
      throw new ZipError('zip-damaged');
    const isEncrypted = (view.getUint16(at + 8, true) & 1) === 1;
    const entry = {
      method: view.getUint16(at + 10, true),
      stored: view.getUint32(at + 20, true),
      expanded: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(
      bytes.subarray(at + CENTRAL_RECORD, at + CENTRAL_RECORD + nameLength),
    );
    // ZIP64 marks its sizes with all ones. Two parts of one name are how one reader is shown what another is not.
    if (isEncrypted || entry.expanded === 0xffffffff || entries.has(name)) throw new ZipError('zip-damaged');
    entries.set(name, entry);
    at += CENTRAL_RECORD + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
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
