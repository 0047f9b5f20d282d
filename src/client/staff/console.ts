/**
 * The officers' console: one document. The desk's key lives in this script's memory alone, so a reload signs out of
 * it; the views are steps of the history.
 */
import { ForgedGrantError } from '../../../domain/desk-key.ts';
import { SESSION_IDLE_MINUTES } from '../../../domain/session-time.ts';
import { staff } from '../../../words/vi.ts';
import { deskKeys } from '../../../words/vi-desk-keys.ts';
import { callApi, RefusedError } from '../api.ts';
import { runOnce } from '../run-once.ts';
import { beginView, byId, cloneTemplate, fillSlots } from '../slots.ts';
import { showChange } from './change-key.ts';
import { fetchHandedOut, fetchWorkplace, type OwnHolder, openInvite, type Workplace } from './desk-access.ts';
import { showInquiry, showList } from './desk-views.ts';
import type { Editor } from './editor/editor.ts';
import { type Gate, showRegister, showSignIn, showUnlock } from './gate.ts';
import { showOfficers } from './officers.ts';
import { type OpenDesk, openWorkplace } from './open-desk.ts';
import { showSetAside } from './set-aside.ts';
import { trustKey } from './trusted-keys.ts';
import { forgetUnsaved, mayLeave } from './unsaved.ts';
import { describeFailure, show, showFailure } from './view-parts.ts';
import { showConfirm, showWaiting } from './waiting.ts';

let openDesk: OpenDesk | null = null;

/** The part of the console for directory editors, while one is signed in. */
let openEditor: Editor | null = null;

let idleTimer: ReturnType<typeof setTimeout> | undefined;

/** Where a step of the history leads: a view by its name, or a request by its id. */
type Step = { view: 'list' | 'set-aside' | 'officers' } | { inquiry: string };

/** The step that is shown, as its text; undefined before any. */
let shown: string | undefined;

/** The console stopped in red, which stays until somebody reads it. */
let isStopped = false;

/** A step back that was refused is being taken back. */
let isUndoing = false;

const gate: Gate = {
  arrive,
  stop: showAlarm,
  signInAgain: (error) => {
    showStart();
    showFailure(error.message);
  },
};

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
    showStart();
    return;
  }
  try {
    showRegister(gate, token, await openInvite(token), fragment.get('phuc-hoi'));
  } catch (error) {
    showStart();
    showFailure(describeFailure(error));
  }
}

/** Forgets what was open. The view that shows it still stands. */
function forgetOpened(): void {
  beginView();
  isStopped = false;
  openDesk = null;
  openEditor = null;
  forgetUnsaved();
  showWorkplace(null);
}

/** Forgets what was open, and asks to sign in. */
function showStart(notice = ''): void {
  forgetOpened();
  showSignIn(gate, notice);
}

/** Names the desk above every view and offers to sign out, as long as someone is signed in. */
function showWorkplace(workplace: Workplace | null): void {
  byId('signed-in').hidden = workplace === null;
  byId('desk-name').textContent = workplace?.desk?.name ?? '';
}

/** Goes as far as the holders at hand open the workplace. @throws ForgedGrantError, RefusedError */
async function arrive(workplace: Workplace, holders: readonly OwnHolder[]): Promise<void> {
  showWorkplace(workplace);
  if (workplace.officer.role === 'editor') {
    openEditor = await (await import('./editor/editor.ts')).openEditor(workplace.officer.name);
    return;
  }
  openDesk = null;
  const access = await openWorkplace(workplace, holders);
  switch (access.kind) {
    case 'open':
      openDesk = access.desk;
      trustKey(openDesk.id, openDesk.key.recipient);
      shown = undefined;
      history.replaceState({ view: 'list' } satisfies Step, '');
      return showStep(history.state);
    case 'unconfirmed':
      return showConfirm(gate, access.desk, access.untagged);
    case 'locked':
      return showUnlock(gate, workplace, holders);
    case 'waiting':
      return showWaiting(gate, workplace, holders);
    case 'swapped':
      return showAlarm(staff.alarm.swapped);
    case 'put-back':
      return showAlarm(deskKeys.alarm.putBack);
    case 'no-desk':
      return showFailure(staff.problems.noDesk);
  }
}

async function showStep(state: unknown): Promise<void> {
  if (openEditor !== null) return openEditor.showStep(state);
  if (openDesk === null) {
    // A view before the desk has no steps of its own.
    if (byId('signed-in').hidden) showStart();
    return;
  }
  if (isUndoing) {
    isUndoing = false;
    return;
  }
  // The skip link makes a step of the history too, which leads nowhere else.
  if (state === null) return;
  const step = state as Step;
  const next = JSON.stringify(step);
  if (next === shown) return;
  if (!mayLeave()) {
    // Everything is only ever reached from the list, so the step that was left lies ahead.
    isUndoing = true;
    history.forward();
    return;
  }
  shown = next;
  const desk = openDesk;
  try {
    if ('inquiry' in step) await showInquiry(desk, step.inquiry);
    else if (step.view === 'set-aside') await showSetAside();
    else if (step.view === 'officers') await showStaff(desk);
    else if (await confirmKey(desk)) {
      await showList({
        open: (id) => goTo({ inquiry: id }),
        refresh,
        setAside: () => goTo({ view: 'set-aside' }),
        officers: () => goTo({ view: 'officers' }),
      });
    }
  } catch (error) {
    await handleStepError(error, desk);
  }
}

async function handleStepError(error: unknown, desk: OpenDesk): Promise<void> {
  // Without a session the key opens nothing more, and the page must offer the way back in.
  if (error instanceof RefusedError && error.code === 'unauthenticated') return gate.signInAgain(error);
  if (error instanceof ForgedGrantError) return showAlarm(staff.alarm.forged);
  showFailure(describeFailure(error));
  // A colleague changed the key meanwhile, unless it is still the one that is open.
  if (!(error instanceof RefusedError) || error.code !== 'key_not_held' || openDesk !== desk) return;
  try {
    const workplace = await fetchWorkplace();
    if (workplace.key?.id !== desk.key.id) await arrive(workplace, desk.holders);
  } catch (again) {
    if (again instanceof ForgedGrantError) showAlarm(staff.alarm.forged);
    else showFailure(describeFailure(again));
  }
}

/** The desk's officers, and the views that lead from there. */
function showStaff(desk: OpenDesk): Promise<void> {
  const again = () => showStaff(openDesk ?? desk);
  return showOfficers(desk, {
    again,
    stop: showAlarm,
    change: (officers, removes) =>
      showChange(desk, officers, removes, {
        again,
        changed: (changed) => {
          openDesk = changed;
          trustKey(changed.id, changed.key.recipient);
        },
      }),
  });
}

/**
 * Looks whether the portal hands out the key that was opened: asked each time the list is shown, since the database can
 * be changed at any hour. Another one may be a colleague's change, for which they vouch by five words; it stops in red
 * where the portal shows this officer yet another one.
 *
 * @returns false when the list is not to be shown
 */
async function confirmKey(desk: OpenDesk): Promise<boolean> {
  const isWanted = beginView();
  const handedOut = await fetchHandedOut(desk.id);
  if (!isWanted()) return false;
  if (handedOut === desk.key.recipient) return true;
  const workplace = await fetchWorkplace();
  if (!isWanted()) return false;
  if (handedOut !== workplace.key?.recipient) showAlarm(staff.alarm.swapped);
  else await arrive(workplace, desk.holders);
  return false;
}

function showAlarm(text: string): void {
  beginView();
  isStopped = true;
  openDesk = null;
  forgetUnsaved();
  const view = cloneTemplate('alarm-template');
  fillSlots(view, { text });
  show(view);
}

/** Forgets the key and the opened words. */
function lock(): void {
  if (openEditor === null && !isStopped && !byId('signed-in').hidden)
    showStart(staff.signIn.locked(SESSION_IDLE_MINUTES));
}

function restartIdleTimer(): void {
  clearTimeout(idleTimer);
  idleTimer = setTimeout(lock, SESSION_IDLE_MINUTES * 60_000);
}

/** Draws the list anew. */
function refresh(): Promise<void> {
  shown = undefined;
  return showStep({ view: 'list' } satisfies Step);
}

function goTo(step: Step): Promise<void> {
  history.pushState(step, '');
  return showStep(step);
}

async function signOut(): Promise<void> {
  if (!mayLeave()) return;
  // What was opened does not stay on the screen until an answer comes, or none does.
  forgetOpened();
  show(cloneTemplate('signing-out-template'));
  const isOver = await callApi('staff/sign-out', {}).then(
    () => true,
    () => false,
  );
  showStart(isOver ? staff.signIn.signedOut : '');
  if (!isOver) showFailure(staff.signIn.maybeSignedIn(SESSION_IDLE_MINUTES));
}
