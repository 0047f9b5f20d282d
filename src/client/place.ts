/**
 * A place's page with JavaScript: reports without leaving the page, and a message that can be copied or shared. Its
 * sentences stand in the page: the sentences of all scripts share one file, too heavy for a public page.
 */
import { readPlaceReport } from '../../domain/place-report.ts';
import { callApi, RefusedError } from './api.ts';

/** Makes what the page offers work without loading another. Whatever fails falls back to the page's own forms. */
export function installPlace(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-report]');
  form?.addEventListener('submit', (event) => void sendReport(form, event));
  const message = document.getElementById('loi-nhan');
  // Browsers inside other apps often have neither.
  if (message === null) return;
  if ('clipboard' in navigator) reveal('sao-chep', () => copy(message));
  if ('share' in navigator) reveal('chia-se', () => share(message));
}

async function sendReport(form: HTMLFormElement, event: SubmitEvent): Promise<void> {
  const { submitter } = event;
  const data = new FormData(form);
  const field = (name: string): string => {
    const value = data.get(name);
    return typeof value === 'string' ? value : '';
  };
  const kind = submitter instanceof HTMLButtonElement ? submitter.value : '';
  const reading = readPlaceReport(kind, field('note'));
  // The server's page says what is wrong, and keeps what was typed.
  if (!reading.ok) return;
  event.preventDefault();
  if (form.dataset.sending === 'true') return;
  form.dataset.sending = 'true';
  const place = form.dataset.report ?? '';
  try {
    await callApi('place-reports', { place, ...reading.report, website: field('website') });
    const thanks = document.createElement('p');
    thanks.tabIndex = -1;
    thanks.textContent = form.dataset.thanks ?? '';
    form.replaceWith(thanks);
    thanks.focus();
  } catch (error) {
    say('bao-sai-bao', error instanceof RefusedError ? error.message : form.dataset.notSent);
  } finally {
    form.dataset.sending = 'false';
  }
}

async function copy(message: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(message.textContent.trim());
    say('loi-nhan-bao', message.dataset.copied);
  } catch {
    say('loi-nhan-bao', message.dataset.notCopied);
  }
}

async function share(message: HTMLElement): Promise<void> {
  try {
    await navigator.share({ text: message.textContent.trim() });
  } catch {
    // Closing the sheet without choosing rejects as well: nothing went wrong.
  }
}

function reveal(id: string, press: () => Promise<void>): void {
  const button = document.getElementById(id);
  if (button === null) return;
  button.hidden = false;
  button.addEventListener('click', () => void press());
}

function say(id: string, sentence = ''): void {
  document.getElementById(id)?.replaceChildren(sentence);
}
