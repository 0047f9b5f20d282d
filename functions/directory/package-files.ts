/** The downloads of the open data: the package's files one by one, and all of them in one archive. */
import type { D1Database } from '@cloudflare/workers-types';
import { strToU8, zipSync } from 'fflate';
import { dataPackage } from './data-package.ts';
import { DATA_PACKAGE_FILE, exportPlaces, exportTable } from './export-places.ts';
import type { DirectoryState } from './hsds/store.ts';
import { PACKAGE_TABLES } from './package-tables.ts';

/** The archive that holds every file. */
export const ARCHIVE_FILE = 'diem-tua-danh-ba.zip';

/** A file that everybody may download; its content is read only when it is opened. */
export interface PackageFile {
  name: string;
  type: string;
  open(): ReadableStream<Uint8Array>;
}

/** The file of this name as everybody may see it; null when there is none. */
export function packageFile(db: D1Database, name: string, state: DirectoryState): PackageFile | null {
  if (name === DATA_PACKAGE_FILE) {
    return { name, type: 'application/json', open: () => streamOf(once(async () => strToU8(dataPackage()))) };
  }
  if (name === ARCHIVE_FILE) {
    return { name, type: 'application/zip', open: () => streamOf(once(() => archive(db, state))) };
  }
  const table = PACKAGE_TABLES.find(({ file }) => file === name);
  return table === undefined
    ? null
    : { name, type: 'text/csv; charset=utf-8', open: () => streamOf(encoded(exportTable(db, table))) };
}

/** The same bytes for the same data: the files bear the time of the last change. */
async function archive(db: D1Database, { loadedAt, changedAt }: DirectoryState): Promise<Uint8Array> {
  const files = await exportPlaces(db, 'public');
  const lastChange = changedAt !== null && changedAt > loadedAt ? changedAt : loadedAt;
  const entries = [...files].map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync(Object.fromEntries(entries), { mtime: new Date(lastChange) });
}

async function* once(make: () => Promise<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  yield await make();
}

async function* encoded(texts: AsyncGenerator<string, void>): AsyncGenerator<Uint8Array, void> {
  for await (const text of texts) yield strToU8(text);
}

function streamOf(chunks: AsyncGenerator<Uint8Array, void>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}
