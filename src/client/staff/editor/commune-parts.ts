/** Where the place lies now: the province from a list, the commune by typing some letters of its name. */
import { fold, foldedWords } from '../../../../domain/fold.ts';
import { editor } from '../../../../words/vi-editor.ts';
import { byId, cloneTemplate, slot } from '../../slots.ts';
import { rootOf, selectField, textField, typedIn } from './controls.ts';
import { readChoices } from './editor-api.ts';
import type { Part } from './parts.ts';
import type { CommuneJson, FormChoices } from './place-json.ts';

/** Suggestions that are shown at once. */
const MAX_SHOWN = 8;

/** The communes of the province that is chosen. */
let communes: CommuneJson[] = [];

/** The commune's code, or what is typed while it names none: the portal refuses that at its field. */
let code = '';

/** The province, whose communes are fetched when it is chosen. */
export function provincePart(choices: FormChoices): Part {
  const select = selectField('province_code');
  select.replaceChildren(...choices.provinces.map((province) => new Option(province.name, province.code)));
  communes = choices.communes;
  select.addEventListener('change', () => {
    communes = [];
    pick(null);
    const asked = select.value;
    readChoices(asked).then(
      (answer) => {
        // Another province may have been chosen meanwhile.
        if (select.isConnected && select.value === asked) {
          choices.communes.push(...answer.communes);
          communes = answer.communes;
        }
      },
      () => {
        // Without the list nothing can be chosen; choosing the province again asks again.
        select.selectedIndex = -1;
      },
    );
  });
  return {
    path: 'province_code',
    root: rootOf('province_code'),
    show: (form) => {
      select.value = form.province_code;
      communes = choices.communes.filter(({ provinceCode }) => provinceCode === form.province_code);
    },
    take: (form) => {
      form.province_code = select.value;
    },
    isOf: (entry) => entry.linkType === 'province-code' && entry.field === 'value',
  };
}

/** The commune. */
export function communePart(): Part {
  const field = textField('commune_code');
  field.addEventListener('input', suggest);
  return {
    path: 'commune_code',
    root: rootOf('commune_code'),
    show: (form) => {
      pick(communes.find((commune) => commune.code === form.commune_code) ?? null);
    },
    take: (form) => {
      form.commune_code = typedIn('commune_code') === '' ? '' : code;
    },
    isOf: (entry) => entry.linkType === 'commune-code' && entry.field === 'value',
  };
}

function suggest(): void {
  const typed = typedIn('commune_code');
  const words = foldedWords(typed);
  const exact = communes.filter(({ name }) => fold(name) === fold(typed));
  code = exact.length === 1 && exact[0] ? exact[0].code : typed;
  const matches = words.length === 0 ? [] : communes.filter(({ name }) => hasWords(name, words));
  byId('commune-matches').replaceChildren(
    ...matches.slice(0, MAX_SHOWN).map((commune) => {
      const line = cloneTemplate('editor-commune-template');
      const button = slot(line, 'choose');
      button.textContent = commune.name;
      button.addEventListener('click', () => {
        pick(commune);
        textField('commune_code').focus();
        byId('commune_code').dispatchEvent(new Event('change', { bubbles: true }));
      });
      return line;
    }),
  );
  byId('commune-status').textContent = words.length === 0 ? '' : editor.communes.matches(matches.length);
}

function pick(commune: CommuneJson | null): void {
  code = commune?.code ?? '';
  textField('commune_code').value = commune?.name ?? '';
  byId('commune-matches').replaceChildren();
  byId('commune-status').textContent =
    commune === null ? '' : editor.communes.chosen(commune.name, commune.code);
}

function hasWords(name: string, words: readonly string[]): boolean {
  const own = foldedWords(name);
  return words.every((word) => own.some((one) => one.startsWith(word)));
}
