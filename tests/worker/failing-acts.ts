/** How the calls of one act to D1 and R2 go wrong in turn, and what must then be true. */
import { env } from 'cloudflare:workers';
import { expect } from 'vitest';
import { hashToken } from '../../domain/derive.ts';
import { eraseKeyNames, errorOf, type Person } from './sealed-journey.ts';
import { crashAt, faultAt, recordCalls } from './tapped-env.ts';

/** What one act of a person comes to. */
export interface Heard {
  /** Whether they are told that it is done. */
  isDone: boolean;
  /** The error that they are told, with its status where there is one. */
  failure: string | null;
  /** Whether what they typed is still in front of them; a script's page keeps it by itself. */
  isKept: boolean;
}

/** An act that can be tried again in the same words, as a person presses the same button again. */
export type Act = (bindings: Env) => Promise<Heard>;

/** How a call goes wrong: it alone is not made, or its answer is lost; or the Worker dies before or after it. */
export const WAYS: Record<string, (nth: number) => Env> = {
  'is refused': (nth) => faultAt(env, nth, 'before'),
  'is made, but its answer is lost': (nth) => faultAt(env, nth, 'after'),
  'is the last thing not done': (nth) => crashAt(env, nth, 'before').env,
  'is the last thing done': (nth) => crashAt(env, nth, 'after').env,
};

/** What the API answered. */
export async function heardFrom(response: Response): Promise<Heard> {
  if (response.ok) return { isDone: true, failure: null, isKept: true };
  return { isDone: false, failure: await errorOf(response), isKept: true };
}

/** A form with these fields. */
export function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

/** What stands of one person's request: its parts, and whether the key that opens them is there. */
export async function standing(person: Person) {
  const row = await env.DB.prepare(
    `SELECT status, erase_key, (SELECT count(*) FROM status_event WHERE inquiry_id = inquiry.id) AS events,
       (SELECT count(*) FROM message WHERE inquiry_id = inquiry.id) AS messages
     FROM inquiry WHERE lookup_hash = ?1`,
  )
    .bind(hashToken(person.lookup))
    .first<{ status: string; erase_key: string; events: number; messages: number }>();
  if (row === null) return null;
  const { status, erase_key, events, messages } = row;
  return { status, hasKey: (await eraseKeyNames()).includes(erase_key), hasEvents: events > 0, messages };
}

/** How many calls to D1 and R2 an act makes when all goes well. */
export async function callsOf(act: Act): Promise<number> {
  return (await recordAct(act)).length;
}

/**
 * How many calls an act makes up to its write, and two more: what draws the thread behind that only reads, and is
 * tried call by call where a thread is opened.
 */
export async function callsToWrite(act: Act): Promise<number> {
  const calls = await recordAct(act);
  return Math.min(calls.length, calls.indexOf('batch') + 3);
}

async function recordAct(act: Act): Promise<string[]> {
  const recorded = recordCalls(env);
  expect(await act(recorded.env)).toEqual({ isDone: true, failure: null, isKept: true });
  return recorded.calls;
}

/** The failures that say: it may not be done, try again in a minute. */
const TRY_AGAIN = ['503 storage_unavailable', 'storage_unavailable'];

/** Fails when the person was told what is not so. */
export function expectHonest(heard: Heard, isDone: boolean): void {
  // Never told done what is not; what is done in spite of an error is found by trying again.
  if (heard.isDone) expect(isDone).toBe(true);
  else expect(TRY_AGAIN).toContain(heard.failure);
  expect(heard.isKept).toBe(true);
}
