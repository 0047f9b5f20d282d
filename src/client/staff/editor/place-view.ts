/** One place: what was reported of it, every field with its history, and saving with a source. */
import { placePath } from '../../../../domain/paths.ts';
import { editor } from '../../../../words/vi-editor.ts';
import { RefusedError } from '../../api.ts';
import { type FieldError, showErrors } from '../../form-errors.ts';
import { beginView, byId, cloneTemplate, fillSlots, slot } from '../../slots.ts';
import { forgetUnsaved, watchUnsaved } from '../unsaved.ts';
import { onAct, show } from '../view-parts.ts';
import { typedIn } from './controls.ts';
import { changePlace, readHistory, readPlace, settleReport } from './editor-api.ts';
import { type Line, linesOf } from './form-lines.ts';
import { fieldErrors, sourceError } from './form-problems.ts';
import { drawHistory } from './history.ts';
import { blankService, makePlaceParts, makeServiceParts, type Part } from './parts.ts';
import type { FormChoices, HistoryEntry, PlaceForm, PlaceJson, ReportJson } from './place-json.ts';
import { describeReport, drawTags } from './place-list.ts';
import type { Acts } from './steps.ts';

/** Shows a place, and above it what was done last. @throws RefusedError */
export async function showPlace(id: string, notice: string, acts: Acts): Promise<void> {
  const isWanted = beginView();
  const { place, reports, choices } = await readPlace(id);
  if (!isWanted()) return;
  const view = cloneTemplate('editor-place-template');
  fillSlots(view, { title: place.form.name, notice });
  slot(view, 'notice').hidden = notice === '';
  slot(view, 'tags').append(...drawTags(place.status, place.assuredDate));
  const link = view.querySelector<HTMLAnchorElement>('a[data-slot="public"]');
  if (link !== null) {
    link.href = placePath(place.slug);
    link.hidden = place.status === 'inactive' || place.status === 'defunct';
  }
  onAct(view, 'back', () => Promise.resolve(acts.back()));
  for (const act of ['confirm', 'status', 'merge'] as const)
    onAct(view, act, () => acts.go({ view: act, id }));

  let asked: Promise<HistoryEntry[]> | null = null;
  const history = (): Promise<HistoryEntry[]> => {
    asked ??= readHistory(id).catch((error: unknown) => {
      // Opening a history again asks again.
      asked = null;
      throw error;
    });
    return asked;
  };
  const assurance = drawHistory({
    label: '',
    read: history,
    isOf: ({ table, field }) => table === 'service' && (field === 'assured_date' || field === 'status'),
    choices,
  });
  fillSlots(assurance, { 'history-title': editor.history.assurance });
  slot(view, 'assurance').append(assurance);
  for (const link of view.querySelectorAll<HTMLAnchorElement>('nav a'))
    link.addEventListener('click', (event) => {
      // A step of the history within the view would stand in the way of going back.
      event.preventDefault();
      byId(link.hash.slice(1)).focus();
    });
  onAct(view, 'form', () => editing.save(isWanted, acts));
  show(view);
  showReports(reports);
  const editing = new Editing(place, choices, history);
}

/** Shows the open reports, each with the two ways to be done with it. */
function showReports(reports: ReportJson[]): void {
  byId('reports').hidden = reports.length === 0;
  byId('report-list').replaceChildren(
    ...reports.map((report) => {
      const line = cloneTemplate('editor-report-template');
      const { head, note } = describeReport(report);
      fillSlots(line, { head, note, 'which-done': ` (${head})`, 'which-dismissed': ` (${head})` });
      slot(line, 'note').hidden = note === '';
      for (const state of ['done', 'dismissed'] as const)
        onAct(line, state, async () => {
          await settleReport(report.id, state);
          const left = reports.filter(({ id }) => id !== report.id);
          const status = byId('report-status');
          showReports(left);
          status.textContent =
            editor.place.settled[state] + (left.length === 0 ? ` ${editor.place.noReports}` : '');
          status.focus();
        });
      return line;
    }),
  );
}

/** The form of one place while it is filled in. */
class Editing {
  /** As the place stands in the directory, as far as is known here. */
  private stored: PlaceJson;
  /** As it was when the services' controls were drawn: they are for its services. */
  private drawn: PlaceForm;
  private readonly placeParts: Part[];
  private serviceParts: Part[] = [];
  private readonly choices: FormChoices;
  private readonly history: () => Promise<HistoryEntry[]>;

  constructor(place: PlaceJson, choices: FormChoices, history: () => Promise<HistoryEntry[]>) {
    this.stored = place;
    this.drawn = place.form;
    this.choices = choices;
    this.history = history;
    this.placeParts = makePlaceParts(choices);
    this.fill(this.placeParts, place.form);
    this.drawServices(place.form);
    byId('place-form').addEventListener('input', () => this.mark());
    byId('place-form').addEventListener('change', () => this.mark());
    byId('services-add').addEventListener('click', () => this.addService());
    watchUnsaved(() => this.isChanged() || typedIn('source') !== '');
  }

  private get parts(): Part[] {
    return [...this.placeParts, ...this.serviceParts];
  }

  /** Shows in the parts what the form says, and their histories below them. */
  private fill(parts: readonly Part[], form: PlaceForm): void {
    const labels = new Map(this.lines(form).map(({ path, label }) => [path, label]));
    for (const part of parts) {
      part.show(form);
      const foot = cloneTemplate('editor-part-foot-template');
      const label = labels.get(part.path) ?? part.path;
      const { isOf } = part;
      slot(foot, 'part-history').append(
        drawHistory({ label, read: this.history, isOf, choices: this.choices }),
      );
      part.root.append(foot);
    }
  }

  private drawServices(form: PlaceForm): void {
    this.drawn = form;
    this.serviceParts = makeServiceParts(form, this.choices);
    this.fill(this.serviceParts, form);
    for (const button of byId('services').querySelectorAll<HTMLElement>('[data-service]'))
      button.addEventListener('click', () => this.removeService(button.dataset.service ?? ''));
    this.mark();
  }

  private addService(): void {
    const form = this.typed();
    this.drawServices({ ...form, services: [...form.services, blankService()] });
    byId(`services-${form.services.length}-name`).focus();
  }

  private removeService(id: string): void {
    const form = this.typed();
    this.drawServices({ ...form, services: form.services.filter((service) => service.id !== id) });
    byId('services-add').focus();
  }

  /** Sends what is typed with its source. */
  async save(isWanted: () => boolean, acts: Acts): Promise<void> {
    const form = this.typed();
    const source = typedIn('source');
    if (!this.isChanged()) {
      showErrors(byId('problems'), [{ field: null, message: editor.place.unchanged }]);
      return;
    }
    // Rows that say nothing go, so that the numbers of the rows are those which the portal sees.
    for (const part of this.parts) if (/(?:^|\.)(?:phones|schedules|costs)$/.test(part.path)) part.show(form);
    if (source.length < 3) {
      showErrors(byId('problems'), [sourceError()]);
      return;
    }
    try {
      await changePlace(this.stored.id, '', { version: this.stored.version, source, form });
    } catch (error) {
      if (!isWanted()) return;
      if (!(error instanceof RefusedError)) throw error;
      if (error.code === 'place_changed') await this.meetChange(error, isWanted);
      else if (error.fields.length > 0) showErrors(byId('problems'), fieldErrors(error.fields));
      else throw error;
      return;
    }
    if (!isWanted()) return;
    forgetUnsaved();
    await acts.again(editor.place.saved);
  }

  /** What the form says, as it would be sent. */
  private typed(): PlaceForm {
    const form = structuredClone({ ...this.stored.form, services: this.drawn.services });
    for (const part of this.parts) part.take(form);
    return form;
  }

  private isChanged(): boolean {
    if (idsOf(this.drawn) !== idsOf(this.stored.form)) return true;
    const [now, typed] = [textsOf(this.lines(this.stored.form)), this.lines(this.typed())];
    return typed.some(({ path, text }) => now.get(path) !== text);
  }

  /** What the directory holds, its services in the order of the controls; one that is new there says nothing. */
  private storedAsDrawn(): PlaceForm {
    const { form } = this.stored;
    const services = this.drawn.services.map(
      ({ id }) => form.services.find((service) => service.id === id) ?? { ...blankService(), id },
    );
    return { ...form, services };
  }

  /** Says under each part what the directory holds where that is not what is typed, or that it is not known. */
  private mark(): void {
    const [now, typed] = [textsOf(this.lines(this.storedAsDrawn())), textsOf(this.lines(this.typed()))];
    for (const part of this.parts) {
      const text = now.get(part.path) ?? '';
      const isChanged = typed.get(part.path) !== text;
      const line = slot(part.root, 'stored');
      part.root.classList.toggle('part--changed', isChanged);
      line.textContent = text === '' ? editor.storedUnknown : isChanged ? editor.stored(text) : '';
    }
  }

  /**
   * Someone else was quicker: what is typed here stays, what they changed elsewhere is taken in, and where both changed
   * the same part both are shown.
   */
  private async meetChange(refusal: RefusedError, isWanted: () => boolean): Promise<void> {
    const { place } = await readPlace(this.stored.id);
    if (!isWanted()) return;
    if (idsOf(place.form) !== idsOf(this.stored.form)) throw refusal;
    const base = textsOf(this.lines(this.storedAsDrawn()));
    const typed = textsOf(this.lines(this.typed()));
    this.stored = place;
    const theirs = this.lines(this.storedAsDrawn());
    const conflicts: FieldError[] = [];
    for (const { path, label, text } of theirs) {
      const part = this.parts.find((one) => one.path === path);
      if (part === undefined || text === base.get(path) || text === typed.get(path)) continue;
      if (typed.get(path) === base.get(path)) part.show(this.storedAsDrawn());
      else {
        const field = part.root.querySelector<HTMLElement>('input, select, textarea, button')?.id ?? null;
        conflicts.push({ field, message: editor.problems.conflict(label, text || editor.unknown) });
      }
    }
    this.mark();
    showErrors(
      byId('problems'),
      conflicts.length > 0 ? conflicts : [{ field: null, message: editor.problems.elsewhere }],
    );
  }

  private lines(form: PlaceForm): Line[] {
    return linesOf(form, this.choices);
  }
}

function idsOf({ services }: PlaceForm): string {
  return services.map(({ id }) => id).join();
}

function textsOf(lines: readonly Line[]): Map<string, string> {
  return new Map(lines.map(({ path, text }) => [path, text]));
}
