/** The page on which everything is read once more before it is sent. */
import { askOnce, form as formWords, request } from '../../../words/vi.ts';
import { cloneTemplate, fillSlots, slot } from '../slots.ts';

/** One line: a question, its answer, and the screen on which it is changed (null when it cannot be). */
interface Line {
  question: string;
  answer: string;
  view: string | null;
}

/** Draws one line for each question of these screens, each with a link that `change` answers. */
export function drawAnswers(list: HTMLElement, lines: Line[], change: (view: string) => void): void {
  list.replaceChildren(
    ...lines.map(({ question, answer, view }) => {
      const line = cloneTemplate('check-line-template');
      fillSlots(line, { question, answer: answer || formWords.unanswered, which: `: ${question}` });
      slot(line, 'answer').classList.toggle('muted', answer === '');
      const link = slot(line, 'change');
      if (view === null) link.remove();
      else
        link.addEventListener('click', (event) => {
          event.preventDefault();
          change(view);
        });
      return line;
    }),
  );
}

/** The lines of one screen: one for each question on it. */
export function linesOf(step: HTMLElement): Line[] {
  const view = step.dataset.step ?? '';
  if (view === 'consent') return [consentLine(step, view)];
  return questionsOf(step).map((box) => ({ ...lineOf(box), view }));
}

/** The questions of a screen that are shown. */
function questionsOf(step: HTMLElement): HTMLElement[] {
  return [...step.querySelectorAll<HTMLElement>('.choices, .field')].filter(
    (box) => box.closest('[hidden]:not([data-step])') === null,
  );
}

function lineOf(box: HTMLElement): { question: string; answer: string } {
  const question = textOf(box.querySelector('legend, label'));
  const typed = box.querySelector<HTMLInputElement | HTMLTextAreaElement>(
    'textarea, input:not([type="radio"], [type="checkbox"])',
  );
  if (typed !== null) return { question, answer: typed.value.trim() };
  const answer = chosenIn(box)
    .map((input) => textOf(input.labels?.item(0)))
    .join('\n');
  // The one box that says something by being left empty.
  return { question, answer: question === askOnce.legend ? answer || askOnce.keep : answer };
}

function consentLine(step: HTMLElement, view: string): Line {
  const given = questionsOf(step).filter((box) => chosenIn(box).length > 0);
  return {
    question: request.form.consent.title,
    answer: given.map((box) => textOf(box.querySelector('legend'))).join('\n'),
    view,
  };
}

function chosenIn(box: HTMLElement): HTMLInputElement[] {
  return [...box.querySelectorAll<HTMLInputElement>('input:checked')];
}

function textOf(element: Element | null | undefined): string {
  return element?.textContent.trim() ?? '';
}
