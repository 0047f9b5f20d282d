import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { app } from '../../functions/app.ts';
import { parseDirectoryQuery } from '../../functions/directory/directory-query.ts';
import { findPlaces } from '../../functions/directory/find-places.ts';
import { loadDirectory } from '../../functions/directory/load-directory.ts';
import type { PlaceForm } from '../../functions/directory/place-form.ts';
import { dumpHash } from './dump.ts';
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

beforeEach(async () => {
  await loadDirectory(env.DB, smallDirectory, new Date('2026-11-21T03:00:00Z'));
});

const shipped = (index: number): string => smallDirectory.locations[index]?.id ?? '';

async function read(cookie: string, id: string): Promise<Edited> {
  const response = await get(`/api/staff/places/${id}`, cookie);
  expect(response.status).toBe(200);
  return ((await response.json()) as { place: Edited }).place;
}

async function names(q: string): Promise<string[]> {
  const found = await findPlaces(env.DB, parseDirectoryQuery(new URLSearchParams({ q })));
  return found.places.map(({ name }) => name);
}

/** A form with every part filled in. */
function filled(form: PlaceForm): PlaceForm {
  return {
    ...form,
    name: 'Nơi tưởng tượng Hoa Gạo',
    transportation: 'Cạnh bến xe tưởng tượng.',
    latitude: '21.05',
    longitude: '105.42',
    phones: [{ id: crypto.randomUUID(), number: '024 0000 0000', description: 'Giờ hành chính' }],
    schedules: [
      {
        id: crypto.randomUUID(),
        byday: 'MO,TU,WE,TH,FR',
        opens_at: '07:30',
        closes_at: '16:30',
        valid_from: '',
        valid_to: '',
        description: '',
      },
      {
        id: crypto.randomUUID(),
        byday: '',
        opens_at: '',
        closes_at: '',
        valid_from: '2027-01-01',
        valid_to: '2027-01-01',
        description: 'Nghỉ Tết Dương lịch',
      },
    ],
    languages: ['Tiếng Việt', 'Tiếng Mông'],
    accessibility: ['Có lối cho xe lăn'],
    services: form.services.map((service) => ({
      ...service,
      name: 'Tư vấn tưởng tượng',
      eligibility_description: 'Người từ đủ 18 tuổi',
      minimum_age: '18',
      application_process: 'Đến trực tiếp',
      fees_description: 'Không thu phí tư vấn',
      required_documents: ['Căn cước'],
    })),
  };
}

describe('an editor', () => {
  it('sees every field as it stands and writes all of them', async () => {
    const cookie = (await signInAs(null, 'editor')).cookie;
    const before = await read(cookie, shipped(0));
    const form = filled(before.form);

    const response = await post(
      `/api/staff/places/${before.id}`,
      { version: before.version, source, form },
      { cookie },
    );

    expect(response.status).toBe(200);
    const after = await read(cookie, before.id);
    expect(after.form).toEqual(form);
    expect(after.slug).toBe(before.slug);
    expect(after.assuredDate).toBeNull();
    expect((await names('tu van tuong tuong'))[0]).toBe('Nơi tưởng tượng Hoa Gạo');
  });

  it('changes nothing by sending the form as it came', async () => {
    const cookie = (await signInAs(null, 'editor')).cookie;
    const { id, version, form } = await read(cookie, shipped(1));

    await post(`/api/staff/places/${id}`, { version, source, form }, { cookie });

    expect((await read(cookie, id)).version).toBe(version);
    expect(await env.DB.prepare('SELECT count(*) AS n FROM metadata').first('n')).toBe(0);
  });

  it('leaves a history of each field with name, day and source', async () => {
    const cookie = (await signInAs(null, 'editor')).cookie;
    const { id, version, form } = await read(cookie, shipped(0));

    await post(
      `/api/staff/places/${id}`,
      { version, source, form: { ...form, name: 'Tên mới' } },
      { cookie },
    );

    const response = await get(`/api/staff/places/${id}/history`, cookie);
    expect(await response.json()).toMatchObject({
      history: [
        {
          table: 'location',
          field: 'name',
          action: 'update',
          before: form.name,
          after: 'Tên mới',
          by: 'Cán bộ',
          source,
        },
      ],
    });
  });

  it('confirms a place, which then stands last among those to check', async () => {
    const cookie = (await signInAs(null, 'editor')).cookie;
    const { id, version } = await read(cookie, shipped(0));

    await post(`/api/staff/places/${id}/confirm`, { version, source }, { cookie });

    expect((await read(cookie, id)).assuredDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    const first = (await (await get('/api/staff/places?list=stalest', cookie)).json()) as {
      places: Edited[];
      hasNextPage: boolean;
    };
    expect(first.hasNextPage).toBe(true);
    expect(first.places.map((place) => place.id)).not.toContain(id);
    const second = (await (await get('/api/staff/places?list=stalest&page=2', cookie)).json()) as {
      places: Edited[];
    };
    expect(second.places.at(-1)?.id).toBe(id);
  });

  it('hides a place from the search and shows it again', async () => {
    const cookie = (await signInAs(null, 'editor')).cookie;
    const place = await read(cookie, shipped(0));
    const [{ name = '' } = {}] = place.form.services;
    expect(await names(name)).toContain(name);

    await post(
      `/api/staff/places/${place.id}/status`,
      { version: place.version, source, status: 'inactive' },
      { cookie },
    );
    expect(await names(name)).not.toContain(name);
    const hidden = await (await get('/api/staff/places?list=hidden', cookie)).json();
    expect(JSON.stringify(hidden)).toContain(place.id);

    const { version } = await read(cookie, place.id);
    await post(`/api/staff/places/${place.id}/status`, { version, source, status: 'active' }, { cookie });
    expect(await names(name)).toContain(name);
  });

  it('merges a duplicate into the other, which takes over the phones that it lacked', async () => {
    const cookie = (await signInAs(null, 'editor')).cookie;
    const withPhones = smallDirectory.phones[0]?.location_id ?? '';
    const [gone, kept] = [await read(cookie, withPhones), await read(cookie, shipped(0))];

    const response = await post(
      `/api/staff/places/${gone.id}/merge`,
      { version: gone.version, source, into: { id: kept.id, version: kept.version } },
      { cookie },
    );

    expect(response.status).toBe(200);
    expect((await read(cookie, kept.id)).form.phones.map(({ number }) => number)).toEqual(
      gone.form.phones.map(({ number }) => number),
    );
    expect((await read(cookie, gone.id)).status).toBe('defunct');
    const former = await env.DB.prepare('SELECT slug, location_id FROM former_slug').all();
    expect(former.results).toEqual([{ slug: gone.slug, location_id: kept.id }]);
  });
});

describe('what an editor may not write', () => {
  it.each([
    [
      'a phone of letters',
      { phones: [{ id: crypto.randomUUID(), number: 'gọi anh Ba', description: '' }] },
      'phones.0.number',
    ],
    ['a commune that does not exist', { commune_code: '99999' }, 'commune_code'],
    ['a commune of another province', { commune_code: '00004', province_code: '79' }, 'commune_code'],
    ['a province that does not exist', { province_code: '99', commune_code: '' }, 'province_code'],
    ['a latitude beyond the pole', { latitude: '91' }, 'latitude'],
    ['an empty name', { name: ' ' }, 'name'],
    [
      'hours without a day',
      {
        schedules: [
          {
            id: crypto.randomUUID(),
            byday: '',
            opens_at: '08:00',
            closes_at: '17:00',
            valid_from: '',
            valid_to: '',
            description: '',
          },
        ],
      },
      'schedules.0.byday',
    ],
    [
      'an hour that no clock shows',
      {
        schedules: [
          {
            id: crypto.randomUUID(),
            byday: 'MO',
            opens_at: '25:00',
            closes_at: '26:00',
            valid_from: '',
            valid_to: '',
            description: '',
          },
        ],
      },
      'schedules.0.opens_at',
    ],
  ])('is %s, and nothing of it is kept', async (_, change, field) => {
    const cookie = (await signInAs(null, 'editor')).cookie;
    const { id, version, form } = await read(cookie, shipped(0));

    const response = await post(
      `/api/staff/places/${id}`,
      { version, source, form: { ...form, ...change } },
      { cookie },
    );

    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      error: { code: 'invalid', fields: expect.arrayContaining([field]) },
    });
    expect((await read(cookie, id)).version).toBe(version);
  });

  it('is a change without a source', async () => {
    const cookie = (await signInAs(null, 'editor')).cookie;
    const { id, version, form } = await read(cookie, shipped(0));

    const response = await post(`/api/staff/places/${id}`, { version, source: ' ', form }, { cookie });

    expect(response.status).toBe(422);
  });

  it('is a change of a place that someone else has changed meanwhile', async () => {
    const cookie = (await signInAs(null, 'editor')).cookie;
    const { id, version, form } = await read(cookie, shipped(0));
    await post(
      `/api/staff/places/${id}`,
      { version, source, form: { ...form, name: 'Tên một' } },
      { cookie },
    );

    const late = await post(
      `/api/staff/places/${id}`,
      { version, source, form: { ...form, name: 'Tên hai' } },
      { cookie },
    );

    expect(await errorOf(late)).toBe('409 place_changed');
    expect((await read(cookie, id)).form.name).toBe('Tên một');
  });

  it('is one of two changes sent at the same moment', async () => {
    const cookie = (await signInAs(null, 'editor')).cookie;
    const { id, version, form } = await read(cookie, shipped(0));
    const send = (name: string) =>
      post(`/api/staff/places/${id}`, { version, source, form: { ...form, name } }, { cookie });

    const answers = await Promise.all([send('Tên một'), send('Tên hai')]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { form: after } = await read(cookie, id);
    expect(['Tên một', 'Tên hai']).toContain(after.name);
    expect(
      await env.DB.prepare("SELECT count(*) AS n FROM metadata WHERE field_name = 'name'").first('n'),
    ).toBe(1);
  });
});

/** Routes of officers that anybody may call: those that make one an officer of a session, and end it. */
const OPEN_ROUTES = [
  'POST /api/staff/invites/open',
  'POST /api/staff/register',
  'POST /api/staff/sign-in',
  'POST /api/staff/sign-in/options',
  'POST /api/staff/sign-out',
];

/** What whoever is signed in may ask: who they are. */
const EVERY_OFFICERS = 'GET /api/staff/workplace';

/** Every route of officers that answers, as the app itself has it. */
const staffRoutes = app.routes
  .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/staff'))
  .map(({ method, path }) => `${method} ${path.replace(/(?<=.)\/$/, '')}`)
  .filter((route) => !OPEN_ROUTES.includes(route));
const isEditors = (route: string): boolean => route.split(' ')[1]?.startsWith('/api/staff/places') ?? false;

describe('the routes of officers', () => {
  it('are all known to the app', () => {
    expect(staffRoutes.filter(isEditors).length).toBeGreaterThanOrEqual(13);
    expect(staffRoutes.filter((route) => !isEditors(route)).length).toBeGreaterThanOrEqual(4);
    expect(app.routes.map(({ method, path }) => `${method} ${path}`)).toEqual(
      expect.arrayContaining(OPEN_ROUTES),
    );
  });

  it.each([
    ['nobody'],
    ['an administrator'],
    ['an organizer'],
    ['an intake officer'],
    ['an editor'],
  ] as const)('are closed to %s, who has none of them or only their own', async (who) => {
    const cookie = {
      nobody: async () => '',
      'an administrator': async () => (await signInAs(null, 'admin')).cookie,
      'an organizer': async () => (await signInAs(null, 'organizer')).cookie,
      'an intake officer': async () => (await signInAs(await makeTestDesk())).cookie,
      'an editor': async () => (await signInAs(null, 'editor')).cookie,
    }[who];
    const own = await cookie();
    const before = await dumpHash(env.DB);

    const answers: string[] = [];
    for (const route of staffRoutes) {
      const isOwn =
        route === EVERY_OFFICERS
          ? who !== 'nobody'
          : isEditors(route)
            ? who === 'an editor'
            : who === 'an intake officer';
      if (isOwn) continue;
      const [method = '', pattern = ''] = route.split(' ');
      const path = pattern.replace(/:\w+/g, shipped(0));
      const response =
        method === 'GET'
          ? await get(path, own)
          : await post(path, { version: '0'.repeat(64) }, { cookie: own });
      answers.push(`${route} ${response.status}`);
    }

    expect(answers.filter((answer) => !answer.endsWith(' 401'))).toEqual([]);
    expect(await dumpHash(env.DB)).toBe(before);
  });
});
