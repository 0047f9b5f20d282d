import { form } from '../../words/vi.ts';

/** A problem and the id of the field that it belongs to, null or `submit` where no field can mend it. */
export interface FieldError {
  field: string | null;
  message: string;
}

/**
 * Shows problems as the server's pages do (ErrorSummary.astro, TextField.astro): a summary that takes the focus and
 * links to each field, and the sentence beside the field.
 */
export function showErrors(container: HTMLElement, errors: FieldError[]): void {
  clearErrors(container);
  if (errors.length === 0) return;
  const summary = document.createElement('div');
  summary.className = 'error-summary';
  summary.id = 'loi';
  summary.setAttribute('role', 'alert');
  summary.tabIndex = -1;
  const title = document.createElement('h2');
  const canBeMended = errors.some(({ field }) => field !== null && field !== 'submit');
  title.textContent = canBeMended ? form.summaryTitle : form.failedTitle;
  const list = document.createElement('ul');
  list.append(...errors.map(errorLine));
  summary.append(title, list);
  container.append(summary);
  for (const error of errors) markField(error);
  summary.focus();
}

/** Takes the problems away again. */
export function clearErrors(container: HTMLElement): void {
  container.replaceChildren();
  for (const note of document.querySelectorAll('.field .error, .choices .error')) {
    unmarkField(note);
  }
}

function errorLine({ field, message }: FieldError): HTMLLIElement {
  const item = document.createElement('li');
  if (field === null) {
    item.textContent = message;
    return item;
  }
  const link = document.createElement('a');
  link.href = `#${field}`;
  link.textContent = message;
  // Links move the focus to a field by themselves only where the browser scrolls to it.
  link.addEventListener('click', (event) => {
    event.preventDefault();
    document.getElementById(field)?.focus();
  });
  item.append(link);
  return item;
}

function markField({ field, message }: FieldError): void {
  const control = field === null ? null : document.getElementById(field);
  const box = control?.closest('.field, .choices');
  if (!control || !box) return;
  const note = document.createElement('p');
  note.className = 'error';
  note.id = `${field}-loi`;
  const prefix = document.createElement('span');
  prefix.className = 'visually-hidden';
  prefix.textContent = form.errorPrefix;
  note.append(prefix, ` ${message}`);
  const isGroup = box.classList.contains('choices');
  box.classList.add(isGroup ? 'choices--error' : 'field--error');
  // The field's own hint, not one of its options'.
  (box.querySelector(':scope > .hint') ?? box.querySelector('legend, label'))?.after(note);
  const described = isGroup ? box : control;
  described.setAttribute(
    'aria-describedby',
    `${described.getAttribute('aria-describedby') ?? ''} ${note.id}`.trim(),
  );
  if (!isGroup) control.setAttribute('aria-invalid', 'true');
}

function unmarkField(note: Element): void {
  const box = note.closest('.field, .choices');
  box?.classList.remove('field--error', 'choices--error');
  for (const described of [box, ...(box?.querySelectorAll('[aria-describedby]') ?? [])]) {
    const ids = (described?.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id !== note.id);
    if (ids.join('') === '') described?.removeAttribute('aria-describedby');
    else described?.setAttribute('aria-describedby', ids.join(' '));
    described?.removeAttribute('aria-invalid');
  }
  note.remove();
}
