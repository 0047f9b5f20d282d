import { makeCode } from '../../domain/code.ts';
import { CONSENT } from '../../domain/consent.ts';
import { deriveFromCode } from '../../domain/derive.ts';
import type { RequestAnswers } from '../../domain/request-form.ts';
import { sealSubmission } from '../../domain/seal-request.ts';
import { listDesks } from '../../functions/inquiries/list-desks.ts';

/** A body of `POST /api/inquiries`, and the token by which its thread is opened afterwards. */
export interface SealedRequest {
  body: string;
  lookup: string;
}

/** What a made-up person answers to everything but the question of the desk. */
export const MADE_UP_ANSWERS = {
  resultKnown: 'no',
  forWhom: 'self',
  ageBand: 'adult',
  help: ['talk'],
  answerBy: 'phone',
  words: 'Lời tưởng tượng để đo. '.repeat(20),
  phone: '0000 000 000',
  safeHours: 'giờ tưởng tượng',
} satisfies Omit<RequestAnswers, 'desk'>;

/** Seals `count` requests to the first desk, each under a fresh code. Throws when there is no desk. */
export async function sealRequests(env: Pick<Env, 'DB'>, count: number): Promise<SealedRequest[]> {
  const [desk] = await listDesks(env.DB, new Date());
  if (desk === undefined) throw new Error('there is no desk');
  const sealed: SealedRequest[] = [];
  for (let n = 0; n < count; n++) {
    const person = await deriveFromCode(makeCode());
    const submission = await sealSubmission(
      { answers: { ...MADE_UP_ANSWERS, desk: desk.id }, consent: CONSENT.withCode },
      desk,
      person,
    );
    const body = JSON.stringify(submission);
    sealed.push({ body, lookup: person.lookup });
  }
  return sealed;
}
