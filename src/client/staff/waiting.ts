/** Between registering and holding the desk's key: the words that a colleague hears, and those that one hears. */
import { readCode } from '../../../domain/code.ts';
import { deskKeyWords, officerWords } from '../../../domain/key-words.ts';
import { deskKeys } from '../../../words/vi-desk-keys.ts';
import { beginView, cloneTemplate, slot } from '../slots.ts';
import { cardHolder, confirmDeskKey, fetchWorkplace, type OwnHolder, type Workplace } from './desk-access.ts';
import { type Gate, onKeyAct } from './gate.ts';
import type { OpenDesk } from './open-desk.ts';
import { fillKeyWords, makeWordCheck } from './typed-words.ts';
import { describePaperCode, show, showFailure, showProblem, typedIn } from './view-parts.ts';

/**
 * For an officer to whom the present key was not handed: shows the five words that a colleague types. They come from
 * what this browser derived itself and never from what the server repeats, so that words which fit prove that the
 * server holds the right recipients.
 */
export async function showWaiting(
  gate: Gate,
  workplace: Workplace,
  holders: readonly OwnHolder[],
): Promise<void> {
  const { desk, key } = workplace;
  const card = holders.find(({ holder }) => holder === 'card');
  if (desk === null || key === null || card === undefined) {
    askForCard(gate, workplace, holders);
    return;
  }
  const isWanted = beginView();
  const passkey = holders.find(({ holder }) => holder === 'passkey');
  const numbers = await officerWords(
    desk.id,
    key.recipient,
    card.pair.recipient,
    passkey?.pair.recipient ?? null,
  );
  if (!isWanted()) return;
  const view = cloneTemplate('waiting-template');
  fillKeyWords(view, numbers);
  onKeyAct(gate, view, 'handed', async () => {
    const fresh = await fetchWorkplace();
    const isStillWaiting = fresh.key?.grants.length === 0;
    if (!isStillWaiting || fresh.key?.recipient !== key.recipient) await gate.arrive(fresh, holders);
    if (isStillWaiting) showFailure(deskKeys.waiting.notYet);
  });
  slot(view, 'stop').addEventListener('click', () => gate.stop(deskKeys.alarm.nobody));
  show(view);
}

function askForCard(gate: Gate, workplace: Workplace, holders: readonly OwnHolder[]): void {
  const view = cloneTemplate('waiting-card-template');
  onKeyAct(gate, view, 'unlock', async () => {
    const reading = readCode(typedIn('card'));
    if (!reading.ok) return showProblem('card', describePaperCode(reading));
    await showWaiting(gate, workplace, [...holders, await cardHolder(reading.code)]);
  });
  slot(view, 'stop').addEventListener('click', () => gate.stop(deskKeys.alarm.nobody));
  show(view);
}

/**
 * For an officer to whom a key was handed: nobody knows from whom it comes until the words that a colleague reads from
 * their own screen were typed.
 *
 * @param untagged the holders at hand, which put their tags on the key then
 */
export function showConfirm(gate: Gate, desk: OpenDesk, untagged: readonly OwnHolder[]): void {
  const view = cloneTemplate('confirm-template');
  const check = makeWordCheck(deskKeyWords(desk.id, desk.key.recipient));
  onKeyAct(gate, view, 'confirm', async () => {
    const outcome = await check();
    if (outcome === 'stop') gate.stop(deskKeys.alarm.deskWords);
    if (outcome !== 'right') return;
    await confirmDeskKey(desk, untagged);
    await gate.arrive(await fetchWorkplace(), desk.holders);
  });
  slot(view, 'stop').addEventListener('click', () => gate.stop(deskKeys.alarm.nobody));
  show(view);
}
