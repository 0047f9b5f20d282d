/** Who holds the desk's key, and handing it to a colleague who waits for it. */
import { base64urlnopad } from '@scure/base';
import { sealKeyTo } from '../../../domain/desk-key.ts';
import { deskKeyWords, officerWords } from '../../../domain/key-words.ts';
import { deskKeys } from '../../../words/vi-desk-keys.ts';
import { callApi } from '../api.ts';
import { beginView, cloneTemplate, fillSlots, slot } from '../slots.ts';
import type { Holder } from './desk-access.ts';
import type { OpenDesk } from './open-desk.ts';
import { fillKeyWords, makeWordCheck } from './typed-words.ts';
import { onAct, show } from './view-parts.ts';

/** A colleague as the desk's officers see them. */
export interface Colleague {
  id: string;
  name: string;
  isSelf: boolean;
  state: keyof typeof deskKeys.officers.states;
  holders: { holder: Holder; recipient: string }[];
}

/** Where the views of this part lead. */
export interface OfficerActs {
  /** Begins to change the key, and to remove a colleague with that unless none is given. */
  change: (staff: DeskStaff, removes: Colleague | null) => void;
  /** Stops in red. */
  stop: (text: string) => void;
  /** Draws the officers anew. */
  again: () => Promise<void>;
}

/** The officers of a desk, and the recipient of the recovery sheet that is in force. */
export interface DeskStaff {
  /** Null when the key is sealed to no sheet. */
  recoveryRecipient: string | null;
  officers: Colleague[];
}

/** Lists the desk's officers, unless another view was asked for meanwhile. @throws RefusedError */
export async function showOfficers(desk: OpenDesk, acts: OfficerActs): Promise<void> {
  const isWanted = beginView();
  const staff = (await callApi('staff/officers')) as DeskStaff;
  if (!isWanted()) return;
  const words = deskKeys.officers;
  const view = cloneTemplate('officers-template');
  slot(view, 'back').addEventListener('click', () => history.back());
  slot(view, 'officers').append(
    ...staff.officers.map((colleague) => {
      const line = cloneTemplate('officer-line-template');
      const { name, isSelf, state } = colleague;
      fillSlots(line, { name: isSelf ? words.self(name) : name });
      slot(line, 'state').append(cloneTemplate(`officer-${state}-template`));
      for (const which of line.querySelectorAll('[data-slot="of"]')) which.textContent = words.of(name);
      slot(line, 'hand').hidden = isSelf || state !== 'waiting';
      slot(line, 'remove').hidden = isSelf;
      slot(line, 'hand').addEventListener('click', () => showHandOver(desk, colleague, acts));
      slot(line, 'remove').addEventListener('click', () => acts.change(staff, colleague));
      return line;
    }),
  );
  const place = slot(view, 'words');
  const status = slot(view, 'counting');
  onAct(view, 'show-words', async () => {
    status.hidden = false;
    fillKeyWords(place, await deskKeyWords(desk.id, desk.key.recipient));
    status.hidden = true;
    slot(place, 'key-words').hidden = false;
    slot(place, 'show-words').hidden = true;
    slot(place, 'key-words').focus();
  });
  slot(view, 'change').addEventListener('click', () => acts.change(staff, null));
  show(view);
}

/** Has the words of a waiting colleague typed, and hands the key to exactly the recipients that they stand for. */
function showHandOver(desk: OpenDesk, { id, name, holders }: Colleague, acts: OfficerActs): void {
  beginView();
  const words = deskKeys.handOver;
  const find = (wanted: Holder) => holders.find(({ holder }) => holder === wanted);
  const [card, passkey] = [find('card'), find('passkey')];
  const heard = [card, passkey].flatMap((one) => one ?? []);
  const view = cloneTemplate('hand-over-template');
  fillSlots(view, { title: words.title(name) });
  slot(view, 'back').addEventListener('click', () => void acts.again());
  const check = makeWordCheck(
    officerWords(desk.id, desk.key.recipient, card?.recipient ?? '', passkey?.recipient ?? null),
  );
  onAct(view, 'hand-over', async () => {
    const outcome = await check();
    if (outcome === 'stop') acts.stop(deskKeys.alarm.officerWords(name));
    if (outcome !== 'right') return;
    await callApi(`staff/officers/${id}/grants`, {
      keyId: desk.key.id,
      grants: await Promise.all(
        heard.map(async ({ holder, recipient }) => ({
          holder,
          recipient,
          sealed: base64urlnopad.encode(await sealKeyTo(desk.key, recipient)),
        })),
      ),
    });
    await showHandedOver(desk, name, acts);
  });
  show(view);
}

/** The words that the colleague is asked for next. */
async function showHandedOver(desk: OpenDesk, name: string, acts: OfficerActs): Promise<void> {
  const isWanted = beginView();
  const numbers = await deskKeyWords(desk.id, desk.key.recipient);
  if (!isWanted()) return;
  const view = cloneTemplate('handed-over-template');
  fillSlots(view, { text: deskKeys.handOver.done(name) });
  fillKeyWords(view, numbers);
  onAct(view, 'back', acts.again);
  show(view);
}
