/** Rows that D1 reads for one request, with few and with many requests stored. */
import * as z from 'zod';
import { makeCode } from '../../domain/code.ts';
import { answerFollowPage } from '../../functions/inquiries/answer-follow-page.ts';
import { answerRequestPage } from '../../functions/inquiries/answer-request-page.ts';
import { listDesks } from '../../functions/inquiries/list-desks.ts';
import { openThread } from '../../functions/inquiries/open-thread.ts';
import { SubmitSchema } from '../../functions/inquiries/schema.ts';
import { submitInquiry } from '../../functions/inquiries/submit-inquiry.ts';
import { countRows } from '../worker/count-rows.ts';
import type { Measurement, Section } from './measurement.ts';
import { requestForm } from './request-kinds.ts';
import { sealRequests } from './sealed-requests.ts';

type Stores = Pick<Env, 'DB' | 'ERASE_KEYS'>;

/** Carries out one of each kind of request and gives the rows that each reads, named with how many are stored. */
export async function countRequestRows(env: Stores): Promise<Measurement[]> {
  const stored = z
    .object({ stored: z.int() })
    .parse(await env.DB.prepare('SELECT count(*) AS stored FROM inquiry').first()).stored;
  const [desk] = await listDesks(env.DB, new Date());
  const [sealed] = await sealRequests(env, 1);
  if (desk === undefined || sealed === undefined) throw new Error('there is no desk');
  const code = makeCode();
  const follow = new FormData();
  follow.set('step', 'open');
  follow.set('code', code);
  const acts: readonly (readonly [string, (counted: Stores) => Promise<unknown>])[] = [
    ['a sealed request', (to) => submitInquiry(to, SubmitSchema.parse(JSON.parse(sealed.body)), new Date())],
    ['a thread read', (to) => openThread(to, sealed.lookup, new Date())],
    [
      'a request without JavaScript',
      (to) => answerRequestPage(to, formOf(requestForm(code, desk.id)), new Date()),
    ],
    ['a thread read without JavaScript', (to) => answerFollowPage(to, follow, new Date())],
  ];
  const measurements: Measurement[] = [];
  for (const [name, act] of acts) {
    const { db, rowsRead } = countRows(env.DB);
    await act({ DB: db, ERASE_KEYS: env.ERASE_KEYS });
    measurements.push({
      name: `${stored} requests stored, ${name}: rows read`,
      value: rowsRead(),
      unit: 'rows',
    });
  }
  return measurements;
}

/** The section of what `countRequestRows` gave, in the order in which it was called. */
export function requestRowsSection(measurements: Measurement[]): Section {
  return {
    title: 'Rows read by a request',
    how: '`rows_read` as D1 gives it for all statements of one request, those of a batch too; the thread holds no message yet and is opened for the first time. The second count is taken after the load.',
    measurements,
  };
}

function formOf(fields: URLSearchParams): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}
