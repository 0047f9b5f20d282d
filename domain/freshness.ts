/** How long ago somebody confirmed a place, and what that is worth to whoever wants to go there. */
import { daysBetween } from './local-day.ts';

/** Up to so many days a confirmation counts as recent. */
export const CONFIRMED_DAYS = 90;

/** Up to so many days it is still worth something; after that one must call first. */
export const AGEING_DAYS = 365;

export type Freshness =
  | { state: 'confirmed' | 'ageing'; days: number }
  /** `days` is null when nobody has ever confirmed it, or when the day cannot be true. */
  | { state: 'stale'; days: number | null };

/**
 * The freshness of an entry.
 *
 * @param assuredDate ISO day of the last confirmation, null for never
 * @param today ISO day in Việt Nam; a confirmation after it is a slip of the pen and counts as none
 */
export function freshnessOf(assuredDate: string | null, today: string): Freshness {
  const days = assuredDate === null ? Number.NaN : daysBetween(assuredDate, today);
  if (Number.isNaN(days) || days < 0) return { state: 'stale', days: null };
  if (days <= CONFIRMED_DAYS) return { state: 'confirmed', days };
  return { state: days <= AGEING_DAYS ? 'ageing' : 'stale', days };
}

/** The day that a place with several services can answer for: its oldest, and null as soon as one was never confirmed. */
export function oldestAssurance(assuredDates: readonly (string | null)[]): string | null {
  const days = assuredDates.filter((day) => day !== null);
  if (days.length === 0 || days.length < assuredDates.length) return null;
  return days.toSorted()[0] ?? null;
}
