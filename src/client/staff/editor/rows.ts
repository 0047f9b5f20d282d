/** The parts of the form that are rows which repeat: phones, opening hours and a service's prices. */
import { WEEKDAYS } from '../../../../domain/local-day.ts';
import { editor } from '../../../../words/vi-editor.ts';
import { byId, cloneTemplate, fillSlots, slot } from '../../slots.ts';
import { chosen, idOf, mark, prefixIds, rootOf, textField, typedIn } from './controls.ts';
import type { Part } from './parts.ts';
import type {
  CostJson,
  HistoryEntry,
  PhoneJson,
  PlaceForm,
  ScheduleJson,
  ServiceJson,
} from './place-json.ts';
import { readAmount, readTime } from './read-time.ts';

/** Numbers of the place. */
export function phoneRows(): Part {
  const fields = ['number', 'description'] as const;
  return rowsPart<PhoneJson>('phones', 'editor-phone-template', editor.rows.phone, {
    rowsOf: (form) => form.phones,
    fill: (row, prefix) => {
      for (const field of fields) textField(`${prefix}${field}`).value = row[field];
    },
    read: (id, prefix) => ({
      id,
      number: typedIn(`${prefix}number`),
      description: typedIn(`${prefix}description`),
    }),
    isBlank: (row) => fields.every((field) => row[field] === ''),
    setRows: (form, rows) => {
      form.phones = rows;
    },
    isOf: ({ table, field }) => table === 'phone' && fields.some((own) => own === field),
  });
}

/** Opening hours, regular and of single days. */
export function scheduleRows(): Part {
  const texts = ['opens_at', 'closes_at', 'valid_from', 'valid_to', 'description'] as const;
  return rowsPart<ScheduleJson>('schedules', 'editor-schedule-template', editor.rows.schedule, {
    rowsOf: (form) => form.schedules,
    fill: (row, prefix) => {
      mark(`${prefix}byday`, row.byday.split(','));
      for (const field of texts) textField(`${prefix}${field}`).value = row[field];
    },
    read: (id, prefix) => {
      const days = chosen(`${prefix}byday`);
      return {
        id,
        byday: WEEKDAYS.filter((day) => days.includes(day)).join(','),
        opens_at: readTime(typedIn(`${prefix}opens_at`)),
        closes_at: readTime(typedIn(`${prefix}closes_at`)),
        valid_from: typedIn(`${prefix}valid_from`),
        valid_to: typedIn(`${prefix}valid_to`),
        description: typedIn(`${prefix}description`),
      };
    },
    isBlank: (row) => row.byday === '' && texts.every((field) => row[field] === ''),
    setRows: (form, rows) => {
      form.schedules = rows;
    },
    isOf: ({ table, field }) =>
      table === 'schedule' && (field === 'byday' || texts.some((own) => own === field)),
  });
}

/** Prices of one service. */
export function costRows(path: string, own: (form: PlaceForm) => ServiceJson | undefined): Part {
  const fields = ['option', 'amount', 'amount_description'] as const;
  return rowsPart<CostJson>(path, 'editor-cost-template', editor.rows.cost, {
    rowsOf: (form) => own(form)?.costs ?? [],
    fill: (row, prefix) => {
      for (const field of fields) textField(`${prefix}${field}`).value = row[field];
    },
    read: (id, prefix) => ({
      id,
      option: typedIn(`${prefix}option`),
      amount: readAmount(typedIn(`${prefix}amount`)),
      amount_description: typedIn(`${prefix}amount_description`),
    }),
    isBlank: (row) => fields.every((field) => row[field] === ''),
    setRows: (form, rows) => {
      const into = own(form);
      if (into) into.costs = rows;
    },
    isOf: ({ table, field }) => table === 'cost_option' && fields.some((one) => one === field),
  });
}

function rowsPart<T extends { id: string }>(
  path: string,
  template: string,
  nameOf: (number: number) => string,
  kind: {
    rowsOf: (form: PlaceForm) => T[];
    fill: (row: T, prefix: string) => void;
    read: (id: string, prefix: string) => T;
    isBlank: (row: T) => boolean;
    setRows: (form: PlaceForm, rows: T[]) => void;
    isOf: (entry: HistoryEntry) => boolean;
  },
): Part {
  const list = byId(idOf(path));
  const add = byId(`${idOf(path)}-add`);
  const rows = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>(':scope > li')];
  const prefixOf = (index: number): string => `${idOf(path)}-${index}-`;
  const number = (): void => {
    for (const [index, row] of rows().entries()) {
      prefixIds(row, prefixOf(index));
      fillSlots(row, { row: nameOf(index + 1), which: ` (${nameOf(index + 1)})` });
    }
  };
  const draw = (id: string): HTMLElement => {
    const view = cloneTemplate(template);
    const row = slot(view, 'row-item');
    row.dataset.id = id;
    slot(view, 'remove').addEventListener('click', () => {
      row.remove();
      number();
      add.focus();
      // Whatever follows what is typed must learn of it.
      list.dispatchEvent(new Event('input', { bubbles: true }));
    });
    list.append(view);
    number();
    return row;
  };
  add.addEventListener('click', () => {
    draw(crypto.randomUUID()).querySelector<HTMLElement>('input')?.focus();
  });
  return {
    path,
    root: rootOf(path),
    show: (form) => {
      list.replaceChildren();
      for (const [index, row] of kind.rowsOf(form).entries()) {
        draw(row.id);
        kind.fill(row, prefixOf(index));
      }
    },
    take: (form) => {
      const typed = rows().map((row, index) => kind.read(row.dataset.id ?? '', prefixOf(index)));
      kind.setRows(
        form,
        typed.filter((row) => !kind.isBlank(row)),
      );
    },
    isOf: kind.isOf,
  };
}
