/** What a person sees once their browser has sent the request: the receipt until the code is saved, then no code. */
import type { EarlierSending } from '../../domain/earlier-sending.ts';
import { localHour } from '../../domain/hour.ts';
import type { RequestAnswers } from '../../domain/request-form.ts';
import { receiptMessages, requestMessages, times } from '../../words/vi.ts';
import { earlierSending } from '../../words/vi-earlier-sending.ts';
import { showCodeToKeep, tellSaved } from './code-to-keep.ts';
import { type DescribedDesk, describeAnswerOnce, describeDesk, describeNext } from './describe-desk.ts';
import { byId, cloneTemplate, fillSlots, showView, slot } from './slots.ts';

/** A request that the server has acknowledged. */
export interface SentRequest {
  lookup: string;
  /** The hour of arrival, UTC ISO 8601. */
  receivedHour: string;
  /** The desk that holds it. */
  desk: DescribedDesk & { name: string };
  /** What is to be said of an earlier sending that stands in the place of the last; null when there is nothing to say. */
  earlier: EarlierSending | null;
}

/**
 * Shows the receipt.
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
  fillSlots(view, { arrived: arrivalOf(sent), next: describeNext(sent.desk), desk: describeDesk(sent.desk) });
  tellEarlier(view, sent, earlierSending.withCode);
  showCodeToKeep(container, view, { code, lookup: sent.lookup, saved: savedView });
}

/** Shows that a request was sent for which no code is kept. */
export function showSentOnce(sent: SentRequest, answerBy: RequestAnswers['answerBy'] | null): void {
  const view = cloneTemplate('sent-once-template');
  const answer = describeAnswerOnce(answerBy);
  fillSlots(view, { arrived: arrivalOf(sent), answer, desk: describeDesk(sent.desk) });
  tellEarlier(view, sent, earlierSending.once);
  showView(byId('request-page'), view);
  tellSaved(sent.lookup);
}

function tellEarlier(
  view: DocumentFragment,
  { earlier }: SentRequest,
  words: Record<EarlierSending, string>,
): void {
  if (earlier === null) return;
  const place = slot(view, 'earlier');
  place.textContent = words[earlier];
  place.hidden = false;
}

function savedView(isSkipped: boolean): DocumentFragment {
  const view = cloneTemplate('saved-template');
  if (isSkipped) fillSlots(view, { text: receiptMessages.skippedText });
  return view;
}

function arrivalOf({ desk, receivedHour }: SentRequest): string {
  return requestMessages.arrived(desk.name, times.hour(localHour(receivedHour)));
}
