/**
 * The request, one question a screen. Nothing is sent before the last one, and nothing typed is kept anywhere but in
 * the fields of the form: leaving asks first and then forgets.
 */
import { RESULT_KNOWN } from '../../../domain/request-form.ts';
import { request } from '../../../words/vi.ts';
import { clearErrors, showErrors } from '../form-errors.ts';
import { byId, cloneTemplate, slot } from '../slots.ts';
import { walkForm } from './walk-form.ts';

/** Takes over the first page: its one question, then those of the templates that were fetched into it. */
export function askFromClock(clock: HTMLFormElement, isPressed: boolean): void {
  const page = byId('request-page');
  const first = slot(page, 'first');
  const view = cloneTemplate('form-template');
  dropServerCode();
  const walk = walkForm(wrap(page, view), { first, clockAnswer: () => answerOf(clock) });

  const stop = wrap(page, cloneTemplate('stop-template'));
  walk.addView('stop', stop);
  slot(stop, 'stop-form').addEventListener('submit', (event) => {
    event.preventDefault();
    walk.goOn();
  });

  const answer = (): void => {
    const problems = slot(first, 'problems');
    const resultKnown = answerOf(clock);
    if (resultKnown === null) {
      showErrors(problems, [{ field: 'resultKnown', message: request.clock.missing }]);
      return;
    }
    clearErrors(problems);
    walk.setClock(resultKnown);
    if (resultKnown === 'no') {
      walk.goOn();
      return;
    }
    for (const line of stop.querySelectorAll<HTMLElement>('[data-known]')) {
      line.hidden = line.dataset.known !== resultKnown;
    }
    walk.go('stop');
  };
  clock.addEventListener('submit', (event) => {
    event.preventDefault();
    answer();
  });
  const button = clock.querySelector('button');
  if (button) button.textContent = request.clock.next;
  if (isPressed) answer();
}

/** Takes over the form that the server drew after the first question. */
export function askInForm(form: HTMLFormElement): void {
  dropServerCode();
  const first = slot(byId('request-page'), 'first');
  walkForm(first, {
    first: null,
    clockAnswer: () => form.querySelector<HTMLInputElement>('#resultKnown-sent')?.value ?? null,
  });
}

function answerOf(clock: HTMLFormElement): (typeof RESULT_KNOWN)[number] | null {
  const value = new FormData(clock).get('resultKnown');
  return RESULT_KNOWN.find((choice) => choice === value) ?? null;
}

/** The form's template holds a code of the server's, which must not stay behind once the browser seals. */
function dropServerCode(): void {
  byId('form-template').remove();
}

/** Puts a view into the page, hidden. */
function wrap(page: HTMLElement, view: DocumentFragment): HTMLElement {
  const box = document.createElement('div');
  box.hidden = true;
  box.append(view);
  page.append(box);
  return box;
}
