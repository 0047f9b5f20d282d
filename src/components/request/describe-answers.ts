/** The answers of a posted form in words, for the page on which they are read once more. */
import { readRequestConsent } from '../../../domain/consent.ts';
import { type ChangeableField, isAskedOnce, type ReadField } from '../../../domain/request-form.ts';
import { askOnce, request } from '../../../words/vi.ts';

const { clock, form: words } = request;

/** The question of each field, as it stands above it. */
export const questions: Record<ChangeableField, string> = {
  resultKnown: clock.legend,
  forWhom: words.forWhom.legend,
  ageBand: words.ageBand.legend,
  help: words.help.legend,
  substances: words.substances.legend,
  urgency: words.urgency.legend,
  place: words.place.label,
  desk: words.desk.legend,
  answerBy: words.answerBy.legend,
  once: askOnce.legend,
  phone: words.phone.label,
  safeHours: words.safeHours.label,
  opening: words.opening.label,
  words: words.words.label,
  consentRead: words.consent.title,
};

interface Line {
  question: string;
  answer: string;
  /** The field that is changed. */
  change: ChangeableField;
}

/**
 * One line for each question that the answers call for.
 *
 * @param deskName the name of the desk that was chosen
 */
export function describeAnswers(read: ReadField, deskName: string): Line[] {
  const typed = (name: ChangeableField): string => (read(name)[0] ?? '').trim();
  const isByPhone = read('answerBy')[0] === 'phone';
  const chosen = (name: ChangeableField, labels: Readonly<Record<string, string>>): string =>
    read(name)
      .flatMap((value) => labels[value] ?? [])
      .join('\n');
  const answers: [ChangeableField, string][] = [
    ['resultKnown', chosen('resultKnown', clock.options)],
    ['forWhom', chosen('forWhom', { self: words.forWhom.self, relative: words.forWhom.relative })],
    [
      'ageBand',
      chosen('ageBand', {
        adult: words.ageBand.adult,
        'under-18': words.ageBand['under-18'],
        unsaid: words.ageBand.unsaid,
      }),
    ],
    ['help', chosen('help', words.help.options)],
    ['substances', chosen('substances', words.substances.options)],
    ['urgency', chosen('urgency', words.urgency.options)],
    ['place', typed('place')],
    ['desk', deskName],
    ['answerBy', chosen('answerBy', { code: words.answerBy.code, phone: words.answerBy.phone })],
    ['once', isAskedOnce(read) ? askOnce.label : askOnce.keep],
    ...(isByPhone
      ? (['phone', 'safeHours', 'opening'] as const).map((name): [ChangeableField, string] => [
          name,
          typed(name),
        ])
      : []),
    ['words', typed('words')],
    ['consentRead', consentsOf(read, isByPhone)],
  ];
  return answers.map(([change, answer]) => ({ question: questions[change], answer, change }));
}

/** What was agreed to, of what is asked for: a consent that was left ticked for nothing is none. */
function consentsOf(read: ReadField, isByPhone: boolean): string {
  const given = (name: string): boolean => read(name)[0] === 'yes';
  const isRead = readRequestConsent(read('consentRead')[0], isAskedOnce(read)) !== null;
  return [
    ...(isRead ? [words.consent.legend] : []),
    ...(given('consentPlace') && (read('place')[0] ?? '').trim() !== '' ? [words.consent.placeLegend] : []),
    ...(given('consentCall') && isByPhone ? [words.consent.callLegend] : []),
  ].join('\n');
}
