import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadDirectory } from '../../functions/directory/load-directory.ts';
import { findComplaintDesk } from '../../functions/inquiries/file-complaint.ts';
import { listDesks } from '../../functions/inquiries/list-desks.ts';
import { listSettings, setDesk } from '../../functions/staff/set-desk.ts';
import { makeTestDesk, type TestDesk } from './sealed-journey.ts';
import { smallDirectory } from './shipped.ts';
import { failing, recordCalls } from './tapped-env.ts';

let desk: TestDesk;

beforeEach(async () => {
  await loadDirectory(env.DB, smallDirectory, new Date());
  desk = await makeTestDesk('tram-y-te', ['01']);
});

const areasOf = async () =>
  (await listDesks(env.DB, new Date())).find(({ id }) => id === desk.id)?.areas.map(({ name }) => name);

describe('setting a desk', () => {
  it('replaces where it takes requests from, and leaves the rest', async () => {
    const outcome = await setDesk(env.DB, { slug: 'tram-y-te', areas: ['79', '79'] });

    expect(outcome).toMatchObject({
      kind: 'done',
      isChanged: true,
      desk: { areas: [{ code: '79', name: expect.stringContaining('Hồ Chí Minh') }], takesComplaints: false },
    });
    expect(await areasOf()).toEqual([expect.stringContaining('Hồ Chí Minh')]);
    await setDesk(env.DB, { slug: 'tram-y-te', areas: [] });
    expect(await areasOf()).toEqual([]);
  });

  it('makes it take complaints about the others, and stop again', async () => {
    const about = (await makeTestDesk('khac')).id;

    await setDesk(env.DB, { slug: 'tram-y-te', takesComplaints: true });
    expect((await findComplaintDesk(env, { about, told: '' }, new Date()))?.id).toBe(desk.id);
    expect(await areasOf()).toEqual([expect.stringContaining('Hà Nội')]);

    await setDesk(env.DB, { slug: 'tram-y-te', takesComplaints: false });
    expect(await findComplaintDesk(env, { about, told: '' }, new Date())).toBeNull();
  });

  it('changes nothing when it is done again', async () => {
    const change = { slug: 'tram-y-te', areas: ['79', '01'], takesComplaints: true };
    await setDesk(env.DB, change);
    const recorded = recordCalls(env);

    const again = await setDesk(recorded.env.DB, { ...change, areas: ['01', '79'] });

    expect(again).toMatchObject({ kind: 'done', isChanged: false });
    expect(recorded.calls.filter((call) => !call.startsWith('SELECT'))).toEqual([]);
  });

  it('refuses units that there are not, and writes nothing then', async () => {
    const outcome = await setDesk(env.DB, {
      slug: 'tram-y-te',
      areas: ['01', '98', '99999'],
      takesComplaints: true,
    });

    expect(outcome).toEqual({ kind: 'unknown-units', codes: ['98', '99999'] });
    expect(await listSettings(env.DB)).toMatchObject([{ areas: [{ code: '01' }], takesComplaints: false }]);
  });

  it('lets the taking of complaints be set although the unit of an old area is gone', async () => {
    await env.DB.prepare(`UPDATE desk_area SET unit_code = '98'`).run();

    expect(await setDesk(env.DB, { slug: 'tram-y-te', takesComplaints: true })).toMatchObject({
      kind: 'done',
      desk: { areas: [{ code: '98', name: '98' }], takesComplaints: true },
    });
  });

  it('knows which desks there are', async () => {
    expect(await setDesk(env.DB, { slug: 'khong-co', areas: [] })).toEqual({ kind: 'no-desk' });
  });

  it('writes all or nothing', async () => {
    const change = { slug: 'tram-y-te', areas: ['79'], takesComplaints: true };

    await expect(setDesk(failing(env, 'batch').DB, change)).rejects.toThrow();

    expect(await listSettings(env.DB)).toMatchObject([{ areas: [{ code: '01' }], takesComplaints: false }]);
  });
});
