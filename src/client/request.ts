/**
 * The request page's own script, as small as can be: whoever only reads fetches nothing else. It fetches the questions
 * at the first sign that the person begins; these fetch the sealing code once the first of them is answered. Nothing is
 * sent but requests that are the same for everybody who comes as far. Where they fail, the forms go to the server as
 * they do without scripts.
 */
import { fetchParts } from './fetch-parts.ts';
import { isRecentEnough } from './recent-enough.ts';

/** How long somebody who pressed the button waits for the questions before the form goes to the server instead. */
const PATIENCE_MS = 20_000;

/** What somebody who begins to answer does first in the form, by finger, keyboard or reading aid. */
const SIGNS = ['focusin', 'pointerdown', 'keydown', 'click', 'change', 'submit'] as const;

const clock = document.getElementById('clock-form');
const form = document.getElementById('request-form');

if (isRecentEnough()) {
  if (clock instanceof HTMLFormElement) takeOverClock(clock);
  else if (form instanceof HTMLFormElement) takeOverForm(form);
}

type Questions = typeof import('./ask/ask-questions.ts');

async function load(start: HTMLFormElement): Promise<Questions> {
  const [questions] = await Promise.all([
    import('./ask/ask-questions.ts'),
    fetchParts(start.dataset.parts ?? ''),
  ]);
  return questions;
}

function takeOverClock(start: HTMLFormElement): void {
  let isPressed = false;
  let impatience = 0;
  const hold = (event: Event): void => {
    event.preventDefault();
    const button = start.querySelector('button');
    if (isPressed || !button) return;
    isPressed = true;
    button.textContent = start.dataset.waiting ?? '';
    impatience = window.setTimeout(() => start.submit(), PATIENCE_MS);
  };
  const takeOver = ({ askFromClock }: Questions): void => {
    start.removeEventListener('submit', hold);
    clearTimeout(impatience);
    askFromClock(start, isPressed);
  };
  const giveUp = (): void => {
    start.removeEventListener('submit', hold);
    if (isPressed) start.submit();
  };
  start.addEventListener('submit', hold);
  const begin = (): void => {
    for (const sign of SIGNS) start.removeEventListener(sign, begin);
    load(start).then(takeOver, giveUp);
  };
  for (const sign of SIGNS) start.addEventListener(sign, begin);
}

/** The person has begun: the server drew this form because the first question is answered. */
function takeOverForm(start: HTMLFormElement): void {
  let isPosted = false;
  // A form that is already on its way to the server must not be taken over: pressed again, it would be sent twice.
  start.addEventListener('submit', () => {
    isPosted = true;
  });
  load(start).then(
    ({ askInForm }) => {
      if (!isPosted) askInForm(start);
    },
    // The page goes on as the server drew it.
    () => undefined,
  );
}
