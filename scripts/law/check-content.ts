/** Checks the citations of every text of content/ against the register on a day. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findCitationProblems, type Problem } from '../../src/markdown/check-citations.ts';
import type { Register } from '../../src/markdown/law-data.ts';

/**
 * What must be mended in the Markdown files below content/.
 *
 * @param day ISO day on which the site is built
 */
export function checkContent(root: string, register: Register, day: string): Problem[] {
  return globSync('content/**/*.md', { cwd: root })
    .sort()
    .flatMap((file) => findCitationProblems(file, readFileSync(join(root, file), 'utf8'), register, day));
}
