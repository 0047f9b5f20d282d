/** What the portal refuses in a form, put beside the fields at fault. */
import { editor } from '../../../../words/vi-editor.ts';
import type { FieldError } from '../../form-errors.ts';
import { idOf } from './controls.ts';

/** A problem for each field that the API names ("phones.0.number"). */
export function fieldErrors(paths: readonly string[]): FieldError[] {
  const errors = paths.map((path) => path.replace(/^form\./, '')).map(fieldError);
  return errors.filter(
    (error, index) => errors.findIndex(({ message }) => message === error.message) === index,
  );
}

/** The problem of a source that is not given. */
export function sourceError(): FieldError {
  return { field: 'source', message: `${editor.fields.source}: ${editor.problems.source}` };
}

function fieldError(path: string): FieldError {
  const control = nearestControl(path);
  const key = path.includes('.terms') ? 'terms' : (path.split('.').at(-1) ?? path);
  const problems: Record<string, string | undefined> = {
    ...pick('source', 'name', 'address_1', 'province_code', 'commune_code', 'latitude', 'longitude'),
    ...pick('number', 'byday', 'opens_at', 'closes_at', 'valid_from', 'valid_to'),
    ...pick('sources', 'website', 'url', 'email', 'option', 'amount'),
    ...pick('minimum_age', 'maximum_age', 'terms'),
  };
  return {
    field: control?.id ?? null,
    message: editor.problems.field(labelOf(control, path), problems[key] ?? editor.problems.other),
  };
}

type Sentence = {
  [K in keyof typeof editor.problems]: (typeof editor.problems)[K] extends string ? K : never;
}[keyof typeof editor.problems];

function pick(...keys: Sentence[]): Record<string, string> {
  return Object.fromEntries(keys.map((key) => [key, editor.problems[key]]));
}

/** The control of the path, or of the list or row that holds it. */
function nearestControl(path: string): HTMLElement | null {
  const parts = path.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const found = document.getElementById(idOf(parts.slice(0, length).join('.')));
    if (found?.matches('input, select, textarea')) return found;
  }
  return null;
}

/** What the control is called: its legend or label, after the row in which it stands. */
function labelOf(control: HTMLElement | null, path: string): string {
  const own =
    control?.closest('.choices')?.querySelector('legend') ??
    control?.closest('.field')?.querySelector('label');
  const row = control?.closest('[data-slot="row-item"]')?.querySelector('[data-slot="row"]');
  return [row?.textContent, own?.textContent ?? path].flatMap((text) => text?.trim() || []).join(', ');
}
