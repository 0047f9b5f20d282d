import type { CDPSession, Page } from 'playwright-core';

/** A passkey provider that lives in the browser of one page. */
export interface Authenticator {
  id: string;
  inspector: CDPSession;
  /** Takes the authenticator away: passkeys made in it are lost. */
  remove: () => Promise<void>;
}

/**
 * Gives a page a built-in authenticator (CTAP 2.1) that verifies the user and answers every request at once.
 *
 * @param hasPrf whether it knows the PRF extension; without it, keys come from the key card alone.
 */
export async function addAuthenticator(page: Page, hasPrf: boolean): Promise<Authenticator> {
  const inspector = await page.context().newCDPSession(page);
  await inspector.send('WebAuthn.enable');
  const { authenticatorId } = await inspector.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      hasPrf,
    },
  });
  return {
    id: authenticatorId,
    inspector,
    remove: async () => {
      await inspector.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
      await inspector.detach();
    },
  };
}
