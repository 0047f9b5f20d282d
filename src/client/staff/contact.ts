/** How the person can be reached: sealed apart from the request, and opened for a reason that is recorded. */
import { base64urlnopad } from '@scure/base';
import type { KeyPair } from '../../../domain/derive.ts';
import type { RequestEnvelope } from '../../../domain/envelope.ts';
import { type ReadMessage, readContact } from '../../../domain/read-thread.ts';
import { staff } from '../../../words/vi.ts';
import { callApi } from '../api.ts';
import { showErrors } from '../form-errors.ts';
import { byId, cloneTemplate, fillSlots, slot } from '../slots.ts';
import { describeDeskProblem } from './view-parts.ts';

/** What the contact part held, or what is wrong with it. */
export type OpenedContact = Awaited<ReturnType<typeof readContact>>;

/**
 * Opens the contact part for the reason that was chosen.
 *
 * @param key the one that opened the request
 * @returns null when none was
 * @throws RefusedError
 */
export async function openContact(
  key: KeyPair,
  id: string,
  request: RequestEnvelope,
  messages: readonly ReadMessage[],
): Promise<OpenedContact | null> {
  const reason = document.querySelector<HTMLInputElement>('input[name="reason"]:checked')?.value;
  if (reason === undefined) {
    showErrors(byId('problems'), [{ field: 'reason', message: staff.inquiry.contactMissing }]);
    return null;
  }
  const { contact } = (await callApi(`staff/inquiries/${id}/contact`, { reason })) as {
    contact: string | null;
  };
  const sealed = contact === null ? null : base64urlnopad.decode(contact);
  return readContact(sealed, key.identity, request, messages);
}

/** Shows an opened contact in place of the question for a reason. */
export function showContact(
  { envelope, problem }: OpenedContact,
  { form, contact }: { form: HTMLElement; contact: HTMLElement },
): void {
  if (envelope === null) contact.textContent = describeDeskProblem(problem);
  else if (envelope.answerBy === 'code') contact.textContent = staff.inquiry.byCode;
  else {
    const line = cloneTemplate('contact-phone-template');
    fillSlots(line, {
      phone: envelope.phone,
      hours: envelope.safeHours || staff.inquiry.anyHours,
      opening: envelope.opening ?? staff.inquiry.anyOpening,
    });
    slot(line, 'phone').setAttribute('href', `tel:${envelope.phone.replace(/[^\d+]/g, '')}`);
    contact.replaceChildren(line);
  }
  const hadFocus = form.contains(document.activeElement);
  form.hidden = true;
  // Whoever goes on typing elsewhere meanwhile keeps the focus there.
  if (hadFocus) contact.focus();
}
