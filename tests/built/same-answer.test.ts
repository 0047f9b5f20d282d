import { describe, expect, it } from 'vitest';
import { makeCode } from '../../domain/code.ts';
import { deriveFromCode } from '../../domain/derive.ts';
import { mistype } from '../mistype.ts';
import { useBuiltWorker } from './built-site.ts';
import { makeOpenDesk, postForm, postJson, sendSealed } from './sealed-request.ts';

const site = useBuiltWorker('tables');
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
    expect((await postJson(site, '/api/inquiries/withdraw', { lookup })).status).toBe(204);
    const codes = [makeCode(), mistype(kept), erased];

    const pages = await Promise.all(
      codes.map(async (code) => {
        const body = new URLSearchParams({ step: 'open', code });
        return wholeAnswer(await postForm(site, '/theo-doi/', body), code);
      }),
    );
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
