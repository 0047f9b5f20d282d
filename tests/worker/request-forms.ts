import { env } from 'cloudflare:workers';
import { codeGroups } from '../../domain/code.ts';
import { CONSENT } from '../../domain/consent.ts';
import type { Brake } from '../../functions/http/limit-rate.ts';
import { answerRequestPage } from '../../functions/inquiries/answer-request-page.ts';
import { type Person, type TestDesk, TYPED } from './sealed-journey.ts';

/** Posts one of the forms of the request page. */
export function answer(
  fields: Record<string, string>,
  bindings: Pick<Env, 'DB' | 'ERASE_KEYS'> = env,
  brake?: Brake,
) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return answerRequestPage(bindings, form, new Date(), brake);
}

/** The form that sends a complete request, with other answers where they are given. */
export const filled = (person: Person, desk: TestDesk, changes: Record<string, string> = {}) => ({
  step: 'send',
  code: person.code,
  resultKnown: 'no',
  forWhom: 'self',
  ageBand: 'adult',
  help: 'talk',
  words: TYPED.words,
  desk: desk.id,
  answerBy: 'code',
  consentRead: CONSENT.either,
  ...changes,
});

/** The group that proves the saving of a code. */
export const lastGroup = (person: Person) => codeGroups(person.code).at(-1) ?? '';
