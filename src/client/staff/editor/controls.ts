/** Finding and filling the controls of a form. Their ids are the API's field paths with hyphens for dots. */
import { byId } from '../../slots.ts';

/** The id of the control of a field ("phones.0.number" → "phones-0-number"). */
export function idOf(path: string): string {
  return path.replaceAll('.', '-');
}

/** The element that holds the part of this path (EditorPart.astro). */
export function rootOf(path: string): HTMLElement {
  return byId(`${idOf(path)}-muc`);
}

/** The text field of this id. @throws Error when there is none */
export function textField(id: string): HTMLInputElement | HTMLTextAreaElement {
  const field = byId(id);
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) return field;
  throw new Error(`#${id} is no text field`);
}

/** The list to choose from of this id. @throws Error when there is none */
export function selectField(id: string): HTMLSelectElement {
  const field = byId(id);
  if (field instanceof HTMLSelectElement) return field;
  throw new Error(`#${id} is no select`);
}

/** What is typed in a text field, composed and without spaces around it. */
export function typedIn(id: string): string {
  return textField(id).value.normalize('NFC').trim();
}

/** The lines typed in a text field, without empty ones. */
export function linesIn(id: string): string[] {
  return typedIn(id)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The boxes and buttons with this name that are marked, by value. */
export function chosen(name: string): string[] {
  const all = document.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`);
  return [...all].filter(({ checked }) => checked).map(({ value }) => value);
}

/** Marks exactly these among the boxes with this name. */
export function mark(name: string, values: readonly string[]): void {
  for (const box of document.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`))
    box.checked = values.includes(box.value);
}

/** Beginnings of ids in rows that repeat. */
const PREFIX = /^(?:phones|schedules|services)-\d+-(?:costs-\d+-)?/;

/** Begins every id and name inside with this prefix, in place of one that they had. */
export function prefixIds(root: ParentNode, prefix: string): void {
  for (const name of ['id', 'for', 'name', 'aria-describedby', 'aria-labelledby'])
    for (const element of root.querySelectorAll(`[${name}]`)) {
      const own = element.getAttribute(name) ?? '';
      const renamed = own.split(' ').map((one) => prefix + one.replace(PREFIX, ''));
      element.setAttribute(name, renamed.join(' '));
    }
}
