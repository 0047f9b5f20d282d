/** Orders the desks by the typed place. The place is looked up here and sent nowhere. */

import { type DeskArea, orderByPlace } from '../../../domain/desk-area.ts';
import type { OperatorKind } from '../../../domain/desk-order.ts';
import { findGround, type ListedProvince } from '../../../domain/unit-list.ts';
import { request } from '../../../words/vi.ts';
import { describeOrder } from '../describe-desk.ts';
import { byId, slot } from '../slots.ts';

/** Every unit, the same file for everybody. */
const LIST = '/yeu-cau/don-vi.json';

interface PlacedDesk {
  areas: readonly DeskArea[];
  operatorKind: OperatorKind;
  choice: HTMLElement;
}

/**
 * Watches the field of the place.
 *
 * @returns orders the desks by what stands in it, once the list of units has come
 */
export function watchPlace(form: HTMLFormElement): () => Promise<void> {
  const field = byId('place');
  const order = slot(form, 'order');
  slot(form, 'here').hidden = false;
  const desks = readDesks(form);
  // Where no desk is bound to a place there is nothing to look up.
  const isBound = desks.some(({ areas }) => areas.length > 0);
  let list: Promise<ListedProvince[]> | null = null;
  const load = (): Promise<ListedProvince[]> => {
    list ??= fetchList().catch((error: unknown) => {
      // Asked for again the next time.
      list = null;
      throw error;
    });
    return list;
  };
  field.addEventListener('input', () => {
    if (isBound) load().catch(() => undefined);
  });

  return async () => {
    const text = field instanceof HTMLInputElement ? field.value.trim() : '';
    if (text === '' || !isBound) {
      order.textContent = '';
      return;
    }
    try {
      const ground = findGround(await load(), text);
      if (ground !== null) {
        const box = desks[0]?.choice.parentElement;
        box?.append(...orderByPlace(desks, ground).map(({ choice }) => choice));
      }
      order.textContent = describeOrder(desks, ground);
    } catch {
      order.textContent = request.form.place.failed;
    }
  };
}

/** The desks as the page lists them, with what the server wrote beside them. */
function readDesks(form: HTMLFormElement): PlacedDesk[] {
  const step = form.querySelector<HTMLElement>('[data-desks]');
  // Made by PlaceQuestions.astro.
  const desks = JSON.parse(step?.dataset.desks ?? '{}') as Record<string, Omit<PlacedDesk, 'choice'>>;
  return [...form.querySelectorAll<HTMLInputElement>('input[name="desk"]')].flatMap((input) => {
    const choice = input.closest<HTMLElement>('.choice');
    const desk = desks[input.value];
    return choice && desk ? [{ ...desk, choice }] : [];
  });
}

async function fetchList(): Promise<ListedProvince[]> {
  const response = await fetch(LIST);
  if (!response.ok) throw new Error(`the list of units answered ${response.status}`);
  return (await response.json()) as ListedProvince[];
}
