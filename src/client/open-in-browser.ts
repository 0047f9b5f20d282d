/** Opens a thread in the browser: the code and the words never reach the server in clear. */
import { base64urlnopad } from '@scure/base';
import { readCode } from '../../domain/code.ts';
import { type CodeSecrets, deriveFromCode } from '../../domain/derive.ts';
import { localHour } from '../../domain/hour.ts';
import { readOwnThread } from '../../domain/read-thread.ts';
import { readMessageText } from '../../domain/request-form.ts';
import { type DeskAddress, sealMessage, testSealing } from '../../domain/seal-request.ts';
import { followMessages, times } from '../../words/vi.ts';
import { callApi, RefusedError } from './api.ts';
import { describeCodeProblem, describeMessage } from './describe-thread.ts';
import { clearErrors, showErrors } from './form-errors.ts';
import { runOnce } from './run-once.ts';
import { beginView, byId, cloneTemplate, fillSlots, showView, slot } from './slots.ts';
import { decodeThread, type ThreadJson } from './thread-json.ts';

/** What `/api/inquiries/open` gives beside the sealed parts. */
interface ThreadAnswer extends ThreadJson {
  status: keyof typeof followMessages.status;
  receivedHour: string;
  desk: { id: string; name: string };
}

/**
 * Takes the form over.
 *
 * @throws Error when the self-test fails; the form is then as the server drew it
 */
export async function openInBrowser(): Promise<void> {
  await testSealing();
  const form = byId('code-form');
  const field = byId('code');
  if (!(field instanceof HTMLInputElement)) throw new Error('#code is not an input');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submitCode(field.value);
  });
  // Without its name the field stays out of any form that is posted all the same.
  field.removeAttribute('name');
  byId('opened-by').textContent = followMessages.openedHere;
}

let isOpening = false;

async function submitCode(typed: string): Promise<void> {
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
    await showThread(await deriveFromCode(reading.code), '');
  } catch (error) {
    button.textContent = label;
    showErrors(problems, [{ field: 'code', message: sentenceFor(error) }]);
  } finally {
    isOpening = false;
  }
}

async function showThread(secrets: CodeSecrets, notice: string): Promise<void> {
  const isWanted = beginView();
  const { thread } = (await callApi('inquiries/open', { lookup: secrets.lookup })) as {
    thread: ThreadAnswer;
  };
  const { request, messages } = await readOwnThread({ ...decodeThread(thread), desk: thread.desk }, secrets);
  if (!isWanted()) return;

  const view = cloneTemplate('thread-template');
  fillSlots(view, {
    status: followMessages.status[thread.status],
    sentTo: followMessages.sentTo(thread.desk.name, times.hour(localHour(thread.receivedHour))),
    'own-words':
      request.envelope === null
        ? followMessages.requestProblem
        : request.envelope.words || followMessages.noWords,
    notice,
  });
  slot(view, 'notice').hidden = notice === '';
  slot(view, 'no-messages').hidden = messages.length > 0;
  slot(view, 'altered').hidden = request.problem === null;
  slot(view, 'reply').hidden = request.problem !== null;
  slot(view, 'messages').append(
    ...messages.map((message) => {
      const { tone, ...texts } = describeMessage(message);
      const line = cloneTemplate('message-template');
      fillSlots(line, texts);
      slot(line, 'message').classList.add(`message--${tone}`);
      return line;
    }),
  );
  // To the desk and key inside the envelope: whoever changed the columns would read what is sealed to those.
  if (request.envelope !== null) {
    const { desk, deskRecipient } = request.envelope;
    runOnce(
      slot(view, 'reply-form'),
      replyTo({ id: desk, recipient: deskRecipient }, secrets, isWanted),
      sentenceFor,
    );
  }
  runOnce(slot(view, 'withdraw-ask-form'), async () => showWithdraw(secrets), sentenceFor);
  showView(byId('follow-page'), view);
}

function replyTo(desk: DeskAddress, secrets: CodeSecrets, isWanted: () => boolean): () => Promise<void> {
  // One id for every attempt, so that an answer lost on the way does not store the message twice.
  const id = crypto.randomUUID();
  return async () => {
    const field = byId('text');
    const text = readMessageText(field instanceof HTMLTextAreaElement ? field.value : '');
    if (!text.ok) {
      const message = text.problem === 'missing' ? followMessages.replyMissing : followMessages.replyTooLong;
      showErrors(byId('problems'), [{ field: 'text', message }]);
      return;
    }
    const sealed = await sealMessage({ id, from: 'person', text: text.text }, { ...secrets, desk });
    await callApi('inquiries/messages', {
      lookup: secrets.lookup,
      id,
      sealed: base64urlnopad.encode(sealed),
    });
    // Not over a page that has gone on meanwhile, least of all over a withdrawal.
    if (isWanted()) await showThread(secrets, followMessages.replySent);
  };
}

function showWithdraw(secrets: CodeSecrets): void {
  beginView();
  const view = cloneTemplate('withdraw-template');
  const withdraw = async (): Promise<void> => {
    await callApi('inquiries/withdraw', { lookup: secrets.lookup });
    beginView();
    showView(byId('follow-page'), cloneTemplate('withdrawn-template'));
  };
  runOnce(slot(view, 'withdraw-form'), withdraw, sentenceFor);
  runOnce(slot(view, 'keep-form'), () => showThread(secrets, ''), sentenceFor);
  showView(byId('follow-page'), view);
}

function sentenceFor(error: unknown): string {
  if (!(error instanceof RefusedError)) return followMessages.problems.network;
  return error.code === 'not_found' ? followMessages.problems.notFound : error.message;
}
