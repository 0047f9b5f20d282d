import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { FileHash } from './manifest.ts';

/** Pieces are joined to about this size before they are written. */
const WRITE_BYTES = 1_000_000;

/**
 * Writes a new file that only its owner may read, piece by piece, and brings it to the disk.
 *
 * @throws when a file of the name stands already
 */
export async function writeNewFile(
  path: string,
  pieces: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
): Promise<FileHash> {
  const hash = createHash('sha256');
  let bytes = 0;
  let waiting: Buffer[] = [];
  let size = 0;
  const file = await open(path, 'wx', 0o600);
  const flush = async (): Promise<void> => {
    const chunk = Buffer.concat(waiting);
    hash.update(chunk);
    await file.writeFile(chunk);
    bytes += chunk.length;
    waiting = [];
    size = 0;
  };
  try {
    for await (const piece of pieces) {
      const chunk = Buffer.from(piece);
      waiting.push(chunk);
      size += chunk.length;
      if (size > WRITE_BYTES) await flush();
    }
    await flush();
    await file.sync();
  } finally {
    await file.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}
