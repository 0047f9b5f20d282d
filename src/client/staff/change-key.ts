/**
 * A new key for the desk's later requests, and with it the removal of a colleague. The new key goes to its maker and to
 * a new recovery sheet alone: everybody else is handed it anew, by words that were heard.
 */
import { base64urlnopad } from '@scure/base';
import { makeCode, readCode } from '../../../domain/code.ts';
import { deriveFromCard, type KeyPair } from '../../../domain/derive.ts';
import { makeDeskKey, sealGrant } from '../../../domain/desk-key.ts';
import { localHour } from '../../../domain/hour.ts';
import { checkSavedGroup } from '../../../domain/saved-proof.ts';
import { openSheetProof } from '../../../domain/sheet-proof.ts';
import { staff } from '../../../words/vi.ts';
import { deskKeys } from '../../../words/vi-desk-keys.ts';
import { callApi } from '../api.ts';
import { showErrors } from '../form-errors.ts';
import { beginView, byId, cloneTemplate, fillCode, fillSlots, slot } from '../slots.ts';
import { cardHolder, encodeGrant, fetchWorkplace, type OwnHolder } from './desk-access.ts';
import type { Colleague, DeskStaff } from './officers.ts';
import { isOwnHolder, type OpenDesk } from './open-desk.ts';
import { describePaperCode, onAct, show, showFailure, showProblem, typedIn } from './view-parts.ts';

/** Where the change leads. */
export interface ChangeActs {
  /** Draws the officers anew. */
  again: () => Promise<void>;
  /** The key was changed: the desk with the new one. */
  changed: (desk: OpenDesk) => void;
}

/** What is to be done, and how many others wait for the new key then. */
interface Change {
  desk: OpenDesk;
  removes: Colleague | null;
  others: number;
  /** The sheet in force. */
  sheet: KeyPair;
  /** All holders of this officer. */
  holders: readonly OwnHolder[];
}

/** Says what a change does and does not do, and asks for what it needs. */
export function showChange(
  desk: OpenDesk,
  { officers, recoveryRecipient }: DeskStaff,
  removes: Colleague | null,
  acts: ChangeActs,
): void {
  beginView();
  const words = deskKeys.change;
  const view = cloneTemplate('change-key-template');
  fillSlots(view, {
    title: removes === null ? words.title : words.removeTitle(removes.name),
    removed: removes === null ? '' : words.removed(removes.name),
  });
  slot(view, 'removed').hidden = removes === null;
  const hasCard = desk.holders.some(({ holder }) => holder === 'card');
  slot(view, 'card-part').hidden = hasCard;
  slot(view, 'back').addEventListener('click', () => void acts.again());
  onAct(view, 'prepare', async () => {
    const sheet = await readSheet(recoveryRecipient);
    const card = hasCard ? [] : await readCard();
    if (sheet.problem !== null || 'problem' in card) {
      const problems = [sheet, card].flatMap((one) =>
        'problem' in one && one.problem !== null ? [{ field: one.field, message: one.problem }] : [],
      );
      showErrors(byId('problems'), problems);
      return;
    }
    const holders = await ownHolders(desk, [...desk.holders, ...card]);
    if (holders === 'card') showProblem('card', staff.unlock.wrong);
    else if (holders === 'passkey') showFailure(words.noPasskey);
    else {
      const others = officers.filter(({ id, isSelf }) => !isSelf && id !== removes?.id).length;
      showSheet({ desk, removes, others, sheet: sheet.pair, holders }, acts);
    }
  });
  show(view);
}

async function readSheet(recoveryRecipient: string | null) {
  const field = 'recovery';
  const reading = readCode(typedIn(field));
  if (!reading.ok) return { field, problem: describePaperCode(reading) };
  const pair = await deriveFromCard(reading.code);
  return pair.recipient === recoveryRecipient
    ? { problem: null, pair }
    : { field, problem: deskKeys.change.wrongSheet };
}

async function readCard(): Promise<OwnHolder[] | { field: string; problem: string }> {
  const reading = readCode(typedIn('card'));
  return reading.ok
    ? [await cardHolder(reading.code)]
    : { field: 'card', problem: describePaperCode(reading) };
}

/** This officer's holders, all of which get the new key; or the one whose secret is not at hand. */
async function ownHolders(desk: OpenDesk, atHand: readonly OwnHolder[]) {
  const workplace = await fetchWorkplace();
  const own: OwnHolder[] = [];
  for (const wanted of ['card', 'passkey'] as const) {
    if (!workplace.key?.grants.some(({ holder }) => holder === wanted)) continue;
    const found = atHand.find(({ holder }) => holder === wanted);
    if (found === undefined || !(await isOwnHolder(workplace, found, desk.key))) return wanted;
    own.push(found);
  }
  return own;
}

/** Shows the new sheet, before anything is changed: an answer can be lost, a sheet must not be. */
function showSheet(change: Change, acts: ChangeActs): void {
  beginView();
  const { desk, removes } = change;
  const words = deskKeys.sheet;
  const code = makeCode();
  const view = cloneTemplate('sheet-template');
  fillCode(view, code);
  fillSlots(view, {
    desk: desk.name,
    'made-on': staff.card.day(localHour(new Date().toISOString())),
    'change-label': removes === null ? words.button : words.removeButton(removes.name),
  });
  slot(view, 'print').addEventListener('click', () => window.print());
  slot(view, 'back').addEventListener('click', () => void acts.again());
  // One key for every attempt: posted again after a lost answer, it is found to be the present one.
  const newKey = makeDeskKey();
  onAct(view, 'change-form', async () => {
    const problem = checkSavedGroup(code, typedIn('saved'));
    if (problem !== null) {
      const messages = {
        empty: words.proofMissing,
        'other-group': words.proofOtherGroup,
        wrong: words.proofWrong,
      };
      showProblem('saved', messages[problem]);
      return;
    }
    const changed = await postChange(change, await newKey, await deriveFromCard(code));
    if (changed === null) return showFailure(deskKeys.change.wrongSheet);
    acts.changed(changed);
    showChanged(change, acts);
  });
  show(view);
}

/**
 * Posts the change.
 *
 * @returns the desk with its new key; null when neither sheet is in force
 * @throws RefusedError
 */
async function postChange(
  { desk, removes, sheet, holders }: Change,
  newKey: KeyPair,
  newSheet: KeyPair,
): Promise<OpenDesk | null> {
  const { challenge } = (await callApi('staff/keys/begin', {})) as { challenge: string };
  const sealedProof = base64urlnopad.decode(challenge);
  // After a lost answer the new sheet may be in force already: posted again, the change is found to be done.
  const proof =
    (await openSheetProof(sealedProof, sheet.identity)) ??
    (await openSheetProof(sealedProof, newSheet.identity));
  if (proof === null) return null;
  const sealed = async (key: KeyPair, holder: KeyPair) => encodeGrant(await sealGrant(desk.id, key, holder));
  const earlier = [desk.key, ...desk.earlier];
  const { keyId } = (await callApi('staff/keys', {
    replaces: desk.key.id,
    recipient: newKey.recipient,
    removes: removes?.id ?? null,
    proof,
    sheet: { recipient: newSheet.recipient, ...(await sealed(newKey, newSheet)) },
    grants: await Promise.all(
      holders.map(async ({ holder, pair }) => ({
        holder,
        recipient: pair.recipient,
        ...(await sealed(newKey, pair)),
      })),
    ),
    earlier: await Promise.all(
      earlier.map(async (key) => ({ keyId: key.id, ...(await sealed(key, newKey)) })),
    ),
  })) as { keyId: string };
  return { ...desk, key: { id: keyId, ...newKey }, earlier, holders };
}

function showChanged({ removes, others }: Change, acts: ChangeActs): void {
  beginView();
  const words = deskKeys.sheet;
  const view = cloneTemplate('changed-template');
  fillSlots(view, {
    removed: removes === null ? '' : words.doneRemoved(removes.name),
    others: others === 0 ? words.doneAlone : words.doneOthers(others),
  });
  slot(view, 'removed').hidden = removes === null;
  onAct(view, 'back', acts.again);
  show(view);
}
