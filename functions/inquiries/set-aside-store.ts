/** The SQL of requests that a desk sets aside, with the rows of its audit chain. */
import type { D1PreparedStatement } from '@cloudflare/workers-types';
import { hourOf } from '../../domain/hour.ts';
import { type AuditedAct, type DeskOfficer, writeAudited } from '../audit/write-audited.ts';
import type { Database } from '../database.ts';
import type { InquiryRow } from './store.ts';

const CHOSEN = 'desk_id = ?1 AND id IN (SELECT value FROM json_each(?2))';

/** Which requests, by whom, and when. */
interface SetAsideAct {
  ids: readonly string[];
  by: DeskOfficer;
  now: Date;
}

/** Closes these requests of the desk as set aside. Returns how many. */
export function putAside(db: Database, act: SetAsideAct): Promise<number> {
  const hour = hourOf(act.now);
  return changeChosen(db, act, { kind: 'set-aside', which: 'closed_hour IS NULL' }, (chosen, values) => [
    // The event first: it is made only where the request is about to be set aside.
    db
      .prepare(
        `INSERT INTO status_event (id, inquiry_id, kind, at_hour, reason)
         SELECT lower(hex(randomblob(16))), id, 'closed', ?3, 'set-aside' FROM inquiry WHERE ${chosen}`,
      )
      .bind(...values, hour),
    db.prepare(`UPDATE inquiry SET closed_hour = ?3, set_aside = 1 WHERE ${chosen}`).bind(...values, hour),
  ]);
}

/** Opens these requests of the desk again, and takes away that they were ever set aside. Returns how many. */
export function takeBack(db: Database, act: SetAsideAct): Promise<number> {
  return changeChosen(db, act, { kind: 'brought-back', which: 'set_aside = 1' }, (chosen, values) => [
    db
      .prepare(
        `DELETE FROM status_event WHERE kind = 'closed' AND reason = 'set-aside'
         AND inquiry_id IN (SELECT id FROM inquiry WHERE ${chosen})`,
      )
      .bind(...values),
    db.prepare(`UPDATE inquiry SET closed_hour = NULL, set_aside = 0 WHERE ${chosen}`).bind(...values),
  ]);
}

/**
 * Changes those of the requests that a condition lets through, with an act in the chain for each.
 *
 * @param statements two, of which the second changes the requests themselves; `chosen` is their condition, on `values`
 * @returns how many
 */
async function changeChosen(
  db: Database,
  { ids, by, now }: SetAsideAct,
  { kind, which }: Pick<AuditedAct, 'kind'> & { which: string },
  statements: (chosen: string, values: readonly string[]) => [D1PreparedStatement, D1PreparedStatement],
): Promise<number> {
  const chosen = `${CHOSEN} AND ${which} AND status <> 'erasing'`;
  const values = [by.deskId, JSON.stringify(ids)];
  const [, changed] = await writeAudited(db, { deskId: by.deskId, now }, async () => {
    const acts = await actsOn(db, chosen, values, { kind, officerId: by.officerId });
    return acts.length === 0
      ? null
      : {
          acts,
          changes: acts.length,
          statements: (record) => [...statements(chosen, values), record],
        };
  });
  return changed?.meta.changes ?? 0;
}

/** One act for each of the chosen requests. */
async function actsOn(
  db: Database,
  chosen: string,
  values: readonly string[],
  act: Pick<AuditedAct, 'kind' | 'officerId'>,
): Promise<AuditedAct[]> {
  const { results } = await db
    .prepare(`SELECT audit_ref FROM inquiry WHERE ${chosen} ORDER BY rowid`)
    .bind(...values)
    .all<Pick<InquiryRow, 'audit_ref'>>();
  return results.map(({ audit_ref }) => ({ ...act, auditRef: audit_ref }));
}

/** What a desk has set aside, the latest first, at most 200. */
export async function listSetAside(
  db: Database,
  deskId: string,
): Promise<{ id: string; received_hour: string; closed_hour: string }[]> {
  const { results } = await db
    .prepare(
      `SELECT id, received_hour, closed_hour FROM inquiry
       WHERE desk_id = ?1 AND set_aside = 1 AND closed_hour IS NOT NULL AND status <> 'erasing'
       ORDER BY closed_hour DESC, received_hour DESC, id LIMIT 200`,
    )
    .bind(deskId)
    .all<{ id: string; received_hour: string; closed_hour: string }>();
  return results;
}
