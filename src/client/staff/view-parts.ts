/** What the console's views have in common. */
import { staff } from '../../../words/vi.ts';
import { RefusedError } from '../api.ts';
import { clearErrors, showErrors } from '../form-errors.ts';
import { byId, slot } from '../slots.ts';

/** Does the act of a form (on submit) or a button (on click) once at a time, and shows what went wrong. */
export function onAct(view: ParentNode, name: string, act: () => Promise<void>): void {
  const element = slot(view, name);
  let isBusy = false;
  element.addEventListener(element instanceof HTMLFormElement ? 'submit' : 'click', (event) => {
    event.preventDefault();
    if (isBusy) return;
    isBusy = true;
    clearErrors(byId('problems'));
    act()
      .catch((error: unknown) =>
        showErrors(byId('problems'), [{ field: 'console', message: describeFailure(error) }]),
      )
      .finally(() => {
        isBusy = false;
      });
  });
}

/** A sentence for whatever failed: the API's own, or what the passkey's error means (WebAuthn Level 3, 5.1). */
export function describeFailure(error: unknown): string {
  if (error instanceof RefusedError) return error.message;
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'AbortError') return staff.problems.cancelled;
  if (name === 'InvalidStateError') return staff.problems.alreadyRegistered;
  if (name === 'NotSupportedError' || !('credentials' in navigator)) return staff.problems.unsupported;
  return staff.problems.network;
}
