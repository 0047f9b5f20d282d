/** A place's form put into words, line by line: to be checked, compared and shown beside what is typed. */
import { editor } from '../../../../words/vi-editor.ts';
import {
  type CostJson,
  type FormChoices,
  type PhoneJson,
  type PlaceForm,
  type ScheduleJson,
  type ServiceJson,
  TERM_KINDS,
  type TermKind,
} from './place-json.ts';

/** One line. Lines of the same path and text say the same. */
export interface Line {
  /** As the API names the field: "name", "phones", "services.0.alert". */
  path: string;
  label: string;
  /** Empty when it is not known. */
  text: string;
}

/** Fields of a place and of a service that are one text each. */
export const PLACE_TEXTS = ['name', 'address_1', 'transportation', 'latitude', 'longitude'] as const;
export const SERVICE_TEXTS = [
  'name',
  'description',
  'eligibility_description',
  'minimum_age',
  'maximum_age',
  'application_process',
  'fees_description',
  'wait_time',
  'alert',
  'url',
  'email',
] as const;
/** Fields of the managing body. */
export const BODY_TEXTS = ['name', 'website', 'email'] as const;

/** All lines of a form, in its order. */
export function linesOf(form: PlaceForm, choices: FormChoices): Line[] {
  const { fields } = editor;
  const line = (path: keyof typeof fields, text: string): Line => ({ path, label: fields[path], text });
  return [
    line('name', form.name),
    line('address_1', form.address_1),
    line('province_code', nameOf(choices.provinces, form.province_code)),
    line('commune_code', nameOf(choices.communes, form.commune_code)),
    line('transportation', form.transportation),
    line('latitude', form.latitude),
    line('longitude', form.longitude),
    line('is_discreet', form.is_discreet ? editor.yes : editor.no),
    line('phones', form.phones.map(describePhone).join('; ')),
    line('schedules', form.schedules.map(describeSchedule).join('; ')),
    line('languages', form.languages.join('; ')),
    line('accessibility', form.accessibility.join('; ')),
    ...BODY_TEXTS.map((key) => ({
      path: `organization.${key}`,
      label: editor.body[key],
      text: form.organization[key],
    })),
    line('sources', form.sources.join('; ')),
    ...form.services.flatMap((service, index) =>
      linesOfService(service, choices, `services.${index}`).map((own) => ({
        ...own,
        label: form.services.length === 1 ? own.label : editor.rows.serviceLine(index + 1, own.label),
      })),
    ),
  ];
}

function linesOfService(service: ServiceJson, choices: FormChoices, path: string): Line[] {
  const { fields } = editor;
  return [
    ...SERVICE_TEXTS.map((key) => ({
      path: `${path}.${key}`,
      label: key === 'name' ? fields.serviceName : fields[key],
      text: service[key],
    })),
    {
      path: `${path}.costs`,
      label: fields.costs,
      text: service.costs.map(describeCost).join('; '),
    },
    {
      path: `${path}.required_documents`,
      label: fields.required_documents,
      text: service.required_documents.join('; '),
    },
    ...offeredKinds(choices).map((kind) => ({
      path: `${path}.terms.${kind}`,
      label: editor.terms[kind],
      text: choices.terms[kind]
        .filter(({ id }) => service.terms[kind]?.includes(id))
        .map(({ name }) => name)
        .join('; '),
    })),
  ];
}

/** The kinds of terms that there is anything to choose of. */
export function offeredKinds(choices: FormChoices): TermKind[] {
  return TERM_KINDS.filter((kind) => choices.terms[kind].length > 0);
}

function describePhone({ number, description }: PhoneJson): string {
  return editor.phoneLine(number, description);
}

function describeCost({ option, amount, amount_description }: CostJson): string {
  return editor.costLine(option, amount, amount_description);
}

function describeSchedule(row: ScheduleJson): string {
  return editor.scheduleLine({
    days: describeDays(row.byday),
    hours: editor.hours(row.opens_at, row.closes_at),
    dates: editor.dates(describeDate(row.valid_from), describeDate(row.valid_to)),
    description: row.description,
  });
}

/** Days of the week in words ("thứ Hai, Ba"); what is no list of days stays as it is. */
export function describeDays(byday: string): string {
  const days = byday.split(',').flatMap((day) => (day in editor.days ? [day] : []));
  if (days.length === 0) return byday;
  if (days.length === 7) return editor.everyDay;
  const names: Record<string, string> = editor.days;
  return editor.dayList(days.map((day) => names[day] ?? day));
}

/** An ISO day as it is written in Việt Nam; anything else stays as it is. */
export function describeDate(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  return year === undefined ? day : `${Number(date)}/${Number(month)}/${year}`;
}

/** A moment of the history on a clock in Việt Nam. */
export function describeMoment(at: string): string {
  return WHEN.format(new Date(at));
}

const WHEN = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: 'numeric',
  month: 'numeric',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function nameOf(choices: readonly { code: string; name: string }[], code: string): string {
  return choices.find((choice) => choice.code === code)?.name ?? code;
}
