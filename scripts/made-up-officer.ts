/** An officer nobody is, for the demo, measurements and tests that need a desk which takes requests. */
import { makeCode } from '../domain/code.ts';
import { deriveFromCard, hashToken, type KeyPair } from '../domain/derive.ts';
import { openGrant, sealGrant } from '../domain/desk-key.ts';
import { findDesk, findRecoveryGrant, readGrant } from '../functions/inquiries/desk-store.ts';
import { makeInvite } from '../functions/staff/invite.ts';
import { startSession } from '../functions/staff/session.ts';
import { insertOfficer } from '../functions/staff/store.ts';

/**
 * Registers an officer who holds the desk's key, as the console does with the recovery sheet, except for the passkey:
 * its public key is nobody's, so nobody can ever sign in with it.
 *
 * @param sheet the key pair of the desk's recovery sheet
 * @throws Error when the sheet does not open the desk's present key
 */
export async function addMadeUpOfficer(
  { DB }: Pick<Env, 'DB'>,
  deskId: string,
  sheet: KeyPair,
  now: Date,
  name = 'Cán bộ thử',
): Promise<{ officerId: string; card: KeyPair }> {
  const desk = await findDesk(DB, deskId);
  const standing = desk && (await findRecoveryGrant(DB, desk.key_id));
  const key = standing && (await openGrant(deskId, readGrant(standing), sheet.identity));
  if (!desk || !key) throw new Error('the sheet opens no key of this desk');

  const card = await deriveFromCard(makeCode());
  const holder = { holder: 'card', recipient: card.recipient } as const;
  const officer = { id: crypto.randomUUID(), name, role: 'intake', deskId } as const;
  const createdAt = now.toISOString();
  await insertOfficer(DB, {
    officer,
    passkey: {
      id: crypto.randomUUID(),
      rpId: 'localhost',
      publicKey: crypto.getRandomValues(new Uint8Array(32)),
      counter: 0,
    },
    deskKeyId: desk.key_id,
    recipients: [holder],
    grants: [
      {
        ...holder,
        ...(await sealGrant(deskId, key, card)),
        deskKeyId: desk.key_id,
        officerId: officer.id,
        createdAt,
      },
    ],
    inviteHash: hashToken(await makeInvite(DB, officer, now)),
    session: startSession(DB, officer.id, now).statement,
    now: createdAt,
  });
  return { officerId: officer.id, card };
}
