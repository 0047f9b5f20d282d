/** What became of a field: drawn when somebody asks for it. */
import { editor } from '../../../../words/vi-editor.ts';
import { cloneTemplate, fillSlots, slot } from '../../slots.ts';
import { describeFailure } from '../view-parts.ts';
import { describeDate, describeDays, describeMoment } from './form-lines.ts';
import type { FormChoices, HistoryEntry } from './place-json.ts';

/** How a part's own history is drawn. */
export interface HistoryOptions {
  /** What the history is of, for those who hear the button alone. */
  label: string;
  /** Asks for the history of the place. */
  read: () => Promise<HistoryEntry[]>;
  isOf: (entry: HistoryEntry) => boolean;
  choices: FormChoices;
}

/** A folded history, which is asked for when it is opened. */
export function drawHistory({ label, read, isOf, choices }: HistoryOptions): DocumentFragment {
  const view = cloneTemplate('editor-history-template');
  const details = slot(view, 'history');
  const [status, entries] = [slot(view, 'history-status'), slot(view, 'entries')];
  fillSlots(view, { 'history-of': editor.history.of(label) });
  details.addEventListener('toggle', () => {
    if (!details.hasAttribute('open') || entries.childElementCount > 0) return;
    status.textContent = editor.history.loading;
    read().then(
      (history) => {
        const own = history.filter(isOf);
        status.textContent = own.length === 0 ? editor.history.empty : '';
        const isMixed = new Set(own.map(({ field }) => field)).size > 1;
        entries.replaceChildren(...own.map((entry) => drawEntry(entry, isMixed, choices)));
      },
      (error: unknown) => {
        status.textContent = describeFailure(error);
      },
    );
  });
  return view;
}

function drawEntry(entry: HistoryEntry, isMixed: boolean, choices: FormChoices): DocumentFragment {
  const line = cloneTemplate('editor-history-entry-template');
  const { history } = editor;
  const change = history.change(
    describeValue(entry.before, entry, choices),
    describeValue(entry.after, entry, choices),
  );
  fillSlots(line, {
    'entry-head': history.head(describeMoment(entry.at), entry.by),
    'entry-change': isMixed ? history.named(labelOf(entry), change) : change,
    'entry-source': history.source(entry.source),
  });
  return line;
}

function labelOf({ table, field }: HistoryEntry): string {
  const { fields, history } = editor;
  if (field === 'assured_date' || field === 'status') return history[field];
  if (field === 'description')
    return table === 'phone'
      ? fields.phoneDescription
      : table === 'schedule'
        ? fields.scheduleDescription
        : fields.description;
  const labels: Record<string, string> = fields;
  return labels[field] ?? field;
}

function describeValue(value: string, entry: HistoryEntry, choices: FormChoices): string {
  if (entry.linkType === 'discreet') return value === '' ? editor.no : editor.yes;
  if (value === '') return editor.unknown;
  const names: Record<string, string> = editor.status;
  if (entry.field === 'status') return names[value] ?? value;
  if (entry.linkType === 'commune-code')
    return choices.communes.find(({ code }) => code === value)?.name ?? value;
  if (entry.linkType === 'province-code')
    return choices.provinces.find(({ code }) => code === value)?.name ?? value;
  if (entry.field === 'byday') return describeDays(value);
  return describeDate(value);
}
