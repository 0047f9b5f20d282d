/** Opens a thread in the browser: the code and the words never reach the server in clear. */
import { base64urlnopad } from '@scure/base';
import { readCode } from '../../domain/code.ts';
import { dataRequestStates } from '../../domain/data-request-state.ts';
import { type CodeSecrets, deriveFromCode } from '../../domain/derive.ts';
import { localHour } from '../../domain/hour.ts';
import { messageIdFor } from '../../domain/message-id.ts';
import { deskInside, type ReadMessage, type ReadRequest, readOwnThread } from '../../domain/read-thread.ts';
import { readMessageText } from '../../domain/request-form.ts';
import { type DeskAddress, sealMessage, testSealing } from '../../domain/seal-request.ts';
import type { DayOff } from '../../domain/working-days.ts';
import { followMessages, times } from '../../words/vi.ts';
import { followActMessages, followActs } from '../../words/vi-follow.ts';
import { followFailures } from '../../words/vi-follow-failures.ts';
import { callApi } from './api.ts';
import type { DescribedDesk } from './describe-desk.ts';
import {
  countNew,
  describeCodeProblem,
  describeEvents,
  describeMessages,
  describeRequests,
  describeStatus,
  isWaiting,
  type ThreadEvent,
  type ThreadStatus,
} from './describe-thread.ts';
import { fetchParts } from './fetch-parts.ts';
import { clearErrors, showErrors } from './form-errors.ts';
import { describeOpening, isNotFound, type Show, sendAndShow } from './send-and-show.ts';
import { beginView, byId, cloneTemplate, fillSlots, showView, slot } from './slots.ts';
import { decodeThread, type ThreadJson } from './thread-json.ts';
import { showWithdraw } from './withdraw-in-browser.ts';

/** What `/api/inquiries/open` gives beside the sealed parts. */
interface ThreadAnswer extends ThreadJson {
  status: ThreadStatus;
  receivedHour: string;
  consentVersion: string;
  seenMessages: number;
  events: ThreadEvent[];
  daysOff: DayOff[];
  contact: string | null;
  desk: DescribedDesk & { id: string; name: string };
}

/** A thread as it was opened here. */
export interface Opened {
  secrets: CodeSecrets;
  thread: ThreadAnswer;
  request: ReadRequest;
  messages: ReadMessage[];
  /** The time by the server's clock: that of a phone may be years off. */
  now: () => Date;
}

/**
 * Takes the form over.
 *
 * @throws Error when the self-test fails or the views cannot be fetched; the form is then as the server drew it
 */
export async function openInBrowser(): Promise<void> {
  const form = byId('code-form');
  await Promise.all([testSealing(), fetchParts(form.dataset.parts ?? '')]);
  const field = byId('code');
  if (!(field instanceof HTMLInputElement)) throw new Error('#code is not an input');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const isErasing = event.submitter?.getAttribute('value') === 'withdraw-ask';
    void submitCode(
      field.value,
      isErasing ? (secrets) => showWithdraw(secrets, null) : (secrets) => showThread(secrets, ''),
    );
  });
  // Without its name the field stays out of any form that is posted all the same.
  field.removeAttribute('name');
  byId('opened-by').textContent = followMessages.openedHere;
}

let isOpening = false;

async function submitCode(
  typed: string,
  show: (secrets: CodeSecrets) => void | Promise<void>,
): Promise<void> {
  if (isOpening) return;
  const problems = byId('problems');
  const reading = readCode(typed);
  if (!reading.ok) {
    showErrors(problems, [{ field: 'code', message: describeCodeProblem(reading) }]);
    return;
  }
  clearErrors(problems);
  const button = byId('submit');
  const label = button.textContent;
  button.textContent = followMessages.opening;
  isOpening = true;
  try {
    await show(await deriveFromCode(reading.code));
  } catch (error) {
    button.textContent = label;
    showErrors(problems, [{ field: isNotFound(error) ? 'code' : 'submit', message: describeOpening(error) }]);
  } finally {
    isOpening = false;
  }
}

/** Fetches the thread and shows it, with a notice of what was just done. @throws RefusedError */
export async function showThread(secrets: CodeSecrets, notice: string): Promise<void> {
  const isWanted = beginView();
  const { thread, openedAt } = (await callApi('inquiries/open', { lookup: secrets.lookup })) as {
    thread: ThreadAnswer;
    /** By the server's clock. */
    openedAt: string;
  };
  const read = await readOwnThread({ ...decodeThread(thread), desk: thread.desk }, secrets);
  const ahead = Date.parse(openedAt) - Date.now();
  const now = (): Date => new Date(Date.now() + ahead);
  if (isWanted()) drawThread({ secrets, thread, ...read, now }, notice);
}

/**
 * Shows the thread again after one of its forms was sent, with a notice of it: not over a page that has gone on
 * meanwhile, least of all over a withdrawal.
 *
 * @param sent the form or a field of it
 */
export async function showSent(sent: HTMLElement, secrets: CodeSecrets, notice: string): Promise<void> {
  if (sent.isConnected) await showThread(secrets, notice);
}

function drawThread(opened: Opened, notice: string): void {
  const { secrets, thread, request, messages } = opened;
  const view = cloneTemplate('thread-template');
  const unread = countNew(messages, thread.seenMessages);
  fillSlots(view, {
    status: describeStatus(thread, messages),
    sentTo: followMessages.sentTo(thread.desk.name, times.hour(localHour(thread.receivedHour))),
    unread: unread === 0 ? '' : followActMessages.unread(unread),
    notice,
  });
  slot(view, 'unread').hidden = unread === 0;
  slot(view, 'notice').hidden = notice === '';
  slot(view, 'no-messages').hidden = !isWaiting(thread.status, messages);
  const isAltered = request.problem !== null;
  slot(view, 'altered').hidden = !isAltered;
  for (const name of ['reply', 'act-contact-ask', 'act-data-ask']) slot(view, name).hidden = isAltered;
  fillList(slot(view, 'events'), describeEvents(thread.events, messages));
  const requests = describeRequests(dataRequestStates(messages, thread.daysOff));
  fillList(slot(view, 'requests'), requests);
  slot(view, 'requests-part').hidden = requests.length === 0;
  showMessages(slot(view, 'messages'), opened, false);
  letShowOwn(view, opened);
  // To the desk and key inside the envelope: whoever changed the columns would read what is sealed to those.
  const desk = deskInside(request);
  if (desk !== null) {
    const send = replyTo(desk, secrets);
    sendAndShow(slot(view, 'reply-form'), followFailures.reply, send);
  }
  letAct(view, opened);
  showView(byId('follow-page'), view);
}

function showMessages(list: HTMLElement, { thread, messages }: Opened, isOwnShown: boolean): void {
  const { seenMessages } = thread;
  list.replaceChildren(
    ...describeMessages(messages, { isOwnShown, seenMessages }).map(({ tone, isNew, ...texts }) => {
      const line = cloneTemplate('message-template');
      fillSlots(line, { ...texts });
      slot(line, 'new').hidden = !isNew;
      slot(line, 'message').classList.add(`message--${tone}`);
      return line;
    }),
  );
}

/** The person's own words are put into the page only while they ask for them. */
function letShowOwn(view: ParentNode, opened: Opened): void {
  const { envelope } = opened.request;
  const words = envelope === null ? followMessages.requestProblem : envelope.words || followMessages.noWords;
  const [form, button, hint] = [slot(view, 'own-form'), slot(view, 'own-button'), slot(view, 'own-hint')];
  const [part, place, messages] = [slot(view, 'own-part'), slot(view, 'own-words'), slot(view, 'messages')];
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const isShown = part.hidden !== false;
    part.hidden = !isShown;
    hint.hidden = isShown;
    place.textContent = isShown ? words : '';
    button.textContent = isShown ? followActs.own.hide : followActs.own.show;
    showMessages(messages, opened, isShown);
  });
}

function letAct(view: ParentNode, opened: Opened): void {
  let isBusy = false;
  slot(view, 'menu-form').addEventListener('submit', (event) => {
    event.preventDefault();
    const step = event.submitter?.getAttribute('value') ?? '';
    if (isBusy) return;
    if (step === 'withdraw-ask') {
      showWithdraw(opened.secrets, opened);
      return;
    }
    isBusy = true;
    clearErrors(byId('problems'));
    import('./thread-acts.ts')
      .then(({ showAct }) => showAct(step, opened))
      .catch((error: unknown) =>
        showErrors(byId('problems'), [{ field: null, message: describeOpening(error) }]),
      )
      .finally(() => {
        isBusy = false;
      });
  });
}

function replyTo(desk: DeskAddress, secrets: CodeSecrets): (onPost: () => void) => Promise<Show | null> {
  const seed = crypto.randomUUID();
  return async (onPost) => {
    const field = byId('text');
    const text = readMessageText(field instanceof HTMLTextAreaElement ? field.value : '');
    if (!text.ok) {
      const message = text.problem === 'missing' ? followMessages.replyMissing : followMessages.replyTooLong;
      showErrors(byId('problems'), [{ field: 'text', message }]);
      return null;
    }
    const id = messageIdFor(seed, text.text);
    const sealed = await sealMessage({ id, from: 'person', text: text.text }, { ...secrets, desk });
    onPost();
    await callApi('inquiries/messages', {
      lookup: secrets.lookup,
      id,
      sealed: base64urlnopad.encode(sealed),
    });
    return () => showSent(field, secrets, followMessages.replySent);
  };
}

/** Writes a line of text into each item of a list. */
export function fillList(list: HTMLElement, lines: readonly string[]): void {
  list.replaceChildren(
    ...lines.map((line) => {
      const item = document.createElement('li');
      item.textContent = line;
      return item;
    }),
  );
}
