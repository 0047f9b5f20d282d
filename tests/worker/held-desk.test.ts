/** A desk takes requests only while an officer can open its key; every state here is reached by an act that exists. */
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { openRequestPage } from '../../functions/inquiries/answer-request-page.ts';
import { listOpenComplaintDesks } from '../../functions/inquiries/list-desks.ts';
import { lockOut } from '../../functions/staff/lock-out.ts';
import { setDesk } from '../../functions/staff/set-desk.ts';
import { confirmation, handing, keyChange, register, registerWaiting } from './registration.ts';
import {
  countRows,
  eraseKeyNames,
  errorOf,
  makePerson,
  makeUnheldDesk,
  post,
  sealedBody,
  type TestDesk,
} from './sealed-journey.ts';

const send = async (desk: TestDesk) => post('/api/inquiries', await sealedBody(await makePerson(), desk));

/** What the page offers before the first question. */
async function offered(): Promise<string[]> {
  const page = await openRequestPage(env, new Date());
  return page.view === 'start' ? page.desks.map(({ id }) => id) : [];
}

describe('a desk', () => {
  it('that was just made takes nothing, and is offered to nobody', async () => {
    const desk = await makeUnheldDesk();

    expect(await offered()).toEqual([]);
    expect(await errorOf(await send(desk))).toBe('409 desk_closed');
    expect([await countRows('inquiry'), await eraseKeyNames()]).toEqual([0, []]);
  });

  it('opens with its first officer, and closes in the minute in which the last one is locked out', async () => {
    const desk = await makeUnheldDesk();
    const [first, second] = [await register(desk), await register(desk)];
    expect([await offered(), (await send(desk)).status]).toEqual([[desk.id], 201]);

    await lockOut(env, first.officerId, new Date());
    expect([await offered(), (await send(desk)).status]).toEqual([[desk.id], 201]);
    await lockOut(env, second.officerId, new Date());

    expect(await offered()).toEqual([]);
    expect(await errorOf(await send(desk))).toBe('409 desk_closed');
    await register(desk);
    expect([await offered(), (await send(desk)).status]).toEqual([[desk.id], 201]);
  });

  it('is not opened by an officer who waits for the key, nor by one who has not confirmed it', async () => {
    const desk = await makeUnheldDesk();
    const newcomer = await registerWaiting(desk);
    expect(await offered()).toEqual([]);
    const holder = await register(desk);
    const path = `/api/staff/officers/${newcomer.officerId}/grants`;
    const handed = await post(path, await handing(desk, newcomer), { cookie: holder.cookie });
    expect(handed.status).toBe(204);

    await lockOut(env, holder.officerId, new Date());

    expect(await errorOf(await send(desk))).toBe('409 desk_closed');
    const tags = await confirmation(desk, newcomer.card);
    await post('/api/staff/keys/confirm', tags, { cookie: newcomer.cookie });
    expect([await offered(), (await send(desk)).status]).toEqual([[desk.id], 201]);
  });

  it('stays open under a new key, which its maker holds', async () => {
    const desk = await makeUnheldDesk();
    const officer = await register(desk);
    const { body, after } = await keyChange(desk, officer);

    expect((await post('/api/staff/keys', body, { cookie: officer.cookie })).status).toBe(200);

    expect([await offered(), (await send(after)).status]).toEqual([[desk.id], 201]);
  });

  it('takes no complaints either while nobody can open it', async () => {
    const desk = await makeUnheldDesk();
    await setDesk(env.DB, { slug: 'dau-moi', takesComplaints: true }, new Date());
    const open = async () => (await listOpenComplaintDesks(env.DB, new Date())).map(({ id }) => id);
    expect(await open()).toEqual([]);

    await register(desk);

    expect(await open()).toEqual([desk.id]);
  });
});
