import type { KeyPair } from '../../domain/derive.ts';
import { makeDeskKey, sealGrant } from '../../domain/desk-key.ts';
import type { OperatorKind } from '../../domain/desk-order.ts';
import type { Database } from '../database.ts';
import { insertDesk } from './desk-store.ts';

/** What a desk's page in the form says of it; see design section 5, "who runs each desk". */
export interface DeskDescription {
  slug: string;
  name: string;
  operatorKind: OperatorKind;
  operator: string;
  duty: string;
  hours: string;
  isDemo: boolean;
  /** Codes of the provinces and communes from which it takes requests; everywhere when not given. */
  areas?: readonly string[];
}

/**
 * Makes a desk with its first key, sealed to the desk's own recovery sheet and to nobody else: the first officer
 * opens it with that sheet. The key's secret is forgotten here.
 *
 * @param recovery the key pair of the recovery sheet, which the desk's head holds: made in the same act, since only
 *   who knows its secret can put the sheet's tag on the grant; forgotten here too
 * @returns the desk's id
 */
export async function makeDesk(
  db: Database,
  description: DeskDescription,
  recovery: KeyPair,
  now: Date,
): Promise<string> {
  const key = await makeDeskKey();
  const id = crypto.randomUUID();
  await insertDesk(
    db,
    { id, areas: [], ...description, createdAt: now.toISOString() },
    { id: crypto.randomUUID(), recipient: key.recipient },
    {
      holder: 'recovery',
      officerId: null,
      recipient: recovery.recipient,
      ...(await sealGrant(id, key, recovery)),
    },
  );
  return id;
}
