/**
 * The request page without JavaScript: what each POST of its forms leads to. The Worker seals on the person's
 * behalf; nothing of the form is kept but the sealed parts.
 */
import { writeAgeFile } from '../../domain/age-file.ts';
import { makeCode, readCode } from '../../domain/code.ts';
import type { RequestConsent } from '../../domain/consent.ts';
import { deriveFromCode } from '../../domain/derive.ts';
import { type Ground, orderByPlace } from '../../domain/desk-area.ts';
import { asTried } from '../../domain/earlier-sending.ts';
import {
  CHANGEABLE_FIELDS,
  type ChangeableField,
  type FormProblem,
  LIMITS,
  RESULT_KNOWN,
  type ReadField,
  type RequestAnswers,
  readRequestForm,
} from '../../domain/request-form.ts';
import { checkSavedGroup, type SavedProblem } from '../../domain/saved-proof.ts';
import { sealRequest } from '../../domain/seal-request.ts';
import { isTrapSprung } from '../../domain/trap.ts';
import { findGround } from '../directory/find-ground.ts';
import { AppError, type ErrorCode } from '../errors.ts';
import { failureCode } from '../failure-code.ts';
import { type Brake, noBrake } from '../http/limit-rate.ts';
import { confirmSaved } from './confirm-saved.ts';
import { type Desk, listDesks } from './list-desks.ts';
import { drawReceiptAgain, drawReceived, type Filled, type ReceivedPage } from './received-page.ts';
import { isWithdrawn, openReceipt, submitInquiry } from './submit-inquiry.ts';

/** After these a request may be stored all the same; the other errors are given before anything is. */
const MAY_BE_STORED: readonly ErrorCode[] = ['storage_unavailable', 'internal'];

/** What the page shows. `values` gives back what was typed. */
export type RequestPage =
  | { view: 'start'; desks: Desk[]; error: ErrorCode | 'clock' | null }
  /** `filled` on this page and the next: the question was opened again from a form that is filled in already. */
  | { view: 'stop'; resultKnown: 'yes' | 'unsure'; filled: Filled | null }
  | { view: 'clock'; filled: Filled; error: 'clock' | null }
  | {
      view: 'form';
      desks: Desk[];
      code: string;
      values: ReadField;
      /** What the typed place means; null when nothing was typed or nothing found. The desks are in its order. */
      ground?: Ground | null;
      problems: FormProblem[];
      /** The question that the person came back to; null when there is none. */
      changing: ChangeableField | null;
      /** `code`: the hidden code was missing; `trap`: the field that people do not see was filled in. */
      error: ErrorCode | 'code' | 'trap' | null;
    }
  /** Everything is read once more before it is sent. `error` is why the sending failed. */
  | { view: 'check'; filled: Filled; desk: Desk; error: ErrorCode | null }
  /** The code that came back from a receipt, while it cannot be known whether that may still be drawn. */
  | { view: 'code'; code: string; problem: SavedProblem | null; error: ErrorCode }
  | ReceivedPage
  /** `isClosed` is false when it could not be noted: the earlier page may then still show the code. */
  | { view: 'saved'; isSkipped: boolean; isClosed: boolean };

/** The page on GET: the first question, or that no desk takes requests now. */
export async function openRequestPage(env: Pick<Env, 'DB'>, now: Date): Promise<RequestPage> {
  return start(env, now, null);
}

/**
 * What the script needs after the first question: the desks, and a code should the browser not be able to seal.
 *
 * @throws when the database does not answer: the script then leaves the form to the server
 */
export async function openRequestParts(
  env: Pick<Env, 'DB'>,
  now: Date,
): Promise<{ desks: Desk[]; code: string }> {
  return { desks: (await listDesks(env.DB, now)).filter(({ isOpen }) => isOpen), code: makeCode() };
}

/**
 * Answers a POST of one of the page's forms: `clock` (the first question), `check`, `send` or `saved`.
 *
 * @throws nothing that a person's input can cause: every problem is a page that keeps what was typed
 */
export async function answerRequestPage(
  env: Pick<Env, 'DB' | 'ERASE_KEYS'>,
  form: FormData,
  now: Date,
  brake: Brake = noBrake,
): Promise<RequestPage> {
  const values: ReadField = (name) => form.getAll(name).filter((value) => typeof value === 'string');
  const page = await answerStep(env, values, now, brake);
  return page.view === 'form' ? { ...page, ...(await orderDesks(env, page.desks, values)) } : page;
}

async function answerStep(
  env: Pick<Env, 'DB' | 'ERASE_KEYS'>,
  values: ReadField,
  now: Date,
  brake: Brake,
): Promise<RequestPage> {
  switch (values('step')[0]) {
    case 'clock':
      return answerClock(env, values, now);
    case 'check':
      return check(env, values, now);
    case 'send':
      return send(env, values, now, brake);
    case 'saved':
      return answerSaved(env, values, now, brake);
    default:
      return start(env, now, 'unsupported_type');
  }
}

async function answerClock(env: Pick<Env, 'DB'>, values: ReadField, now: Date): Promise<RequestPage> {
  const resultKnown = RESULT_KNOWN.find((choice) => choice === values('resultKnown')[0]);
  const reading = readCode(values('code')[0] ?? '');
  const filled = reading.ok ? { code: reading.code, values } : null;
  if (resultKnown === undefined)
    return filled === null ? start(env, now, 'clock') : { view: 'clock', filled, error: 'clock' };
  if (resultKnown !== 'no' && values('continue')[0] !== 'yes') return { view: 'stop', resultKnown, filled };
  if (filled !== null) return check(env, values, now);
  const begun = await start(env, now, null);
  // A portal that has closed meanwhile says so, instead of asking what nobody would read.
  if (begun.error !== null || begun.desks.length === 0) return begun;
  return { ...newForm(begun.desks, { code: makeCode(), values }), error: null };
}

/** Draws everything once more, with a way to change each answer; nothing is stored. */
async function check(env: Pick<Env, 'DB'>, values: ReadField, now: Date): Promise<RequestPage> {
  const reading = await readFilled(env, values, now);
  if (!reading.isReady) return (await sentBefore(env, { code: reading.code, values }, now)) ?? reading.page;
  const { code, answers, desks, again } = reading;
  const before = await sentBefore(env, { code, values }, now);
  if (before !== null) return before;
  const desk = desks.find(({ id, isOpen }) => id === answers.desk && isOpen);
  if (desk === undefined) return { ...again, error: 'desk_closed' };
  return { view: 'check', filled: { code, values }, desk, error: null };
}

async function send(
  env: Pick<Env, 'DB' | 'ERASE_KEYS'>,
  values: ReadField,
  now: Date,
  brake: Brake,
): Promise<RequestPage> {
  const reading = await readFilled(env, values, now);
  if (!reading.isReady) return (await sentBefore(env, { code: reading.code, values }, now)) ?? reading.page;
  const { code, answers, consent, desks, again } = reading;

  // Closed ones too: a repeated sending is recognised by its code even when the desk has closed since.
  const address = desks.find(({ id }) => id === answers.desk);
  try {
    await brake('BRAKE_SENDING');
    if (address === undefined) throw new AppError('desk_closed');
    const secrets = await deriveFromCode(code);
    const receipt = await submitInquiry(
      env,
      {
        lookup: secrets.lookup,
        recipient: secrets.recipient,
        desk: address.id,
        deskRecipient: address.recipient,
        ...(await sealRequest(answers, address, secrets, writeAgeFile)),
        consentVersion: consent,
      },
      now,
      { hasReceipt: answers.once !== true },
    );
    return await drawReceived(env, { code, values }, receipt, address, now);
  } catch (error) {
    const failed = failureCode(error);
    if (failed === null) throw error;
    // A page that was sent again after withdrawing: its words are not drawn again either.
    if (failed === 'request_withdrawn') return { view: 'start', desks: again.desks, error: failed };
    // Another desk is to be chosen; for anything else it is enough to press once more.
    if (failed === 'desk_closed' || address === undefined) return { ...again, error: failed };
    const tried = MAY_BE_STORED.includes(failed) ? asTried(values) : values;
    return { view: 'check', filled: { code, values: tried }, desk: address, error: failed };
  }
}

type FormPage = Extract<RequestPage, { view: 'form' }>;

/** A posted form: complete, with the form to go back to, or the page on which it goes on. */
type Reading =
  | {
      isReady: true;
      code: string;
      answers: RequestAnswers;
      consent: RequestConsent;
      desks: Desk[];
      again: Omit<FormPage, 'error'>;
    }
  | { isReady: false; code: string; page: RequestPage };

/** Reads the form, and follows the buttons that do not send it: to order the desks, and to change an answer. */
async function readFilled(env: Pick<Env, 'DB'>, values: ReadField, now: Date): Promise<Reading> {
  const reading = readCode(values('code')[0] ?? '');
  const code = reading.ok ? reading.code : makeCode();
  const known = await knownDesks(env, now);
  const filled = { code, values };
  const again = newForm(
    known.desks.filter(({ isOpen }) => isOpen),
    filled,
  );
  const goOn = (page: RequestPage): Reading => ({ isReady: false, code, page });
  if (!reading.ok) return goOn({ ...again, error: 'code' });
  if (isTrapSprung(values)) return goOn({ ...again, error: 'trap' });
  if (known.error !== null) return goOn({ ...again, error: known.error });
  // Only the desks are to be put in order.
  if (values('find')[0] === 'yes') return goOn({ ...again, error: null });
  const changing = CHANGEABLE_FIELDS.find((name) => name === values('change')[0]) ?? null;
  if (changing === 'resultKnown') return goOn({ view: 'clock', filled, error: null });
  if (changing !== null) return goOn({ ...again, changing, error: null });
  const form = readRequestForm(values);
  const problems = [...untoldDanger(values), ...(form.ok ? [] : form.problems)];
  if (!form.ok || problems.length > 0) return goOn({ ...again, problems, error: null });
  const { answers, consent } = form;
  return { isReady: true, code, answers, consent, desks: known.desks, again };
}

function newForm(desks: Desk[], { code, values }: Filled): Omit<FormPage, 'error'> {
  return { view: 'form', desks, code, values, problems: [], changing: null };
}

/**
 * What was sent with this code already. Going back to an earlier page makes the browser post that page's form again:
 * once its words were sent, they are not drawn again for whoever holds the phone then.
 *
 * @returns null when nothing was sent, or when that cannot be known now
 */
async function sentBefore(env: Pick<Env, 'DB'>, filled: Filled, now: Date): Promise<RequestPage | null> {
  try {
    const { lookup } = await deriveFromCode(filled.code);
    const receipt = await openReceipt(env, lookup);
    if (receipt === null)
      return (await isWithdrawn(env, lookup)) ? start(env, now, 'request_withdrawn') : null;
    return await drawReceived(env, filled, receipt, null, now);
  } catch (error) {
    if (failureCode(error) === null) throw error;
    return null;
  }
}

/** The desks in the order that the typed place gives them. */
async function orderDesks(
  env: Pick<Env, 'DB'>,
  desks: Desk[],
  values: ReadField,
): Promise<{ desks: Desk[]; ground: Ground | null }> {
  try {
    const ground = await findGround(env.DB, (values('place')[0] ?? '').slice(0, LIMITS.place));
    return { desks: ground === null ? desks : orderByPlace(desks, ground), ground };
  } catch (error) {
    // An order is not worth losing what was typed.
    console.error(error instanceof Error ? error.name : 'the desks could not be ordered');
    return { desks, ground: null };
  }
}

/** Signs of danger lead to 115 before anything is sent; the page drawn for this problem carries `dangerSeen`. */
function untoldDanger(values: ReadField): FormProblem[] {
  const isTold = values('urgency')[0] !== 'danger' || values('dangerSeen')[0] === 'yes';
  return isTold ? [] : [{ field: 'urgency', problem: 'danger-first' }];
}

async function answerSaved(
  env: Pick<Env, 'DB'>,
  values: ReadField,
  now: Date,
  brake: Brake,
): Promise<RequestPage> {
  const reading = readCode(values('code')[0] ?? '');
  if (!reading.ok) return openRequestPage(env, now);
  const { code } = reading;
  const isSkipped = values('skip')[0] === 'yes';
  const problem = isSkipped ? null : checkSavedGroup(code, values('lastGroup')[0] ?? '');
  try {
    await brake('BRAKE_CODES');
    if (problem !== null)
      return (await drawReceiptAgain(env, code, problem, now)) ?? (await start(env, now, 'not_found'));
    const { lookup } = await deriveFromCode(code);
    return { view: 'saved', isSkipped, isClosed: await isReceiptClosed(env, lookup) };
  } catch (error) {
    const failed = failureCode(error);
    if (failed === null) throw error;
    // The code would be off the screen before it was saved.
    return { view: 'code', code, problem, error: failed };
  }
}

/** Closes the receipt, and tells whether that could be noted. */
async function isReceiptClosed(env: Pick<Env, 'DB'>, lookup: string): Promise<boolean> {
  try {
    await confirmSaved(env, lookup);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

/** The first page, with what went wrong; a database that does not answer is a portal that takes nothing now. */
async function start(
  env: Pick<Env, 'DB'>,
  now: Date,
  error: ErrorCode | 'clock' | null,
): Promise<Extract<RequestPage, { view: 'start' }>> {
  const known = await knownDesks(env, now);
  return {
    view: 'start',
    desks: known.desks.filter(({ isOpen }) => isOpen),
    error: known.error ?? error,
  };
}

/** Every desk, open or not; none when they cannot be read now, which must not lose what was typed. */
async function knownDesks(
  env: Pick<Env, 'DB'>,
  now: Date,
): Promise<{ desks: Desk[]; error: ErrorCode | null }> {
  try {
    return { desks: await listDesks(env.DB, now), error: null };
  } catch (error) {
    const failed = failureCode(error);
    if (failed === null) throw error;
    return { desks: [], error: failed };
  }
}
