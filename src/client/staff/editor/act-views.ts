/** What is done to a place as a whole: confirming it, showing or hiding it. */
import { editor } from '../../../../words/vi-editor.ts';
import { RefusedError } from '../../api.ts';
import { type FieldError, showErrors } from '../../form-errors.ts';
import { beginView, byId, cloneTemplate, fillSlots, slot } from '../../slots.ts';
import { forgetUnsaved, watchUnsaved } from '../unsaved.ts';
import { onAct, show, showFailure } from '../view-parts.ts';
import { chosen, textField, typedIn } from './controls.ts';
import { changePlace, readPlace } from './editor-api.ts';
import { linesOf } from './form-lines.ts';
import { sourceError } from './form-problems.ts';
import type { Acts } from './steps.ts';

/** Shows every line of a place, to be checked and confirmed. @throws RefusedError */
export async function showConfirm(id: string, acts: Acts, source = ''): Promise<void> {
  const isWanted = beginView();
  const { place, choices } = await readPlace(id);
  if (!isWanted()) return;
  const view = cloneTemplate('editor-confirm-template');
  fillSlots(view, { place: place.form.name });
  slot(view, 'lines').append(
    ...linesOf(place.form, choices).map(({ label, text }) => {
      const line = cloneTemplate('editor-line-template');
      fillSlots(line, { label, text: text || editor.unknown });
      slot(line, 'text').classList.toggle('muted', text === '');
      return line;
    }),
  );
  onAct(view, 'back', () => Promise.resolve(acts.back()));
  onAct(view, 'form', async () => {
    const errors: FieldError[] = [];
    if (chosen('checked').length === 0) errors.push({ field: 'checked', message: editor.confirm.unchecked });
    if (typedIn('source').length < 3) errors.push(sourceError());
    if (errors.length > 0) {
      showErrors(byId('problems'), errors);
      return;
    }
    const typed = typedIn('source');
    try {
      await changePlace(id, '/confirm', { version: place.version, source: typed });
    } catch (error) {
      if (!(error instanceof RefusedError) || error.code !== 'place_changed') throw error;
      if (!isWanted()) return;
      await showConfirm(id, acts, typed);
      showFailure(editor.confirm.changed);
      return;
    }
    if (!isWanted()) return;
    forgetUnsaved();
    acts.back(editor.confirm.saved);
  });
  show(view);
  textField('source').value = source;
  watchUnsaved(() => typedIn('source') !== '');
}

/** Shows the ways in which a place can be shown or hidden. @throws RefusedError */
export async function showStatus(id: string, acts: Acts, source = ''): Promise<void> {
  const isWanted = beginView();
  const { place } = await readPlace(id);
  if (!isWanted()) return;
  const view = cloneTemplate('editor-status-template');
  fillSlots(view, { place: place.form.name, now: editor.statusView.now(editor.status[place.status]) });
  onAct(view, 'back', () => Promise.resolve(acts.back()));
  onAct(view, 'form', async () => {
    const status = Object.entries(editor.status).find(([value]) => chosen('status').includes(value));
    const typed = typedIn('source');
    const errors: FieldError[] = [];
    if (status === undefined) errors.push({ field: 'status', message: editor.statusView.missing });
    else if (status[0] === place.status) errors.push({ field: 'status', message: editor.statusView.same });
    if (typed.length < 3) errors.push(sourceError());
    if (errors.length > 0 || status === undefined) {
      showErrors(byId('problems'), errors);
      return;
    }
    try {
      await changePlace(id, '/status', { version: place.version, source: typed, status: status[0] });
    } catch (error) {
      if (!(error instanceof RefusedError) || error.code !== 'place_changed') throw error;
      if (!isWanted()) return;
      await showStatus(id, acts, typed);
      showFailure(editor.statusView.changed);
      return;
    }
    if (!isWanted()) return;
    forgetUnsaved();
    acts.back(editor.statusView.saved(status[1]));
  });
  show(view);
  textField('source').value = source;
  watchUnsaved(() => typedIn('source') !== '');
}
