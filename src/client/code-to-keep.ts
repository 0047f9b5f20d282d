/** A code that stands in this page's memory alone (CodeToKeep.astro), until the person has proved or refused to save it. */
import { checkSavedGroup } from '../../domain/saved-proof.ts';
import { receiptMessages } from '../../words/vi.ts';
import { callApi } from './api.ts';
import { showErrors } from './form-errors.ts';
import { offerWaysToSave } from './receipt-ways.ts';
import { byId, fillCode, showView, slot } from './slots.ts';

/** What the server keeps under the code. */
export interface KeptCode {
  code: string;
  lookup: string;
  /** What is shown in its place once it is saved, or once the person has chosen not to prove that. */
  saved: (isSkipped: boolean) => DocumentFragment;
}

/**
 * Shows a view with a code in it. Leaving asks first, and goes on asking until the person has typed its last group back
 * or has chosen not to.
 *
 * @throws Error when the view lacks a place
 */
export function showCodeToKeep(container: HTMLElement, view: DocumentFragment, kept: KeptCode): void {
  const { code, lookup } = kept;
  fillCode(view, code);
  offerWaysToSave(view, code);
  const problems = slot(view, 'problems');
  slot(view, 'saved-form').addEventListener('submit', (event) => {
    event.preventDefault();
    const isSkipped = event.submitter?.getAttribute('name') === 'skip';
    const problem = isSkipped ? null : checkSavedGroup(code, typedGroup());
    if (problem !== null) {
      showErrors(problems, [{ field: 'lastGroup', message: receiptMessages.proof[problem] }]);
      return;
    }
    stopWarning();
    showView(container, kept.saved(isSkipped));
    tellSaved(lookup);
  });
  window.addEventListener('beforeunload', warnBeforeLeaving);
  // Leaving fast must not be asked about.
  window.addEventListener('quick-exit', stopWarning);
  showView(container, view);
}

/** Tells the server that the code is not to be shown again. */
export function tellSaved(lookup: string): void {
  // When this call is lost the receipt is closed by the first visit with the code.
  callApi('inquiries/saved', { lookup }).catch(() => undefined);
}

function typedGroup(): string {
  const field = byId('lastGroup');
  return field instanceof HTMLInputElement ? field.value : '';
}

function stopWarning(): void {
  window.removeEventListener('beforeunload', warnBeforeLeaving);
}

function warnBeforeLeaving(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
