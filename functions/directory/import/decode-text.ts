import type { FileFaultCode } from './fault-code.ts';
import { LIMITS } from './limits.ts';

/** The text of a file, composed and without its byte order mark, or why there is none. */
export type Decoded = { text: string } | { code: FileFaultCode; line: number | null };

/** Reads UTF-8. Other encodings are named, never guessed at: a wrong guess would garble names without a sign. */
export function decodeText(bytes: Uint8Array): Decoded {
  const refuse = (code: FileFaultCode, line: number | null = null): Decoded => ({ code, line });
  if (bytes.length > LIMITS.fileBytes) return refuse('too-large');
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return refuse('utf16');
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refuse('old-excel');
  const zeros = bytes.subarray(0, 4_000).filter((byte) => byte === 0).length;
  if (zeros > 0 && zeros * 4 > Math.min(bytes.length, 4_000)) return refuse('utf16');
  if (bytes.includes(0)) return refuse('binary');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.trim() === '' ? refuse('empty-file') : { text: text.normalize('NFC') };
  } catch {
    return refuse('not-utf8', firstBrokenLine(bytes));
  }
}

/** Whether the file is a ZIP, which an XLSX is. */
export function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, n) => bytes[n] === byte);
}

function firstBrokenLine(bytes: Uint8Array): number {
  let line = 1;
  let from = 0;
  while (from < bytes.length) {
    const found = bytes.indexOf(0x0a, from);
    const end = found < 0 ? bytes.length : found;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(from, end));
    } catch {
      return line;
    }
    line += 1;
    from = end + 1;
  }
  return line;
}
