import { base64urlnopad } from '@scure/base';
import * as z from 'zod';
import { CONSENT_VERSIONS } from '../../domain/consent.ts';

/** An age file of the longest words is below this; in base64url a third more. */
export const MAX_SEALED_BYTES = 20 * 1024;

/** 32 bytes as base64url. */
export const TokenSchema = z.string().regex(/^[\w-]{43}$/);

/** An age recipient (age-encryption.org/v1, X25519). */
export const RecipientSchema = z.string().regex(/^age1[0-9a-z]{58}$/);

/** An age file as base64url. */
export const SealedSchema = z
  .string()
  .min(1)
  .max(Math.ceil((MAX_SEALED_BYTES * 4) / 3))
  .transform((text, context) => {
    try {
      const bytes = base64urlnopad.decode(text);
      // Every age file begins with its version line (age-encryption.org/v1).
      if (new TextDecoder().decode(bytes.subarray(0, 22)) === 'age-encryption.org/v1\n') return bytes;
    } catch {
      // Refused below like any other text that is no age file.
    }
    context.addIssue({ code: 'custom', message: 'not an age file' });
    return z.NEVER;
  });

export const SubmitSchema = z.strictObject({
  lookup: TokenSchema,
  recipient: RecipientSchema,
  desk: z.uuid(),
  /** The desk's recipient to which the parts are sealed. */
  deskRecipient: RecipientSchema,
  request: SealedSchema,
  contact: SealedSchema,
  /** Which text the person agreed to; what was sealed under one that is no longer shown is refused. */
  consentVersion: z.enum(CONSENT_VERSIONS),
});

export const LookupSchema = z.strictObject({ lookup: TokenSchema });

export const PersonMessageSchema = z.strictObject({
  lookup: TokenSchema,
  id: z.uuid(),
  sealed: SealedSchema,
});

export const DeskMessageSchema = z.strictObject({
  id: z.uuid(),
  sealed: SealedSchema,
  /** Whether it refers the person to another place; which one stands inside. */
  isReferral: z.optional(z.boolean()),
});

/** A contact part that takes the place of the earlier one, and the message that says so. */
export const ContactChangeSchema = z.strictObject({
  ...PersonMessageSchema.shape,
  contact: SealedSchema,
});

/** Why an officer may open the contact part. */
export const CONTACT_REASONS = ['call-as-asked', 'danger-to-life', 'asked-in-message'] as const;

export const OpenContactSchema = z.strictObject({ reason: z.enum(CONTACT_REASONS) });

/** Requests of a desk that are set aside, or brought back, in one act: as many as its list shows. */
export const ManySchema = z.strictObject({ ids: z.array(z.uuid()).min(1).max(200) });

export type SubmitInput = z.infer<typeof SubmitSchema>;
export type ContactReason = (typeof CONTACT_REASONS)[number];

/** Sealed parts as the JSON routes give them. */
export function encodeSealed(sealed: Uint8Array): string {
  return base64urlnopad.encode(sealed);
}
