/** The editor's start: look for a place, or take up what there is to do. */
import { editor } from '../../../../words/vi-editor.ts';
import { beginView, byId, cloneTemplate, fillSlots, slot } from '../../slots.ts';
import { onAct, show } from '../view-parts.ts';
import { typedIn } from './controls.ts';
import { type ListName, readList, readWork, searchPlaces } from './editor-api.ts';
import { drawPlace } from './place-list.ts';
import type { Acts } from './steps.ts';

/** Places that a search names at most. */
const MAX_FOUND = 20;

const LISTS = [
  ['reports', 'reported'],
  ['stalest', 'ageing'],
  ['hidden', 'hidden'],
] as const;

/** Shows the start, with what was looked for last. @throws RefusedError */
export async function showStart(name: string, acts: Acts): Promise<void> {
  const isWanted = beginView();
  const [work, found] = await Promise.all([readWork(), name === '' ? null : searchPlaces(name)]);
  if (!isWanted()) return;
  const view = cloneTemplate('editor-start-template');
  slot(view, 'lists').append(
    ...LISTS.map(([list, figure]) => {
      const line = cloneTemplate('editor-work-template');
      fillSlots(line, {
        title: editor.lists[list].title,
        hint: editor.lists[list].hint,
        count: editor.cappedCount(work[figure]),
        which: ` ${editor.lists[list].title}`,
      });
      onAct(line, 'open', () => acts.go({ view: 'list', list, page: 1 }));
      return line;
    }),
  );
  onAct(view, 'search', async () => {
    const typed = typedIn('place-name');
    const places = await searchPlaces(typed);
    if (!isWanted()) return;
    acts.stay({ view: 'start', name: typed });
    showFound(places);
    byId('found-status').focus();
  });
  show(view);
  const field = byId('place-name');
  if (field instanceof HTMLInputElement) field.value = name;
  if (found !== null) showFound(found);

  function showFound(places: Awaited<ReturnType<typeof searchPlaces>>): void {
    byId('found-status').textContent =
      places.length === MAX_FOUND ? editor.start.foundMany : editor.start.found(places.length);
    byId('found').replaceChildren(
      ...places.map((place) => drawPlace(place, editor.open, () => acts.go({ view: 'place', id: place.id }))),
    );
  }
}

/** Shows one page of a list. @throws RefusedError */
export async function showPlaceList(list: ListName, page: number, acts: Acts): Promise<void> {
  const isWanted = beginView();
  const { places, hasNextPage } = await readList(list, page);
  if (!isWanted()) return;
  const words = editor.lists[list];
  const view = cloneTemplate('editor-list-template');
  fillSlots(view, {
    title: words.title,
    hint: words.hint,
    empty: words.empty,
    page: editor.page(page),
  });
  slot(view, 'empty').hidden = places.length > 0;
  slot(view, 'pages').hidden = page === 1 && !hasNextPage;
  slot(view, 'previous').hidden = page === 1;
  slot(view, 'next').hidden = !hasNextPage;
  slot(view, 'places').append(
    ...places.map((place) => drawPlace(place, editor.open, () => acts.go({ view: 'place', id: place.id }))),
  );
  onAct(view, 'back', () => acts.go({ view: 'start', name: '' }));
  onAct(view, 'previous', () => acts.go({ view: 'list', list, page: page - 1 }));
  onAct(view, 'next', () => acts.go({ view: 'list', list, page: page + 1 }));
  show(view);
}
