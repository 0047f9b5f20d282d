/** What the people who run the portal set about a desk: where it takes requests from, and whether it takes complaints. */
import type { Database } from '../database.ts';
import {
  type DeskSettingsRow,
  listDeskSettings,
  listKnownUnits,
  writeDeskSettings,
} from '../inquiries/desk-store.ts';

/** A desk as it stands. */
export interface DeskSettings {
  slug: string;
  name: string;
  /** By code; none for everywhere. */
  areas: { code: string; name: string }[];
  takesComplaints: boolean;
}

/** What is left out stays as it is. */
export interface DeskChange {
  slug: string;
  /** Codes of present provinces (two digits) and communes (five); none for everywhere. */
  areas?: readonly string[] | undefined;
  takesComplaints?: boolean | undefined;
}

export type DeskOutcome =
  | { kind: 'no-desk' }
  /** Codes that are no present province or commune: nothing was written. */
  | { kind: 'unknown-units'; codes: string[] }
  /** `isChanged` is false when everything stood so already. */
  | { kind: 'done'; isChanged: boolean; desk: DeskSettings };

/** Every desk, in the order of the slugs. */
export async function listSettings(db: Database): Promise<DeskSettings[]> {
  return (await listDeskSettings(db)).map(settingsOf);
}

/** Sets a desk's areas, its taking of complaints, or both, in one transaction. Doing it again changes nothing. */
export async function setDesk(
  db: Database,
  change: DeskChange,
  now: Date = new Date(),
): Promise<DeskOutcome> {
  const find = async () => (await listDeskSettings(db)).find(({ slug }) => slug === change.slug);
  const row = await find();
  if (row === undefined) return { kind: 'no-desk' };
  const before = settingsOf(row);
  const areas = [...new Set(change.areas ?? before.areas.map(({ code }) => code))].sort();
  const known = new Set(await listKnownUnits(db, areas));
  // Only what is asked for is checked: an old area whose unit is gone must not stand in the way of another change.
  const codes = change.areas === undefined ? [] : areas.filter((code) => !known.has(code));
  if (codes.length > 0) return { kind: 'unknown-units', codes };
  const takesComplaints = change.takesComplaints ?? before.takesComplaints;
  const isChanged =
    takesComplaints !== before.takesComplaints ||
    areas.join() !== before.areas.map(({ code }) => code).join();
  if (!isChanged) return { kind: 'done', isChanged, desk: before };
  await writeDeskSettings(db, row.id, { areas, takesComplaints, now });
  const after = await find();
  return after === undefined ? { kind: 'no-desk' } : { kind: 'done', isChanged, desk: settingsOf(after) };
}

function settingsOf(row: DeskSettingsRow): DeskSettings {
  return {
    slug: row.slug,
    name: row.name,
    // Made by the statement, of columns that the migrations check.
    areas: JSON.parse(row.areas) as DeskSettings['areas'],
    takesComplaints: row.takes_complaints === 1,
  };
}
