/**
 * Passkeys with the PRF extension (WebAuthn Level 3, 10.1.4). Its output opens the desk's key and must never leave the
 * browser: what is posted is built field by field, since a credential's own JSON form contains the output.
 */
import {
  type AuthenticationResponseJSON,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import { PRF_SALT } from '../../../domain/derive.ts';

const PRF_EXTENSION = { prf: { eval: { first: PRF_SALT } } };

/** A passkey's answer as it is posted, and its PRF output, null where the authenticator has none. */
export interface PasskeyAnswer<Credential> {
  credential: Credential;
  prf: Uint8Array | null;
}

/** Makes a passkey. Some authenticators give the PRF output only on a later use, so one follows at once then. */
export async function createPasskey(options: PublicKeyCredentialCreationOptionsJSON) {
  const made = await startRegistration({ optionsJSON: { ...options, extensions: PRF_EXTENSION } });
  const { id, rawId, type } = made;
  const { clientDataJSON, attestationObject } = made.response;
  const credential = {
    id,
    rawId,
    type,
    response: { clientDataJSON, attestationObject },
    clientExtensionResults: {},
  };
  const prf = prfOutput(made) ?? (await askForPrf(id, options.rp.id));
  return { credential, prf } satisfies PasskeyAnswer<object>;
}

/** Signs in with any passkey of this site. */
export async function usePasskey(options: PublicKeyCredentialRequestOptionsJSON) {
  const used = await startAuthentication({ optionsJSON: { ...options, extensions: PRF_EXTENSION } });
  const { id, rawId, type } = used;
  const { clientDataJSON, authenticatorData, signature, userHandle } = used.response;
  const credential = {
    id,
    rawId,
    type,
    response: {
      clientDataJSON,
      authenticatorData,
      signature,
      ...(userHandle === undefined ? {} : { userHandle }),
    },
    clientExtensionResults: {},
  };
  return { credential, prf: prfOutput(used) } satisfies PasskeyAnswer<object>;
}

/** Uses a fresh passkey for its PRF output alone: nothing of it is posted, so the challenge need not be the server's. */
async function askForPrf(id: string, rpId: string | undefined): Promise<Uint8Array | null> {
  const challenge = crypto.randomUUID().replaceAll('-', '');
  const used = await startAuthentication({
    optionsJSON: {
      challenge,
      ...(rpId === undefined ? {} : { rpId }),
      allowCredentials: [{ id, type: 'public-key' }],
      userVerification: 'required',
      extensions: PRF_EXTENSION,
    },
  });
  return prfOutput(used);
}

function prfOutput(answer: RegistrationResponseJSON | AuthenticationResponseJSON): Uint8Array | null {
  const first = answer.clientExtensionResults.prf?.results?.first;
  if (first === undefined) return null;
  return ArrayBuffer.isView(first)
    ? new Uint8Array(first.buffer, first.byteOffset, first.byteLength)
    : new Uint8Array(first);
}
