/** The page to come back with a code, without JavaScript: the Worker opens, seals and erases on the person's behalf. */
import { writeAgeFile } from '../../domain/age-file.ts';
import { type CodeReading, readCode } from '../../domain/code.ts';
import { deriveFromCode } from '../../domain/derive.ts';
import { localDay } from '../../domain/local-day.ts';
import { messageIdFor } from '../../domain/message-id.ts';
import { deskInside } from '../../domain/read-thread.ts';
import { readMessageText } from '../../domain/request-form.ts';
import { sealMessage } from '../../domain/seal-request.ts';
import { isUuid } from '../../domain/uuid.ts';
import type { ErrorCode } from '../errors.ts';
import { failureCode } from '../failure-code.ts';
import { type Brake, noBrake } from '../http/limit-rate.ts';
import { addPersonMessage } from './add-person-message.ts';
import { type ActPage, answerAct, isAct, keepAct } from './follow-acts.ts';
import { openThread } from './open-thread.ts';
import { type OpenedThread, openForAct, type Person, readOpened } from './opened-thread.ts';
import { withdrawInquiry } from './withdraw-inquiry.ts';

/** What is wrong with a typed code. */
export type CodeProblem = Exclude<CodeReading, { ok: true }>;

/** What the page shows. */
export type FollowPage =
  | { view: 'ask'; typed: string; problem: CodeProblem | null; error: ErrorCode | null }
  | {
      view: 'thread';
      code: string;
      thread: OpenedThread;
      /** Whether the person has asked to see their own words. */
      isOwnShown: boolean;
      /** The seed of the next message's id, so that sending it twice stores it once. */
      messageId: string;
      draft: string;
      problem: 'missing' | 'too-long' | null;
      error: ErrorCode | null;
      /** What was just done. */
      done: 'reply' | 'contact' | 'data' | null;
    }
  | ActPage
  /** The thread could not be opened now: the message waits in the page, to be sent again. */
  | { view: 'unsent'; code: string; messageId: string; draft: string; error: ErrorCode }
  /** Done, but the thread could not be shown with it now. */
  | { view: 'unshown'; code: string; done: 'reply' | 'contact' | 'data' }
  | { view: 'withdraw'; code: string }
  /** `erasedOn` is the day in Việt Nam. */
  | { view: 'withdrawn'; erasedOn: string };

/** The forms that carry words of the person; the others only bring the code. */
const SENDING: ReadonlySet<string> = new Set(['reply', 'contact', 'data', 'complaint']);

type Stores = Pick<Env, 'DB' | 'ERASE_KEYS'>;

/** The page on GET. */
export const EMPTY_FOLLOW_PAGE: FollowPage = { view: 'ask', typed: '', problem: null, error: null };

/**
 * Answers a POST of one of the page's forms: `open`, `open-own`, `reply`, `withdraw-ask`, `withdraw` or an act of
 * follow-acts.ts.
 *
 * @throws nothing that a person's input can cause: every problem is a page that keeps what was typed
 */
export async function answerFollowPage(
  env: Stores,
  form: FormData,
  now: Date,
  brake: Brake = noBrake,
): Promise<FollowPage> {
  const values = (name: string) => form.getAll(name).filter((value) => typeof value === 'string');
  const value = (name: string) => values(name)[0] ?? '';
  const typed = value('code');
  const reading = readCode(typed);
  if (!reading.ok) return { view: 'ask', typed, problem: reading, error: null };
  const { code } = reading;
  const step = value('step');
  // Nothing is asked of the stores before the person has said yes: whoever is in a hurry gets the question at once.
  if (step === 'withdraw-ask') return { view: 'withdraw', code };
  try {
    await brake(SENDING.has(step) ? 'BRAKE_SENDING' : 'BRAKE_CODES');
    const person: Person = { code, secrets: await deriveFromCode(code) };
    if (step === 'withdraw') {
      await withdrawInquiry(env, person.secrets.lookup, now);
      return { view: 'withdrawn', erasedOn: localDay(now) };
    }
    if (step === 'reply')
      return await reply(env, person, { id: value('messageId'), raw: value('text') }, now);
    if (isAct(step)) {
      const answer = await answerAct(env, person, step, values, now);
      return answer.view === 'done' ? await showDone(env, person, answer.done, now) : answer;
    }
    return await showThread(env, person, step === 'open-own', now);
  } catch (error) {
    const failed = failureCode(error);
    if (failed === null) throw error;
    const kept = isAct(step) && failed !== 'not_found' ? keepAct(code, step, values, failed) : null;
    if (kept !== null) return kept;
    const draft = step === 'reply' ? value('text') : '';
    return draft === '' || failed === 'not_found'
      ? { view: 'ask', typed, problem: null, error: failed }
      : { view: 'unsent', code, messageId: value('messageId'), draft, error: failed };
  }
}

async function showThread(
  env: Stores,
  person: Person,
  isOwnShown: boolean,
  now: Date,
): Promise<Extract<FollowPage, { view: 'thread' }>> {
  return {
    view: 'thread',
    code: person.code,
    thread: await readOpened(await openThread(env, person.secrets.lookup, now), person.secrets),
    isOwnShown,
    messageId: crypto.randomUUID(),
    draft: '',
    problem: null,
    error: null,
    done: null,
  };
}

/** The thread with what was just done; where it cannot be opened now, that alone. @throws AppError `not_found` */
async function showDone(
  env: Stores,
  person: Person,
  done: 'reply' | 'contact' | 'data',
  now: Date,
): Promise<FollowPage> {
  try {
    return { ...(await showThread(env, person, false, now)), done };
  } catch (error) {
    const failed = failureCode(error);
    if (failed === null || failed === 'not_found') throw error;
    return { view: 'unshown', code: person.code, done };
  }
}

async function reply(
  env: Stores,
  person: Person,
  message: { id: string; raw: string },
  now: Date,
): Promise<FollowPage> {
  const { secrets } = person;
  const text = readMessageText(message.raw);
  const again = async () => ({ ...(await showThread(env, person, false, now)), draft: message.raw });
  if (!text.ok) return { ...(await again()), problem: text.problem };
  const desk = deskInside((await openForAct(env, person, now)).request);
  if (desk === null) return { ...(await again()), error: 'request_altered' };
  const seed = isUuid(message.id) ? message.id : crypto.randomUUID();
  const id = messageIdFor(seed, text.text);
  const sealed = await sealMessage(
    { id, from: 'person', text: text.text },
    { ...secrets, desk },
    writeAgeFile,
  );
  try {
    await addPersonMessage(env, { lookup: secrets.lookup, id, sealed }, now);
  } catch (error) {
    const failed = failureCode(error);
    if (failed === null) throw error;
    return { ...(await again()), messageId: seed, error: failed };
  }
  return showDone(env, person, 'reply', now);
}
