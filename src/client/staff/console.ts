/**
 * The officers' console: one document. The desk's key lives in this script's memory alone, so a reload signs out of
 * it; the views are steps of the history.
 */
import { readCode } from '../../../domain/code.ts';
import type { KeyPair } from '../../../domain/derive.ts';
import { ForgedGrantError } from '../../../domain/desk-key.ts';
import { localHour } from '../../../domain/hour.ts';
import { staff } from '../../../words/vi.ts';
import { callApi, RefusedError } from '../api.ts';
import { showErrors } from '../form-errors.ts';
import { runOnce } from '../run-once.ts';
import { beginView, byId, cloneTemplate, fillCode, fillSlots, slot } from '../slots.ts';
import {
  isKeyHandedOut,
  openInvite,
  type Registered,
  type Registration,
  recoverDeskKey,
  register,
  signIn,
  unlockWithCard,
  type Workplace,
} from './desk-access.ts';
import { showInquiry, showList } from './desk-views.ts';
import type { Editor } from './editor/editor.ts';
import { showSetAside } from './set-aside.ts';
import { forgetUnsaved, mayLeave } from './unsaved.ts';
import { describeFailure, describePaperCode, onAct, show, showFailure } from './view-parts.ts';

/** The desk whose requests are open, with its key. */
export interface OpenDesk {
  id: string;
  key: KeyPair;
}

let openDesk: OpenDesk | null = null;

/** The part of the console for directory editors, while one is signed in. */
let openEditor: Editor | null = null;

/** Opened words stay on an unattended screen no longer than the session behind them lives. */
const IDLE_MS = 30 * 60 * 1000;

let idleTimer: ReturnType<typeof setTimeout> | undefined;

/** Where a step of the history leads. */
type Step = { inquiry: string | null; isAside?: boolean };

/** Stands for the list of what was set aside. */
const ASIDE = '';

/** The request that is shown; null for the list, undefined before either. */
let shown: string | null | undefined;

/** A step back that was refused is being taken back. */
let isUndoing = false;

/** Begins: with the invite in the address, else with signing in. */
export async function startConsole(): Promise<void> {
  const fragment = new URLSearchParams(location.hash.slice(1));
  // The secrets of a one-time link leave the address and this step of the history before anything else happens.
  history.replaceState(null, '', location.pathname);
  for (const act of ['pointerdown', 'keydown']) addEventListener(act, restartIdleTimer);
  runOnce(byId('sign-out'), signOut, describeFailure);
  addEventListener('popstate', (event) => void showStep(event.state));
  // A page kept by the browser for going back would keep the key with it.
  addEventListener('pageshow', (event) => event.persisted && location.reload());

  const token = fragment.get('moi');
  if (token === null) {
    showSignIn();
    return;
  }
  try {
    showRegister(token, await openInvite(token), fragment.get('phuc-hoi'));
  } catch (error) {
    showSignIn();
    showFailure(describeFailure(error));
  }
}

function showSignIn(notice = ''): void {
  beginView();
  showWorkplace(null);
  const view = cloneTemplate('sign-in-template');
  fillSlots(view, { notice });
  slot(view, 'notice').hidden = notice === '';
  onKeyAct(view, 'sign-in', async () => {
    const { workplace, deskKey } = await signIn();
    if (deskKey === null && workplace.desk !== null) showUnlock(workplace);
    else await enter(workplace, deskKey);
  });
  show(view);
}

/** Names the desk above every view and offers to sign out, as long as someone is signed in. */
function showWorkplace(workplace: Workplace | null): void {
  byId('signed-in').hidden = workplace === null;
  byId('desk-name').textContent = workplace?.desk?.name ?? '';
}

function showRegister(token: string, registration: Registration, recovery: string | null): void {
  const view = cloneTemplate('register-template');
  fillSlots(view, { officer: registration.name, desk: registration.desk?.name ?? staff.register.noDesk });
  slot(view, 'card-step').hidden = registration.desk === null;
  const box = slot(view, 'recovery');
  box.hidden = recovery !== null || registration.desk === null;
  onKeyAct(view, 'register', async () => {
    const field = byId('recovery');
    const typed = recovery ?? (field instanceof HTMLInputElement ? field.value : '');
    let deskKey: KeyPair | null = null;
    if (registration.desk !== null) {
      const reading = readCode(typed);
      deskKey = reading.ok ? await recoverDeskKey(registration, reading.code) : null;
      if (deskKey === null) {
        box.hidden = false;
        const message = reading.ok ? staff.problems.recovery : describePaperCode(reading);
        showErrors(byId('problems'), [{ field: 'recovery', message }]);
        return;
      }
    }
    const registered = await register(token, registration, deskKey);
    // Without a desk there is no key that a card could open.
    if (registration.desk === null) await enter(registered.workplace, null);
    else showCard(registered, () => enter(registered.workplace, deskKey));
  });
  show(view);
}

function showCard({ cardCode, hasPrf, workplace }: Registered, proceed: () => Promise<void>): void {
  const view = cloneTemplate('card-template');
  fillCode(view, cardCode);
  fillSlots(view, {
    desk: workplace.desk?.name ?? staff.register.noDesk,
    'made-on': staff.card.day(localHour(new Date().toISOString())),
  });
  slot(view, 'no-prf').hidden = hasPrf;
  slot(view, 'print').addEventListener('click', () => window.print());
  onAct(view, 'kept', proceed);
  show(view);
}

function showUnlock(workplace: Workplace): void {
  showWorkplace(workplace);
  const view = cloneTemplate('unlock-template');
  onKeyAct(view, 'unlock', async () => {
    const field = byId('card');
    const reading = readCode(field instanceof HTMLInputElement ? field.value : '');
    const deskKey = reading.ok ? await unlockWithCard(workplace, reading.code) : null;
    if (deskKey !== null) return enter(workplace, deskKey);
    const message = reading.ok ? staff.unlock.wrong : describePaperCode(reading);
    showErrors(byId('problems'), [{ field: 'card', message }]);
  });
  show(view);
}

/** Opens the desk at its list. */
async function enter(workplace: Workplace, deskKey: KeyPair | null): Promise<void> {
  showWorkplace(workplace);
  if (workplace.officer.role === 'editor') {
    openEditor = await (await import('./editor/editor.ts')).openEditor(workplace.officer.name);
    return;
  }
  if (workplace.desk === null || deskKey === null) {
    showFailure(staff.problems.noDesk);
    return;
  }
  openDesk = { id: workplace.desk.id, key: deskKey };
  shown = undefined;
  history.replaceState({ inquiry: null } satisfies Step, '');
  await showStep(history.state);
}

async function showStep(state: unknown): Promise<void> {
  if (openEditor !== null) return openEditor.showStep(state);
  if (openDesk === null) {
    showSignIn();
    return;
  }
  if (isUndoing) {
    isUndoing = false;
    return;
  }
  // The skip link makes a step of the history too, which leads nowhere else.
  if (state === null) return;
  const { inquiry, isAside = false } = state as Step;
  const next = isAside ? ASIDE : inquiry;
  if (next === shown) return;
  if (!mayLeave()) {
    // A request is only ever reached from the list, so the step that was left lies ahead.
    isUndoing = true;
    history.forward();
    return;
  }
  shown = next;
  try {
    if (inquiry === null && !(await confirmKey(openDesk))) return;
    if (isAside) await showSetAside();
    else if (inquiry === null) await showList({ open: openInquiry, refresh, setAside: openSetAside });
    else await showInquiry(openDesk, inquiry);
  } catch (error) {
    if (error instanceof RefusedError && error.code === 'unauthenticated') {
      // Without a session the key opens nothing more, and the page must offer the way back in.
      openDesk = null;
      showSignIn();
    }
    showFailure(describeFailure(error));
  }
}

/**
 * Stops in red when the portal hands out another key than the one that was opened: asked each time the list is shown,
 * since the database can be changed at any hour.
 *
 * @returns false when the list is not to be shown
 */
async function confirmKey(desk: OpenDesk): Promise<boolean> {
  const isWanted = beginView();
  const isHandedOut = await isKeyHandedOut(desk.id, desk.key);
  if (!isWanted()) return false;
  if (isHandedOut) return true;
  showAlarm(staff.alarm.swapped);
  return false;
}

/** Does an act that opens the desk's key, and stops in red when that key is not the one its holder was given. */
function onKeyAct(view: ParentNode, name: string, act: () => Promise<void>): void {
  onAct(view, name, async () => {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof ForgedGrantError)) throw error;
      showAlarm(staff.alarm.forged);
    }
  });
}

function showAlarm(text: string): void {
  openDesk = null;
  const view = cloneTemplate('alarm-template');
  fillSlots(view, { text });
  show(view);
}

/** Forgets the key and the opened words. */
function lock(): void {
  if (openDesk === null) return;
  openDesk = null;
  forgetUnsaved();
  showSignIn(staff.signIn.locked);
}

function restartIdleTimer(): void {
  clearTimeout(idleTimer);
  idleTimer = setTimeout(lock, IDLE_MS);
}

/** Draws the list anew. */
function refresh(): Promise<void> {
  shown = undefined;
  return showStep({ inquiry: null });
}

function openInquiry(id: string): Promise<void> {
  history.pushState({ inquiry: id } satisfies Step, '');
  return showStep(history.state);
}

function openSetAside(): Promise<void> {
  history.pushState({ inquiry: null, isAside: true } satisfies Step, '');
  return showStep(history.state);
}

async function signOut(): Promise<void> {
  if (!mayLeave()) return;
  openDesk = null;
  openEditor = null;
  beginView();
  await callApi('staff/sign-out', {});
  showSignIn(staff.signIn.signedOut);
}
