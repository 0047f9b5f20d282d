/**
 * The request page without JavaScript: what each POST of its forms leads to. The Worker seals on the person's
 * behalf; nothing of the form is kept but the sealed parts.
 */
import { makeCode, readCode } from '../../domain/code.ts';
import { deriveFromCode } from '../../domain/derive.ts';
import { type Ground, nearFirst } from '../../domain/desk-area.ts';
import {
  CONSENT_VERSION,
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
import { openReceipt, type Receipt, submitInquiry } from './submit-inquiry.ts';

/** What the page shows. `values` gives back what was typed. */
export type RequestPage =
  | { view: 'start'; desks: Desk[]; error: ErrorCode | 'clock' | null }
  | { view: 'stop'; resultKnown: 'yes' | 'unsure' }
  | {
      view: 'form';
      desks: Desk[];
      code: string;
      values: ReadField;
      /** What the typed place means; null when nothing was typed or nothing found. The desks are in its order. */
      ground?: Ground | null;
      problems: FormProblem[];
      /** `code`: the hidden code was missing; `trap`: the field that people do not see was filled in. */
      error: ErrorCode | 'code' | 'trap' | null;
    }
  | { view: 'receipt'; code: string; receipt: Receipt; desk: Desk; problem: SavedProblem | null }
  /** Asked once, without a code: it is not shown and never leaves the form that was posted. */
  | { view: 'sent-once'; receipt: Receipt; desk: Desk; answerBy: RequestAnswers['answerBy'] }
  | { view: 'received-before' }
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
 * Answers a POST of one of the page's forms: `clock` (the first question), `send` or `saved`.
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
    case 'send':
      return send(env, values, now, brake);
    case 'saved':
      return answerSaved(env, values, now);
    default:
      return start(env, now, 'unsupported_type');
  }
}

async function answerClock(env: Pick<Env, 'DB'>, values: ReadField, now: Date): Promise<RequestPage> {
  const resultKnown = RESULT_KNOWN.find((choice) => choice === values('resultKnown')[0]);
  if (resultKnown === undefined) return start(env, now, 'clock');
  if (resultKnown !== 'no' && values('continue')[0] !== 'yes') return { view: 'stop', resultKnown };
  const begun = await start(env, now, null);
  if (begun.error !== null) return begun;
  return { view: 'form', desks: begun.desks, code: makeCode(), values, problems: [], error: null };
}

async function send(
  env: Pick<Env, 'DB' | 'ERASE_KEYS'>,
  values: ReadField,
  now: Date,
  brake: Brake,
): Promise<RequestPage> {
  const reading = readCode(values('code')[0] ?? '');
  const code = reading.ok ? reading.code : makeCode();
  const known = await knownDesks(env, now);
  const desks = known.desks.filter(({ isOpen }) => isOpen);
  const again: Omit<Extract<RequestPage, { view: 'form' }>, 'error'> = {
    view: 'form',
    desks,
    code,
    values,
    problems: [],
  };
  if (!reading.ok) return { ...again, error: 'code' };
  if (isTrapSprung(values)) return { ...again, error: 'trap' };
  if (known.error !== null) return { ...again, error: known.error };
  // Only the desks are to be put in order.
  if (values('find')[0] === 'yes') return { ...again, error: null };
  const form = readRequestForm(values);
  const problems = [...untoldDanger(values), ...(form.ok ? [] : form.problems)];
  if (!form.ok || problems.length > 0) return { ...again, problems, error: null };

  try {
    await brake('BRAKE_SENDING');
    // Closed ones too: a repeated sending is recognised by its code even when the desk has closed since.
    const address = known.desks.find(({ id }) => id === form.answers.desk);
    if (address === undefined) throw new AppError('desk_closed');
    const secrets = await deriveFromCode(code);
    const { answers } = form;
    const receipt = await submitInquiry(
      env,
      {
        lookup: secrets.lookup,
        recipient: secrets.recipient,
        desk: address.id,
        deskRecipient: address.recipient,
        ...(await sealRequest(answers, address, secrets)),
        consentVersion: CONSENT_VERSION,
      },
      now,
    );
    const receiver = await deskOfReceipt(env, receipt, address, now);
    if (answers.once) {
      await isReceiptClosed(env, secrets.lookup);
      return { view: 'sent-once', receipt, desk: receiver, answerBy: answers.answerBy };
    }
    if (!receipt.mayShowCode) return { view: 'received-before' };
    return { view: 'receipt', code, receipt, desk: receiver, problem: null };
  } catch (error) {
    const failed = failureCode(error);
    if (failed === null) throw error;
    // A page that was sent again after withdrawing: its words are not drawn again either.
    if (failed === 'request_withdrawn') return { view: 'start', desks, error: failed };
    return { ...again, error: failed };
  }
}

/** The desks that take requests from the typed place first. */
async function orderDesks(
  env: Pick<Env, 'DB'>,
  desks: Desk[],
  values: ReadField,
): Promise<{ desks: Desk[]; ground: Ground | null }> {
  try {
    const ground = await findGround(env.DB, (values('place')[0] ?? '').slice(0, LIMITS.place));
    return { desks: ground === null ? desks : nearFirst(desks, ground), ground };
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

async function answerSaved(env: Pick<Env, 'DB'>, values: ReadField, now: Date): Promise<RequestPage> {
  const reading = readCode(values('code')[0] ?? '');
  if (!reading.ok) return openRequestPage(env, now);
  const { code } = reading;
  const { lookup } = await deriveFromCode(code);
  const isSkipped = values('skip')[0] === 'yes';
  const problem = isSkipped ? null : checkSavedGroup(code, values('lastGroup')[0] ?? '');
  if (problem === null) return { view: 'saved', isSkipped, isClosed: await isReceiptClosed(env, lookup) };

  const receipt = await openReceipt(env, lookup);
  if (receipt === null) return start(env, now, 'not_found');
  if (!receipt.mayShowCode) return { view: 'received-before' };
  return { view: 'receipt', code, receipt, desk: await deskOfReceipt(env, receipt, null, now), problem };
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

/** The desk that holds the request: a form sent again finds the first one, whichever desk it names. */
async function deskOfReceipt(
  env: Pick<Env, 'DB'>,
  receipt: Receipt,
  likely: Desk | null,
  now: Date,
): Promise<Desk> {
  if (likely?.id === receipt.desk) return likely;
  const desk = (await listDesks(env.DB, now)).find(({ id }) => id === receipt.desk);
  if (desk === undefined) throw new AppError('internal');
  return desk;
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
