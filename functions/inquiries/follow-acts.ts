/** The acts of a person who comes back, without JavaScript: each is a question (`…-ask`) and what they answer to it. */
import { writeAgeFile } from '../../domain/age-file.ts';
import { makeCode, readCode } from '../../domain/code.ts';
import type { ContactEnvelope } from '../../domain/envelope.ts';
import {
  type ComplaintProblem,
  type ContactField,
  type DataFormProblem,
  isComplaintAgreed,
  readComplaintForm,
  readContactForm,
  readDataForm,
} from '../../domain/follow-forms.ts';
import { messageIdFor } from '../../domain/message-id.ts';
import { deskInside, readContact } from '../../domain/read-thread.ts';
import type { ReadField } from '../../domain/request-form.ts';
import { sealContactChange } from '../../domain/seal-follow.ts';
import { type DeskAddress, sealMessage } from '../../domain/seal-request.ts';
import { isUuid } from '../../domain/uuid.ts';
import { followActMessages } from '../../words/vi-follow.ts';
import type { ErrorCode } from '../errors.ts';
import { failureCode } from '../failure-code.ts';
import { addPersonMessage } from './add-person-message.ts';
import { changeContact } from './change-contact.ts';
import { fileComplaint, findComplaintDesk } from './file-complaint.ts';
import type { Desk } from './list-desks.ts';
import { type OpenedThread, openForAct, type Person } from './opened-thread.ts';
import type { Receipt } from './submit-inquiry.ts';

/** A page of one of the acts. `values` gives back what was typed. */
export type ActPage =
  | {
      view: 'contact';
      code: string;
      messageId: string;
      values: ReadField;
      problems: ContactField[];
      error: ErrorCode | null;
    }
  | {
      view: 'data';
      code: string;
      messageId: string;
      values: ReadField;
      daysOff: OpenedThread['daysOff'];
      problem: DataFormProblem | null;
      error: ErrorCode | null;
    }
  | ({ view: 'holding' } & Held)
  /** To be saved as a file instead of shown. */
  | ({ view: 'holding-file' } & Held)
  | {
      view: 'complaint';
      code: string;
      /** The complaint's own code, made before the first attempt to send it. */
      newCode: string;
      /** Null when the thread could not be opened now. */
      about: Desk | null;
      /** Null when no other desk takes complaints. */
      to: Desk | null;
      /** The id of the desk that the person has read of; empty before the first page. */
      told: string;
      draft: string;
      isAgreed: boolean;
      /**
       * `complaintCode`: it came with the code of this very request, under which nothing else can be stored.
       * `complaintMoved`: the desk that the person has read of takes complaints no more.
       */
      problems: (ComplaintProblem | 'complaintCode' | 'complaintMoved')[];
      error: ErrorCode | null;
    }
  | { view: 'complained'; newCode: string; receipt: Receipt; desk: Desk };

/** What is held about a request, opened. */
interface Held {
  code: string;
  thread: OpenedThread;
  contact: ContactEnvelope | null;
}

const ACTS = [
  'contact-ask',
  'contact',
  'data-ask',
  'data',
  'holding',
  'holding-file',
  'complaint-ask',
  'complaint',
] as const;
type Act = (typeof ACTS)[number];
type Stores = Pick<Env, 'DB' | 'ERASE_KEYS'>;

/** Whether a form's step is one of the acts. */
export function isAct(step: string): step is Act {
  return ACTS.some((act) => act === step);
}

/**
 * Answers a form of one of the acts.
 *
 * @returns the act's page, or `done` when the thread is to be shown again
 * @throws AppError `not_found`, `storage_unavailable`
 */
export async function answerAct(
  env: Stores,
  person: Person,
  act: Act,
  values: ReadField,
  now: Date,
): Promise<ActPage | { view: 'done'; done: 'contact' | 'data' }> {
  const { code } = person;
  const thread = await openForAct(env, person, now);
  const contact = emptyContact(code, values);
  const data = { ...emptyData(code, values), daysOff: thread.daysOff };
  switch (act) {
    case 'contact-ask':
      return contact;
    case 'contact': {
      const form = readContactForm(values);
      if (!form.ok) return { ...contact, problems: form.problems };
      const id = messageIdFor(contact.messageId, form.answers);
      const error = await send(thread, async (desk) => {
        const change = { ...form.answers, id, text: followActMessages.contactText };
        const sealed = await sealContactChange(change, desk, person.secrets, writeAgeFile);
        await changeContact(env, { lookup: person.secrets.lookup, id, ...sealed }, now);
      });
      return error === null ? { view: 'done', done: 'contact' } : { ...contact, error };
    }
    case 'data-ask':
      return data;
    case 'data': {
      const form = readDataForm(values, followActMessages.requestTexts);
      if (!form.ok) return { ...data, problem: form.problem };
      const { dataRequest, text } = form;
      const id = messageIdFor(data.messageId, [dataRequest, text]);
      const error = await send(thread, async (desk) => {
        const message = { id, from: 'person', text, dataRequest } as const;
        const sealed = await sealMessage(message, { ...person.secrets, desk }, writeAgeFile);
        await addPersonMessage(env, { lookup: person.secrets.lookup, id, sealed }, now);
      });
      return error === null ? { view: 'done', done: 'data' } : { ...data, error };
    }
    case 'holding':
    case 'holding-file':
      return { view: act, code, thread, contact: await openOwnContact(thread, person) };
    case 'complaint-ask':
    case 'complaint':
      return complain(env, person, thread, { isAsked: act === 'complaint-ask', values }, now);
  }
}

/**
 * The form of an act that could not be done now, with what was typed, to be sent again.
 *
 * @returns null for an act that takes no words
 */
export function keepAct(code: string, act: Act, values: ReadField, error: ErrorCode): ActPage | null {
  if (act === 'contact') return { ...emptyContact(code, values), error };
  if (act === 'data') return { ...emptyData(code, values), error };
  return act === 'complaint' ? { ...emptyComplaint(code, values), error } : null;
}

/** Seals to the desk inside the envelope and sends; what the server answers to a failure, null when it was stored. */
async function send(
  thread: OpenedThread,
  act: (desk: DeskAddress) => Promise<void>,
): Promise<ErrorCode | null> {
  const desk = deskInside(thread.request);
  if (desk === null) return 'request_altered';
  try {
    await act(desk);
    return null;
  } catch (error) {
    const failed = failureCode(error);
    if (failed === null) throw error;
    return failed;
  }
}

async function openOwnContact(thread: OpenedThread, { secrets }: Person): Promise<ContactEnvelope | null> {
  const { request, contact, messages } = thread;
  if (request.envelope === null) return null;
  return (await readContact(contact, secrets.identity, request.envelope, messages)).envelope;
}

async function complain(
  env: Stores,
  { code }: Person,
  { desk: about }: OpenedThread,
  { isAsked, values }: { isAsked: boolean; values: ReadField },
  now: Date,
): Promise<ActPage> {
  const empty = emptyComplaint(code, values);
  const { newCode, told } = empty;
  const to = await findComplaintDesk(env, { about: about.id, told }, now);
  const page = { ...empty, about, to };
  if (isAsked) return page;
  const form = readComplaintForm(values);
  if (!form.ok) return { ...page, problems: form.problems };
  if (newCode === code) return { ...page, newCode: makeCode(), problems: ['complaintCode'] };
  try {
    const complaint = { code: newCode, about, to: to?.id === told ? to : null, words: form.words };
    const filed = await fileComplaint(env, complaint, now);
    if (filed !== null) return { view: 'complained', newCode, ...filed };
    // What they agreed to was that the other desk reads it.
    return to === null
      ? { ...page, error: 'desk_closed' }
      : { ...page, isAgreed: false, problems: ['complaintMoved'] };
  } catch (error) {
    const failed = failureCode(error);
    if (failed === null) throw error;
    return { ...page, error: failed };
  }
}

function emptyContact(code: string, values: ReadField): Extract<ActPage, { view: 'contact' }> {
  return { view: 'contact', code, messageId: messageIdOf(values), values, problems: [], error: null };
}

function emptyData(code: string, values: ReadField): Extract<ActPage, { view: 'data' }> {
  const messageId = messageIdOf(values);
  return { view: 'data', code, messageId, values, daysOff: [], problem: null, error: null };
}

/** The seed of the id of the form's message, so that sending it twice stores it once. */
function messageIdOf(values: ReadField): string {
  const given = values('messageId')[0] ?? '';
  return isUuid(given) ? given : crypto.randomUUID();
}

/** The form of a complaint with what was typed, and with its own code, made when there is none yet. */
function emptyComplaint(code: string, values: ReadField): Extract<ActPage, { view: 'complaint' }> {
  const reading = readCode(values('newCode')[0] ?? '');
  return {
    view: 'complaint',
    code,
    newCode: reading.ok ? reading.code : makeCode(),
    about: null,
    to: null,
    told: values('to')[0] ?? '',
    draft: values('text')[0] ?? '',
    isAgreed: isComplaintAgreed(values),
    problems: [],
    error: null,
  };
}
