import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { daysBefore, RETENTION_DAYS } from '../../domain/retention.ts';
import { app } from '../../functions/app.ts';
import { loadDirectory } from '../../functions/directory/load-directory.ts';
import { OPEN_REPORTS_CAP, reportPlace } from '../../functions/directory/report-place.ts';
import { settleReport } from '../../functions/directory/settle-report.ts';
import { sweepReports } from '../../functions/directory/sweep-reports.ts';
import { smallDirectory } from './shipped.ts';

const slug = 'co-so-cai-nghien-ma-tuy-so-3-ha-noi';
const now = new Date('2026-11-22T03:45:12Z');

beforeEach(async () => {
  await loadDirectory(env.DB, smallDirectory, now);
});

async function stored(): Promise<Record<string, unknown>[]> {
  const { results } = await env.DB.prepare('SELECT * FROM place_report ORDER BY rowid').all();
  return results;
}

function post(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return Promise.resolve(
    app.request(
      'http://localhost/api/place-reports',
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      },
      env,
    ),
  );
}

describe('a report of a place', () => {
  it('is stored with the hour and nothing of who sent it', async () => {
    const sent = { slug, kind: 'phone', note: 'Gọi không ai nghe', trap: '' };

    expect(await reportPlace(env.DB, sent, now)).toBeNull();

    const [row] = await stored();
    expect(row).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      location_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      kind: 'phone',
      note: 'Gọi không ai nghe',
      hour: '2026-11-22T03:00:00Z',
      state: 'open',
      handled_by: null,
      handled_at: null,
    });
  });

  it('is thanked for and dropped when the field that people do not see is filled in', async () => {
    const sent = { slug, kind: 'other', note: 'Mua ngay', trap: 'https://example.org' };

    expect(await reportPlace(env.DB, sent, now)).toBeNull();
    expect(await stored()).toEqual([]);
  });

  it('is not stored with a line that looks like data of a person', async () => {
    expect(await reportPlace(env.DB, { slug, kind: 'phone', note: '0912 345 678', trap: '' }, now)).toBe(
      'phone',
    );
    expect(await stored()).toEqual([]);
  });

  it('beyond the cap is stored only when it is the first of its kind', async () => {
    const send = (kind: string) => reportPlace(env.DB, { slug, kind, note: '', trap: '' }, now);
    for (let sent = 0; sent < OPEN_REPORTS_CAP + 3; sent += 1) expect(await send('phone')).toBeNull();

    expect(await stored()).toHaveLength(OPEN_REPORTS_CAP);
    await send('closed');
    await send('closed');
    expect((await stored()).map(({ kind }) => kind).slice(OPEN_REPORTS_CAP)).toEqual(['closed']);

    await env.DB.prepare(`UPDATE place_report SET state = 'done'`).run();
    await send('phone');
    expect(await stored()).toHaveLength(OPEN_REPORTS_CAP + 2);
  });

  it('does not keep the shipped files from dropping the place', async () => {
    const data = smallDirectory;
    const [location] = data.locations;
    const own = data.attributes.find((row) => row.link_type === 'slug' && row.link_id === location?.id);
    await reportPlace(env.DB, { slug: own?.value ?? '', kind: 'closed', note: '', trap: '' }, now);
    const without = {
      ...data,
      contentHash: 'smaller',
      locations: data.locations.slice(1),
      serviceAtLocations: data.serviceAtLocations.filter((row) => row.location_id !== location?.id),
      addresses: data.addresses.filter((row) => row.location_id !== location?.id),
      phones: data.phones.filter((row) => row.location_id !== location?.id),
    };

    await loadDirectory(env.DB, without, now);

    expect(await stored()).toEqual([]);
  });
});

describe('POST /api/place-reports', () => {
  it('takes a report, with or without a note', async () => {
    expect((await post({ place: slug, kind: 'hours' })).status).toBe(204);
    expect((await post({ place: slug, kind: 'moved', note: 'Sang nhà bên' })).status).toBe(204);
    expect(await stored()).toMatchObject([
      { kind: 'hours', note: '' },
      { kind: 'moved', note: 'Sang nhà bên' },
    ]);
  });

  it('sets no cookie and says nothing back of what was sent', async () => {
    const taken = await post({ place: slug, kind: 'hours', note: 'dau-vet-7f3a' });
    const refused = await post({ place: slug, kind: 'hours', note: 'dau-vet-7f3a@example.org' });

    expect(taken.headers.get('set-cookie')).toBeNull();
    expect(await taken.text()).toBe('');
    expect(refused.status).toBe(422);
    expect(await refused.text()).not.toContain('dau-vet');
  });

  it.each([
    [{ kind: 'phone' }, 422, ['place']],
    [{ place: slug, kind: 'spam' }, 422, ['kind']],
    [{ place: slug, kind: 'phone', note: 'x'.repeat(201) }, 422, ['note']],
    [{ place: slug, kind: 'phone', note: 'CCCD 001099012345' }, 422, ['note']],
    [{ place: slug, kind: 'phone', note: 7 }, 422, ['note']],
    [{ place: slug, kind: 'phone', session: 'x' }, 422, undefined],
    [{ place: 'khong-co', kind: 'phone' }, 404, undefined],
    [[], 422, undefined],
  ])('refuses %j', async (body, status, fields) => {
    const response = await post(body);
    const { error } = (await response.json()) as { error: { fields?: string[] } };

    expect(response.status).toBe(status);
    expect(error.fields).toEqual(fields);
    expect(await stored()).toEqual([]);
  });

  it('refuses what is not JSON', async () => {
    expect((await post('x', { 'content-type': 'text/plain' })).status).toBe(415);
  });
});

describe('the reports that an editor has settled', () => {
  it('are erased once they have stood long enough, and no other', async () => {
    const days = RETENTION_DAYS.settledReport;
    for (const kind of ['phone', 'moved', 'hours'])
      await reportPlace(env.DB, { slug, kind, note: 'lời thử', trap: '' }, daysBefore(now, days + 9));
    const [old, late] = await stored();
    await settleReport(env.DB, String(old?.id), { state: 'done', by: 'o', at: daysBefore(now, days + 1) });
    await settleReport(env.DB, String(late?.id), {
      state: 'dismissed',
      by: 'o',
      at: daysBefore(now, days - 1),
    });

    await sweepReports(env.DB, now);

    expect(await stored()).toMatchObject([
      { kind: 'moved', state: 'dismissed' },
      { kind: 'hours', state: 'open' },
    ]);
  });
});
