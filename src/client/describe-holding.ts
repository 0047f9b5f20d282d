/** The text of everything that is held about a request: for the server's page and the scripts alike. */
import { CONSENT, type ConsentVersion, SHARED_CONSENTS } from '../../domain/consent.ts';
import type { ContactEnvelope } from '../../domain/envelope.ts';
import { localHour } from '../../domain/hour.ts';
import type { ReadMessage, ReadRequest } from '../../domain/read-thread.ts';
import { request as requestWords, times } from '../../words/vi.ts';
import { complaintConsent, holdingText as words } from '../../words/vi-follow.ts';
import {
  describeEvents,
  describeMessage,
  describeStatus,
  type ThreadEvent,
  type ThreadStatus,
} from './describe-thread.ts';

const ADDRESS_KEYS = ['v', 'kind', 'desk', 'deskRecipient', 'recipient', 'proof'];

/** What the text says in sentences of its own, or what is no fact about the person. */
const REQUEST_KEYS = new Set([
  ...ADDRESS_KEYS,
  'resultKnown',
  'forWhom',
  'ageBand',
  'help',
  'words',
  'complaintAbout',
  'substances',
  'urgency',
  'place',
  'once',
]);
const CONTACT_KEYS = new Set([...ADDRESS_KEYS, 'answerBy', 'phone', 'safeHours', 'opening', 'id']);

const { consent } = requestWords.form;

/** Each text by the name under which it was agreed to. */
const CONSENT_TEXTS: Readonly<Record<string, string>> = {
  [CONSENT.withCode]: consent.readWithCode,
  [CONSENT.once]: consent.readOnce,
  [CONSENT.either]: consent.read,
  [CONSENT.eitherOnce]: consent.read,
  [CONSENT.complaint]: complaintConsent.text,
} satisfies Record<ConsentVersion, string>;

/** What is held, opened. */
export interface Holding {
  desk: { name: string; operator: string };
  receivedHour: string;
  status: ThreadStatus;
  consentVersion: string;
  recipient: string;
  seenMessages: number;
  events: readonly ThreadEvent[];
  request: ReadRequest;
  /** Null when it was altered. */
  contact: ContactEnvelope | null;
  messages: readonly ReadMessage[];
}

/** Everything that is held about a request, as one text to keep. The code is not in it. */
export function describeHolding(holding: Holding, now: Date): string {
  const { desk, messages, events } = holding;
  return [
    words.title,
    words.madeAt(hourOf(now.toISOString())),
    '',
    words.plainTitle,
    line(words.desk, desk.name),
    line(words.operator, desk.operator),
    line(words.arrived, hourOf(holding.receivedHour)),
    line(words.status, describeStatus(holding, messages)),
    ...describeEvents(events, messages).map((event) => `- ${event}`),
    line(words.consent, holding.consentVersion),
    ...describeConsent(holding),
    line(words.recipient, holding.recipient),
    line(words.messages, String(messages.length)),
    line(words.seen, String(holding.seenMessages)),
    words.lengths,
    '',
    words.sealedTitle,
    ...describeRequest(holding.request),
    ...describeContact(holding.contact),
    '',
    words.threadTitle,
    ...(messages.length === 0 ? [words.noMessages, ''] : messages.map(describeLine)),
    words.elsewhereTitle,
    ...words.elsewhere.map((each) => `- ${each}`),
    '',
  ].join('\n');
}

/** The text that was agreed to, by the name that is stored; what an earlier name cannot tell is said. */
function describeConsent({ consentVersion, request }: Holding): string[] {
  const text = CONSENT_TEXTS[consentVersion];
  if (text !== undefined) return [words.consented(text)];
  if (!SHARED_CONSENTS.includes(consentVersion)) return [];
  return [request.envelope?.complaintAbout === undefined ? words.consentShared : words.consentNotAsked];
}

function describeRequest({ envelope }: ReadRequest): string[] {
  if (envelope === null) return [words.damaged];
  const { clock, form } = requestWords;
  const named = (values: readonly string[], options: Record<string, string>): string =>
    values.map((value) => options[value] ?? value).join('; ');
  const { substances, urgency, place } = envelope;
  const answers =
    envelope.complaintAbout === undefined
      ? [
          line(words.resultKnown, clock.options[envelope.resultKnown]),
          line(words.forWhom, form.forWhom[envelope.forWhom]),
          line(words.ageBand, form.ageBand[envelope.ageBand]),
          line(words.help, named(envelope.help, form.help.options)),
          ...(substances ? [line(words.substances, named(substances, form.substances.options))] : []),
          ...(urgency ? [line(words.urgency, named([urgency], form.urgency.options))] : []),
          ...(place ? [line(words.place, place)] : []),
          ...(envelope.once ? [line(words.once, words.isOnce)] : []),
        ]
      : [line(words.complaintAbout, envelope.complaintAbout)];
  return [...answers, ...describeRest(envelope, REQUEST_KEYS), line(words.words, envelope.words)];
}

/** Facts that have no sentence here are named as the envelope names them: nothing that is held is left out. */
function describeRest(envelope: object, known: ReadonlySet<string>): string[] {
  return Object.entries(envelope).flatMap(([key, value]) =>
    known.has(key) || value === undefined ? [] : [line(key, [value].flat().map(String).join('; '))],
  );
}

function describeContact(contact: ContactEnvelope | null): string[] {
  if (contact === null) return [line(words.answerBy, words.damaged)];
  const way = line(words.answerBy, words.answerWays[contact.answerBy]);
  return contact.answerBy === 'code'
    ? [way]
    : [
        way,
        line(words.phone, contact.phone),
        line(words.safeHours, contact.safeHours),
        ...(contact.opening ? [line(words.opening, contact.opening)] : []),
        ...describeRest(contact, CONTACT_KEYS),
      ];
}

function describeLine(message: ReadMessage): string {
  const { head, hour, act, text } = describeMessage(message);
  return [`[${head}. ${hour}]`, act, text, ''].filter((each, index) => each !== '' || index === 3).join('\n');
}

function line(label: string, value: string): string {
  return `${label}: ${value === '' ? words.none : value}`;
}

function hourOf(moment: string): string {
  return times.hour(localHour(moment));
}
