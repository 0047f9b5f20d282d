/** The kinds of requests that the bench sends to the portal, for its load and for the CPU time of one. */

import { makeCode } from '../../domain/code.ts';
import { CONSENT } from '../../domain/consent.ts';
import { listDesks } from '../../functions/inquiries/list-desks.ts';
import type { Shot } from './load.ts';
import { MADE_UP_ANSWERS, type SealedRequest } from './sealed-requests.ts';

/** A service and a province in everyday words, without diacritics. */
const WORDS = 'methadone+ha+noi';
export const SEARCH = `/danh-ba/?q=${WORDS}`;
export const SEARCH_JSON = `/api/places?q=${WORDS}`;

/** One kind; every call of `next` gives one request, null when there are no more. */
export interface RequestKind {
  name: string;
  /** Whether the Worker answers it: static files are served before it is asked. */
  isWorkers: boolean;
  next: () => Shot | null;
}

/**
 * Every kind. Threads are read of the requests that were sent before, so one of each kind of request must have been
 * answered before the first is read.
 *
 * @param sealed what "a sealed request" sends, each once
 * @throws when there is no desk
 */
export async function requestKinds(
  env: Pick<Env, 'DB'>,
  sealed: readonly SealedRequest[],
): Promise<RequestKind[]> {
  const [desk] = await listDesks(env.DB, new Date());
  if (desk === undefined) throw new Error('there is no desk');
  const codes: string[] = [];
  let sent = 0;
  let opened = 0;
  return [
    { name: 'a static page', isWorkers: false, next: () => ({ path: '/' }) },
    { name: 'the directory list', isWorkers: true, next: () => ({ path: '/danh-ba/' }) },
    { name: 'a search by words', isWorkers: true, next: () => ({ path: SEARCH }) },
    { name: 'the same search as JSON', isWorkers: true, next: () => ({ path: SEARCH_JSON }) },
    {
      name: 'a sealed request',
      isWorkers: true,
      next: () => {
        const request = sealed[sent];
        if (request === undefined) return null;
        sent += 1;
        return { path: '/api/inquiries', body: request.body };
      },
    },
    {
      name: 'a request without JavaScript',
      isWorkers: true,
      next: () => {
        const code = makeCode();
        codes.push(code);
        return { path: '/yeu-cau/', body: requestForm(code, desk.id) };
      },
    },
    {
      name: 'a thread read',
      isWorkers: true,
      next: () => {
        const lookup = sealed[opened++ % sent]?.lookup;
        return { path: '/api/inquiries/open', body: JSON.stringify({ lookup }) };
      },
    },
    {
      name: 'a thread read without JavaScript',
      isWorkers: true,
      next: () => {
        const code = codes[opened++ % codes.length] ?? '';
        return { path: '/theo-doi/', body: new URLSearchParams({ step: 'open', code }) };
      },
    },
  ];
}

/** The form of `/yeu-cau/` as a browser without JavaScript sends it. */
export function requestForm(code: string, desk: string): URLSearchParams {
  const { help, ...answers } = MADE_UP_ANSWERS;
  const form = new URLSearchParams({
    step: 'send',
    code,
    desk,
    ...answers,
    consentRead: CONSENT.either,
    consentCall: 'yes',
  });
  for (const kind of help) form.append('help', kind);
  return form;
}
