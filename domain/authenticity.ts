/** What the two ends check after opening an envelope, so that a writer in the database can neither redirect nor forge. */
import type { Envelope, MessageEnvelope } from './envelope.ts';

/**
 * What does not fit between an envelope and the row or request that it came with; `outdated` is a contact part that is not
 * the one which the thread speaks of last.
 */
export type Mismatch = 'desk' | 'recipient' | 'proof' | 'sender' | 'copied' | 'outdated';

/** Where an envelope says it belongs. */
export type EnvelopeAddress = Pick<Envelope, 'desk' | 'deskRecipient' | 'recipient' | 'proof'>;

/**
 * Checks a request part against what is known of it outside.
 *
 * @param row for an officer the desk and the key that opened the part, and the person's recipient as the column has
 *   it; for the person the desk that the server names, and the recipient that the code gives
 * @returns the first mismatch; null when all fits
 */
export function requestMismatch(
  envelope: EnvelopeAddress,
  row: Omit<EnvelopeAddress, 'proof'>,
): Mismatch | null {
  if (envelope.desk !== row.desk || envelope.deskRecipient !== row.deskRecipient) return 'desk';
  if (envelope.recipient !== row.recipient) return 'recipient';
  return null;
}

/**
 * Checks that a message belongs to a request and comes from whom it says.
 *
 * Whoever can write to the database knows the person's recipient but not the proof, which stands only inside
 * sealed parts.
 *
 * @param expected the address inside the request's envelope (for an officer) or derived from the code (for the
 *   person), with the id of the message's row and the sender that the row names
 * @returns the first mismatch; null when the message is genuine
 */
export function messageMismatch(
  envelope: MessageEnvelope,
  expected: Pick<EnvelopeAddress, 'recipient' | 'proof'> & { id: string; from: 'person' | 'desk' },
): Mismatch | null {
  if (envelope.proof !== expected.proof) return 'proof';
  if (envelope.recipient !== expected.recipient) return 'recipient';
  if (envelope.from !== expected.from) return 'sender';
  if (envelope.id !== expected.id) return 'copied';
  // Each side has acts of its own: nobody asks about data for a person, or refers them, in the other's name.
  const { dataRequest, changesContact, referredTo, settles } = envelope;
  const foreign = envelope.from === 'person' ? [referredTo, settles] : [dataRequest, changesContact];
  return foreign.some((act) => act !== undefined) ? 'sender' : null;
}
