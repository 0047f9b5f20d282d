import type { CodeSecrets } from '../../domain/derive.ts';
import { localDay } from '../../domain/local-day.ts';
import { followFailures } from '../../words/vi-follow-failures.ts';
import { callApi, mayBeDone, RefusedError } from './api.ts';
import { describeGone } from './describe-data-days.ts';
import { type Opened, showThread } from './open-in-browser.ts';
import { runOnce } from './run-once.ts';
import { describeOpening, isNotFound, type Show, sendAndShow } from './send-and-show.ts';
import { beginView, byId, cloneTemplate, fillSlots, showView, slot } from './slots.ts';

/**
 * Asks once more before everything is erased.
 *
 * @param opened the thread; null when the person erases without opening, so that nobody knows whether the code is one
 */
export function showWithdraw(secrets: CodeSecrets, opened: Opened | null): void {
  beginView();
  const view = cloneTemplate('withdraw-template');
  let mayBeGone = false;
  const withdraw = async (onPost: () => void): Promise<Show> => {
    onPost();
    try {
      const { erasedOn } = (await callApi('inquiries/withdraw', { lookup: secrets.lookup })) as {
        erasedOn: string;
      };
      return () => showGone(erasedOn);
    } catch (error) {
      // What an attempt without an answer has erased reads as never sent.
      if (mayBeGone && isNotFound(error)) {
        if (opened !== null) return () => showGone(localDay(opened.now()));
        throw new RefusedError('gone', followFailures.withdraw.nothingLeft);
      }
      if (mayBeDone(error)) mayBeGone = true;
      throw error;
    }
  };
  sendAndShow(slot(view, 'withdraw-form'), followFailures.withdraw, withdraw);
  const keep = opened === null ? toFirstScreen : () => showThread(secrets, '');
  runOnce(slot(view, 'keep-form'), keep, describeOpening);
  showView(byId('follow-page'), view);
}

/** To the page as it was before a code was typed: whoever would not open the request is shown nothing of it. */
function toFirstScreen(): Promise<void> {
  location.assign('/theo-doi/');
  return Promise.resolve();
}

function showGone(erasedOn: string): void {
  beginView();
  const gone = cloneTemplate('withdrawn-template');
  fillSlots(gone, { gone: describeGone(erasedOn) });
  showView(byId('follow-page'), gone);
}
