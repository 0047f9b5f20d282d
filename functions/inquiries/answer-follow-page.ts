/** The page to come back with a code, without JavaScript: the Worker opens, seals and erases on the person's behalf. */
import { type CodeReading, readCode } from '../../domain/code.ts';
import { type CodeSecrets, deriveFromCode } from '../../domain/derive.ts';
import { type ReadMessage, type ReadRequest, readOwnThread } from '../../domain/read-thread.ts';
import { readMessageText } from '../../domain/request-form.ts';
import { sealMessage } from '../../domain/seal-request.ts';
import type { ErrorCode } from '../errors.ts';
import { failureCode } from '../failure-code.ts';
import { type Brake, noBrake } from '../http/limit-rate.ts';
import { addPersonMessage } from './add-person-message.ts';
import type { Desk } from './list-desks.ts';
import { openThread, type PersonThread } from './open-thread.ts';
import { withdrawInquiry } from './withdraw-inquiry.ts';

/** What is wrong with a typed code. */
export type CodeProblem = Exclude<CodeReading, { ok: true }>;

/** A thread as the person sees it. */
export interface OpenedThread {
  status: PersonThread['status'];
  receivedHour: string;
  desk: Desk;
  request: ReadRequest;
  messages: ReadMessage[];
}

/** What the page shows. */
export type FollowPage =
  | { view: 'ask'; typed: string; problem: CodeProblem | null; error: ErrorCode | null }
  | {
      view: 'thread';
      code: string;
      thread: OpenedThread;
      /** The id for the next message, so that sending it twice stores it once. */
      messageId: string;
      draft: string;
      problem: 'missing' | 'too-long' | null;
      error: ErrorCode | null;
      isSent: boolean;
    }
  /** The thread could not be opened now: the message waits in the page, to be sent again. */
  | { view: 'unsent'; code: string; messageId: string; draft: string; error: ErrorCode }
  | { view: 'withdraw'; code: string }
  | { view: 'withdrawn' };

type Stores = Pick<Env, 'DB' | 'ERASE_KEYS'>;

/** The page on GET. */
export const EMPTY_FOLLOW_PAGE: FollowPage = { view: 'ask', typed: '', problem: null, error: null };

/**
 * Answers a POST of one of the page's forms: `open`, `reply`, `withdraw-ask` or `withdraw`.
 *
 * @throws nothing that a person's input can cause: every problem is a page that keeps what was typed
 */
export async function answerFollowPage(
  env: Stores,
  form: FormData,
  now: Date,
  brake: Brake = noBrake,
): Promise<FollowPage> {
  const value = (name: string) => {
    const found = form.get(name);
    return typeof found === 'string' ? found : '';
  };
  const typed = value('code');
  const reading = readCode(typed);
  if (!reading.ok) return { view: 'ask', typed, problem: reading, error: null };
  const { code } = reading;
  const step = value('step');
  try {
    await brake(step === 'reply' ? 'BRAKE_SENDING' : 'BRAKE_CODES');
    const secrets = await deriveFromCode(code);
    switch (step) {
      case 'reply':
        return await reply(env, code, secrets, { id: value('messageId'), raw: value('text') }, now);
      case 'withdraw-ask':
        await openThread(env, secrets.lookup, now);
        return { view: 'withdraw', code };
      case 'withdraw':
        await withdrawInquiry(env, secrets.lookup);
        return { view: 'withdrawn' };
      default:
        return await showThread(env, code, secrets, now);
    }
  } catch (error) {
    const failed = failureCode(error);
    if (failed === null) throw error;
    const draft = step === 'reply' ? value('text') : '';
    return draft === '' || failed === 'not_found'
      ? { view: 'ask', typed, problem: null, error: failed }
      : { view: 'unsent', code, messageId: value('messageId'), draft, error: failed };
  }
}

async function showThread(
  env: Stores,
  code: string,
  secrets: CodeSecrets,
  now: Date,
): Promise<Extract<FollowPage, { view: 'thread' }>> {
  const thread = await openThread(env, secrets.lookup, now);
  const { status, receivedHour, desk } = thread;
  return {
    view: 'thread',
    code,
    thread: { status, receivedHour, desk, ...(await readOwnThread(thread, secrets)) },
    messageId: crypto.randomUUID(),
    draft: '',
    problem: null,
    error: null,
    isSent: false,
  };
}

async function reply(
  env: Stores,
  code: string,
  secrets: CodeSecrets,
  message: { id: string; raw: string },
  now: Date,
): Promise<FollowPage> {
  const before = await showThread(env, code, secrets, now);
  const text = readMessageText(message.raw);
  if (!text.ok) return { ...before, draft: message.raw, problem: text.problem };
  // To the desk and key inside the envelope: whoever changed the columns would read what is sealed to those.
  const { envelope } = before.thread.request;
  if (envelope === null) return { ...before, draft: message.raw, error: 'request_altered' };
  const id = UUID.test(message.id) ? message.id : crypto.randomUUID();
  const desk = { id: envelope.desk, recipient: envelope.deskRecipient };
  const sealed = await sealMessage({ id, from: 'person', text: text.text }, { ...secrets, desk });
  try {
    await addPersonMessage(env, { lookup: secrets.lookup, id, sealed }, now);
  } catch (error) {
    const failed = failureCode(error);
    if (failed === null) throw error;
    return { ...before, draft: message.raw, messageId: id, error: failed };
  }
  return { ...(await showThread(env, code, secrets, now)), isSent: true };
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
