/**
 * Suggestions under the directory's box: the editable combobox with list autocomplete of the ARIA Authoring Practices
 * (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). Choosing one goes where it leads; nothing is kept. Its few
 * words stand in the form's data attributes: the module of all words would weigh more than the rest of the page.
 */
import { suggestionsPath } from '../../domain/paths.ts';

/** Time without a key before the server is asked, in milliseconds. */
const PAUSE_MS = 180;

const MIN_LETTERS = 2;

interface Suggestion {
  text: string;
  note: string;
  path: string;
}

/** Gives the search form of the page its suggestions. Does nothing on a page without such a form. */
export function installSuggestions(): void {
  const input = document.querySelector<HTMLInputElement>('form[data-suggestions] input[name="q"]');
  const words = input?.form?.dataset;
  if (input === null || words === undefined) return;
  const list = document.createElement('ul');
  list.id = 'goi-y';
  list.className = 'suggestions';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', words.suggestions ?? '');
  list.hidden = true;
  const status = document.createElement('p');
  status.className = 'visually-hidden';
  status.setAttribute('role', 'status');
  input.after(list, status);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');

  let shown: Suggestion[] = [];
  let active = -1;
  let timer = 0;
  let asked: AbortController | undefined;

  const activate = (index: number): void => {
    active = index;
    for (const [at, option] of [...list.children].entries()) {
      option.setAttribute('aria-selected', String(at === active));
    }
    const option = list.children[active];
    if (option === undefined) input.removeAttribute('aria-activedescendant');
    else {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    }
  };
  const close = (): void => {
    clearTimeout(timer);
    asked?.abort();
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    activate(-1);
  };
  const show = (suggestions: Suggestion[]): void => {
    shown = suggestions;
    list.replaceChildren(...suggestions.map(optionOf));
    activate(-1);
    list.hidden = suggestions.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    status.textContent =
      (suggestions.length === 0 ? words.none : words.some?.replace('#', String(suggestions.length))) ?? '';
  };
  const choose = (index: number): void => {
    const path = shown[index]?.path;
    // Only ever a page of the directory, whatever the answer said.
    if (path?.startsWith('/danh-ba/')) location.assign(path);
  };

  input.addEventListener('input', () => {
    close();
    if (input.value.trim().length < MIN_LETTERS) return;
    timer = window.setTimeout(async () => {
      asked = new AbortController();
      const { signal } = asked;
      try {
        const found = await fetchSuggestions(input.value, signal);
        if (!signal.aborted && document.activeElement === input) show(found);
      } catch {
        // Without suggestions the form still searches.
      }
    }, PAUSE_MS);
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter' && active >= 0 && !list.hidden) {
      event.preventDefault();
      choose(active);
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && shown.length > 0 && !list.hidden) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // One more than the options: past either end the box itself has its turn.
      const turns = shown.length + 1;
      activate(((active + 1 + step + turns) % turns) - 1);
    }
  });
  input.addEventListener('blur', close);
  // The box keeps the focus, so the list is still there when the press ends.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target instanceof Element ? event.target.closest('[role="option"]') : null;
    if (option !== null) choose([...list.children].indexOf(option));
  });
}

function optionOf({ text, note }: Suggestion, index: number): HTMLLIElement {
  const option = document.createElement('li');
  option.id = `goi-y-${index + 1}`;
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  const small = document.createElement('span');
  small.className = 'suggestions__note';
  small.textContent = note;
  option.append(text, ' ', small);
  return option;
}

async function fetchSuggestions(text: string, signal: AbortSignal): Promise<Suggestion[]> {
  const response = await fetch(suggestionsPath(text), { signal });
  if (!response.ok) return [];
  const answer: unknown = await response.json();
  const list =
    answer !== null && typeof answer === 'object' && 'suggestions' in answer ? answer.suggestions : [];
  return Array.isArray(list) ? list.filter(isSuggestion) : [];
}

function isSuggestion(one: unknown): one is Suggestion {
  return (
    one !== null &&
    typeof one === 'object' &&
    'text' in one &&
    'note' in one &&
    'path' in one &&
    [one.text, one.note, one.path].every((part) => typeof part === 'string')
  );
}
