import type { Page } from 'playwright-core';

/** Asks the page's authenticator for its PRF output: the 32 bytes that the console derives its key from. */
export async function readPrf(page: Page, salt: Uint8Array): Promise<Uint8Array> {
  const bytes = await page.evaluate(
    async (first) => {
      const credential = await navigator.credentials.get({
        publicKey: {
          challenge: new Uint8Array(32),
          userVerification: 'required',
          extensions: { prf: { eval: { first: new Uint8Array(first) } } },
        },
      });
      if (!(credential instanceof PublicKeyCredential)) return [];
      const output = credential.getClientExtensionResults().prf?.results?.first;
      return output instanceof ArrayBuffer ? [...new Uint8Array(output)] : [];
    },
    [...salt],
  );
  if (bytes.length !== 32) throw new Error('the authenticator gave no PRF output');
  return new Uint8Array(bytes);
}
