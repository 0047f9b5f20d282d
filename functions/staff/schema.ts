import { base64urlnopad } from '@scure/base';
import * as z from 'zod';
import { RecipientSchema, SealedSchema, TokenSchema } from '../inquiries/schema.ts';

const Base64UrlSchema = z
  .string()
  .min(1)
  .max(8192)
  .regex(/^[\w-]+$/);

/** 32 bytes as base64url, decoded. */
const GrantTagSchema = TokenSchema.transform((text) => base64urlnopad.decode(text));

/**
 * What a browser may send of a credential. `clientExtensionResults` must be empty: an object with `prf.results`
 * would hand the officer's secret to the server, so any key there is refused.
 */
const credential = {
  id: Base64UrlSchema,
  rawId: Base64UrlSchema,
  type: z.literal('public-key'),
  clientExtensionResults: z.strictObject({}),
};

export const RegistrationResponseSchema = z.strictObject({
  ...credential,
  response: z.strictObject({ clientDataJSON: Base64UrlSchema, attestationObject: Base64UrlSchema }),
});

export const AuthenticationResponseSchema = z.strictObject({
  ...credential,
  response: z.strictObject({
    clientDataJSON: Base64UrlSchema,
    authenticatorData: Base64UrlSchema,
    signature: Base64UrlSchema,
    userHandle: z.optional(Base64UrlSchema),
  }),
});

export const InviteTokenSchema = z.strictObject({ token: TokenSchema });

const HolderSchema = z.enum(['passkey', 'card']);

/** A desk's identity sealed to a holder. */
const grant = {
  sealed: SealedSchema,
  /** See `grantTag` of domain/desk-key.ts. */
  tag: GrantTagSchema,
};

const OwnGrantSchema = z.strictObject({ holder: HolderSchema, recipient: RecipientSchema, ...grant });

/** At most one for the passkey and one for the key card. */
const MAX_HOLDERS = 2;

const hasEachOnce = (entries: { holder: string }[]) =>
  new Set(entries.map(({ holder }) => holder)).size === entries.length;

export const RegisterSchema = z.strictObject({
  token: TokenSchema,
  credential: RegistrationResponseSchema,
  /** The desk's key that was handed out; null without a desk. */
  keyId: z.nullable(z.uuid()),
  /** Empty for an officer without a desk. */
  holders: z
    .array(
      z.strictObject({
        holder: HolderSchema,
        recipient: RecipientSchema,
        /** Null where the recovery sheet is not at hand: a colleague hands the key on later. */
        grant: z.nullable(z.strictObject(grant)),
      }),
    )
    .max(MAX_HOLDERS),
});

/** A key sealed to a waiting colleague. */
export const HandSchema = z.strictObject({
  keyId: z.uuid(),
  grants: z
    .array(z.strictObject({ holder: HolderSchema, recipient: RecipientSchema, sealed: SealedSchema }))
    .min(1)
    .max(MAX_HOLDERS)
    .refine(hasEachOnce),
});

/** One's own tags for a key that a colleague handed on. */
export const ConfirmSchema = z.strictObject({
  keyId: z.uuid(),
  tags: z
    .array(z.strictObject({ holder: HolderSchema, tag: GrantTagSchema }))
    .min(1)
    .max(MAX_HOLDERS)
    .refine(hasEachOnce),
});

/** A desk changes its key a few times a year, and requests need a replaced one for some months. */
const MAX_EARLIER_KEYS = 50;

/** A new key for later requests, see docs/decisions/0014. */
export const ChangeKeySchema = z.strictObject({
  replaces: z.uuid(),
  recipient: RecipientSchema,
  /** The colleague who leaves. */
  removes: z.nullable(z.uuid()),
  /** What was sealed to the recovery sheet, opened. */
  proof: TokenSchema,
  sheet: z.strictObject({ recipient: RecipientSchema, ...grant }),
  grants: z.array(OwnGrantSchema).min(1).max(MAX_HOLDERS).refine(hasEachOnce),
  earlier: z
    .array(z.strictObject({ keyId: z.uuid(), ...grant }))
    .min(1)
    .max(MAX_EARLIER_KEYS)
    .refine((keys) => new Set(keys.map(({ keyId }) => keyId)).size === keys.length),
});

export const SignInSchema = z.strictObject({ credential: AuthenticationResponseSchema });

export type RegisterInput = z.infer<typeof RegisterSchema>;
export type HandInput = z.infer<typeof HandSchema>;
export type ConfirmInput = z.infer<typeof ConfirmSchema>;
export type ChangeKeyInput = z.infer<typeof ChangeKeySchema>;
export type AuthenticationResponse = z.infer<typeof AuthenticationResponseSchema>;
export type RegistrationResponse = z.infer<typeof RegistrationResponseSchema>;
