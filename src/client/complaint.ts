/** A complaint about a desk: a request of its own to another one, under a code of its own. */
import { makeCode } from '../../domain/code.ts';
import { type CodeSecrets, deriveFromCode } from '../../domain/derive.ts';
import { chooseComplaintDesk } from '../../domain/desk-order.ts';
import { type ComplaintProblem, readComplaintForm } from '../../domain/follow-forms.ts';
import { localHour } from '../../domain/hour.ts';
import { sealComplaintSubmission } from '../../domain/seal-follow.ts';
import type { DeskAddress } from '../../domain/seal-request.ts';
import { requestMessages, times } from '../../words/vi.ts';
import { followActMessages as words } from '../../words/vi-follow.ts';
import { followFailures } from '../../words/vi-follow-failures.ts';
import { showWithBack, valuesOf } from './act-view.ts';
import { callApi, RefusedError } from './api.ts';
import { showCodeToKeep } from './code-to-keep.ts';
import { type DescribedDesk, describeDesk, describeNext } from './describe-desk.ts';
import { describeFailure } from './describe-failure.ts';
import { showErrors } from './form-errors.ts';
import type { Opened } from './open-in-browser.ts';
import { runOnce } from './run-once.ts';
import { beginView, byId, cloneTemplate, fillSlots, showView, slot } from './slots.ts';

/** A desk as the API gives it. */
interface Desk extends DeskAddress, DescribedDesk {
  name: string;
}

interface Receipt {
  desk: string;
  mayShowCode: boolean;
  receivedHour: string;
}

/** Which field a problem belongs to. */
const FIELD_OF = { complaintMissing: 'text', tooLong: 'text', complaintConsent: 'consent' } as const;

/** Refusals after which nothing of the complaint stands at the desk that it was sent to. */
const TAKES_NONE: readonly string[] = ['desk_closed', 'desk_key_changed'];

/** Shows the form of a complaint about the thread's desk. @throws RefusedError, NoAnswerError */
export async function showComplaint({ secrets, thread }: Opened): Promise<void> {
  const isWanted = beginView();
  const about = thread.desk;
  // The code of the complaint exists before the first attempt to send it.
  const code = makeCode();
  const own = await deriveFromCode(code);
  const first = chooseComplaintDesk(await fetchDesks('complaint-desks'), { about: about.id, told: null });
  if (!isWanted()) return;
  const view = cloneTemplate('complaint-template');
  fillSlots(view, {
    past: words.complaintPast(about.name),
    operator: words.complaintOperator(about.operator),
  });
  const form = slot(view, 'complaint-form');
  const place = slot(view, 'to');
  const none = slot(view, 'none');
  form.hidden = first === null;

  /** The desk that the person has read of. */
  let told: Desk | null = null;
  const tell = (desk: Desk | null): void => {
    told = desk;
    none.hidden = desk !== null;
    place.textContent = desk === null ? '' : words.complaintTo(desk.name, describeDesk(desk));
  };
  const tellMoved = (desk: Desk | null): void => {
    tell(desk);
    if (desk === null) {
      showErrors(byId('problems'), [{ field: null, message: none.textContent.trim() }]);
      return;
    }
    // What they agreed to was that the other desk reads it.
    const box = byId('consent');
    if (box instanceof HTMLInputElement) box.checked = false;
    showErrors(byId('problems'), [{ field: 'consent', message: words.problems.complaintMoved }]);
  };
  tell(first);

  let isPosted = false;
  let isDone = false;
  const send = async (): Promise<void> => {
    const reading = readComplaintForm(valuesOf(form));
    if (!reading.ok) {
      showErrors(byId('problems'), reading.problems.map(errorOf));
      return;
    }
    // Asked at each sending: the desk may have a new key since, or take complaints no more.
    const desks = await fetchDesks('complaint-desks');
    const present = chooseComplaintDesk(desks, { about: about.id, told: told?.id ?? null });
    const isTold = present !== null && present.id === told?.id;
    // An earlier sending may have arrived there, and is found by sending again.
    const to = isTold ? present : isPosted ? told : null;
    if (to === null) {
      tellMoved(present);
      return;
    }
    const submission = await sealComplaintSubmission({ about: about.name, words: reading.words }, to, own);
    isPosted = true;
    const receipt = await post(submission, isTold ? [] : TAKES_NONE);
    if (receipt === null) {
      isPosted = false;
      tellMoved(present);
      return;
    }
    isDone = true;
    const holder = await findHolder(receipt, [to, ...desks]);
    // Over whatever page has come meanwhile: this code stands nowhere else.
    showComplained({ code, own, receipt, holder });
  };
  runOnce(form, send, (error) =>
    isDone ? followFailures.complaint.unshown : describeFailure(error, isPosted, followFailures.complaint),
  );
  showWithBack(view, secrets);
}

async function fetchDesks(path: 'desks' | 'complaint-desks'): Promise<Desk[]> {
  const { desks } = (await callApi(path)) as { desks: Desk[] };
  return desks;
}

/**
 * Sends a sealed complaint.
 *
 * @returns null for one of the expected refusals
 * @throws RefusedError for any other; NoAnswerError
 */
async function post(submission: object, expected: readonly string[]): Promise<Receipt | null> {
  try {
    const { receipt } = (await callApi('inquiries', submission)) as { receipt: Receipt };
    return receipt;
  } catch (error) {
    if (error instanceof RefusedError && expected.includes(error.code)) return null;
    throw error;
  }
}

/** The desk that holds it: a complaint sent again finds the first one, whichever desk it names. */
async function findHolder({ desk }: Receipt, likely: readonly Desk[]): Promise<Desk> {
  const isHolder = ({ id }: Desk): boolean => id === desk;
  const holder = likely.find(isHolder) ?? (await fetchDesks('desks')).find(isHolder);
  if (holder === undefined) throw new Error('the desk that holds the complaint is not listed');
  return holder;
}

function showComplained(sent: { code: string; own: CodeSecrets; receipt: Receipt; holder: Desk }): void {
  const { code, own, receipt, holder } = sent;
  beginView();
  const container = byId('follow-page');
  if (!receipt.mayShowCode) {
    showView(container, cloneTemplate('complaint-saved-template'));
    return;
  }
  const view = cloneTemplate('complained-template');
  fillSlots(view, {
    arrived: requestMessages.arrived(holder.name, times.hour(localHour(receipt.receivedHour))),
    next: describeNext(holder),
    desk: describeDesk(holder),
  });
  showCodeToKeep(container, view, { code, lookup: own.lookup, saved: savedView });
}

function savedView(isSkipped: boolean): DocumentFragment {
  const view = cloneTemplate('complaint-saved-template');
  if (isSkipped) fillSlots(view, { text: words.complaintSkipped });
  return view;
}

function errorOf(problem: ComplaintProblem): { field: string; message: string } {
  return { field: FIELD_OF[problem], message: words.problems[problem] };
}
