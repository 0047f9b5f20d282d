import { makeCode } from '../../domain/code.ts';
import { CONSENT } from '../../domain/consent.ts';
import { deriveFromCard, deriveFromCode } from '../../domain/derive.ts';
import { sealSubmission } from '../../domain/seal-request.ts';
import { type Desk, listDesks } from '../../functions/inquiries/list-desks.ts';
import { makeDesk } from '../../functions/inquiries/make-desk.ts';
import { addMadeUpOfficer } from '../../scripts/made-up-officer.ts';
import type { BuiltSite } from './built-site.ts';

/** What these ask of the site, however it runs. */
type Asked = Pick<BuiltSite, 'fetch' | 'env'>;

const own = { 'sec-fetch-site': 'same-origin' };

/** Posts JSON as our own page does. */
export function postJson(site: Asked, path: string, body: object): Promise<Response> {
  const headers = { ...own, 'content-type': 'application/json' };
  return site.fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** Posts a form as our own page does. */
export function postForm(site: Asked, path: string, body: URLSearchParams | FormData): Promise<Response> {
  return site.fetch(path, { method: 'POST', headers: own, body });
}

/** Makes a desk that an officer can open, so that it takes requests. */
export async function makeOpenDesk(site: Asked): Promise<Desk> {
  const env = await site.env();
  const { DB } = env;
  const recovery = await deriveFromCard(makeCode());
  const id = await makeDesk(
    DB,
    {
      slug: crypto.randomUUID(),
      operatorKind: 'health',
      isDemo: true,
      name: 'Đầu mối thử',
      operator: 'x',
      duty: 'x',
      hours: 'x',
    },
    recovery,
    new Date(),
  );
  await addMadeUpOfficer(env, id, recovery, new Date());
  const desk = (await listDesks(DB, new Date())).find((each) => each.id === id);
  if (desk === undefined) throw new Error('the desk was not made');
  return desk;
}

/** Sends a request sealed outside the server. Returns its code. */
export async function sendSealed(site: Asked, desk: Desk): Promise<string> {
  const code = makeCode();
  const secrets = await deriveFromCode(code);
  const submission = await sealSubmission(
    {
      consent: CONSENT.withCode,
      answers: {
        resultKnown: 'no',
        desk: desk.id,
        forWhom: 'self',
        ageBand: 'adult',
        help: ['talk'],
        words: 'Lời thử',
        answerBy: 'code',
        phone: '',
        safeHours: '',
      },
    },
    desk,
    secrets,
  );
  const { status } = await postJson(site, '/api/inquiries', submission);
  if (status !== 201) throw new Error(`not sent: ${status}`);
  return code;
}
