/** The ways in: signing in, registering by a one-time link, the key card. */
import { readCode } from '../../../domain/code.ts';
import type { KeyPair } from '../../../domain/derive.ts';
import { ForgedGrantError } from '../../../domain/desk-key.ts';
import { localHour } from '../../../domain/hour.ts';
import { staff } from '../../../words/vi.ts';
import { RefusedError } from '../api.ts';
import { cloneTemplate, fillCode, fillSlots, slot } from '../slots.ts';
import {
  cardHolder,
  type OwnHolder,
  type Registered,
  type Registration,
  recoverDeskKey,
  register,
  signIn,
  type Workplace,
} from './desk-access.ts';
import { openWorkplace } from './open-desk.ts';
import { describePaperCode, onAct, show, showProblem, typedIn } from './view-parts.ts';

/** Where the views before the desk lead. */
export interface Gate {
  /** Signed in, with these secrets at hand. */
  arrive: (workplace: Workplace, holders: readonly OwnHolder[]) => Promise<void>;
  /** Stops in red. */
  stop: (text: string) => void;
  /** The session is over, for whatever reason. */
  signInAgain: (error: RefusedError) => void;
}

/** Does an act on the way to the desk's key: one that finds the key forged stops in red. */
export function onKeyAct(gate: Gate, view: ParentNode, name: string, act: () => Promise<void>): void {
  onAct(view, name, async () => {
    try {
      await act();
    } catch (error) {
      if (error instanceof ForgedGrantError) gate.stop(staff.alarm.forged);
      else if (error instanceof RefusedError && error.code === 'unauthenticated') gate.signInAgain(error);
      else throw error;
    }
  });
}

/** Asks for the passkey. */
export function showSignIn(gate: Gate, notice: string): void {
  const view = cloneTemplate('sign-in-template');
  fillSlots(view, { notice });
  slot(view, 'notice').hidden = notice === '';
  onKeyAct(gate, view, 'sign-in', async () => {
    const { workplace, holders } = await signIn();
    await gate.arrive(workplace, holders);
  });
  show(view);
}

/**
 * Registers the officer of an open invite, with the recovery sheet or without it.
 *
 * @param recovery the sheet's code where the link holds it
 */
export function showRegister(
  gate: Gate,
  token: string,
  registration: Registration,
  recovery: string | null,
): void {
  const { desk } = registration;
  const view = cloneTemplate('register-template');
  fillSlots(view, { officer: registration.name, desk: desk?.name ?? staff.register.noDesk });
  slot(view, 'card-step').hidden = desk === null;
  const box = slot(view, 'recovery');
  box.hidden = recovery !== null || desk === null;
  slot(view, 'no-sheet').hidden = box.hidden;

  const proceed = async (deskKey: KeyPair | null): Promise<void> => {
    const registered = await register(token, registration, deskKey);
    // Without a desk there is no key that a card could open.
    if (desk === null) await goOn(gate, registered, staff.register.unsure);
    else showCard(gate, registered, desk.name);
  };
  onKeyAct(gate, view, 'register', async () => {
    if (desk === null) return proceed(null);
    const reading = readCode(recovery ?? typedIn('recovery'));
    const deskKey = reading.ok ? await recoverDeskKey(registration, reading.code) : null;
    if (deskKey !== null) return proceed(deskKey);
    box.hidden = false;
    showProblem('recovery', reading.ok ? staff.problems.recovery : describePaperCode(reading));
  });
  onKeyAct(gate, view, 'without-sheet', () => proceed(null));
  show(view);
}

/** From registering to the workplace; where nobody knows whether it is done, signing in tells. */
async function goOn(gate: Gate, { workplace, holders }: Registered, unsure: string): Promise<void> {
  if (workplace === null) showSignIn(gate, unsure);
  else await gate.arrive(workplace, holders);
}

/**
 * The key card, shown once: whoever waits for the key needs it as much as whoever holds it, and so does whoever may be
 * registered.
 */
function showCard(gate: Gate, registered: Registered, desk: string): void {
  const { cardCode, hasPrf, workplace } = registered;
  const view = cloneTemplate('card-template');
  fillCode(view, cardCode);
  fillSlots(view, { desk, 'made-on': staff.card.day(localHour(new Date().toISOString())) });
  slot(view, 'no-prf').hidden = hasPrf;
  slot(view, 'unsure').hidden = workplace !== null;
  if (workplace === null) fillSlots(view, { 'kept-label': staff.card.unsureButton });
  slot(view, 'print').addEventListener('click', () => window.print());
  onKeyAct(gate, view, 'kept', () => goOn(gate, registered, staff.card.ifRefused));
  show(view);
}

/** Asks for the key card, where the passkey opens nothing. */
export function showUnlock(gate: Gate, workplace: Workplace, holders: readonly OwnHolder[]): void {
  const view = cloneTemplate('unlock-template');
  onKeyAct(gate, view, 'unlock', async () => {
    const reading = readCode(typedIn('card'));
    if (!reading.ok) return showProblem('card', describePaperCode(reading));
    const all = [...holders, await cardHolder(reading.code)];
    const { kind } = await openWorkplace(workplace, all);
    if (kind === 'locked') showProblem('card', staff.unlock.wrong);
    else await gate.arrive(workplace, all);
  });
  show(view);
}
