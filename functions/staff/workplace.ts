import type { SealedGrant } from '../../domain/desk-key.ts';
import { findDesk, listGrantsOfOfficer, readGrant } from '../inquiries/desk-store.ts';
import { listEarlierKeys } from './key-store.ts';
import type { Officer } from './session.ts';

/** What a signed-in officer's console works with. */
export interface Workplace {
  officer: Officer;
  desk: { id: string; name: string } | null;
  /** The desk's present key, sealed to this officer's passkey and key card; without grants for a waiting officer. */
  key: {
    id: string;
    recipient: string;
    grants: ({ holder: 'passkey' | 'card' | 'recovery' } & SealedGrant)[];
  } | null;
  /** Replaced keys that requests still need, each sealed to the present one. */
  earlier: ({ id: string; recipient: string } & SealedGrant)[];
}

/** The desk of an officer with its key as far as it is sealed to them. */
export async function findWorkplace(env: Pick<Env, 'DB'>, officer: Officer): Promise<Workplace> {
  const desk = officer.deskId === null ? null : await findDesk(env.DB, officer.deskId);
  if (desk === null) return { officer, desk: null, key: null, earlier: [] };
  const grants = await listGrantsOfOfficer(env.DB, desk.key_id, officer.id);
  const earlier = await listEarlierKeys(env.DB, desk.key_id);
  return {
    officer,
    desk: { id: desk.id, name: desk.name },
    key: {
      id: desk.key_id,
      recipient: desk.recipient,
      grants: grants.map((row) => ({ holder: row.holder, ...readGrant(row) })),
    },
    earlier: earlier.map((row) => ({ id: row.id, recipient: row.recipient, ...readGrant(row) })),
  };
}
