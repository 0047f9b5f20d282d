/** The SQL of requests that a desk sets aside, with the rows of its audit chain. */
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
export async function putAside(db: Database, { ids, by, now }: SetAsideAct): Promise<number> {
  const chosen = `${CHOSEN} AND closed_hour IS NULL AND status <> 'erasing'`;
  const values = [by.deskId, JSON.stringify(ids)];
  const [, changed] = await writeAudited(db, { deskId: by.deskId, now }, async () => {
    const acts = await actsOn(db, chosen, values, { kind: 'set-aside', officerId: by.officerId });
    if (acts.length === 0) return null;
    return {
      acts,
      changes: acts.length,
      statements: (record) => [
        // The event first: it is made only where the request is about to be set aside.
        db
          .prepare(
            `INSERT INTO status_event (id, inquiry_id, kind, at_hour, reason)
             SELECT lower(hex(randomblob(16))), id, 'closed', ?3, 'set-aside' FROM inquiry WHERE ${chosen}`,
          )
          .bind(...values, hourOf(now)),
        db
          .prepare(`UPDATE inquiry SET closed_hour = ?3, set_aside = 1 WHERE ${chosen}`)
          .bind(...values, hourOf(now)),
        record,
      ],
    };
  });
  return changed?.meta.changes ?? 0;
}

/** Opens these requests of the desk again, and takes away that they were ever set aside. Returns how many. */
export async function takeBack(db: Database, { ids, by, now }: SetAsideAct): Promise<number> {
  const chosen = `${CHOSEN} AND set_aside = 1 AND status <> 'erasing'`;
  const values = [by.deskId, JSON.stringify(ids)];
  const [, changed] = await writeAudited(db, { deskId: by.deskId, now }, async () => {
    const acts = await actsOn(db, chosen, values, { kind: 'brought-back', officerId: by.officerId });
    if (acts.length === 0) return null;
    return {
      acts,
      changes: acts.length,
      statements: (record) => [
        db
          .prepare(
            `DELETE FROM status_event WHERE kind = 'closed' AND reason = 'set-aside'
             AND inquiry_id IN (SELECT id FROM inquiry WHERE ${chosen})`,
          )
          .bind(...values),
        db.prepare(`UPDATE inquiry SET closed_hour = NULL, set_aside = 0 WHERE ${chosen}`).bind(...values),
        record,
      ],
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
