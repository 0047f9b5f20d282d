import * as z from 'zod';
import { makeCode } from '../../domain/code.ts';
import { CONSENT } from '../../domain/consent.ts';
import { deriveFromCode } from '../../domain/derive.ts';
import { sealSubmission } from '../../domain/seal-request.ts';
import { TYPED } from './walk.ts';

const DesksSchema = z.object({
  desks: z.array(z.object({ id: z.string(), slug: z.string(), recipient: z.string() })),
});

/**
 * Sends the answers that `fillRequest` gives to a desk, the demo desk where none is named, and confirms that the code is kept.
 *
 * @returns the code
 */
export async function sendSealed(origin: string, slug = 'dau-moi-thu-nghiem'): Promise<string> {
  const { desks } = DesksSchema.parse(await (await fetch(`${origin}/api/desks`)).json());
  const desk = desks.find((each) => each.slug === slug);
  if (desk === undefined) throw new Error(`the desk ${slug} is not open`);
  const code = makeCode();
  const secrets = await deriveFromCode(code);
  const submission = await sealSubmission(
    {
      consent: CONSENT.withCode,
      answers: {
        resultKnown: 'no',
        desk: desk.id,
        forWhom: 'relative',
        ageBand: 'adult',
        help: ['substitution'],
        substances: ['opioid'],
        urgency: 'later',
        place: TYPED.place,
        words: TYPED.words,
        answerBy: 'phone',
        phone: TYPED.phone,
        safeHours: TYPED.safeHours,
        opening: TYPED.opening,
      },
    },
    desk,
    secrets,
  );
  await post(origin, 'inquiries', submission);
  await post(origin, 'inquiries/saved', { lookup: secrets.lookup });
  return code;
}

async function post(origin: string, path: string, body: object): Promise<void> {
  const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };
  const answer = await fetch(`${origin}/api/${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
}
