/** Turns a person's answers and messages into sealed parts: the same steps in the browser and in the Worker. */
import { base64urlnopad } from '@scure/base';
import type { EnvelopeAddress } from './authenticity.ts';
import { makeCode } from './code.ts';
import type { RequestConsent } from './consent.ts';
import { type CodeSecrets, deriveFromCode } from './derive.ts';
import {
  type Envelope,
  type MessageEnvelope,
  openEnvelope,
  sealEnvelope,
  type WriteAgeFile,
} from './envelope.ts';
import type { RequestAnswers } from './request-form.ts';

/** A desk as a sender sees it. */
export interface DeskAddress {
  id: string;
  /** The recipient of the desk's current key. */
  recipient: string;
}

/** Both parts of a request, each an age file that the desk and the person can open. */
export interface SealedRequest {
  request: Uint8Array;
  contact: Uint8Array;
}

/** Both ends of a thread: whose words are sealed, and to whom. */
export interface Ends {
  desk: DeskAddress;
  /** The person's age recipient. */
  recipient: string;
  /** From the code (person) or from the opened request (desk). */
  proof: string;
}

type ContentOf<E> = E extends Envelope ? Omit<E, keyof EnvelopeAddress | 'v'> : never;

/**
 * Seals what an envelope says under the address that all of a thread repeat, to both ends.
 *
 * @param write as `sealEnvelope`
 * @throws Error when a recipient is malformed
 */
export function sealPart(
  content: ContentOf<Envelope>,
  { desk, recipient, proof }: Ends,
  write?: WriteAgeFile,
): Promise<Uint8Array> {
  const address = { v: 1, desk: desk.id, deskRecipient: desk.recipient, recipient, proof } as const;
  return sealEnvelope({ ...address, ...content }, [desk.recipient, recipient], write);
}

/**
 * Seals a request in its two parts.
 *
 * @param write as `sealEnvelope`
 * @throws Error when the desk's recipient is malformed
 */
export async function sealRequest(
  answers: RequestAnswers,
  desk: DeskAddress,
  secrets: CodeSecrets,
  write?: WriteAgeFile,
): Promise<SealedRequest> {
  const ends = { ...secrets, desk };
  const { desk: _desk, answerBy, phone, safeHours, opening, ...said } = answers;
  const [request, contact] = await Promise.all([
    sealPart({ kind: 'request', ...said }, ends, write),
    sealPart(
      { kind: 'contact', answerBy, phone, safeHours, ...(opening !== undefined && { opening }) },
      ends,
      write,
    ),
  ]);
  return { request, contact };
}

/**
 * What is posted to send a request: its parts, sealed here, as `POST /api/inquiries` takes them.
 *
 * @param consent which text the person agreed to
 * @throws Error when the desk's recipient is malformed
 */
export async function sealSubmission(
  { answers, consent }: { answers: RequestAnswers; consent: RequestConsent },
  desk: DeskAddress,
  secrets: CodeSecrets,
) {
  const { request, contact } = await sealRequest(answers, desk, secrets);
  return {
    lookup: secrets.lookup,
    recipient: secrets.recipient,
    desk: desk.id,
    deskRecipient: desk.recipient,
    request: base64urlnopad.encode(request),
    contact: base64urlnopad.encode(contact),
    consentVersion: consent,
  };
}

/** What a message says beside its address. */
export type MessageContent = Omit<MessageEnvelope, keyof EnvelopeAddress | 'v' | 'kind'>;

/**
 * Seals one message between a person and a desk.
 *
 * @param write as `sealEnvelope`
 * @throws Error when a recipient is malformed
 */
export function sealMessage(message: MessageContent, to: Ends, write?: WriteAgeFile): Promise<Uint8Array> {
  return sealPart({ kind: 'message', ...message }, to, write);
}

/**
 * Seals and opens a message under a new code: scripts take a form over only after this has passed here and now.
 *
 * @throws Error when the two do not agree
 */
export async function testSealing(): Promise<void> {
  const secrets = await deriveFromCode(makeCode());
  const id = 'self-test';
  const desk = { id, recipient: secrets.recipient };
  const sealed = await sealMessage({ id, from: 'person', text: id }, { ...secrets, desk });
  const opened = await openEnvelope(sealed, secrets.identity);
  if (opened.kind !== 'message' || opened.text !== id) throw new Error('the sealing self-test failed');
}
