/** From the places that somebody changes to all that change with them, because they share services or organizations. */
import type { D1Database } from '@cloudflare/workers-types';
import { comparePlaces, type FieldChange, type PlaceRecord } from './place-record.ts';
import { readPlaceRecords } from './read-place-records.ts';
import { changedOwners, sharedRowsOf, withoutOwners, withShared } from './shared-rows.ts';
import { readLocationsSharing, readStandingOwners } from './sharing-store.ts';

/** A place before and after; `before` is null for a new one. */
export interface PlaceChange {
  before: PlaceRecord | null;
  after: PlaceRecord;
  /** Where the new values of this place stand, when it is not the act's source. */
  source?: string;
}

/** A change with what differs, field by field. */
export interface ComparedChange extends PlaceChange {
  fields: FieldChange[];
}

/**
 * What differs, once the services and organizations that places share are the same at all of them: `own` are the
 * places that were asked to change, `others` those that change along. Places at which nothing differs are left out.
 */
export async function spreadChanges(
  db: D1Database,
  changes: readonly PlaceChange[],
): Promise<{ own: ComparedChange[]; others: ComparedChange[] }> {
  const given = await compareAlone(db, changes);
  const owners = new Map(
    given.map((change) => [change.after.locationId, changedOwners(change, change.fields)]),
  );
  const shared = sharedRowsOf(
    given.map(({ after }) => after),
    (id, { locationId }) => owners.get(locationId)?.has(id) ?? false,
  );
  const ids = given.flatMap(({ before, after }) =>
    before === null ? [] : [...(owners.get(after.locationId) ?? [])],
  );
  const sharing = await readLocationsSharing(db, [...new Set(ids)]);
  const others = sharing.filter((id) => !owners.has(id));
  const beside = others.length === 0 ? [] : await readPlaceRecords(db, others);
  const inUse = new Set([...beside, ...given.map(({ after }) => after)].flatMap(ownersOf));

  const compared = (before: PlaceRecord, change: PlaceChange): ComparedChange[] => {
    const after = withShared(change.after, shared);
    // What this place lets go of while others use it is not deleted.
    const stays = new Set(ownersOf(after));
    const letGo = ownersOf(before).filter((id) => !stays.has(id) && inUse.has(id));
    const fields = comparePlaces(withoutOwners(before, new Set(letGo)), after);
    return fields.length === 0 ? [] : [{ ...change, after, fields }];
  };
  return {
    own: given.flatMap((change) =>
      change.before === null
        ? [{ ...change, after: withShared(change.after, shared) }]
        : compared(change.before, change),
    ),
    others: beside.flatMap((place) => compared(place, { before: place, after: place })),
  };
}

/** What differs at each place looked at by itself. */
async function compareAlone(db: D1Database, changes: readonly PlaceChange[]): Promise<ComparedChange[]> {
  // A new place may use what stands, and several new ones the same new organization: made once, remembered once.
  const made = changes.flatMap(({ before, after }) => (before === null ? ownersOf(after) : []));
  const known = await readStandingOwners(db, [...new Set(made)]);
  return changes.flatMap((change) => {
    const { before, after } = change;
    const fields = comparePlaces(before, before === null ? withoutOwners(after, known) : after);
    if (before === null) for (const id of ownersOf(after)) known.add(id);
    return fields.length === 0 ? [] : [{ ...change, fields }];
  });
}

function ownersOf({ services, organizations }: PlaceRecord): string[] {
  return [...services, ...organizations].map(({ id }) => id);
}
