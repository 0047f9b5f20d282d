/** Merging a place into another: choosing that one, then comparing both line by line. */
import { editor } from '../../../../words/vi-editor.ts';
import { RefusedError } from '../../api.ts';
import { showErrors } from '../../form-errors.ts';
import { beginView, byId, cloneTemplate, fillSlots, slot } from '../../slots.ts';
import { forgetUnsaved, watchUnsaved } from '../unsaved.ts';
import { onAct, show, showFailure } from '../view-parts.ts';
import { textField, typedIn } from './controls.ts';
import { changePlace, type MergePreview, readMerge, readPlace, searchPlaces } from './editor-api.ts';
import { linesOf } from './form-lines.ts';
import { sourceError } from './form-problems.ts';
import { drawPlace } from './place-list.ts';
import type { Acts } from './steps.ts';

/** Shows the search for the place that stays. @throws RefusedError */
export async function showMerge(id: string, acts: Acts): Promise<void> {
  const isWanted = beginView();
  const { place } = await readPlace(id);
  if (!isWanted()) return;
  const view = cloneTemplate('editor-merge-template');
  fillSlots(view, { intro: editor.merge.text(place.form.name) });
  onAct(view, 'back', () => Promise.resolve(acts.back()));
  onAct(view, 'search', async () => {
    const found = await searchPlaces(typedIn('place-name'));
    if (!isWanted()) return;
    // The address of a hidden place leads to nothing, so nothing can be merged into it.
    const places = found.filter(
      (one) => one.id !== id && (one.status === 'active' || one.status === 'temporarily closed'),
    );
    const status = byId('found-status');
    status.textContent = editor.start.found(places.length);
    byId('found').replaceChildren(
      ...places.map((one) =>
        drawPlace(one, editor.merge.choose, () => acts.go({ view: 'compare', id, into: one.id })),
      ),
    );
    status.focus();
  });
  show(view);
}

/** Shows both places side by side with what the one that stays will be. @throws RefusedError */
export async function showCompare(id: string, intoId: string, acts: Acts, source = ''): Promise<void> {
  const isWanted = beginView();
  const preview = await readMerge(id, intoId);
  if (!isWanted()) return;
  const { from, into } = preview;
  const view = cloneTemplate('editor-compare-template');
  const { rows, taken } = compareRows(preview);
  slot(view, 'rows').append(...rows);
  slot(view, 'table').hidden = rows.length === 0;
  fillSlots(view, {
    from: from.form.name,
    into: into.form.name,
    difference: rows.length === 0 ? editor.merge.allEqual : editor.merge.onlyDifferent,
    taken: editor.merge.taken(taken),
  });
  onAct(view, 'back', () => Promise.resolve(acts.back()));
  onAct(view, 'form', async () => {
    const typed = typedIn('source');
    if (typed.length < 3) {
      showErrors(byId('problems'), [sourceError()]);
      return;
    }
    try {
      await changePlace(id, '/merge', {
        version: from.version,
        source: typed,
        into: { id: intoId, version: into.version },
      });
    } catch (error) {
      if (!(error instanceof RefusedError) || error.code !== 'place_changed') throw error;
      if (!isWanted()) return;
      await showCompare(id, intoId, acts, typed);
      showFailure(editor.merge.changed);
      return;
    }
    if (!isWanted()) return;
    forgetUnsaved();
    acts.stay({ view: 'place', id: intoId });
    await acts.again(editor.merge.saved(from.form.name));
  });
  show(view);
  textField('source').value = source;
  watchUnsaved(() => typedIn('source') !== '');
}

/** The lines in which the two differ or the second one changes. */
function compareRows({ from, into, after, choices }: MergePreview): {
  rows: DocumentFragment[];
  taken: number;
} {
  const own = new Map(linesOf(from.form, choices).map((line) => [line.path, line]));
  const kept = new Map(linesOf(into.form, choices).map((line) => [line.path, line]));
  const merged = new Map(linesOf(after, choices).map((line) => [line.path, line]));
  let taken = 0;
  const rows = [...new Map([...kept, ...own]).values()].flatMap(({ path, label }) => {
    const texts = [own, kept, merged].map((lines) => lines.get(path)?.text ?? '');
    const [mine = '', theirs = '', result = ''] = texts;
    if (mine === theirs && theirs === result) return [];
    const isTaken = theirs !== result;
    if (isTaken) taken += 1;
    const row = cloneTemplate('editor-compare-row-template');
    fillSlots(row, {
      label,
      mine: mine || editor.unknown,
      theirs: theirs || editor.unknown,
      result: isTaken ? editor.merge.newText(result || editor.unknown) : result || editor.unknown,
    });
    return [row];
  });
  return { rows, taken };
}
