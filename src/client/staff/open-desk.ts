/** The desk that a signed-in officer opens, and how far its key is theirs. */
import { base64urlnopad } from '@scure/base';
import type { KeyPair } from '../../../domain/derive.ts';
import { openGrant, openUntagged } from '../../../domain/desk-key.ts';
import { isKeyPutBack } from '../../../domain/trusted-keys.ts';
import { type GrantJson, type OwnHolder, readGrant, type Workplace } from './desk-access.ts';
import { readTrustedKeys } from './trusted-keys.ts';

/** One of the desk's keys, open. */
export interface HeldKey extends KeyPair {
  id: string;
}

/** The desk whose requests are open, with its keys. */
export interface OpenDesk {
  id: string;
  name: string;
  /** The present key: new requests are sealed to it. */
  key: HeldKey;
  /** Replaced keys that old requests are still sealed to. */
  earlier: readonly HeldKey[];
  holders: readonly OwnHolder[];
}

/** What the holders' secrets in memory open of a workplace. */
export type Access =
  | { kind: 'open'; desk: OpenDesk }
  /** The key opens, but these holders never put their tag on it: nobody knows yet from whom it comes. */
  | { kind: 'unconfirmed'; desk: OpenDesk; untagged: readonly OwnHolder[] }
  /** The key is sealed to other holders of this officer: the key card may open it. */
  | { kind: 'locked' }
  /** The key was not handed to this officer. */
  | { kind: 'waiting' }
  /** The key that opens is not the one that the portal says is present. */
  | { kind: 'swapped' }
  /** A key that this browser knows to be replaced is the present one again. */
  | { kind: 'put-back' }
  | { kind: 'no-desk' };

/** Opens what can be opened. @throws ForgedGrantError when a tag is not its holder's own */
export async function openWorkplace(workplace: Workplace, holders: readonly OwnHolder[]): Promise<Access> {
  const { desk, key, earlier } = workplace;
  if (desk === null || key === null) return { kind: 'no-desk' };
  if (key.grants.length === 0) return { kind: 'waiting' };
  const opened = await openOwnGrants(desk.id, key.grants, holders);
  if (opened === null) return { kind: 'locked' };
  const { pair, untagged } = opened;
  if (pair.recipient !== key.recipient) return { kind: 'swapped' };
  if (isKeyPutBack(readTrustedKeys(desk.id), pair.recipient)) return { kind: 'put-back' };
  const open: OpenDesk = {
    ...desk,
    key: { id: key.id, ...pair },
    earlier: await openEarlier(desk.id, earlier, pair),
    holders,
  };
  return opened.isConfirmed ? { kind: 'open', desk: open } : { kind: 'unconfirmed', desk: open, untagged };
}

/** Whether one of the officer's own grants is of this key and opens with this holder's secret. */
export async function isOwnHolder(workplace: Workplace, { holder, pair }: OwnHolder, key: KeyPair) {
  const grant = workplace.key?.grants.find((candidate) => candidate.holder === holder);
  const opened = grant && (await openUntagged(base64urlnopad.decode(grant.sealed), pair.identity));
  return opened?.recipient === key.recipient;
}

async function openOwnGrants(
  deskId: string,
  grants: readonly ({ holder: string } & GrantJson)[],
  holders: readonly OwnHolder[],
): Promise<{ pair: KeyPair; isConfirmed: boolean; untagged: OwnHolder[] } | null> {
  let confirmed: KeyPair | null = null;
  const unconfirmed: { own: OwnHolder; pair: KeyPair }[] = [];
  for (const own of holders) {
    const grant = grants.find(({ holder }) => holder === own.holder);
    if (grant === undefined) continue;
    if (grant.tag !== '') {
      confirmed ??= await openGrant(deskId, readGrant(grant), own.pair.identity);
      continue;
    }
    const pair = await openUntagged(base64urlnopad.decode(grant.sealed), own.pair.identity);
    if (pair !== null) unconfirmed.push({ own, pair });
  }
  const pair = confirmed ?? unconfirmed[0]?.pair;
  if (pair === undefined) return null;
  const untagged = unconfirmed.flatMap((entry) =>
    entry.pair.recipient === pair.recipient ? [entry.own] : [],
  );
  return { pair, isConfirmed: confirmed !== null, untagged };
}

/**
 * Opens the replaced keys, each of which hangs on the present one. One that is damaged is left out: what it opens cannot be
 * read, and the server refuses to change the key as long as a request needs it.
 */
async function openEarlier(deskId: string, earlier: Workplace['earlier'], key: KeyPair): Promise<HeldKey[]> {
  const opened = await Promise.all(
    earlier.map(async ({ id, ...grant }) => {
      const pair = await openGrant(deskId, readGrant(grant), key.identity);
      return pair === null ? [] : [{ id, ...pair }];
    }),
  );
  return opened.flat();
}
