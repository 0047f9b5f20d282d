import { codeGroups } from '../../domain/code.ts';

/** Pages are drawn by the server; scripts clone their templates and fill the places marked `data-slot`. */

/** The element with this id. @throws Error when the page lacks it */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`the page lacks #${id}`);
  return element;
}

/** A copy of a template's content. @throws Error when the page lacks the template */
export function cloneTemplate(id: string): DocumentFragment {
  const template = byId(id);
  if (!(template instanceof HTMLTemplateElement)) throw new Error(`#${id} is not a template`);
  return document.importNode(template.content, true);
}

/** The first place of this name. @throws Error when there is none */
export function slot(root: ParentNode, name: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(`[data-slot="${name}"]`);
  if (found === null) throw new Error(`the template lacks the slot ${name}`);
  return found;
}

/** Writes text, never markup, into places. */
export function fillSlots(root: ParentNode, texts: Record<string, string>): void {
  for (const [name, text] of Object.entries(texts)) slot(root, name).textContent = text;
}

let latestView = 0;

/**
 * Begins to show another view: what an earlier one still waits for must not appear in its place.
 *
 * @returns whether no later view has begun since
 */
export function beginView(): () => boolean {
  latestView += 1;
  const mine = latestView;
  return () => mine === latestView;
}

/** Shows a new view in place of the old one and moves the focus to its heading. */
export function showView(container: HTMLElement, view: DocumentFragment): void {
  const heading = view.querySelector<HTMLElement>('[data-slot="title"]');
  container.replaceChildren(view);
  window.scrollTo(0, 0);
  heading?.focus();
}

/** Writes a code into a view's five places (CodeGroups.astro). */
export function fillCode(view: ParentNode, code: string): void {
  const places = view.querySelectorAll('[data-slot="group"]');
  for (const [index, group] of codeGroups(code).entries()) {
    const place = places[index];
    if (place) place.textContent = `${group} `;
  }
}
