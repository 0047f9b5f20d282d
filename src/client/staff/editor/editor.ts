/** The editors' part of the console: loaded for them alone. Its views are steps of the history. */
import { editor } from '../../../../words/vi-editor.ts';
import { byId } from '../../slots.ts';
import { forgetUnsaved, mayLeave } from '../unsaved.ts';
import { describeFailure, showFailure } from '../view-parts.ts';
import { showConfirm, showStatus } from './act-views.ts';
import { showCompare, showMerge } from './merge-view.ts';
import { showPlace } from './place-view.ts';
import { showPlaceList, showStart } from './start-view.ts';
import { type Acts, START, type Step, type Where } from './steps.ts';

/** What the console asks of the editor's part. */
export interface Editor {
  /** Shows the view of a step of the history. */
  showStep: (state: unknown) => Promise<void>;
}

/** Opens the editor's start. */
export async function openEditor(name: string): Promise<Editor> {
  byId('desk-name').textContent = `${editor.title}: ${name}`;
  let current: Step = { number: 0, where: START };
  let notice = '';
  let isUndoing = false;

  const acts: Acts = {
    go: async (where) => {
      if (!mayLeave()) return;
      current = { number: current.number + 1, where };
      history.pushState(current, '');
      await draw();
    },
    stay: (where) => {
      current = { ...current, where };
      history.replaceState(current, '');
    },
    back: (said = '') => {
      notice = said;
      history.back();
    },
    again: (said = '') => {
      notice = said;
      return draw();
    },
  };

  async function draw(): Promise<void> {
    forgetUnsaved();
    const said = notice;
    notice = '';
    try {
      await drawView(current.where, said, acts);
    } catch (error) {
      showFailure(describeFailure(error));
    }
  }

  async function showStep(state: unknown): Promise<void> {
    if (isUndoing) {
      isUndoing = false;
      return;
    }
    // The skip link makes a step of the history too, which leads nowhere else.
    if (state === null) return;
    const step = state as Step; // The history of this document holds only what stands above.
    // Back from where a link within the view led.
    if (step.number === current.number) return;
    if (!mayLeave()) {
      isUndoing = true;
      history.go(current.number - step.number);
      return;
    }
    current = step;
    await draw();
  }

  history.replaceState(current, '');
  await draw();
  return { showStep };
}

function drawView(where: Where, notice: string, acts: Acts): Promise<void> {
  switch (where.view) {
    case 'start':
      return showStart(where.name, acts);
    case 'list':
      return showPlaceList(where.list, where.page, acts);
    case 'place':
      return showPlace(where.id, notice, acts);
    case 'confirm':
      return showConfirm(where.id, acts);
    case 'status':
      return showStatus(where.id, acts);
    case 'merge':
      return showMerge(where.id, acts);
    case 'compare':
      return showCompare(where.id, where.into, acts);
  }
}
