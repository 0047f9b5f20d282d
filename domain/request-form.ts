/**
 * The questions of a request, checked by the same rules in the browser (before sealing) and in the Worker (for a
 * person without JavaScript). Problems are named, not worded: the sentences stand in words/.
 */

import { type RequestConsent, readRequestConsent } from './consent.ts';

/** Limits in UTF-16 code units, as the `maxlength` attribute counts. */
export const LIMITS = {
  words: 3000,
  phone: 20,
  safeHours: 200,
  opening: 200,
  place: 100,
  message: 3000,
} as const;

export const RESULT_KNOWN = ['no', 'yes', 'unsure'] as const;
export const FOR_WHOM = ['self', 'relative'] as const;
export const AGE_BANDS = ['adult', 'under-18', 'unsaid'] as const;
export const ANSWER_BY = ['code', 'phone'] as const;
export const HELP_KINDS = [
  'talk',
  'confirm',
  'detox',
  'substitution',
  'community',
  'facility',
  'after',
  'work',
] as const;
export const SUBSTANCES = [
  'opioid',
  'stimulant',
  'mixed',
  'cannabis',
  'sedative',
  'alcohol',
  'unknown',
  'unsaid',
] as const;
/** `danger`: there are signs for which 115 is called first. */
export const URGENCIES = ['danger', 'soon', 'later', 'unsaid'] as const;

/** A person's answers once they are complete. */
export interface RequestAnswers {
  resultKnown: (typeof RESULT_KNOWN)[number];
  desk: string;
  forWhom: (typeof FOR_WHOM)[number];
  ageBand: (typeof AGE_BANDS)[number];
  help: (typeof HELP_KINDS)[number][];
  words: string;
  answerBy: (typeof ANSWER_BY)[number];
  phone: string;
  safeHours: string;
  /** What is left out here was not answered, and nothing about it is sealed. */
  substances?: (typeof SUBSTANCES)[number][];
  urgency?: (typeof URGENCIES)[number];
  /** Where the person lives, and only when they agree that the desk may know. */
  place?: string;
  /** What whoever calls says first. */
  opening?: string;
  /** Asking once, without a code: nobody can then read an answer or withdraw the request. */
  once?: true;
}

/** The form's fields, in the order in which they stand on the page. */
export type RequestField = keyof RequestAnswers | 'consentRead' | 'consentCall' | 'consentPlace';

/** What can be wrong with a field. */
export type FieldProblem = 'missing' | 'too-long' | 'not-a-phone' | 'danger-first';

/** Every field whose value a page of the server's hands on, so that nothing typed is lost between two of them. */
export const CARRIED_FIELDS = [
  ...([
    'resultKnown',
    'forWhom',
    'ageBand',
    'help',
    'substances',
    'urgency',
    'dangerSeen',
    'place',
    'desk',
  ] as const),
  ...(['answerBy', 'once', 'phone', 'safeHours', 'opening', 'words'] as const),
  ...(['consentRead', 'consentPlace', 'consentCall'] as const),
] satisfies readonly (RequestField | 'dangerSeen')[];

/** The questions that can be changed from the page on which the answers are checked; the consents are one. */
export const CHANGEABLE_FIELDS = CARRIED_FIELDS.filter(
  (name) => name !== 'dangerSeen' && name !== 'consentPlace' && name !== 'consentCall',
);
export type ChangeableField = (typeof CHANGEABLE_FIELDS)[number];

export interface FormProblem {
  field: RequestField;
  problem: FieldProblem;
}

/** Reads the values of one field of a submitted form; `FormData.getAll` restricted to text does. */
export type ReadField = (name: string) => string[];

/**
 * Checks a submitted form.
 *
 * @returns the answers, trimmed and NFC, with the consent to sending them, or every problem in the order of the page
 */
export function readRequestForm(
  read: ReadField,
): { ok: true; answers: RequestAnswers; consent: RequestConsent } | { ok: false; problems: FormProblem[] } {
  const problems: FormProblem[] = [];
  const oneOf = <T extends string>(field: RequestField, choices: readonly T[]): T | undefined => {
    const found = choices.find((choice) => choice === read(field)[0]);
    if (found === undefined) problems.push({ field, problem: 'missing' });
    return found;
  };
  const text = (field: 'words' | 'phone' | 'safeHours' | 'opening' | 'place'): string => {
    // Browsers send line ends as CRLF and count them as one character.
    const value = (read(field)[0] ?? '').replaceAll('\r\n', '\n').trim().normalize('NFC');
    if (value.length > LIMITS[field]) problems.push({ field, problem: 'too-long' });
    return value;
  };

  const resultKnown = oneOf('resultKnown', RESULT_KNOWN);
  const forWhom = oneOf('forWhom', FOR_WHOM);
  const ageBand = oneOf('ageBand', AGE_BANDS);
  const help = HELP_KINDS.filter((kind) => read('help').includes(kind));
  const substances = readSubstances(read('substances'));
  const urgency = URGENCIES.find((choice) => choice === read('urgency')[0]);
  const place = text('place');
  const desk = (read('desk')[0] ?? '').trim();
  if (desk === '') problems.push({ field: 'desk', problem: 'missing' });
  const answerBy = oneOf('answerBy', ANSWER_BY);
  // A number left behind after choosing to be answered here only is not sent.
  const byPhone = answerBy === 'phone';
  const phone = byPhone ? text('phone') : '';
  if (byPhone && !isPhone(phone) && phone.length <= LIMITS.phone)
    problems.push({ field: 'phone', problem: 'not-a-phone' });
  const safeHours = byPhone ? text('safeHours') : '';
  const opening = byPhone ? text('opening') : '';
  const words = text('words');
  if (help.length === 0 && words === '') problems.push({ field: 'help', problem: 'missing' });
  const consent = readRequestConsent(read('consentRead')[0], isAskedOnce(read));
  if (consent === null) problems.push({ field: 'consentRead', problem: 'missing' });
  if (byPhone && read('consentCall')[0] !== 'yes')
    problems.push({ field: 'consentCall', problem: 'missing' });

  if (problems.length > 0 || !resultKnown || !forWhom || !ageBand || !answerBy || !consent)
    return { ok: false, problems };
  return {
    ok: true,
    consent,
    answers: {
      resultKnown,
      desk,
      forWhom,
      ageBand,
      help,
      words,
      answerBy,
      phone,
      safeHours,
      ...(substances.length > 0 && { substances }),
      ...(urgency && { urgency }),
      ...(place !== '' && read('consentPlace')[0] === 'yes' && { place }),
      ...(opening !== '' && { opening }),
      ...(isAskedOnce(read) && { once: true }),
    },
  };
}

/** Whether a form asks for no code. */
export function isAskedOnce(read: ReadField): boolean {
  return read('once')[0] === 'yes';
}

/** Not wanting to say stands alone: with a substance named beside it, it says nothing more. */
function readSubstances(values: string[]): (typeof SUBSTANCES)[number][] {
  const named = SUBSTANCES.filter((substance) => substance !== 'unsaid' && values.includes(substance));
  return named.length === 0 && values.includes('unsaid') ? ['unsaid'] : named;
}

/**
 * Checks the text of a message.
 *
 * @returns the text, trimmed and NFC, or what is wrong with it
 */
export function readMessageText(
  raw: string,
): { ok: true; text: string } | { ok: false; problem: 'missing' | 'too-long' } {
  const text = raw.replaceAll('\r\n', '\n').trim().normalize('NFC');
  if (text === '') return { ok: false, problem: 'missing' };
  if (text.length > LIMITS.message) return { ok: false, problem: 'too-long' };
  return { ok: true, text };
}

/** 8 to 15 digits (E.164 allows 15), with the signs that people put between them. */
export function isPhone(value: string): boolean {
  const digits = value.replace(/[\s().-]/g, '');
  return /^\+?\d{8,15}$/.test(digits);
}
