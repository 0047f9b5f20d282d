import { earlierSending } from '../../../words/vi-earlier-sending.ts';

/** Says of a form that an attempt to send it may have arrived, wherever it says that nothing was sent (`data-unsent`). */
export function tellMayHaveArrived(form: HTMLFormElement): void {
  for (const place of form.querySelectorAll('[data-unsent]')) {
    place.textContent = earlierSending.mayHaveArrived;
  }
}
