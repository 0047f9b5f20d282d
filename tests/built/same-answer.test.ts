import { describe, expect, it } from 'vitest';
import { makeCode } from '../../domain/code.ts';
import { CONSENT } from '../../domain/consent.ts';
import { deriveFromCode } from '../../domain/derive.ts';
import { mistype } from '../mistype.ts';
import { useBuiltWorker } from './built-site.ts';
import { makeOpenDesk, postForm, postJson, sendSealed } from './sealed-request.ts';

const site = useBuiltWorker('tables');

/** The other acts of the page to come back, with what each answers. */
const ACTS = [
  ['open-own', 404],
  ['reply', 404],
  ['contact-ask', 404],
  ['contact', 404],
  ['data-ask', 404],
  ['data', 404],
  ['holding', 404],
  ['holding-file', 404],
  ['complaint-ask', 404],
  ['complaint', 404],
  // Asked before anything is looked up.
  ['withdraw-ask', 200],
  ['withdraw', 404],
] as const;

/** Fields with which every act would be done if the code led somewhere. */
const FILLED = {
  text: 'Lời thử',
  answerBy: 'code',
  dataRequest: 'see',
  messageId: '00000000-0000-4000-8000-000000000000',
  newCode: makeCode(),
  consent: CONSENT.complaint,
};

/** All of an answer but the time of day and the code that was typed. */
async function wholeAnswer(response: Response, code: string): Promise<string> {
  const headers = [...response.headers].filter(([name]) => name !== 'date');
  return JSON.stringify([response.status, headers, await response.text()]).replaceAll(code, 'CODE');
}

describe('a code that leads nowhere', () => {
  it('gets the same bytes, whether it was never issued, mistyped into a valid one or erased', async () => {
    const desk = await makeOpenDesk(site);
    const [kept, erased] = [await sendSealed(site, desk), await sendSealed(site, desk)];
    const { lookup } = await deriveFromCode(erased);
    expect((await postJson(site, '/api/inquiries/withdraw', { lookup })).status).toBe(200);
    const codes = [makeCode(), mistype(kept), erased];

    const pages = await Promise.all(
      codes.map(async (code) => {
        const body = new URLSearchParams({ step: 'open', code });
        return wholeAnswer(await postForm(site, '/theo-doi/', body), code);
      }),
    );
    for (const [step, status] of ACTS) {
      const drawn = [];
      for (const code of codes) {
        const body = new URLSearchParams({ ...FILLED, step, code });
        drawn.push(await wholeAnswer(await postForm(site, '/theo-doi/', body), code));
      }
      expect(new Set(drawn).size, step).toBe(1);
      expect(drawn[0]).toMatch(new RegExp(`^\\[${status},.*CODE`, 's'));
    }
    const answers = await Promise.all(
      codes.map(async (code) =>
        wholeAnswer(
          await postJson(site, '/api/inquiries/open', { lookup: (await deriveFromCode(code)).lookup }),
          code,
        ),
      ),
    );

    expect(pages[0]).toContain('CODE');
    expect(new Set(pages).size).toBe(1);
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/^\[404,/);
    expect(pages[0]).toMatch(/^\[404,/);
  });
});
