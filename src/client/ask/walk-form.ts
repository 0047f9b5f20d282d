/** Walks the questions of the form one screen at a time, up to the sending. */
import { requestConsent } from '../../../domain/consent.ts';
import { isAskedOnce, readRequestForm } from '../../../domain/request-form.ts';
import { isTrapSprung, TRAP } from '../../../domain/trap.ts';
import { request, requestMessages, trap } from '../../../words/vi.ts';
import { describeFailure } from '../describe-failure.ts';
import { clearErrors, showErrors } from '../form-errors.ts';
import type { Sealing } from '../seal-in-browser.ts';
import { byId, cloneTemplate, slot } from '../slots.ts';
import { drawAnswers, linesOf } from './check-answers.ts';
import { guardLeaving } from './guard-leaving.ts';
import { tellMayHaveArrived } from './may-have-arrived.ts';
import { watchPlace } from './place-desks.ts';
import { isCalledFor, nameOf, problemsOf, readerOf } from './steps.ts';
import { keepTrail } from './trail.ts';

const words = request.form;

/** The view that the page begins with, where the legal clock is asked. */
const CLOCK = 'clock';

/** The walk through the form, as the first question drives it. */
export interface Walk {
  /** Adds a view beside the form's screens. */
  addView: (name: string, view: HTMLElement) => void;
  /** Notes the answer about the legal clock, and fetches the sealing code while the other questions are answered. */
  setClock: (answer: string) => void;
  /** Shows a view or screen. */
  go: (view: string) => void;
  /** Shows what is to be answered next. */
  goOn: () => void;
}

/**
 * Takes a form over.
 *
 * @param box holds the form and its heading
 * @param start.first the view of the first question; null when the server has asked it, and the form comes first
 * @param start.clockAnswer what was answered there
 */
export function walkForm(
  box: HTMLElement,
  start: { first: HTMLElement | null; clockAnswer: () => string | null },
): Walk {
  const form = byId('request-form');
  if (!(form instanceof HTMLFormElement)) throw new Error('#request-form is not a form');
  const problems = slot(box, 'problems');
  const submit = byId('submit');
  const sealedBy = byId('sealed-by');
  const intro = slot(form, 'intro');
  submit.before(cloneTemplate('check-template'), cloneTemplate('walk-template'));
  slot(form, 'back').before(submit, ' ');
  submit.textContent = words.submit;
  // Everything is read once more here: a form that goes to the server all the same is there to be sent.
  const step = form.querySelector<HTMLInputElement>('input[name="step"]');
  if (step) step.value = 'send';
  // What only explains the plain page.
  for (const plain of box.querySelectorAll('[data-plain]')) plain.remove();
  const steps = [...form.querySelectorAll<HTMLElement>('[data-step]')];
  const check = slot(form, 'answers').closest<HTMLElement>('[data-step]');
  const [firstStep] = steps;
  if (!firstStep || !check) throw new Error('the form has no screens');
  const views = new Map<string, HTMLElement>(start.first ? [[CLOCK, start.first]] : []);
  const seen = new Set<HTMLElement>();
  let current: HTMLElement = firstStep;
  const guard = guardLeaving(form);
  const orderDesks = watchPlace(form);

  const show = (name: string): void => {
    const step = steps.find((one) => nameOf(one) === name);
    for (const [key, view] of views) view.hidden = key !== name;
    box.hidden = step === undefined;
    if (step) showStep(step);
    else focusHeading(views.get(name));
    scrollTo(0, 0);
  };

  const showStep = (step: HTMLElement): void => {
    clearErrors(problems);
    current = step;
    seen.add(step);
    for (const one of steps) one.hidden = one !== step;
    const isCheck = step === check;
    slot(form, 'next').hidden = isCheck;
    slot(form, 'next').textContent = isInformation(step) ? words.stillAsk : words.next;
    submit.hidden = !isCheck;
    intro.hidden = step !== firstStep;
    sealedBy.hidden = !isCheck && nameOf(step) !== 'words';
    showConditions();
    if (isCheck) drawCheck();
    if (nameOf(step) === 'desk') void orderDesks();
    focusHeading(step);
  };

  const showConditions = (): void => {
    const read = readerOf(form);
    for (const part of form.querySelectorAll<HTMLElement>('[data-when]:not([data-step])')) {
      part.hidden = !isCalledFor(part, read);
    }
    showConsent(form, isAskedOnce(read));
  };

  const drawCheck = (): void => {
    const read = readerOf(form);
    const known = start.clockAnswer();
    const answers: Record<string, string> = request.clock.options;
    drawAnswers(
      slot(form, 'answers'),
      [
        {
          question: request.clock.legend,
          answer: answers[known ?? ''] ?? '',
          view: start.first ? CLOCK : null,
        },
        ...steps.filter((step) => step !== check && isCalledFor(step, read)).flatMap(linesOf),
      ],
      trail.go,
    );
  };

  /** Before the first check the next screen; after it, what a change made necessary, else the check again. */
  const nextAfter = (from: HTMLElement | null): HTMLElement => {
    const read = readerOf(form);
    const isOpen = (step: HTMLElement): boolean =>
      seen.has(check)
        ? !seen.has(step) || problemsOf(step, read).length > 0
        : from === null || steps.indexOf(step) > steps.indexOf(from);
    return steps.find((step) => isCalledFor(step, read) && isOpen(step)) ?? check;
  };

  const trail = keepTrail(start.first ? CLOCK : nameOf(firstStep), show);

  let sealing: Sealing | null = null;
  let isSending = false;

  const send = async (): Promise<void> => {
    const read = readerOf(form);
    if (isTrapSprung(read)) {
      byId(TRAP).closest('p')?.remove();
      showErrors(problems, [{ field: 'submit', message: trap.sprung }]);
      return;
    }
    const reading = readRequestForm(read);
    if (!reading.ok) {
      // The check can be come to again with Forward, over an answer that was taken back.
      const lacking = nextAfter(check);
      trail.go(nameOf(lacking));
      showErrors(problems, problemsOf(lacking, read));
      return;
    }
    if (isSending) return;
    const label = submit.textContent;
    let isPosted = false;
    isSending = true;
    submit.textContent = requestMessages.sending;
    clearErrors(problems);
    try {
      const sealer = sealing ?? (await preparing);
      if (sealer === null) {
        guard.end();
        // Called so because a button of this name hides the method.
        HTMLFormElement.prototype.submit.call(form);
        return;
      }
      const showSent = await sealer.send(reading, () => {
        isPosted = true;
      });
      guard.end();
      trail.end();
      showSent();
    } catch (error) {
      const message = describeFailure(error, isPosted, requestMessages.failed);
      showErrors(problems, [{ field: 'submit', message }]);
      if (sealing?.mayHaveArrived()) tellMayHaveArrived(form);
    } finally {
      isSending = false;
      submit.textContent = label;
    }
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (current === check) {
      void send();
      return;
    }
    const found = problemsOf(current, readerOf(form));
    if (found.length > 0) showErrors(problems, found);
    else trail.go(nameOf(nextAfter(current)));
  });
  form.addEventListener('change', (event) => {
    guard.begin();
    if (event.target instanceof HTMLInputElement) keepConsistent(form, event.target);
    showConditions();
  });
  slot(form, 'back').addEventListener('click', () => history.back());

  let begin = (): void => undefined;
  /** The sealing code is heavy: whoever leaves at the first question need not have fetched it. */
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const preparing: Promise<Sealing | null> = begun
    .then(() => import('../seal-in-browser.ts'))
    .then(({ prepareSealing }) => prepareSealing())
    .then(
      (ready) => {
        sealing = ready;
        // The server's code leaves with its field: from here on the server cannot take this form in clear.
        byId('code').remove();
        sealedBy.textContent = requestMessages.sealedHere;
        return ready;
      },
      () => {
        sealedBy.textContent = requestMessages.sealedByServer;
        return null;
      },
    );

  if (!start.first) {
    begin();
    showStep(firstStep);
  }
  return {
    addView: (name, view) => views.set(name, view),
    setClock: (answer) => {
      guard.begin();
      begin();
      const field = byId('resultKnown-sent');
      if (field instanceof HTMLInputElement) field.value = answer;
    },
    go: trail.go,
    goOn: () => trail.go(nameOf(nextAfter(null))),
  };
}

/** Whether a screen only tells something, which one may not want to go on after. */
function isInformation(step: HTMLElement): boolean {
  return nameOf(step) === 'under-18' || nameOf(step) === 'danger';
}

/** Asks to agree to what holds for this request. A tick beside another text was a consent to that text alone. */
function showConsent(form: HTMLFormElement, isOnce: boolean): void {
  const box = byId('consentRead');
  const wanted = requestConsent(isOnce);
  if (!(box instanceof HTMLInputElement) || box.value === wanted) return;
  const label = form.querySelector('label[for="consentRead"]');
  if (label) label.textContent = isOnce ? words.consent.readOnce : words.consent.readWithCode;
  box.value = wanted;
  box.checked = false;
}

/** Not wanting to say excludes the other answers. */
function keepConsistent(form: HTMLFormElement, changed: HTMLInputElement): void {
  if (changed.name === 'substances' && changed.checked) {
    const isUnsaid = changed.value === 'unsaid';
    for (const box of form.querySelectorAll<HTMLInputElement>('input[name="substances"]')) {
      if ((box.value === 'unsaid') !== isUnsaid) box.checked = false;
    }
  }
}

function focusHeading(view: HTMLElement | undefined): void {
  const heading = view?.querySelector<HTMLElement>('h1, h2');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
