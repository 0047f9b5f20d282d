import { env } from 'cloudflare:workers';
import { expect } from 'vitest';
import { answerFollowPage, type FollowPage } from '../../functions/inquiries/answer-follow-page.ts';
import type { Person } from './sealed-journey.ts';

export type Bindings = Pick<Env, 'DB' | 'ERASE_KEYS'>;

const NOW = new Date('2026-11-22T03:00:00Z');

/** Posts one of the forms of the page to come back, with the person's code unless another is given. */
export function postFollow(
  person: Pick<Person, 'code'>,
  fields: Record<string, string>,
  bindings: Bindings = env,
): Promise<FollowPage> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ code: person.code, ...fields })) form.set(name, value);
  return answerFollowPage(bindings, form, NOW);
}

/** The page that it leads to, which must be this one. */
export async function seeFollow<V extends FollowPage['view']>(
  person: Pick<Person, 'code'>,
  view: V,
  fields: Record<string, string>,
  bindings?: Bindings,
): Promise<Extract<FollowPage, { view: V }>> {
  const page = await postFollow(person, fields, bindings);
  expect(page.view).toBe(view);
  return page as Extract<FollowPage, { view: V }>; // Just checked.
}
