/** Guides that are due to be compared with their sources again. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { daysBetween, localDay } from '../domain/local-day.ts';
import { readableSourceDate } from '../domain/source-date.ts';
import { guideAge } from '../words/vi-content.ts';
import { CommandError } from './command-error.ts';
import { projectRoot } from './project-root.ts';

/** From so many days before the day of review, a build says so. */
const NOTICE_DAYS = 30;

/** A guide's title and day of review, with the file and line where that day stands. */
export interface DatedGuide {
  place: string;
  title: string;
  /** An ISO date. */
  reviewBy: string;
}

/** A guide that is due, or overdue. */
export interface AgeFinding {
  isOverdue: boolean;
  /** In words for an editor, with the file and line. */
  message: string;
}

/**
 * Reads the two fields from a guide's frontmatter, each on a line of its own.
 *
 * @throws CommandError when one of them is missing
 */
export function readDatedGuide(file: string, text: string): DatedGuide {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => /^reviewBy: /.test(line));
  const reviewBy = /^reviewBy: '(\d{4}-\d{2}-\d{2})'$/.exec(lines[at] ?? '')?.[1];
  const title = lines.map((line) => /^title: '(.+)'$/.exec(line)?.[1]).find((found) => found !== undefined);
  if (reviewBy === undefined || title === undefined) throw new CommandError(guideAge.unreadable(`${file}:1`));
  return { place: `${file}:${at + 1}`, title: title.replaceAll("''", "'"), reviewBy };
}

/** What is due on a day in Việt Nam, the longest overdue first. The day of review itself is still in time. */
export function ageFindings(guides: readonly DatedGuide[], now: Date): AgeFinding[] {
  const today = localDay(now);
  return guides
    .map((guide) => ({ ...guide, left: daysBetween(today, guide.reviewBy) }))
    .filter(({ left }) => left <= NOTICE_DAYS)
    .toSorted((a, b) => a.left - b.left)
    .map(({ place, title, reviewBy, left }) => {
      const isOverdue = left < 0;
      const say = isOverdue ? guideAge.overdue : guideAge.due;
      return { isOverdue, message: say(place, title, readableSourceDate(reviewBy), Math.abs(left)) };
    });
}

/**
 * Prints what is due.
 *
 * @param mode what REVIEW_AGE says: `error` stops at an overdue guide; `warn`, the default, never stops
 * @throws CommandError when it stops, or for any other mode
 */
export async function checkGuideAges(now: Date, mode = 'warn'): Promise<void> {
  if (mode !== 'warn' && mode !== 'error') throw new CommandError(guideAge.unknownMode(mode));
  const folder = join(projectRoot, 'content/guides');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort();
  const guides = await Promise.all(
    names.map(async (name) =>
      readDatedGuide(`content/guides/${name}`, await readFile(join(folder, name), 'utf8')),
    ),
  );
  const findings = ageFindings(guides, now);
  for (const { message } of findings) console.warn(message);
  const overdue = findings.filter(({ isOverdue }) => isOverdue).length;
  if (mode === 'error' && overdue > 0) throw new CommandError(guideAge.stopped(overdue));
}
