/**
 * Asking once, without a code: the sender keeps nothing, so that nobody can read an answer or withdraw the request.
 * The code is made all the same, because every key of a request comes from it, and is then thrown away.
 */
import type { ReadField, RequestAnswers } from './request-form.ts';

/** Whether a submitted form asks for no code. */
export function isAskedOnce(read: ReadField): boolean {
  return read('once')[0] === 'yes';
}

/**
 * The answers with a note for the desk above the person's words. The envelope has no field for it, and the desk must
 * know that an answer in the thread would be read by nobody. The note fits beside the longest words, unless these are
 * made of control characters, which JSON spells in six bytes each.
 *
 * @param notes the note by the way in which the person wants to be answered; `code` then means not at all
 */
export function withOnceNote(
  answers: RequestAnswers,
  notes: Record<RequestAnswers['answerBy'], string>,
): RequestAnswers {
  return { ...answers, words: `${notes[answers.answerBy]}\n\n${answers.words}`.trimEnd() };
}
