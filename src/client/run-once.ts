import { clearErrors, showErrors } from './form-errors.ts';
import { byId } from './slots.ts';

/**
 * Does the act of a form (on submit) or a button (on click) once at a time, and shows above the view, in #problems,
 * what went wrong.
 *
 * @param describe puts whatever the act threw into a sentence for people
 */
export function runOnce(
  element: HTMLElement,
  act: () => Promise<void>,
  describe: (error: unknown) => string,
): void {
  let isBusy = false;
  element.addEventListener(element instanceof HTMLFormElement ? 'submit' : 'click', (event) => {
    event.preventDefault();
    if (isBusy) return;
    isBusy = true;
    clearErrors(byId('problems'));
    act()
      .catch((error: unknown) => showErrors(byId('problems'), [{ field: null, message: describe(error) }]))
      .finally(() => {
        isBusy = false;
      });
  });
}
