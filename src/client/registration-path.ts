/**
 * Narrows the steps of registering to a person's own case and writes their dates into it. It only shows, hides and fills
 * in what the page holds already: nothing is asked of the network, kept, or put into the address.
 */
import { localClock, WEEKDAYS, weekdayOf } from '../../domain/local-day.ts';
import {
  type Case,
  concerns,
  parseCondition,
  possiblePlaces,
  QUESTIONS,
  settle,
} from '../../domain/registration-case.ts';
import {
  type Due,
  dayOf,
  dueDates,
  FIRST_DAY,
  hasPassed,
  type Milestones,
  momentOn,
} from '../../domain/registration-deadlines.ts';
import type { DayOff } from '../../domain/working-days.ts';

const form = document.querySelector<HTMLFormElement>('#truong-hop');
const status = document.querySelector<HTMLElement>('#duong-cua-ban');
if (form !== null && status !== null) start(form, status);

function start(form: HTMLFormElement, status: HTMLElement): void {
  const daysOff = readDaysOff(form.dataset.off ?? '');
  const update = (): void => {
    const answers = settle(readCase(form));
    showCase(form, answers);
    showDates(form, answers, daysOff);
    status.textContent = statusText(form, status, answers);
  };
  for (const part of document.querySelectorAll<HTMLElement>('[data-script]')) part.hidden = false;
  for (const part of document.querySelectorAll<HTMLElement>('[data-no-script]')) part.hidden = true;
  form.hidden = false;
  form.addEventListener('input', update);
  form.addEventListener('submit', (event) => event.preventDefault());
  // The fields are empty only after this event.
  form.addEventListener('reset', () => setTimeout(update));
  const printing = document.querySelector<HTMLElement>('#in');
  // In-app browsers have no printing.
  show(printing, typeof window.print === 'function');
  printing?.addEventListener('click', () => window.print());
  // Going back shows the form as it was left.
  addEventListener('pageshow', update);
}

function readCase(form: HTMLFormElement): Case {
  const chosen = new FormData(form);
  return Object.fromEntries(
    QUESTIONS.flatMap((question) => {
      const answer = chosen.get(question);
      return typeof answer === 'string' ? [[question, answer]] : [];
    }),
  );
}

function showCase(form: HTMLFormElement, answers: Case): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-when]')) {
    const condition = parseCondition(part.dataset.when ?? '');
    part.hidden = !concerns(condition, answers);
    // Whoever has answered all of it needs no "if".
    const words = part.querySelector<HTMLElement>('[data-if]');
    if (words?.closest('[data-when]') !== part) continue;
    words.hidden = Object.keys(condition).every((question) => question in answers);
  }
  const places = possiblePlaces(answers);
  for (const input of form.querySelectorAll<HTMLInputElement>('[name="place"]')) {
    const choice = input.closest<HTMLElement>('.choice');
    if (choice !== null) choice.hidden = !places.includes(input.value);
  }
  show(form.querySelector('#bo-bot'), places.length < 3);
}

function showDates(form: HTMLFormElement, answers: Case, daysOff: readonly DayOff[]): void {
  const { early, past = '', estimate = '', unsure = '' } = form.dataset;
  const day = fieldValue(form, 'day');
  const isTooEarly = day !== '' && day < FIRST_DAY;
  const milestones = day === '' || isTooEarly ? {} : knownMilestone(form, day);
  const dues: Record<string, Due | undefined> = dueDates(answers, milestones, daysOff);
  const now = localClock(new Date());
  let first = isTooEarly ? early : undefined;
  for (const line of document.querySelectorAll<HTMLElement>('[data-due]')) {
    const { due: name = '', label = '', own } = line.dataset;
    const due = dues[name];
    line.hidden = due === undefined || !concerns(parseCondition(line.dataset.for ?? ''), answers);
    if (due === undefined) continue;
    const { at, isEstimate, isSure } = due;
    const remarks = `${isEstimate ? estimate : ''}${isSure ? '' : unsure}`;
    // Whether a date that is only reckoned has passed, nobody knows.
    const reproach = own !== undefined && !isEstimate && hasPassed(at, now) ? past : '';
    line.textContent = `${label}: ${dateText(form, at)}${remarks}. ${reproach}`;
    if (!line.hidden) first ??= line.textContent;
  }
  const said = form.querySelector('#han');
  if (said !== null) said.textContent = first ?? '';
}

/** The one date that a person gives; none while the question for it is hidden. */
function knownMilestone(form: HTMLFormElement, day: string): Milestones {
  const since = fieldValue(form, 'since');
  if (since === 'started' || since === 'left') return { [since]: day };
  return since === '' ? {} : { [since]: momentOn(day, fieldValue(form, 'time')) };
}

/** What a field holds; nothing while it is hidden. */
function fieldValue(form: HTMLFormElement, id: string): string {
  const field = form.querySelector<HTMLInputElement | HTMLSelectElement>(`#${id}`);
  return field === null || field.closest('[hidden] *') !== null ? '' : field.value;
}

function statusText(form: HTMLFormElement, { dataset }: HTMLElement, answers: Case): string {
  const labels = QUESTIONS.flatMap((question) => {
    const input = form.querySelector<HTMLInputElement>(`[name="${question}"][value="${answers[question]}"]`);
    return input?.labels?.[0]?.textContent.trim() ?? [];
  });
  return labels.length === 0 ? (dataset.all ?? '') : `${dataset.some ?? ''}${labels.join('; ')}.`;
}

/** `14:30 thứ Hai, 23/11/2026`, or a day without a time. */
function dateText({ dataset }: HTMLFormElement, at: string): string {
  const day = dayOf(at);
  const weekday = dataset.weekdays?.split('|')[WEEKDAYS.indexOf(weekdayOf(day))] ?? '';
  const date = day.split('-').reverse().map(Number).join('/');
  return `${at.slice(11)} ${weekday}, ${date}`.trim();
}

/** `2026-11-24 2027-02-04~`: days off, the expected ones with a tilde. */
function readDaysOff(text: string): DayOff[] {
  return text.split(' ').map((day) => ({ date: dayOf(day), isExpected: day.endsWith('~') }));
}

function show(element: HTMLElement | null, isShown: boolean): void {
  if (element !== null) element.hidden = !isShown;
}
