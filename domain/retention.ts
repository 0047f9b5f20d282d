/**
 * How long requests stay: the one place from which the cron erases and the pages print. This is their configuration:
 * a variable of the deployed Worker would not reach the texts that were printed when the site was built. Changing a
 * number here and deploying changes both, also for requests that stand already.
 */
import { addDays, localDay, shiftDays } from './local-day.ts';

/** Days after which something happens to what people have sent. */
export const RETENTION_DAYS = {
  /** Without a message by either side, an open request that the desk has read closes by itself. */
  silent: 60,
  /** A closed request is erased, whoever closed it: one that was set aside by mistake has the same time to come back. */
  closed: 90,
  /** One with words that the desk never opened is erased. */
  unread: 180,
  /** A report of a place that an editor has settled is erased. */
  settledReport: 90,
} as const;

/** Days for which an erased request's hash stays, so that its form, sent once more, brings nothing back. */
export const ERASED_CODE_DAYS = 30;

/**
 * Days that D1's Time Travel goes back at most. Cloudflare's number, not ours: changing it here changes only what people
 * are told (https://developers.cloudflare.com/d1/reference/time-travel/).
 */
export const D1_HISTORY_DAYS = 30;

/** From this many days on, the desk is told that words nobody opened will be erased unread. */
export const UNREAD_WARNING_DAYS = 120;

/**
 * Days for which a backup's file of erase keys is kept and can be restored. So long, at most, can a request that was
 * erased come back when everything else is lost.
 */
export const ERASE_KEY_BACKUP_DAYS = 14;

/** Months for which the bare counts of a desk stay. */
export const COUNT_MONTHS = 24;

/** All of these by the names under which the texts ask for them. */
export const TOLD_DAYS = {
  ...RETENTION_DAYS,
  erasedCode: ERASED_CODE_DAYS,
  history: D1_HISTORY_DAYS,
  backup: ERASE_KEY_BACKUP_DAYS,
  months: COUNT_MONTHS,
} as const;

/** The moment so many days before another. */
export function daysBefore(now: Date, days: number): Date {
  return shiftDays(now, -days);
}

/** The month in which a moment lies in Việt Nam (`2026-11`). */
export function localMonth(moment: Date): string {
  return localDay(moment).slice(0, 7);
}

/** The month so many months before that of a moment, in Việt Nam. */
export function monthsBefore(now: Date, months: number): string {
  const [year = 0, month = 0] = localMonth(now).split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - months)).toISOString().slice(0, 7);
}

/**
 * The day in Việt Nam from which words that the desk never opens are erased; null while that is far.
 *
 * @param waitingSince the hour of the last unread words, UTC ISO 8601
 */
export function unreadEndDay(waitingSince: string, now: Date): string | null {
  const since = new Date(waitingSince);
  if (since > daysBefore(now, UNREAD_WARNING_DAYS)) return null;
  return addDays(localDay(since), RETENTION_DAYS.unread);
}
