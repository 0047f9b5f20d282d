/** The forms of a person who comes back, checked by the same rules in the browser and in the Worker. */
import { CONSENT } from './consent.ts';
import { DATA_REQUESTS, type DataRequest } from './data-deadlines.ts';
import { ANSWER_BY, isPhone, LIMITS, type ReadField, readMessageText } from './request-form.ts';
import type { ContactAnswers } from './seal-follow.ts';

/** A field of the changed contact at fault. */
export type ContactField = 'answerBy' | 'phone' | 'safeHours' | 'opening' | 'consentCall';

/**
 * Checks a changed contact.
 *
 * @returns the answers, trimmed and NFC, or every field at fault in the order of the page
 */
export function readContactForm(
  read: ReadField,
): { ok: true; answers: ContactAnswers } | { ok: false; problems: ContactField[] } {
  const answerBy = ANSWER_BY.find((choice) => choice === read('answerBy')[0]);
  if (answerBy === undefined) return { ok: false, problems: ['answerBy'] };
  // A number left behind after choosing to be answered here only is not sent.
  if (answerBy === 'code') return { ok: true, answers: { answerBy, phone: '', safeHours: '' } };
  const text = (name: string) => (read(name)[0] ?? '').replaceAll('\r\n', '\n').trim().normalize('NFC');
  const phone = text('phone');
  const safeHours = text('safeHours');
  const opening = text('opening');
  const problems: ContactField[] = [];
  if (!isPhone(phone) || phone.length > LIMITS.phone) problems.push('phone');
  if (safeHours.length > LIMITS.safeHours) problems.push('safeHours');
  if (opening.length > LIMITS.opening) problems.push('opening');
  if (read('consentCall')[0] !== 'yes') problems.push('consentCall');
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, answers: { answerBy, phone, safeHours, ...(opening !== '' && { opening }) } };
}

/** What is wrong with a request about data. */
export type DataFormProblem = 'dataRequest' | 'correctionMissing' | 'tooLong';

/**
 * Checks a request about data. A correction needs words; the others have words of their own when there are none.
 *
 * @param defaults what the desk reads when the person writes nothing
 */
export function readDataForm(
  read: ReadField,
  defaults: Record<Exclude<DataRequest, 'correct'>, string>,
): { ok: true; dataRequest: DataRequest; text: string } | { ok: false; problem: DataFormProblem } {
  const dataRequest = DATA_REQUESTS.find((choice) => choice === read('dataRequest')[0]);
  if (dataRequest === undefined) return { ok: false, problem: 'dataRequest' };
  const text = readMessageText(read('text')[0] ?? '');
  if (text.ok) return { ok: true, dataRequest, text: text.text };
  if (text.problem === 'too-long') return { ok: false, problem: 'tooLong' };
  return dataRequest === 'correct'
    ? { ok: false, problem: 'correctionMissing' }
    : { ok: true, dataRequest, text: defaults[dataRequest] };
}

/** What is wrong with a complaint. */
export type ComplaintProblem = 'complaintMissing' | 'tooLong' | 'complaintConsent';

/**
 * Checks a complaint.
 *
 * @returns the words, trimmed and NFC, or every problem in the order of the page
 */
export function readComplaintForm(
  read: ReadField,
): { ok: true; words: string } | { ok: false; problems: ComplaintProblem[] } {
  const text = readMessageText(read('text')[0] ?? '');
  const problems: ComplaintProblem[] = [];
  if (!text.ok) problems.push(text.problem === 'missing' ? 'complaintMissing' : 'tooLong');
  if (!isComplaintAgreed(read)) problems.push('complaintConsent');
  return text.ok && problems.length === 0 ? { ok: true, words: text.text } : { ok: false, problems };
}

/** Whether the box of a complaint's consent is ticked, beside the text that is shown now. */
export function isComplaintAgreed(read: ReadField): boolean {
  return read('consent')[0] === CONSENT.complaint;
}
