/** Opens a whole thread and says of each part whether it can be trusted: the same for the person and the desk. */
import { type Mismatch, messageMismatch, requestMismatch } from './authenticity.ts';
import {
  type ContactEnvelope,
  type Envelope,
  EnvelopeError,
  type MessageEnvelope,
  openEnvelope,
  type RequestEnvelope,
} from './envelope.ts';
import type { DeskAddress } from './seal-request.ts';

/** Why a part cannot be shown as what it claims to be; `altered`: the stored bytes were changed or moved. */
export type PartProblem = Mismatch | 'altered' | EnvelopeError['code'];

/** What a message does beside what it says. */
export type MessageActs = Pick<MessageEnvelope, 'dataRequest' | 'changesContact' | 'referredTo' | 'settles'>;

/** A message as its reader sees it: its words, or what is wrong with it and never both. */
export type ReadMessage = { id: string; from: 'person' | 'desk'; hour: string } & (
  { text: string; acts: MessageActs; problem: null } | { text: null; problem: PartProblem }
);

/** What a server gave of a thread: sealed parts, null where the stored bytes were altered or moved. */
export interface SealedThread {
  request: Uint8Array | null;
  recipient: string;
  messages: { id: string; sender: 'person' | 'desk'; sentHour: string; sealed: Uint8Array | null }[];
}

/** A request part as its reader sees it. */
export type ReadRequest =
  { envelope: RequestEnvelope; problem: null } | { envelope: null; problem: PartProblem };

/**
 * The desk and key inside a request's envelope, to which the person's later words are sealed: whoever changed the columns
 * would read what is sealed to those.
 *
 * @returns null when the request was altered
 */
export function deskInside({ envelope }: ReadRequest): DeskAddress | null {
  return envelope === null ? null : { id: envelope.desk, recipient: envelope.deskRecipient };
}

/**
 * Opens a thread for the person who holds the code: answers are shown only where they repeat the code's proof.
 * Where the request has a problem, nothing more may be sealed to the desk that the server names: `desk` says that
 * the person chose another one.
 */
export async function readOwnThread(
  thread: SealedThread & { desk: { id: string } },
  secrets: { identity: string; recipient: string; proof: string },
): Promise<{ request: ReadRequest; messages: ReadMessage[] }> {
  const request = await readRequest(thread.request, secrets.identity, (envelope) =>
    envelope.proof === secrets.proof
      ? requestMismatch(envelope, { ...envelope, desk: thread.desk.id, recipient: secrets.recipient })
      : 'proof',
  );
  return { request, messages: await readMessages(thread, secrets.identity, secrets) };
}

/**
 * Opens a thread for an officer. The address inside the request's envelope, never a column, says where an answer
 * goes; when the column says otherwise, the request is shown with that problem and without words.
 *
 * @param desk the desk's id and the key pair that the officer opened
 */
export async function readDeskThread(
  thread: SealedThread,
  desk: { id: string; identity: string; recipient: string },
): Promise<{ request: ReadRequest; messages: ReadMessage[] }> {
  const request = await readRequest(thread.request, desk.identity, (envelope) =>
    requestMismatch(envelope, { desk: desk.id, deskRecipient: desk.recipient, recipient: thread.recipient }),
  );
  const messages =
    request.envelope === null ? [] : await readMessages(thread, desk.identity, request.envelope);
  return { request, messages };
}

/**
 * Opens the contact part of a request whose first part is open.
 *
 * @param messages the thread's: the last genuine one that changes the contact names the part that counts, so that a
 *   writer in the database cannot bring an earlier number back
 * @returns the contact, or what is wrong with it: `proof` also when it belongs to another request
 */
export async function readContact(
  sealed: Uint8Array | null,
  identity: string,
  request: RequestEnvelope,
  messages: readonly ReadMessage[] = [],
): Promise<{ envelope: ContactEnvelope; problem: null } | { envelope: null; problem: PartProblem }> {
  const part = await open(sealed, identity);
  if (part.problem !== null) return part;
  if (part.envelope.kind !== 'contact') return { envelope: null, problem: 'malformed' };
  const problem = contactMismatch(part.envelope, request, messages);
  return problem === null ? { envelope: part.envelope, problem } : { envelope: null, problem };
}

function contactMismatch(
  contact: ContactEnvelope,
  request: RequestEnvelope,
  messages: readonly ReadMessage[],
): Mismatch | null {
  if (contact.proof !== request.proof) return 'proof';
  return requestMismatch(contact, request) ?? (contact.id === contactIdOf(messages) ? null : 'outdated');
}

/** The id of the contact part that counts in a thread; undefined while it is the first one. */
export function contactIdOf(messages: readonly ReadMessage[]): string | undefined {
  // Not findLast, which the oldest browsers that run this lack (src/client/recent-enough.ts).
  return messages.filter((message) => message.problem === null && message.acts.changesContact).pop()?.id;
}

async function readRequest(
  sealed: Uint8Array | null,
  identity: string,
  check: (envelope: RequestEnvelope) => Mismatch | null,
): Promise<ReadRequest> {
  const part = await open(sealed, identity);
  if (part.problem !== null) return part;
  if (part.envelope.kind !== 'request') return { envelope: null, problem: 'malformed' };
  const problem = check(part.envelope);
  return problem === null ? { envelope: part.envelope, problem } : { envelope: null, problem };
}

function readMessages(
  thread: SealedThread,
  identity: string,
  expected: { recipient: string; proof: string },
): Promise<ReadMessage[]> {
  return Promise.all(
    thread.messages.map(async ({ id, sender, sentHour, sealed }): Promise<ReadMessage> => {
      const head = { id, from: sender, hour: sentHour };
      const part = await open(sealed, identity);
      if (part.problem !== null) return { ...head, text: null, problem: part.problem };
      if (part.envelope.kind !== 'message') return { ...head, text: null, problem: 'malformed' };
      const { recipient, proof } = expected;
      const problem = messageMismatch(part.envelope, { recipient, proof, id, from: sender });
      if (problem !== null) return { ...head, text: null, problem };
      const { text, dataRequest, changesContact, referredTo, settles } = part.envelope;
      return { ...head, text, acts: { dataRequest, changesContact, referredTo, settles }, problem };
    }),
  );
}

async function open(
  sealed: Uint8Array | null,
  identity: string,
): Promise<{ envelope: Envelope; problem: null } | { envelope: null; problem: PartProblem }> {
  if (sealed === null) return { envelope: null, problem: 'altered' };
  try {
    return { envelope: await openEnvelope(sealed, identity), problem: null };
  } catch (error) {
    if (error instanceof EnvelopeError) return { envelope: null, problem: error.code };
    throw error;
  }
}
