/** The screens of the form: which of them an answer calls for, and what is wrong on them. */
import { type FormProblem, type ReadField, readRequestForm } from '../../../domain/request-form.ts';
import { requestMessages } from '../../../words/vi.ts';
import type { FieldError } from '../form-errors.ts';

/** Reads the form as it is filled in now. */
export function readerOf(form: HTMLFormElement): ReadField {
  const data = new FormData(form);
  return (name) => data.getAll(name).filter((value) => typeof value === 'string');
}

/** The name of a screen. */
export function nameOf(step: HTMLElement): string {
  return step.dataset.step ?? '';
}

/**
 * Whether the answers call for an element: `data-when` is `field=value`, or a field that must not be empty. An element
 * without it is always called for.
 */
export function isCalledFor(element: HTMLElement, read: ReadField): boolean {
  const { when } = element.dataset;
  if (when === undefined) return true;
  const [field = '', value] = when.split('=');
  return value === undefined
    ? read(field).some((answer) => answer.trim() !== '')
    : read(field).includes(value);
}

/** What is wrong on one screen; every problem of the form belongs to one. */
export function problemsOf(step: HTMLElement, read: ReadField): FieldError[] {
  const reading = readRequestForm(read);
  if (reading.ok) return [];
  const fields = (step.dataset.fields ?? '').split(' ');
  return reading.problems.filter(({ field }) => fields.includes(field)).map(errorOf);
}

function errorOf({ field }: FormProblem): FieldError {
  // Kinds of help may be left out as long as there are words, which are asked later: the problem is theirs.
  return { field: field === 'help' ? 'words' : field, message: requestMessages.problems[field] };
}
