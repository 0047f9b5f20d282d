/** Checks every text of content/ against the register on a day: its citations, and when guides were last compared. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { daysBetween } from '../../domain/local-day.ts';
import { findCitationProblems, type Problem } from '../../src/markdown/check-citations.ts';
import type { Register } from '../../src/markdown/law-data.ts';
import { lawCheck } from '../../words/vi-law.ts';

/** Days after which a guide should have been compared with its sources again. */
export const REVIEW_DAYS = 180;

/** What must be mended, and what may wait. */
export interface ContentProblems {
  errors: Problem[];
  warnings: Problem[];
}

/**
 * Checks the Markdown files below content/.
 *
 * @param day ISO day on which the site is built
 * @param isAgeAnError whether a guide that was not compared for REVIEW_DAYS stops the build
 */
export function checkContent(
  root: string,
  register: Register,
  day: string,
  isAgeAnError: boolean,
): ContentProblems {
  const errors: Problem[] = [];
  const warnings: Problem[] = [];
  for (const file of globSync('content/**/*.md', { cwd: root }).sort()) {
    const text = readFileSync(join(root, file), 'utf8');
    errors.push(...findCitationProblems(file, text, register, day));
    if (/^content\/guides\//.test(file))
      (isAgeAnError ? errors : warnings).push(...findOldReview(file, text, day));
  }
  return { errors, warnings };
}

/** A problem when a guide's checkedOn lies more than REVIEW_DAYS back. */
export function findOldReview(file: string, text: string, day: string): Problem[] {
  const at = /^checkedOn: *['"]?(\d{4}-\d{2}-\d{2})/m.exec(text);
  const checkedOn = at?.[1];
  if (at === null || checkedOn === undefined) return [];
  const days = daysBetween(checkedOn, day);
  if (days <= REVIEW_DAYS) return [];
  return [
    { file, line: text.slice(0, at.index).split('\n').length, message: lawCheck.oldReview(checkedOn, days) },
  ];
}
