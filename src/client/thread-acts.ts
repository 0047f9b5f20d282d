/** What the person can do with an opened thread beside replying: each act is a view of its own. */
import { base64urlnopad } from '@scure/base';
import { readContactForm, readDataForm } from '../../domain/follow-forms.ts';
import { messageIdFor } from '../../domain/message-id.ts';
import { deskInside, readContact } from '../../domain/read-thread.ts';
import { sealContactChange } from '../../domain/seal-follow.ts';
import { type DeskAddress, sealMessage } from '../../domain/seal-request.ts';
import { followActMessages as words } from '../../words/vi-follow.ts';
import { followFailures } from '../../words/vi-follow-failures.ts';
import { showWithBack, valuesOf } from './act-view.ts';
import { callApi } from './api.ts';
import { showComplaint } from './complaint.ts';
import { describeDataDays } from './describe-data-days.ts';
import { describeHolding } from './describe-holding.ts';
import { showErrors } from './form-errors.ts';
import { fillList, type Opened, showSent } from './open-in-browser.ts';
import { savingAbilities } from './receipt-abilities.ts';
import { type Show, sendAndShow } from './send-and-show.ts';
import { beginView, byId, cloneTemplate, fillSlots, slot } from './slots.ts';

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
