/** Seals a request in the browser: the code and the words never reach the server in clear. */
import { base64urlnopad } from '@scure/base';
import { isAskedOnce, withOnceNote } from '../../domain/ask-once.ts';
import { makeCode } from '../../domain/code.ts';
import { type CodeSecrets, deriveFromCode } from '../../domain/derive.ts';
import {
  CONSENT_VERSION,
  type ReadField,
  type RequestAnswers,
  readRequestForm,
} from '../../domain/request-form.ts';
import { type DeskAddress, sealRequest, testSealing } from '../../domain/seal-request.ts';
import { isTrapSprung, TRAP } from '../../domain/trap.ts';
import { receiptMessages, requestMessages, trap } from '../../words/vi.ts';
import { callApi, NoAnswerError, RefusedError } from './api.ts';
import type { DescribedDesk } from './describe-desk.ts';
import { clearErrors, showErrors } from './form-errors.ts';
import { showReceipt, showSentOnce } from './receipt.ts';
import { byId } from './slots.ts';

/** What the API says of a received request. */
interface Receipt {
  desk: string;
  mayShowCode: boolean;
  receivedHour: string;
}

/** A desk as `/api/desks` gives it. */
interface Desk extends DeskAddress, DescribedDesk {
  name: string;
}

/**
 * Takes the form over.
 *
 * @param isStillHere false once the form was posted to the server; it is then left alone
 * @throws Error when the self-test fails; the form is then as the server drew it
 */
export async function sealInBrowser(isStillHere: () => boolean): Promise<void> {
  const form = byId('request-form');
  if (!(form instanceof HTMLFormElement)) throw new Error('#request-form is not a form');
  const code = makeCode();
  const secrets = await deriveFromCode(code);
  await testSealing();
  if (!isStillHere()) return;

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit(form, code, secrets);
  });
  // The server's code leaves with its field: from here on the server cannot take this form in clear.
  byId('code').remove();
  byId('sealed-by').textContent = requestMessages.sealedHere;
}

let isSending = false;

async function submit(form: HTMLFormElement, code: string, secrets: CodeSecrets): Promise<void> {
  if (isSending) return;
  const problems = byId('problems');
  const data = new FormData(form);
  const read: ReadField = (name) => data.getAll(name).filter((value) => typeof value === 'string');
  if (isTrapSprung(read)) {
    byId(TRAP).closest('p')?.remove();
    showErrors(problems, [{ field: 'submit', message: trap.sprung }]);
    return;
  }
  const reading = readRequestForm(read);
  if (!reading.ok) {
    showErrors(
      problems,
      reading.problems.map(({ field }) => ({ field, message: requestMessages.problems[field] })),
    );
    return;
  }
  clearErrors(problems);
  const button = byId('submit');
  const label = button.textContent;
  let isPosted = false;
  isSending = true;
  button.textContent = requestMessages.sending;
  try {
    await send(code, secrets, reading.answers, isAskedOnce(read), () => {
      isPosted = true;
    });
  } catch (error) {
    showErrors(problems, [{ field: 'submit', message: sentenceFor(error, isPosted) }]);
  } finally {
    isSending = false;
    button.textContent = label;
  }
}

/** @param isPosted whether the sealed request had left: without an answer nobody knows then whether it arrived */
function sentenceFor(error: unknown, isPosted: boolean): string {
  const { failed } = requestMessages;
  if (error instanceof RefusedError) return error.message;
  if (!(error instanceof NoAnswerError)) return failed.unsealed;
  return isPosted ? failed.network : failed.unsent;
}

async function send(
  code: string,
  secrets: CodeSecrets,
  answers: RequestAnswers,
  isOnce: boolean,
  onPost: () => void,
): Promise<void> {
  // Asked now, not when the page was drawn: the desk may have a new key since.
  const { desks } = (await callApi('desks')) as { desks: Desk[] };
  const desk = desks.find(({ id }) => id === answers.desk);
  if (desk === undefined) throw new RefusedError('desk_closed', requestMessages.problems.desk);
  const { request, contact } = await sealRequest(
    isOnce ? withOnceNote(answers, receiptMessages.once.note) : answers,
    desk,
    secrets,
  );
  onPost();
  const { receipt } = (await callApi('inquiries', {
    lookup: secrets.lookup,
    recipient: secrets.recipient,
    desk: desk.id,
    deskRecipient: desk.recipient,
    request: base64urlnopad.encode(request),
    contact: base64urlnopad.encode(contact),
    consentVersion: CONSENT_VERSION,
  })) as { receipt: Receipt };
  // A form sent again finds the first request, whichever desk it names.
  const receiver = desks.find(({ id }) => id === receipt.desk) ?? desk;
  const sent = { lookup: secrets.lookup, receivedHour: receipt.receivedHour, desk: receiver };
  if (isOnce) showSentOnce(sent, answers.answerBy);
  else showReceipt(sent, receipt.mayShowCode ? code : null);
}
