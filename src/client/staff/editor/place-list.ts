/** A place as a line of a list: what it is, how it stands, and the button that opens it. */
import { freshnessOf } from '../../../../domain/freshness.ts';
import { localHour } from '../../../../domain/hour.ts';
import { localDay } from '../../../../domain/local-day.ts';
import { times } from '../../../../words/vi.ts';
import { editor } from '../../../../words/vi-editor.ts';
import { cloneTemplate, fillSlots, slot } from '../../slots.ts';
import { onAct } from '../view-parts.ts';
import { describeDate } from './form-lines.ts';
import type { ListedPlace, PlaceStatus, ReportJson } from './place-json.ts';

/**
 * Draws a line.
 *
 * @param label what the button does
 */
export function drawPlace(place: ListedPlace, label: string, act: () => Promise<void>): DocumentFragment {
  const line = cloneTemplate('editor-place-line-template');
  fillSlots(line, {
    name: place.name,
    where: editor.whereIn(place.communeName, place.provinceName),
    open: label,
    which: ` ${place.name}`,
  });
  slot(line, 'tags').append(...drawTags(place.status, place.assuredDate));
  slot(line, 'reports').append(...(place.reports ?? []).map(drawReport));
  slot(line, 'reports').hidden = (place.reports ?? []).length === 0;
  onAct(line, 'open-place', act);
  return line;
}

/** How a place stands and when it was confirmed, as tags. */
export function drawTags(status: PlaceStatus, assuredDate: string | null): DocumentFragment[] {
  const { state } = freshnessOf(assuredDate, localDay(new Date()));
  const day = assuredDate === null ? editor.neverConfirmed : editor.confirmedOn(describeDate(assuredDate));
  return [
    drawTag(status === 'active' ? 'ok' : 'warn', editor.status[status]),
    drawTag(state === 'confirmed' ? 'ok' : state === 'stale' ? 'warn' : 'neutral', day),
  ];
}

/** What was reported, when, and the line that came with it. */
export function describeReport({ kind, note, hour }: ReportJson): { head: string; note: string } {
  return {
    head: editor.report(
      slot(cloneTemplate('editor-report-kinds-template'), kind).textContent.trim(),
      times.hour(localHour(hour)),
    ),
    note: note === '' ? '' : editor.reportNote(note),
  };
}

function drawReport(report: ReportJson): HTMLLIElement {
  const line = document.createElement('li');
  const { head, note } = describeReport(report);
  line.textContent = note === '' ? head : `${head}: ${note}`;
  return line;
}

function drawTag(tone: 'neutral' | 'warn' | 'ok', text: string): DocumentFragment {
  const tag = cloneTemplate(`editor-tag-${tone}-template`);
  fillSlots(tag, { tag: text });
  return tag;
}
