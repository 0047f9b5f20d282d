/** The parts of a place's form: each shows one line of it in its controls, and takes what is typed there. */
import { editor } from '../../../../words/vi-editor.ts';
import { byId, cloneTemplate, fillSlots, slot } from '../../slots.ts';
import { communePart, provincePart } from './commune-parts.ts';
import { chosen, idOf, linesIn, mark, prefixIds, rootOf, textField, typedIn } from './controls.ts';
import { BODY_TEXTS, offeredKinds, PLACE_TEXTS, SERVICE_TEXTS } from './form-lines.ts';
import type { FormChoices, HistoryEntry, PlaceForm, ServiceJson, TermKind } from './place-json.ts';
import { readDecimal } from './read-time.ts';
import { costRows, phoneRows, scheduleRows } from './rows.ts';

/** A part of the form, whose line has the same path (form-lines.ts). */
export interface Part {
  path: string;
  /** The element in which the part stands. */
  root: HTMLElement;
  /** Writes what the form says into the controls. */
  show: (form: PlaceForm) => void;
  /** Writes what the controls say into the form. */
  take: (form: PlaceForm) => void;
  /** Whether this change was one of the part. */
  isOf: (entry: HistoryEntry) => boolean;
}

/** A service of which nothing is known yet. */
export function blankService(): ServiceJson {
  const texts = Object.fromEntries(SERVICE_TEXTS.map((key) => [key, '']));
  return {
    ...(texts as Record<(typeof SERVICE_TEXTS)[number], string>), // The keys are exactly SERVICE_TEXTS.
    id: crypto.randomUUID(),
    costs: [],
    required_documents: [],
    terms: {},
  };
}

/** The parts that every place has, in the form that stands in the page. */
export function makePlaceParts(choices: FormChoices): Part[] {
  return [
    ...PLACE_TEXTS.map(placeTextPart),
    provincePart(choices),
    communePart(),
    discreetPart(),
    phoneRows(),
    scheduleRows(),
    listPart('languages', (entry) => entry.table === 'language' && entry.field === 'name'),
    listPart('accessibility', (entry) => entry.table === 'accessibility' && entry.field === 'description'),
    ...BODY_TEXTS.map(bodyTextPart),
    listPart('sources', (entry) => entry.linkType === 'source-url' && entry.field === 'value'),
  ];
}

/** Draws the fields of these services into the page, in the stead of what stood there, and gives their parts. */
export function makeServiceParts({ services }: PlaceForm, choices: FormChoices): Part[] {
  byId('services').replaceChildren();
  return services.flatMap((service, index) => serviceParts(service, index, services.length, choices));
}

function placeTextPart(key: (typeof PLACE_TEXTS)[number]): Part {
  const isPoint = key === 'latitude' || key === 'longitude';
  return {
    path: key,
    root: rootOf(key),
    show: (form) => {
      textField(key).value = form[key];
    },
    take: (form) => {
      form[key] = isPoint ? readDecimal(typedIn(key)) : typedIn(key);
    },
    isOf: (entry) =>
      key === 'address_1'
        ? entry.table === 'address' && entry.field === key
        : entry.table === 'location' && entry.field === key,
  };
}

function bodyTextPart(key: (typeof BODY_TEXTS)[number]): Part {
  const path = `organization.${key}`;
  return {
    path,
    root: rootOf(path),
    show: (form) => {
      textField(idOf(path)).value = form.organization[key];
    },
    take: (form) => {
      form.organization[key] = typedIn(idOf(path));
    },
    isOf: (entry) => entry.table === 'organization' && entry.field === key,
  };
}

function discreetPart(): Part {
  return {
    path: 'is_discreet',
    root: rootOf('is_discreet'),
    show: (form) => mark('is_discreet', form.is_discreet ? ['yes'] : []),
    take: (form) => {
      form.is_discreet = chosen('is_discreet').length > 0;
    },
    isOf: (entry) => entry.linkType === 'discreet' && entry.field === 'link_type',
  };
}

function listPart(
  key: 'languages' | 'accessibility' | 'sources',
  isOf: (entry: HistoryEntry) => boolean,
): Part {
  return {
    path: key,
    root: rootOf(key),
    show: (form) => {
      textField(key).value = form[key].join('\n');
    },
    take: (form) => {
      form[key] = linesIn(key);
    },
    isOf,
  };
}

function serviceParts(service: ServiceJson, index: number, count: number, choices: FormChoices): Part[] {
  const path = `services.${index}`;
  const view = cloneTemplate('editor-service-template');
  const kinds = offeredKinds(choices);
  slot(view, 'terms').append(...kinds.map((kind) => drawTerms(kind, choices)));
  prefixIds(view, `services-${index}-`);
  const heading = editor.rows.service(index + 1, service.name);
  fillSlots(view, { service: count === 1 ? '' : heading, 'which-service': ` (${heading})` });
  slot(view, 'service').hidden = count === 1;
  // A place offers something, or it is none.
  slot(view, 'remove-service').hidden = count === 1;
  slot(view, 'remove-service').dataset.service = service.id;
  byId('services').append(view);

  const own = (form: PlaceForm): ServiceJson | undefined => form.services[index];
  return [
    ...SERVICE_TEXTS.map((key): Part => {
      const id = idOf(`${path}.${key}`);
      return {
        path: `${path}.${key}`,
        root: rootOf(`${path}.${key}`),
        show: (form) => {
          textField(id).value = own(form)?.[key] ?? '';
        },
        take: (form) => {
          const into = own(form);
          if (into) into[key] = typedIn(id);
        },
        isOf: (entry) => entry.table === 'service' && entry.rowId === service.id && entry.field === key,
      };
    }),
    costRows(`${path}.costs`, own),
    documentsPart(`${path}.required_documents`, own),
    ...kinds.map((kind) => termsPart(`${path}.terms.${kind}`, kind, own)),
  ];
}

type OwnService = (form: PlaceForm) => ServiceJson | undefined;

function documentsPart(path: string, own: OwnService): Part {
  return {
    path,
    root: rootOf(path),
    show: (form) => {
      textField(idOf(path)).value = own(form)?.required_documents.join('\n') ?? '';
    },
    take: (form) => {
      const into = own(form);
      if (into) into.required_documents = linesIn(idOf(path));
    },
    isOf: (entry) => entry.table === 'required_document' && entry.field === 'document',
  };
}

function termsPart(path: string, kind: TermKind, own: OwnService): Part {
  return {
    path,
    root: rootOf(path),
    show: (form) => mark(idOf(path), own(form)?.terms[kind] ?? []),
    take: (form) => {
      const into = own(form);
      if (into) into.terms[kind] = chosen(idOf(path));
    },
    isOf: (entry) => entry.linkType === kind && entry.field === 'value',
  };
}

function drawTerms(kind: TermKind, choices: FormChoices): DocumentFragment {
  const view = cloneTemplate('editor-terms-template');
  const id = `terms-${kind}`;
  slot(view, 'part').id = `${id}-muc`;
  fillSlots(view, { legend: editor.terms[kind] });
  slot(view, 'choices').append(
    ...choices.terms[kind].map((term, index) => {
      const line = cloneTemplate('editor-term-template');
      const [box, label] = [line.querySelector('input'), line.querySelector('label')];
      if (box === null || label === null) throw new Error('the template of a term lacks its box');
      box.id = index === 0 ? id : `${id}-${index + 1}`;
      box.name = id;
      box.value = term.id;
      label.htmlFor = box.id;
      label.textContent = term.name;
      return line;
    }),
  );
  return view;
}
