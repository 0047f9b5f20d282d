import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from './project-root.ts';

/**
 * One hash over the names and bytes of files and folders, given from the project's root; what does not exist
 * counts as empty. `extra` adds values that are not files, such as environment variables.
 */
export async function hashOfSources(
  paths: readonly string[],
  extra: readonly (string | undefined)[] = [],
): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(extra));
  for (const path of paths) {
    for (const file of await filesBelow(path)) {
      hash.update(`\0${file}\0`).update(
        createHash('sha256')
          .update(await readFile(join(projectRoot, file)))
          .digest(),
      );
    }
  }
  return hash.digest('hex');
}

async function filesBelow(path: string): Promise<string[]> {
  const found = await stat(join(projectRoot, path)).catch(() => null);
  if (found === null) return [];
  if (found.isFile()) return [path];
  const entries = await readdir(join(projectRoot, path), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(projectRoot.length + 1))
    .sort();
}
