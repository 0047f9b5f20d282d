import type { CodeSecrets } from '../../domain/derive.ts';
import type { ReadField } from '../../domain/request-form.ts';
import { showThread } from './open-in-browser.ts';
import { runOnce } from './run-once.ts';
import { describeOpening } from './send-and-show.ts';
import { byId, showView, slot } from './slots.ts';

/** Shows the view of an act, with its way back to the thread. */
export function showWithBack(view: DocumentFragment, secrets: CodeSecrets): void {
  runOnce(slot(view, 'back-form'), () => showThread(secrets, ''), describeOpening);
  showView(byId('follow-page'), view);
}

/** Reads a form as it is filled in now. @throws Error when it is none */
export function valuesOf(form: HTMLElement): ReadField {
  if (!(form instanceof HTMLFormElement)) throw new Error('not a form');
  const data = new FormData(form);
  return (name) => data.getAll(name).filter((value) => typeof value === 'string');
}
