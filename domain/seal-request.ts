/** Turns a person's answers and messages into sealed parts: the same steps in the browser and in the Worker. */
import { base64urlnopad } from '@scure/base';
import type { EnvelopeAddress } from './authenticity.ts';
import { makeCode } from './code.ts';
import type { RequestConsent } from './consent.ts';
import { type CodeSecrets, deriveFromCode } from './derive.ts';
import { type MessageEnvelope, openEnvelope, sealEnvelope } from './envelope.ts';
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

/**
 * Seals a request in its two parts.
 *
 * @throws Error when the desk's recipient is malformed
 */
export async function sealRequest(
  answers: RequestAnswers,
  desk: DeskAddress,
  secrets: CodeSecrets,
): Promise<SealedRequest> {
  const { recipient, proof } = secrets;
  const address = { v: 1, desk: desk.id, deskRecipient: desk.recipient, recipient, proof } as const;
  const { desk: _desk, answerBy, phone, safeHours, opening, ...request } = answers;
  const contact = { answerBy, phone, safeHours, ...(opening !== undefined && { opening }) };
  const recipients = [desk.recipient, secrets.recipient];
  const [sealedRequest, sealedContact] = await Promise.all([
    sealEnvelope({ ...address, kind: 'request', ...request }, recipients),
    sealEnvelope({ ...address, kind: 'contact', ...contact }, recipients),
  ]);
  return { request: sealedRequest, contact: sealedContact };
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
 * @param to the recipients who can read it: the desk's and the person's
 * @param proof the proof of the thread: from the code (person) or from the opened request (desk)
 */
export async function sealMessage(
  message: MessageContent,
  to: { desk: DeskAddress; recipient: string; proof: string },
): Promise<Uint8Array> {
  const { desk, recipient, proof } = to;
  const address = { v: 1, desk: desk.id, deskRecipient: desk.recipient, recipient, proof } as const;
  return sealEnvelope({ ...address, kind: 'message', ...message }, [desk.recipient, recipient]);
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
