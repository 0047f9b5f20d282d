/**
 * Envelopes: what is inside a sealed part of a request or a message. An envelope is JSON padded to whole steps of
 * 2 KiB and sealed as an age file (age-encryption.org/v1) to the desk and to the person.
 *
 * Each envelope names the desk and its key, the person's recipient and the proof, so that whoever can write to the
 * database can neither make one end seal to another key nor pass off an answer of their own. Sealed formats cannot be
 * migrated: a change is a new `v`.
 */
import { Decrypter, Encrypter } from 'age-encryption';
import * as z from 'zod/mini';
import { DATA_REQUESTS } from './data-deadlines.ts';

// Without this zod tries `new Function`, which the Content-Security-Policy of the pages reports as a violation.
z.config({ jitless: true });

/** Sealed lengths grow in steps of this many bytes, so that a length tells little about the words. */
export const PADDING_STEP = 2048;

const address = {
  v: z.literal(1),
  /** The id of the desk that the person chose. */
  desk: z.string(),
  /**
   * The desk's age recipient to which the request is sealed. The person's later words go to it too: a recipient that
   * the server names then is only a column of the database.
   */
  deskRecipient: z.string(),
  /** The age recipient to which answers are sealed. */
  recipient: z.string(),
  /** From the person's code; the desk repeats it in its answers. */
  proof: z.string(),
};

const RequestEnvelopeSchema = z.strictObject({
  ...address,
  kind: z.literal('request'),
  resultKnown: z.enum(['no', 'yes', 'unsure']),
  forWhom: z.enum(['self', 'relative']),
  ageBand: z.enum(['adult', 'under-18', 'unsaid']),
  help: z.array(z.string()),
  words: z.string(),
  // Later than the first requests: optional, so that those still open.
  substances: z.optional(z.array(z.string())),
  urgency: z.optional(z.string()),
  place: z.optional(z.string()),
  /** The sender keeps no code: an answer here would be read by nobody. */
  once: z.optional(z.literal(true)),
  /** The name of the desk that the request complains of to another one. */
  complaintAbout: z.optional(z.string()),
});

const ContactEnvelopeSchema = z.strictObject({
  ...address,
  kind: z.literal('contact'),
  answerBy: z.enum(['code', 'phone']),
  phone: z.string(),
  safeHours: z.string(),
  opening: z.optional(z.string()),
  /** Of a part that replaced the first one: the id of the message which says so. */
  id: z.optional(z.string()),
});

const MessageEnvelopeSchema = z.strictObject({
  ...address,
  kind: z.literal('message'),
  /** The id of the message's row: a copy of a message under another id is noticed. */
  id: z.string(),
  from: z.enum(['person', 'desk']),
  text: z.string(),
  /** What the person asks about their own data. */
  dataRequest: z.optional(z.enum(DATA_REQUESTS)),
  /** True where the person's contact part was replaced with this message: the part then carries this message's id. */
  changesContact: z.optional(z.literal(true)),
  /** Where the desk refers the person. */
  referredTo: z.optional(z.string()),
  /** Which request about data the desk has done with this answer, or takes the one extension for. */
  settles: z.optional(z.strictObject({ id: z.string(), how: z.enum(['done', 'extended']) })),
});

const EnvelopeSchema = z.discriminatedUnion('kind', [
  RequestEnvelopeSchema,
  ContactEnvelopeSchema,
  MessageEnvelopeSchema,
]);

export type RequestEnvelope = z.infer<typeof RequestEnvelopeSchema>;
export type ContactEnvelope = z.infer<typeof ContactEnvelopeSchema>;
export type MessageEnvelope = z.infer<typeof MessageEnvelopeSchema>;
export type Envelope = z.infer<typeof EnvelopeSchema>;

/** Why a sealed part could not be read: not sealed to this identity or damaged, or sealed but not an envelope. */
export class EnvelopeError extends Error {
  readonly code: 'cannot-open' | 'malformed';

  constructor(code: 'cannot-open' | 'malformed', options?: ErrorOptions) {
    super(code === 'cannot-open' ? 'cannot open the sealed part' : 'malformed envelope', options);
    this.name = 'EnvelopeError';
    this.code = code;
  }
}

/**
 * Writes an age file.
 *
 * @param recipients age recipients (`age1…`)
 * @returns the file in its binary form
 * @throws Error when a recipient is malformed
 */
export type WriteAgeFile = (plain: Uint8Array, recipients: readonly string[]) => Promise<Uint8Array>;

/**
 * Seals an envelope.
 *
 * @param recipients age recipients (`age1…`): the desk's and the person's
 * @param write what writes the file; the library, where CPU is not counted
 * @returns an age file in its binary form
 * @throws Error when a recipient is malformed
 */
export function sealEnvelope(
  envelope: Envelope,
  recipients: readonly string[],
  write: WriteAgeFile = writeWithLibrary,
): Promise<Uint8Array> {
  return write(pad(new TextEncoder().encode(JSON.stringify(envelope))), recipients);
}

async function writeWithLibrary(plain: Uint8Array, recipients: readonly string[]): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return encrypter.encrypt(plain);
}

/**
 * Opens a sealed part.
 *
 * @param sealed an age file in its binary form
 * @param identity an age identity (`AGE-SECRET-KEY-1…`)
 * @throws EnvelopeError
 */
export async function openEnvelope(sealed: Uint8Array, identity: string): Promise<Envelope> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  let text: string;
  try {
    text = await decrypter.decrypt(sealed, 'text');
  } catch (cause) {
    throw new EnvelopeError('cannot-open', { cause });
  }
  return parseEnvelope(text);
}

function parseEnvelope(text: string): Envelope {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new EnvelopeError('malformed', { cause });
  }
  const parsed = EnvelopeSchema.safeParse(value);
  if (!parsed.success) throw new EnvelopeError('malformed');
  return parsed.data;
}

/** Fills up to a whole number of steps with spaces, which JSON allows after a value (RFC 8259, 2). */
function pad(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil(bytes.length / PADDING_STEP) * PADDING_STEP).fill(0x20);
  padded.set(bytes);
  return padded;
}
