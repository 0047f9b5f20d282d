/** What the person can do with an opened thread beside replying: each act is a view of its own. */
import { base64urlnopad } from '@scure/base';
import { makeCode } from '../../domain/code.ts';
import { type CodeSecrets, deriveFromCode } from '../../domain/derive.ts';
import { readContactForm, readDataForm } from '../../domain/follow-forms.ts';
import { messageIdFor } from '../../domain/message-id.ts';
import { readContact } from '../../domain/read-thread.ts';
import { CONSENT_VERSION, type ReadField, readMessageText } from '../../domain/request-form.ts';
import { checkSavedGroup } from '../../domain/saved-proof.ts';
import { sealComplaint, sealContactChange } from '../../domain/seal-follow.ts';
import { type DeskAddress, sealMessage } from '../../domain/seal-request.ts';
import { receiptMessages } from '../../words/vi.ts';
import { followActMessages as words } from '../../words/vi-follow.ts';
import { followFailures } from '../../words/vi-follow-failures.ts';
import { callApi } from './api.ts';
import { describeDataDays } from './describe-data-days.ts';
import { type DescribedDesk, describeDesk, describeNext } from './describe-desk.ts';
import { describeHolding } from './describe-holding.ts';
import { showErrors } from './form-errors.ts';
import { deskInside, fillList, type Opened, showSent, showThread } from './open-in-browser.ts';
import { savingAbilities } from './receipt-abilities.ts';
import { runOnce } from './run-once.ts';
import { describeOpening, type Show, sendAndShow } from './send-and-show.ts';
import { beginView, byId, cloneTemplate, fillCode, fillSlots, showView, slot } from './slots.ts';

/** Shows the view of an act, by the step that its button posts without a script. @throws RefusedError */
export async function showAct(step: string, opened: Opened): Promise<void> {
  const desk = deskInside(opened.request);
  if (step === 'holding') await showHolding(opened);
  else if (step === 'complaint-ask') await showComplaint(opened);
  else if (step === 'contact-ask' && desk !== null) showContactForm(opened, desk);
  else if (step === 'data-ask' && desk !== null) showDataForm(opened, desk);
}

function showContactForm({ secrets }: Opened, desk: DeskAddress): void {
  beginView();
  const view = cloneTemplate('contact-template');
  const seed = crypto.randomUUID();
  const form = slot(view, 'contact-form');
  const send = async (onPost: () => void): Promise<Show | null> => {
    const reading = readContactForm(valuesOf(form));
    if (!reading.ok) {
      const problems = reading.problems.map((field) => ({ field, message: words.problems[field] }));
      showErrors(byId('problems'), problems);
      return null;
    }
    const id = messageIdFor(seed, reading.answers);
    const change = { ...reading.answers, id, text: words.contactText };
    const { sealed, contact } = await sealContactChange(change, desk, secrets);
    onPost();
    await callApi('inquiries/contact', {
      lookup: secrets.lookup,
      id,
      sealed: base64urlnopad.encode(sealed),
      contact: base64urlnopad.encode(contact),
    });
    return () => showSent(form, secrets, words.contactSent);
  };
  sendAndShow(form, followFailures.contact, send);
  showWithBack(view, secrets);
}

function showDataForm({ secrets, thread, now }: Opened, desk: DeskAddress): void {
  beginView();
  const view = cloneTemplate('data-template');
  const seed = crypto.randomUUID();
  const form = slot(view, 'data-form');
  fillList(slot(view, 'days'), describeDataDays(thread.daysOff, now()));
  const send = async (onPost: () => void): Promise<Show | null> => {
    const reading = readDataForm(valuesOf(form), words.requestTexts);
    if (!reading.ok) {
      const field = reading.problem === 'dataRequest' ? 'dataRequest' : 'text';
      showErrors(byId('problems'), [{ field, message: words.problems[reading.problem] }]);
      return null;
    }
    const { dataRequest, text } = reading;
    const id = messageIdFor(seed, [dataRequest, text]);
    const sealed = await sealMessage({ id, from: 'person', text, dataRequest }, { ...secrets, desk });
    onPost();
    await callApi('inquiries/messages', {
      lookup: secrets.lookup,
      id,
      sealed: base64urlnopad.encode(sealed),
    });
    return () => showSent(form, secrets, words.requestSent);
  };
  sendAndShow(form, followFailures.data, send);
  showWithBack(view, secrets);
}

async function showHolding({ secrets, thread, request, messages, now }: Opened): Promise<void> {
  const isWanted = beginView();
  const sealed = thread.contact === null ? null : base64urlnopad.decode(thread.contact);
  const contact =
    request.envelope === null
      ? null
      : (await readContact(sealed, secrets.identity, request.envelope, messages)).envelope;
  if (!isWanted()) return;
  const text = describeHolding({ ...thread, request, messages, contact }, now());
  const view = cloneTemplate('holding-template');
  fillSlots(view, { text });
  const told = slot(view, 'told');
  const can = savingAbilities({
    userAgent: navigator.userAgent,
    hasClipboard: 'clipboard' in navigator && 'writeText' in navigator.clipboard,
    hasDownload: 'download' in HTMLAnchorElement.prototype,
    hasPrint: false,
  });
  const offer = (place: HTMLElement, isPossible: boolean, save: () => Promise<string>): void => {
    place.hidden = !isPossible;
    place.addEventListener('click', () => {
      save().then(
        (sentence) => {
          told.textContent = sentence;
        },
        () => {
          place.hidden = true;
          told.textContent = words.failed;
        },
      );
    });
  };
  offer(slot(view, 'copy'), can.copy, async () => {
    await navigator.clipboard.writeText(text);
    return words.copied;
  });
  offer(slot(view, 'save'), can.file, async () => {
    download(text);
    return words.saved;
  });
  showWithBack(view, secrets);
}

/** Saves the text under a name that says nothing. Its address is forgotten after a minute, as browsers may ask first. */
function download(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = words.fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A desk that takes complaints, as the API gives it. */
interface ComplaintDesk extends DeskAddress, DescribedDesk {
  name: string;
}

async function showComplaint({ secrets, thread }: Opened): Promise<void> {
  const isWanted = beginView();
  // The code of the complaint exists before the first attempt to send it.
  const code = makeCode();
  const own = await deriveFromCode(code);
  const { desks } = (await callApi('complaint-desks')) as { desks: ComplaintDesk[] };
  if (!isWanted()) return;
  const desk = desks.find(({ id }) => id !== thread.desk.id) ?? null;
  const view = cloneTemplate('complaint-template');
  fillSlots(view, {
    past: words.complaintPast(thread.desk.name),
    to: desk === null ? '' : words.complaintTo(desk.name, describeDesk(desk)),
    operator: words.complaintOperator(thread.desk.operator),
  });
  const form = slot(view, 'complaint-form');
  form.hidden = desk === null;
  slot(view, 'none').hidden = desk !== null;
  const send = async (onPost: () => void): Promise<Show | null> => {
    if (desk === null) return null;
    const text = readMessageText(valuesOf(form)('text')[0] ?? '');
    if (!text.ok) {
      const message = text.problem === 'missing' ? words.problems.complaintMissing : words.problems.tooLong;
      showErrors(byId('problems'), [{ field: 'text', message }]);
      return null;
    }
    const sealed = await sealComplaint({ about: thread.desk.name, words: text.text }, desk, own);
    onPost();
    await callApi('inquiries', {
      lookup: own.lookup,
      recipient: own.recipient,
      desk: desk.id,
      deskRecipient: desk.recipient,
      request: base64urlnopad.encode(sealed.request),
      contact: base64urlnopad.encode(sealed.contact),
      consentVersion: CONSENT_VERSION,
    });
    return () => showComplained(code, own, desk);
  };
  sendAndShow(form, followFailures.complaint, send);
  showWithBack(view, secrets);
}

function showComplained(code: string, own: CodeSecrets, desk: ComplaintDesk): void {
  beginView();
  const view = cloneTemplate('complained-template');
  fillCode(view, code);
  fillSlots(view, { next: describeNext(desk) });
  const form = slot(view, 'saved-form');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const isSkipped = event.submitter?.getAttribute('name') === 'skip';
    const typed = valuesOf(form)('lastGroup')[0] ?? '';
    const problem = isSkipped ? null : checkSavedGroup(code, typed);
    if (problem !== null) {
      showErrors(byId('problems'), [{ field: 'lastGroup', message: receiptMessages.proof[problem] }]);
      return;
    }
    // When this call is lost the receipt is closed by the first visit with the code.
    callApi('inquiries/saved', { lookup: own.lookup }).catch(() => undefined);
    showView(byId('follow-page'), cloneTemplate('complaint-saved-template'));
  });
  showView(byId('follow-page'), view);
}

function showWithBack(view: DocumentFragment, secrets: CodeSecrets): void {
  runOnce(slot(view, 'back-form'), () => showThread(secrets, ''), describeOpening);
  showView(byId('follow-page'), view);
}

function valuesOf(form: HTMLElement): ReadField {
  if (!(form instanceof HTMLFormElement)) throw new Error('not a form');
  const data = new FormData(form);
  return (name) => data.getAll(name).filter((value) => typeof value === 'string');
}
