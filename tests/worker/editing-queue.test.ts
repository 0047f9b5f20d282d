import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { findPlace } from '../../functions/directory/get-place.ts';
import type { ReportedPlace } from '../../functions/directory/list-reports.ts';
import { loadDirectory } from '../../functions/directory/load-directory.ts';
import type { PlaceForm } from '../../functions/directory/place-form.ts';
import type { FormChoices } from '../../functions/directory/read-form-choices.ts';
import { reportPlace } from '../../functions/directory/report-place.ts';
import { errorOf, get, makeTestDesk, post, signInAs } from './sealed-journey.ts';
import { smallDirectory } from './shipped.ts';

const source = 'Gọi điện cho cơ sở ngày 22/11/2026';

interface Edited {
  id: string;
  slug: string;
  form: PlaceForm;
  status: string;
  assuredDate: string | null;
  version: string;
}

let cookie = '';

beforeEach(async () => {
  await loadDirectory(env.DB, smallDirectory, new Date('2026-11-21T03:00:00Z'));
  cookie = (await signInAs(null, 'editor')).cookie;
});

const shipped = (index: number): string => smallDirectory.locations[index]?.id ?? '';

async function json<T>(path: string): Promise<T> {
  const response = await get(`/api/staff/places${path}`, cookie);
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}

const read = async (id: string): Promise<Edited> => (await json<{ place: Edited }>(`/${id}`)).place;

const send = (path: string, body: object): Promise<Response> =>
  post(`/api/staff/places${path}`, body, { cookie });

async function report(id: string, kind: string, note: string, at: string): Promise<void> {
  const { slug } = await read(id);
  await reportPlace(env.DB, { slug, kind, note, trap: '' }, new Date(at));
}

const queue = async (): Promise<ReportedPlace[]> =>
  (await json<{ places: ReportedPlace[] }>('/reports')).places;

async function merge(fromId: string, intoId: string): Promise<Response> {
  const [from, into] = [await read(fromId), await read(intoId)];
  return send(`/${fromId}/merge`, {
    version: from.version,
    source,
    into: { id: intoId, version: into.version },
  });
}

async function setStatus(id: string, status: string): Promise<Response> {
  return send(`/${id}/status`, { version: (await read(id)).version, source, status });
}

describe('the queue of reports', () => {
  it('groups them by place, the place and the report that have waited longest first', async () => {
    await report(shipped(0), 'phone', 'Gọi không ai nghe', '2026-11-20T03:10:00Z');
    await report(shipped(1), 'moved', '', '2026-11-19T03:10:00Z');
    await report(shipped(0), 'hours', '', '2026-11-18T03:10:00Z');

    const places = await queue();

    expect(places.map(({ id, reports }) => [id, reports.map(({ kind }) => kind)])).toEqual([
      [shipped(0), ['hours', 'phone']],
      [shipped(1), ['moved']],
    ]);
    expect(places[0]?.reports[1]).toEqual({
      id: expect.any(String),
      kind: 'phone',
      note: 'Gọi không ai nghe',
      hour: '2026-11-20T03:00:00Z',
    });
    expect(places[0]).toMatchObject({ status: 'active', assuredDate: null });
  });

  it('stands beside the place that it is about', async () => {
    await report(shipped(0), 'phone', 'Sai số', '2026-11-20T03:10:00Z');

    const { reports } = await json<{ reports: { note: string }[] }>(`/${shipped(0)}`);

    expect(reports.map(({ note }) => note)).toEqual(['Sai số']);
  });

  it('loses a report that is done with, and keeps who handled it', async () => {
    await report(shipped(0), 'phone', '', '2026-11-20T03:10:00Z');
    await report(shipped(0), 'hours', '', '2026-11-20T03:10:00Z');
    const [first, second] = (await queue())[0]?.reports ?? [];

    expect((await send(`/reports/${first?.id}`, { state: 'done' })).status).toBe(204);
    expect((await send(`/reports/${second?.id}`, { state: 'dismissed' })).status).toBe(204);

    expect(await queue()).toEqual([]);
    const { results } = await env.DB.prepare(
      'SELECT state, handled_by IS NOT NULL AS byWhom, handled_at FROM place_report ORDER BY state DESC',
    ).all();
    expect(results).toEqual([
      { state: 'done', byWhom: 1, handled_at: expect.stringMatching(/^20/) },
      { state: 'dismissed', byWhom: 1, handled_at: expect.stringMatching(/^20/) },
    ]);
  });

  it('keeps how a report was closed first', async () => {
    await report(shipped(0), 'phone', '', '2026-11-20T03:10:00Z');
    const id = (await queue())[0]?.reports[0]?.id;
    await send(`/reports/${id}`, { state: 'done' });

    expect((await send(`/reports/${id}`, { state: 'dismissed' })).status).toBe(204);

    expect(await env.DB.prepare('SELECT state FROM place_report').first('state')).toBe('done');
  });

  it('knows no report of another id, and no other state', async () => {
    await report(shipped(0), 'phone', '', '2026-11-20T03:10:00Z');
    const id = (await queue())[0]?.reports[0]?.id;

    expect(await errorOf(await send(`/reports/${crypto.randomUUID()}`, { state: 'done' }))).toBe(
      '404 not_found',
    );
    expect(await errorOf(await send(`/reports/${id}`, { state: 'open' }))).toBe('422 invalid');
    expect(await queue()).toHaveLength(1);
  });

  it('is paged', async () => {
    await env.DB.prepare(
      `INSERT INTO place_report (id, location_id, kind, note, hour, state)
       SELECT id, id, 'phone', '', '2026-10-01T03:00:00Z', 'open' FROM location LIMIT 51`,
    ).run();

    const first = await json<{ places: unknown[]; hasNextPage: boolean }>('/reports');
    const second = await json<{ places: unknown[]; hasNextPage: boolean }>('/reports?page=2');

    expect([first.places.length, first.hasNextPage]).toEqual([50, true]);
    expect([second.places.length, second.hasNextPage]).toEqual([1, false]);
  });
});

describe('the figures of the start', () => {
  it('count places reported, not confirmed lately, and hidden', async () => {
    const before = await json<{ ageing: number; hidden: number }>('/work');
    expect(before).toMatchObject({ reported: 0, ageing: expect.any(Number) });

    await report(shipped(0), 'phone', '', '2026-11-20T03:10:00Z');
    await report(shipped(0), 'hours', '', '2026-11-20T03:10:00Z');
    await send(`/${shipped(1)}/confirm`, { version: (await read(shipped(1))).version, source });
    await setStatus(shipped(2), 'inactive');

    expect(await json('/work')).toEqual({
      reported: 1,
      ageing: before.ageing - 2,
      hidden: before.hidden + 1,
    });
  });
});

describe('a place in the lists', () => {
  it('with two services stands there once, by the one confirmed longest ago', async () => {
    const id = shipped(0);
    await env.DB.batch([
      env.DB.prepare(
        `INSERT INTO service (id, organization_id, name, status, assured_date)
         SELECT 'second', organization_id, name, 'active', '2026-01-01' FROM service
         JOIN service_at_location ON service_id = service.id WHERE location_id = ?1`,
      ).bind(id),
      env.DB.prepare(`INSERT INTO service_at_location VALUES ('link', 'second', ?1)`).bind(id),
    ]);
    const listed: { id: string; assuredDate: string | null }[] = [];
    for (const page of [1, 2])
      listed.push(...(await json<{ places: typeof listed }>(`?list=stalest&page=${page}`)).places);

    expect(listed.filter((place) => place.id === id)).toEqual([
      expect.objectContaining({ assuredDate: null }),
    ]);
    expect(new Set(listed.map((place) => place.id)).size).toBe(listed.length);
  });

  it('is hidden while it is closed for a time, for good or for no said reason, and not once it is merged', async () => {
    const before = (await json<{ places: { id: string }[] }>('?list=hidden')).places.map(({ id }) => id);
    await setStatus(shipped(0), 'temporarily closed');
    await setStatus(shipped(1), 'defunct');
    await setStatus(shipped(2), 'inactive');
    await merge(shipped(3), shipped(4));

    const { places } = await json<{ places: { id: string }[] }>('?list=hidden');

    expect(places.map(({ id }) => id).sort()).toEqual([...before, shipped(0), shipped(1), shipped(2)].sort());
  });
});

describe('looking for a place by name', () => {
  const found = async (q: string): Promise<string[]> =>
    (await json<{ places: { id: string }[] }>(`/search?q=${encodeURIComponent(q)}`)).places.map(
      ({ id }) => id,
    );

  it('finds shown and hidden ones without diacritics, the last word cut short', async () => {
    const { form } = await read(shipped(0));
    const typed = form.name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').slice(0, -1);
    expect(await found(typed)).toContain(shipped(0));

    await setStatus(shipped(0), 'inactive');

    expect(await found(typed)).toContain(shipped(0));
  });

  it('finds nothing for what no name holds, and for marks that mean something to the search', async () => {
    for (const q of ['', '   ', '"*)(', 'khongcotennay']) expect(await found(q), q).toEqual([]);
  });
});

describe('what the form of a place offers', () => {
  it('is the terms by kind, the provinces, and the communes of its own', async () => {
    const { place, choices } = await json<{ place: Edited; choices: FormChoices }>(`/${shipped(0)}`);

    expect(choices.terms['service-kind'].map(({ code }) => code)).toContain('tu-van');
    expect(choices.provinces).toHaveLength(34);
    expect(choices.communes.length).toBeGreaterThan(50);
    expect(new Set(choices.communes.map(({ provinceCode }) => provinceCode))).toEqual(
      new Set([place.form.province_code]),
    );
    const other = await json<{ choices: FormChoices }>('/choices?province=79');
    expect(other.choices.communes).toHaveLength(168);
  });

  it('holds every term that a shipped place has', async () => {
    const { place, choices } = await json<{ place: Edited; choices: FormChoices }>(`/${shipped(0)}`);
    const known = new Set(Object.values(choices.terms).flatMap((terms) => terms.map(({ id }) => id)));
    const own = place.form.services.flatMap(({ terms }) => Object.values(terms).flat());

    expect(own.length).toBeGreaterThan(0);
    expect(own.filter((id) => !known.has(id))).toEqual([]);
  });

  it('refuses a term of another taxonomy, at its field', async () => {
    const { id, version, form } = await read(shipped(0));
    const { choices } = await json<{ choices: FormChoices }>(`/${id}`);
    const foreign = choices.terms['facility-type'].map((term) => term.id).slice(0, 1);
    const services = form.services.map((service) => ({
      ...service,
      terms: { ...service.terms, 'service-kind': foreign },
    }));

    const response = await send(`/${id}`, { version, source, form: { ...form, services } });

    expect(await response.json()).toMatchObject({ error: { fields: ['services.0.terms.service-kind'] } });
  });
});

describe('keeping a place discreet', () => {
  it('hides where it lies from its page, and shows it again', async () => {
    const { id, slug, version, form } = await read(shipped(0));

    await send(`/${id}`, { version, source, form: { ...form, is_discreet: true } });
    const hidden = await findPlace(env.DB, slug);
    const again = await read(id);
    await send(`/${id}`, { version: again.version, source, form: { ...again.form, is_discreet: false } });

    expect(again.form.is_discreet).toBe(true);
    expect(hidden).toMatchObject({ kind: 'place', place: { isDiscreet: true, address: null } });
    expect(await findPlace(env.DB, slug)).toMatchObject({ place: { isDiscreet: false } });
  });
});

describe('confirming a place', () => {
  it('takes back that nobody has called its numbers', async () => {
    const id = smallDirectory.phones[0]?.location_id ?? '';
    const { slug, version } = await read(id);
    const verifications = async (): Promise<(string | null)[]> => {
      const answer = await findPlace(env.DB, slug);
      return answer.kind === 'place' ? answer.place.phones.map(({ verification }) => verification) : [];
    };
    expect(await verifications()).toContain('chua-goi-thu');

    await send(`/${id}/confirm`, { version, source });

    expect(new Set(await verifications())).toEqual(new Set([null]));
  });
});

describe('merging', () => {
  it('says beforehand what the other will be, and writes nothing', async () => {
    const withPhones = smallDirectory.phones[0]?.location_id ?? '';
    const [gone, kept] = [await read(withPhones), await read(shipped(0))];

    const preview = await json<{ from: Edited; into: Edited; after: PlaceForm }>(
      `/${gone.id}/merge?into=${kept.id}`,
    );

    expect([preview.from, preview.into]).toEqual([gone, kept]);
    expect(preview.after.phones.map(({ number }) => number)).toEqual(
      gone.form.phones.map(({ number }) => number),
    );
    expect((await read(kept.id)).version).toBe(kept.version);
  });

  it('leads the old address on, hands the open reports on, and is undone by showing the place again', async () => {
    const [gone, kept] = [await read(shipped(0)), await read(shipped(1))];
    await report(gone.id, 'phone', '', '2026-11-20T03:10:00Z');

    expect((await merge(gone.id, kept.id)).status).toBe(200);

    expect(await findPlace(env.DB, gone.slug)).toEqual({ kind: 'moved', slug: kept.slug });
    expect((await queue()).map(({ id }) => id)).toEqual([kept.id]);

    await setStatus(gone.id, 'active');
    expect((await findPlace(env.DB, gone.slug)).kind).toBe('place');
  });

  it('is refused with the place itself and into one that is not shown', async () => {
    const itself = await get(`/api/staff/places/${shipped(0)}/merge?into=${shipped(0)}`, cookie);
    expect(await errorOf(itself)).toBe('422 invalid');
    expect(await errorOf(await merge(shipped(0), shipped(0)))).toBe('422 invalid');

    await setStatus(shipped(1), 'inactive');
    expect(await errorOf(await merge(shipped(0), shipped(1)))).toBe('422 invalid');
    await setStatus(shipped(1), 'defunct');
    expect(await errorOf(await merge(shipped(0), shipped(1)))).toBe('422 invalid');
    expect((await read(shipped(0))).status).toBe('active');
  });
});

describe('the history', () => {
  it('says of an attribute what it was about, also when it is gone', async () => {
    const { id, version, form } = await read(shipped(0));
    expect(form.commune_code).not.toBe('');
    await send(`/${id}`, { version, source, form: { ...form, commune_code: '' } });

    const { history } = await json<{ history: { field: string; linkType: string | null; before: string }[] }>(
      `/${id}/history`,
    );

    expect(history).toContainEqual(
      expect.objectContaining({
        field: 'value',
        linkType: 'commune-code',
        before: form.commune_code,
        after: '',
      }),
    );
  });
});

describe('the routes of the queue', () => {
  it('are closed to nobody in particular, to organizers and to intake officers', async () => {
    const id = shipped(0);
    const cookies = [
      '',
      (await signInAs(null, 'organizer')).cookie,
      (await signInAs(await makeTestDesk())).cookie,
    ];
    const paths = [
      '/work',
      '/search?q=a',
      '/choices?province=01',
      '/reports',
      `/${id}/merge?into=${shipped(1)}`,
    ];

    for (const own of cookies) {
      const answers = [
        ...(await Promise.all(paths.map((path) => get(`/api/staff/places${path}`, own)))),
        await post(`/api/staff/places/reports/${id}`, { state: 'done' }, { cookie: own }),
      ];
      expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 401).concat(401));
    }
  });
});
