/** Seals a request in the browser: the code and the words never reach the server in clear. */
import { base64urlnopad } from '@scure/base';
import { makeCode } from '../../domain/code.ts';
import { type CodeSecrets, deriveFromCode } from '../../domain/derive.ts';
import { localHour } from '../../domain/hour.ts';
import { CONSENT_VERSION, type RequestAnswers, readRequestForm } from '../../domain/request-form.ts';
import { type DeskAddress, sealRequest, testSealing } from '../../domain/seal-request.ts';
import { requestMessages, times } from '../../words/vi.ts';
import { callApi, RefusedError } from './api.ts';
import { type DescribedDesk, describeDesk } from './describe-desk.ts';
import { clearErrors, showErrors } from './form-errors.ts';
import { byId, cloneTemplate, fillCode, fillSlots, showView, slot } from './slots.ts';

/** What the API says of a received request. */
interface Receipt {
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
  const reading = readRequestForm((name) => data.getAll(name).filter((value) => typeof value === 'string'));
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
  isSending = true;
  button.textContent = requestMessages.sending;
  try {
    await send(code, secrets, reading.answers);
  } catch (error) {
    const message = error instanceof RefusedError ? error.message : requestMessages.failed.network;
    showErrors(problems, [{ field: 'submit', message }]);
  } finally {
    isSending = false;
    button.textContent = label;
  }
}

async function send(code: string, secrets: CodeSecrets, answers: RequestAnswers): Promise<void> {
  // Asked now, not when the page was drawn: the desk may have a new key since.
  const { desks } = (await callApi('desks')) as { desks: Desk[] };
  const desk = desks.find(({ id }) => id === answers.desk);
  if (desk === undefined) throw new RefusedError('desk_closed', requestMessages.problems.desk);
  const { request, contact } = await sealRequest(answers, desk, secrets);
  const { receipt } = (await callApi('inquiries', {
    lookup: secrets.lookup,
    recipient: secrets.recipient,
    desk: desk.id,
    deskRecipient: desk.recipient,
    request: base64urlnopad.encode(request),
    contact: base64urlnopad.encode(contact),
    consentVersion: CONSENT_VERSION,
  })) as { receipt: Receipt };
  showReceipt(code, secrets, receipt, desk);
}

function showReceipt(code: string, secrets: CodeSecrets, receipt: Receipt, desk: Desk): void {
  const container = byId('request-page');
  if (!receipt.mayShowCode) {
    showView(container, cloneTemplate('repeat-template'));
    return;
  }
  const view = cloneTemplate('receipt-template');
  fillCode(view, code);
  fillSlots(view, {
    arrived: requestMessages.arrived(desk.name, times.hour(localHour(receipt.receivedHour))),
    desk: describeDesk(desk),
  });
  window.addEventListener('beforeunload', warnBeforeLeaving);
  // Leaving fast must not be asked about.
  window.addEventListener('quick-exit', () => window.removeEventListener('beforeunload', warnBeforeLeaving));
  slot(view, 'saved-form').addEventListener('submit', (event) => {
    event.preventDefault();
    window.removeEventListener('beforeunload', warnBeforeLeaving);
    showView(container, cloneTemplate('saved-template'));
    // When this call is lost the receipt is closed by the first visit with the code.
    callApi('inquiries/saved', { lookup: secrets.lookup }).catch(() => undefined);
  });
  showView(container, view);
}

function warnBeforeLeaving(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
