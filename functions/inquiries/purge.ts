/** What the cron and `npm run purge` do to requests that have stood long enough (domain/retention.ts). */
import { hourOf } from '../../domain/hour.ts';
import {
  COUNT_MONTHS,
  daysBefore,
  localMonth,
  monthsBefore,
  RETENTION_DAYS,
  UNREAD_WARNING_DAYS,
} from '../../domain/retention.ts';
import { deleteUnusedEarlierKeys } from './desk-store.ts';
import { closeSilent, deleteOldCounts, listLongUnread, markOver, type WaitingRow } from './purge-store.ts';
import { forgetErasedCodes, resumeErasures } from './withdraw-inquiry.ts';

/** What one run did. */
export interface Purged {
  /** Requests closed because both sides were silent. */
  closed: number;
  /** Requests whose erasure was begun. */
  begun: number;
  /** Erasures finished, those of this run and earlier ones. */
  erased: number;
  /** Erasures that could not be finished now. */
  stuck: number;
}

/**
 * Closes, erases and forgets what has stood long enough, so much of it as one run takes. Whatever stops it, the next run
 * goes on; running it again at once changes nothing that is due later.
 */
export async function purge(env: Pick<Env, 'DB' | 'ERASE_KEYS'>, now: Date): Promise<Purged> {
  const hourBefore = (days: number) => hourOf(daysBefore(now, days));
  const closed = await closeSilent(env.DB, {
    since: hourBefore(RETENTION_DAYS.silent),
    hour: hourOf(now),
  });
  const closedBefore = hourBefore(RETENTION_DAYS.closed);
  const begun = await markOver(env.DB, localMonth(now), {
    closed: closedBefore,
    set_aside: closedBefore,
    unread: hourBefore(RETENTION_DAYS.unread),
  });
  const { erased, stuck } = await resumeErasures(env);
  await forgetErasedCodes(env);
  await deleteUnusedEarlierKeys(env.DB);
  await deleteOldCounts(env.DB, monthsBefore(now, COUNT_MONTHS));
  return { closed, begun, erased, stuck };
}

/**
 * Purges until nothing is left to do, where nothing limits one run: for the commands.
 *
 * @returns what all runs did; `stuck` as the last one left it
 */
export async function purgeUntilDone(env: Pick<Env, 'DB' | 'ERASE_KEYS'>, now: Date): Promise<Purged> {
  const done = { closed: 0, begun: 0, erased: 0, stuck: 0 };
  for (;;) {
    const { closed, begun, erased, stuck } = await purge(env, now);
    done.closed += closed;
    done.begun += begun;
    done.erased += erased;
    done.stuck = stuck;
    // What was begun and is not erased is stuck: trying again at once would not end.
    if (closed + erased === 0) return done;
  }
}

/** The desks that let words wait for so long that they will be erased unread. */
export function findLongUnread(env: Pick<Env, 'DB'>, now: Date): Promise<WaitingRow[]> {
  return listLongUnread(env.DB, hourOf(daysBefore(now, UNREAD_WARNING_DAYS)));
}
