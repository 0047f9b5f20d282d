/**
 * The request page's own script, as small as can be: whoever only reads fetches nothing else. It fetches the questions
 * at the first sign that the person begins; these fetch the sealing code once the first of them is answered. Nothing is
 * sent but requests that are the same for everybody who comes as far. Where they fail, the forms go to the server as
 * they do without scripts.
 */
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

type Loaded = Awaited<ReturnType<typeof load>>;

function load(start: HTMLFormElement) {
  return Promise.all([import('./ask/ask-questions.ts'), fetchDocument(start.dataset.parts ?? '')]);
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
  const takeOver = ([{ askFromClock }, parts]: Loaded): void => {
    start.removeEventListener('submit', hold);
    clearTimeout(impatience);
    askFromClock(start, parts, isPressed);
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
    ([{ askInForm }, parts]) => {
      if (!isPosted) askInForm(start, parts);
    },
    // The page goes on as the server drew it.
    () => undefined,
  );
}

/** Reads a page of the portal without running or showing it. `fetch` gives text, which Trusted Types let nobody parse. */
function fetchDocument(path: string): Promise<Document> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', path);
    request.responseType = 'document';
    request.addEventListener('loadend', () => {
      const { responseXML: page, status } = request;
      if (status === 200 && page !== null) resolve(page);
      else reject(new Error(`${path} answered ${status}`));
    });
    request.send();
  });
}
