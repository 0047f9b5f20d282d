import { BUSY_REQUESTS, isDeskOpen } from '../../domain/desk.ts';
import type { DeskArea } from '../../domain/desk-area.ts';
import { type OperatorKind, orderByKind } from '../../domain/desk-order.ts';
import { hourOf } from '../../domain/hour.ts';
import type { Database } from '../database.ts';
import { type DeskRow, listComplaintDesks, listDesksWithKey } from './desk-store.ts';

/** A desk as a sender sees it. */
export interface Desk {
  id: string;
  slug: string;
  name: string;
  operatorKind: OperatorKind;
  operator: string;
  duty: string;
  hours: string;
  isDemo: boolean;
  /** When an officer last opened the box (UTC ISO 8601); null when nobody has yet. */
  lastOpenedAt: string | null;
  /** The age recipient of its current key. */
  recipient: string;
  /** Where it takes requests from; none for everywhere. */
  areas: DeskArea[];
  isOpen: boolean;
  /** So many requests came this hour that answers may be slow; false where that was not looked for. */
  isBusy: boolean;
}

/** Every desk, health and civil ones first (design section 5); closed ones are said to be closed. */
export async function listDesks(db: Database, now: Date): Promise<Desk[]> {
  const rows = await listDesksWithKey(db, { hour: hourOf(now), limit: BUSY_REQUESTS });
  return orderByKind(rows.map((row) => ({ ...deskOf(row, now), isBusy: row.this_hour >= BUSY_REQUESTS })));
}

/** The open desks that take complaints about others, health and civil ones first. */
export async function listOpenComplaintDesks(db: Database, now: Date): Promise<Desk[]> {
  const rows = await listComplaintDesks(db);
  return orderByKind(rows.map((row) => deskOf(row, now)).filter(({ isOpen }) => isOpen));
}

/** A row as a sender sees it. */
export function deskOf(row: DeskRow, now: Date): Desk {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    operatorKind: row.operator_kind,
    operator: row.operator,
    duty: row.duty,
    hours: row.hours,
    isDemo: row.is_demo === 1,
    lastOpenedAt: row.last_opened_at,
    recipient: row.recipient,
    // Made by the statement, of columns that the migrations check.
    areas: JSON.parse(row.areas) as DeskArea[],
    isOpen: isDeskOpen(
      { isHeld: row.is_held === 1, createdAt: row.created_at, lastOpenedAt: row.last_opened_at },
      now,
    ),
    isBusy: false,
  };
}
