/** What an import would do. Every doubt holds its row back until somebody decides. */
import type { FieldChange, PlaceRecord } from '../place-record.ts';

export type DoubtCode =
  | 'several'
  | 'merged'
  | 'shared'
  | 'resembles'
  | 'phone-differs'
  | 'lost-zero'
  | 'emptier'
  | 'older-source'
  | 'confirmed'
  | 'commune-split'
  | 'commune-ambiguous'
  | 'moved'
  | 'unknown-service';

export interface Doubt {
  code: DoubtCode;
  /** What the sentence names. */
  values: readonly string[];
}

/** Doubts that only a mended list settles; the others can be accepted. */
export const UNDECIDABLE: ReadonlySet<DoubtCode> = new Set(['several', 'merged']);

export interface PlannedPlace {
  /** Line of the plain form, or of locations.csv where the package has the place. */
  line: number | null;
  /** What `--accept` calls it: the line of a plain form, the slug otherwise. */
  key: string;
  name: string;
  /** Name of its unit, for the person who reads. */
  area: string;
  before: PlaceRecord | null;
  after: PlaceRecord;
  fields: FieldChange[];
  doubts: Doubt[];
  /** Where the new values stand. */
  source: string;
}

export interface ImportPlan {
  file: string;
  /** Places that the list names. */
  total: number;
  added: PlannedPlace[];
  changed: PlannedPlace[];
  unchanged: number;
  doubtful: PlannedPlace[];
  /** Names of places of the same provinces that the list does not name. They stay as they are. */
  missing: string[];
}

/** Sorts planned places into what is certain and what is not. */
export function sortPlanned(
  file: string,
  planned: readonly PlannedPlace[],
  accepted: ReadonlySet<string>,
  missing: readonly string[],
): ImportPlan {
  const isHeld = ({ key, doubts }: PlannedPlace): boolean =>
    doubts.length > 0 && (!accepted.has(key) || doubts.some(({ code }) => UNDECIDABLE.has(code)));
  const isSame = ({ before, fields, doubts }: PlannedPlace): boolean =>
    before !== null && fields.length === 0 && doubts.length === 0;
  const certain = planned.filter((place) => !isHeld(place) && !isSame(place));
  return {
    file,
    total: planned.length,
    added: certain.filter(({ before }) => before === null),
    changed: certain.filter(({ before, fields }) => before !== null && fields.length > 0),
    unchanged: planned.filter(isSame).length,
    doubtful: planned.filter(isHeld),
    missing: [...missing],
  };
}
