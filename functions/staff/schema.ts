import { base64urlnopad } from '@scure/base';
import * as z from 'zod';
import { SealedSchema } from '../inquiries/schema.ts';

const Base64UrlSchema = z
  .string()
  .min(1)
  .max(8192)
  .regex(/^[\w-]+$/);

/** 32 bytes as base64url. */
const TokenSchema = z.string().regex(/^[\w-]{43}$/);

/** 32 bytes as base64url, decoded. */
const GrantTagSchema = TokenSchema.transform((text) => base64urlnopad.decode(text));

const RecipientSchema = z.string().regex(/^age1[0-9a-z]{58}$/);

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

const GrantSchema = z.strictObject({
  holder: z.enum(['passkey', 'card']),
  recipient: RecipientSchema,
  /** The desk's identity. */
  sealed: SealedSchema,
  /** See `grantTag` of domain/desk-key.ts. */
  tag: GrantTagSchema,
});

export const RegisterSchema = z.strictObject({
  token: TokenSchema,
  credential: RegistrationResponseSchema,
  /** At most one for the passkey and one for the key card; empty for an officer without a desk. */
  grants: z.array(GrantSchema).max(2),
});

export const SignInSchema = z.strictObject({ credential: AuthenticationResponseSchema });

export type RegisterInput = z.infer<typeof RegisterSchema>;
export type AuthenticationResponse = z.infer<typeof AuthenticationResponseSchema>;
export type RegistrationResponse = z.infer<typeof RegistrationResponseSchema>;
