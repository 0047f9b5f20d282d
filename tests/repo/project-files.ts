import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { projectRoot } from '../../scripts/project-root.ts';

/** What git ignores, and git's own folder. */
const ignored = new Set(['.git', 'node_modules', 'dist', '.astro', '.wrangler', '.data', '.cache']);

/** Every file of the project, from its root, with forward slashes. */
export function projectFiles(): string[] {
  return readdirSync(projectRoot, { recursive: false, withFileTypes: true })
    .filter(({ name }) => !ignored.has(name) && !name.endsWith('.log'))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(entry.name) : [entry.name]))
    .sort();
}

/** The text of a file, given from the project's root. */
export function readProjectFile(path: string): string {
  return readFileSync(join(projectRoot, path), 'utf8');
}

/** The size of a file in bytes. */
export function sizeOfProjectFile(path: string): number {
  return statSync(join(projectRoot, path)).size;
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.log'))
    .map((entry) => relative(projectRoot, join(entry.parentPath, entry.name)).split(sep).join('/'));
}
