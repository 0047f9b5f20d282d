/** What a person seals after their request: a contact part that takes the place of the first, and a complaint. */
import { base64urlnopad } from '@scure/base';
import { CONSENT } from './consent.ts';
import type { CodeSecrets } from './derive.ts';
import type { WriteAgeFile } from './envelope.ts';
import type { RequestAnswers } from './request-form.ts';
import { type DeskAddress, type SealedRequest, sealMessage, sealPart } from './seal-request.ts';

/** How a person wants to be answered. */
export type ContactAnswers = Pick<RequestAnswers, 'answerBy' | 'phone' | 'safeHours' | 'opening'>;

/**
 * Seals a changed contact and the message that says so. The number stands in the contact part alone, which an officer
 * opens for a reason; the message gives that part its id.
 *
 * @param change.text what the message says; no number
 * @param write as `sealEnvelope`
 * @throws Error when the desk's recipient is malformed
 */
export async function sealContactChange(
  change: ContactAnswers & { id: string; text: string },
  desk: DeskAddress,
  secrets: CodeSecrets,
  write?: WriteAgeFile,
): Promise<{ sealed: Uint8Array; contact: Uint8Array }> {
  const { id, text, answerBy, phone, safeHours, opening } = change;
  const ends = { ...secrets, desk };
  const [sealed, contact] = await Promise.all([
    sealMessage({ id, from: 'person', text, changesContact: true }, ends, write),
    sealPart({ kind: 'contact', answerBy, phone, safeHours, ...(opening && { opening }), id }, ends, write),
  ]);
  return { sealed, contact };
}

/**
 * Seals a complaint about a desk as a request to another one, under a code of its own: nothing in the database ties the
 * two together. Its answers to the form's questions say nothing; only the name of the desk and the words count.
 *
 * @param write as `sealEnvelope`
 * @throws Error when the desk's recipient is malformed
 */
export async function sealComplaint(
  complaint: { about: string; words: string },
  desk: DeskAddress,
  secrets: CodeSecrets,
  write?: WriteAgeFile,
): Promise<SealedRequest> {
  const ends = { ...secrets, desk };
  const [request, contact] = await Promise.all([
    sealPart(
      {
        kind: 'request',
        resultKnown: 'unsure',
        forWhom: 'self',
        ageBand: 'unsaid',
        help: [],
        words: complaint.words,
        complaintAbout: complaint.about,
      },
      ends,
      write,
    ),
    sealPart({ kind: 'contact', answerBy: 'code', phone: '', safeHours: '' }, ends, write),
  ]);
  return { request, contact };
}

/**
 * What is posted to send a complaint that the person has agreed to: its parts, sealed here, as `POST /api/inquiries`
 * takes them.
 *
 * @throws Error when the desk's recipient is malformed
 */
export async function sealComplaintSubmission(
  complaint: { about: string; words: string },
  desk: DeskAddress,
  secrets: CodeSecrets,
) {
  const { request, contact } = await sealComplaint(complaint, desk, secrets);
  return {
    lookup: secrets.lookup,
    recipient: secrets.recipient,
    desk: desk.id,
    deskRecipient: desk.recipient,
    request: base64urlnopad.encode(request),
    contact: base64urlnopad.encode(contact),
    consentVersion: CONSENT.complaint,
  };
}
