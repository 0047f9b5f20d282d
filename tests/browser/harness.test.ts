import { describe, expect, it } from 'vitest';
import { addAuthenticator } from './authenticator.ts';
import { axeViolations } from './axe.ts';
import { useBrowser } from './browser.ts';
import { useHarnessPages } from './harness-page.ts';

const browser = useBrowser();
const pages = useHarnessPages({
  plain: { body: '<p>Chữ thường.</p>' },
  unlabelled: { body: '<input type="text">' },
  image: { body: '<img src="https://example.org/pixel.png" alt="">' },
  inline: { body: '<script>document.title = "x"</script>' },
  style: { body: '<p style="color: red">Chữ.</p>' },
  logging: { body: '', script: 'console.error("a fault")' },
  throwing: { body: '', script: 'throw new Error("a fault")' },
  markup: { body: '', script: 'document.body.innerHTML = "<p>x</p>"' },
  scripted: {
    body: '<noscript><p>Không có JavaScript.</p></noscript><p id="made"></p>',
    script: 'document.getElementById("made").textContent = "Có JavaScript."',
  },
});

describe('the watch over every page', () => {
  it.each([
    {
      name: 'image',
      expected: [
        /another origin: GET https:\/\/example\.org\/pixel\.png/,
        /violation: img-src/,
        /console error/,
      ],
    },
    { name: 'inline', expected: [/policy violation: script-src/, /console error/] },
    { name: 'style', expected: [/policy violation: style-src/, /console error/] },
    { name: 'logging', expected: [/console error: a fault/] },
    { name: 'throwing', expected: [/uncaught error: Error: a fault/] },
    {
      name: 'markup',
      expected: [/violation: require-trusted-types-for/, /uncaught error: TypeError/, /console error/],
    },
  ])('notices what is wrong in the page "$name"', async ({ name, expected }) => {
    const page = await browser.open(pages.origin, { expectedProblems: expected });

    await page.goto(`/${name}/`);

    for (const problem of expected) await expect.poll(() => browser.problems().join('\n')).toMatch(problem);
  });

  it('notices a policy violation where scripts are switched off', async () => {
    const page = await browser.open(pages.origin, {
      javaScript: false,
      expectedProblems: [/policy violation: style-src/, /Applying inline style violates/],
    });

    await page.goto('/style/');

    await expect.poll(() => browser.problems().join('\n')).toMatch(/policy violation/);
  });

  it('finds nothing in a plain page', async () => {
    const page = await browser.open(pages.origin);

    await page.goto('/plain/');

    expect(await page.textContent('p')).toBe('Chữ thường.');
  });
});

describe.each([true, false])('axe with JavaScript %s', (javaScript) => {
  it('runs under the strictest policy and passes a good page', async () => {
    const page = await browser.open(pages.origin, { javaScript });
    await page.goto('/plain/');

    expect(await axeViolations(page)).toEqual([]);
  });

  it('leaves the scripts of the page as the test has them', async () => {
    const page = await browser.open(pages.origin, { javaScript });
    await page.goto('/scripted/');
    await axeViolations(page);
    const before = await page.locator('main').innerText();

    await page.reload();

    expect(before).toContain(javaScript ? 'Có JavaScript.' : 'Không có JavaScript.');
    expect(await page.locator('main').innerText()).toBe(before);
  });

  it('names the rule and the element that breaks it', async () => {
    const page = await browser.open(pages.origin, { javaScript });
    await page.goto('/unlabelled/');

    expect((await axeViolations(page)).join('\n')).toMatch(/^label: input/m);
  });
});

/** Runs in the page: makes a passkey with PRF and reads its output at once. */
async function makePasskey(): Promise<{ enabled: boolean | null; length: number | null; same: boolean }> {
  const random = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));
  const prf = { eval: { first: new Uint8Array(32).fill(7) } };
  const created = await navigator.credentials.create({
    publicKey: {
      challenge: random(32),
      rp: { id: 'localhost', name: 'Trang thử' },
      user: { id: random(16), name: 'can-bo', displayName: 'Cán bộ' },
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      extensions: { prf },
    },
  });
  if (!(created instanceof PublicKeyCredential)) throw new Error('no passkey was made');
  const read = async (): Promise<Uint8Array | null> => {
    const got = await navigator.credentials.get({
      publicKey: { challenge: random(32), userVerification: 'required', extensions: { prf } },
    });
    if (!(got instanceof PublicKeyCredential)) throw new Error('no passkey was read');
    const first = got.getClientExtensionResults().prf?.results?.first;
    return first instanceof ArrayBuffer ? new Uint8Array(first) : null;
  };
  const [first, second] = [await read(), await read()];
  return {
    enabled: created.getClientExtensionResults().prf?.enabled ?? null,
    length: first?.length ?? null,
    same: first !== null && first.join() === second?.join(),
  };
}

describe('the virtual authenticator', () => {
  it('makes a passkey on localhost whose PRF output is the same 32 bytes each time', async () => {
    const page = await browser.open(pages.origin);
    await page.goto('/plain/');
    await addAuthenticator(page, true);

    expect(await page.evaluate(makePasskey)).toEqual({ enabled: true, length: 32, same: true });
  });

  it('makes a passkey without PRF when asked for one', async () => {
    const page = await browser.open(pages.origin);
    await page.goto('/plain/');
    await addAuthenticator(page, false);

    expect(await page.evaluate(makePasskey)).toMatchObject({ length: null, same: false });
  });
});
