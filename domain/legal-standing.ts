/** Where a legal document stands on a day: from its phases, so that a known end turns by itself. */

/** What a document can be from some day on. */
export const STANDINGS = [
  'in-force',
  /** Made under a law that was replaced: still applied where it is not contrary to the new one. */
  'consistent',
  'partly-ended',
  /** A plan or programme under way. */
  'carried-out',
  'period-over',
  'outdated',
  'ended',
  'unverified',
] as const;
export type Standing = (typeof STANDINGS)[number];

/** From this ISO day on the document stands so; null when the day is not known and lies in the past. */
export interface Phase {
  from: string | null;
  standing: Standing;
}

/** Where a document stands on a day. */
export interface StandingOnDay {
  standing: Standing | 'not-yet';
  /** The ISO day since when; for `not-yet` null. */
  since: string | null;
  /** What comes next, when that is known already. */
  next: Phase | null;
}

/** The standing on an ISO day. Phases are in the order of time and at least one; a document without any is unverified. */
export function standingOn(phases: readonly Phase[], day: string): StandingOnDay {
  const upcoming = phases.find(({ from }) => from !== null && from > day) ?? null;
  const present = phases.findLast(({ from }) => from === null || from <= day);
  if (present === undefined) {
    return { standing: upcoming === null ? 'unverified' : 'not-yet', since: null, next: upcoming };
  }
  return { standing: present.standing, since: present.from, next: upcoming };
}

/** Standings of a document whose articles may be given as the reason for what people should do. */
const CITABLE: readonly StandingOnDay['standing'][] = ['in-force', 'consistent', 'carried-out'];

/** Whether a document may be cited as law that applies. */
export function mayBeCited(standing: StandingOnDay['standing']): boolean {
  return CITABLE.includes(standing);
}
