/** The size of the Worker: the modules that a deploy uploads, without source maps. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { serverFolder, uploadedModules } from '../../scripts/built-worker.ts';
import type { Section } from './measurement.ts';

/** Measures dist/server. */
export async function workerSizeSection(): Promise<Section> {
  const modules = await Promise.all(uploadedModules().map((path) => readFile(join(serverFolder, path))));
  const together = Buffer.concat(modules);
  return {
    title: 'The Worker',
    how: 'The modules of dist/server without source maps, compressed together (gzip level 9). Our own limit is 1 MB.',
    measurements: [
      { name: 'modules', value: modules.length, unit: 'files' },
      { name: 'as they are', value: together.length, unit: 'bytes' },
      { name: 'gzip', value: gzipSync(together, { level: 9 }).length, unit: 'bytes' },
    ],
  };
}
