/** What a person sees once their browser has sent the request: the receipt until the code is saved, then no code. */
import { localHour } from '../../domain/hour.ts';
import type { RequestAnswers } from '../../domain/request-form.ts';
import { checkSavedGroup } from '../../domain/saved-proof.ts';
import { receiptMessages, requestMessages, times } from '../../words/vi.ts';
import { callApi } from './api.ts';
import { type DescribedDesk, describeDesk, describeNext } from './describe-desk.ts';
import { showErrors } from './form-errors.ts';
import { offerWaysToSave } from './receipt-ways.ts';
import { byId, cloneTemplate, fillCode, fillSlots, showView, slot } from './slots.ts';

/** A request that the server has acknowledged. */
export interface SentRequest {
  lookup: string;
  /** The hour of arrival, UTC ISO 8601. */
  receivedHour: string;
  /** The desk that holds it. */
  desk: DescribedDesk & { name: string };
}

/**
 * Shows the receipt. The code stands in this page's memory alone: leaving asks first, and goes on asking until the
 * person has typed its last group back or has chosen not to.
 *
 * @param code null when the code was saved before, and is therefore not shown again
 */
export function showReceipt(sent: SentRequest, code: string | null): void {
  const container = byId('request-page');
  if (code === null) {
    showView(container, cloneTemplate('repeat-template'));
    return;
  }
  const view = cloneTemplate('receipt-template');
  fillCode(view, code);
  fillSlots(view, { arrived: arrivalOf(sent), next: describeNext(sent.desk), desk: describeDesk(sent.desk) });
  offerWaysToSave(view, code);
  const problems = slot(view, 'problems');
  slot(view, 'saved-form').addEventListener('submit', (event) => {
    event.preventDefault();
    const isSkipped = event.submitter?.getAttribute('name') === 'skip';
    const problem = isSkipped ? null : checkSavedGroup(code, typedGroup());
    if (problem === null) closeReceipt(container, sent.lookup, isSkipped);
    else showErrors(problems, [{ field: 'lastGroup', message: receiptMessages.proof[problem] }]);
  });
  window.addEventListener('beforeunload', warnBeforeLeaving);
  // Leaving fast must not be asked about.
  window.addEventListener('quick-exit', stopWarning);
  showView(container, view);
}

/** Shows that a request was sent for which no code is kept. */
export function showSentOnce(sent: SentRequest, answerBy: RequestAnswers['answerBy']): void {
  const view = cloneTemplate('sent-once-template');
  const answer = receiptMessages.once.answer[answerBy];
  fillSlots(view, { arrived: arrivalOf(sent), answer, desk: describeDesk(sent.desk) });
  showView(byId('request-page'), view);
  tellSaved(sent.lookup);
}

function closeReceipt(container: HTMLElement, lookup: string, isSkipped: boolean): void {
  stopWarning();
  const view = cloneTemplate('saved-template');
  if (isSkipped) fillSlots(view, { text: receiptMessages.skippedText });
  showView(container, view);
  tellSaved(lookup);
}

function tellSaved(lookup: string): void {
  // When this call is lost the receipt is closed by the first visit with the code.
  callApi('inquiries/saved', { lookup }).catch(() => undefined);
}

function typedGroup(): string {
  const field = byId('lastGroup');
  return field instanceof HTMLInputElement ? field.value : '';
}

function arrivalOf({ desk, receivedHour }: SentRequest): string {
  return requestMessages.arrived(desk.name, times.hour(localHour(receivedHour)));
}

function stopWarning(): void {
  window.removeEventListener('beforeunload', warnBeforeLeaving);
}

function warnBeforeLeaving(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
