/** Putting many requests away in one act, and taking them back. */
import { localHour } from '../../../domain/hour.ts';
import { staff, times, setAside as words } from '../../../words/vi.ts';
import { callApi } from '../api.ts';
import { showErrors } from '../form-errors.ts';
import { beginView, byId, cloneTemplate, fillSlots, slot } from '../slots.ts';
import { onAct, show } from './view-parts.ts';

type Status = keyof typeof staff.list.status;

/** The two lists of the view, with the route to which each sends what was picked. */
const LISTS = { open: 'staff/inquiries/set-aside', aside: 'staff/inquiries/bring-back' } as const;

type List = keyof typeof LISTS;

/** Shows both lists, unless another view was asked for meanwhile. @throws RefusedError */
export async function showSetAside(notice = ''): Promise<void> {
  const isWanted = beginView();
  const [open, aside] = (await Promise.all([
    callApi('staff/inquiries'),
    callApi('staff/inquiries/set-aside'),
  ])) as [
    { inquiries: { id: string; status: Status; receivedHour: string }[] },
    { inquiries: { id: string; receivedHour: string; erasedFrom: string }[] },
  ];
  if (!isWanted()) return;
  const view = cloneTemplate('set-aside-template');
  fillSlots(view, { notice });
  slot(view, 'notice').hidden = notice === '';
  slot(view, 'back').addEventListener('click', () => history.back());
  const hourOf = (hour: string) => times.hour(localHour(hour));
  fillList(
    view,
    'open',
    open.inquiries
      .filter(({ status }) => status !== 'closed')
      .map(({ id, status, receivedHour }) => ({
        id,
        label: words.openLine(hourOf(receivedHour), staff.list.status[status]),
      })),
  );
  fillList(
    view,
    'aside',
    aside.inquiries.map(({ id, receivedHour, erasedFrom }) => ({
      id,
      label: words.asideLine(hourOf(receivedHour), hourOf(erasedFrom)),
    })),
  );
  show(view);
}

function fillList(view: DocumentFragment, list: List, lines: { id: string; label: string }[]): void {
  slot(view, `${list}-empty`).hidden = lines.length > 0;
  slot(view, `${list}-buttons`).hidden = lines.length === 0;
  const picks = lines.map(({ id, label }, index) => {
    const line = cloneTemplate('pick-line-template');
    const [pick, text] = [slot(line, 'pick'), slot(line, 'label')];
    if (!(pick instanceof HTMLInputElement) || !(text instanceof HTMLLabelElement))
      throw new Error('a line to pick has no box');
    // The first carries the bare name, so that a link from the error summary reaches it.
    pick.id = index === 0 ? list : `${list}-${index + 1}`;
    pick.value = id;
    text.htmlFor = pick.id;
    text.textContent = label;
    slot(view, list).append(line);
    return pick;
  });
  slot(view, `${list}-all`).addEventListener('click', () => {
    const isEvery = picks.every(({ checked }) => checked);
    for (const pick of picks) pick.checked = !isEvery;
  });
  onAct(view, `${list}-form`, async () => {
    const ids = picks.filter(({ checked }) => checked).map(({ value }) => value);
    if (ids.length === 0) {
      showErrors(byId('problems'), [{ field: list, message: words.nonePicked }]);
      return;
    }
    const { count } = (await callApi(LISTS[list], { ids })) as { count: number };
    await showSetAside(list === 'open' ? words.wasPutAside(count) : words.wasTakenBack(count));
  });
}
