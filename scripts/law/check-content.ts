/** Checks every text of content/ against the register on a day: its citations, and that guides name sources. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  findCitationProblems,
  findUnsourcedFigures,
  type Problem,
} from '../../src/markdown/check-citations.ts';
import type { Register } from '../../src/markdown/law-data.ts';

/**
 * What must be mended in the Markdown files below content/.
 *
 * @param day ISO day on which the site is built
 */
export function checkContent(root: string, register: Register, day: string): Problem[] {
  return globSync('content/**/*.md', { cwd: root })
    .sort()
    .flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      const isGuide = /^content[\\/]guides[\\/]/.test(file);
      return [
        ...findCitationProblems(file, text, register, day),
        ...(isGuide ? findUnsourcedFigures(file, text) : []),
      ];
    });
}
