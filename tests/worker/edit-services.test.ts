import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { readPlaceForEditor } from '../../functions/directory/edit-place.ts';
import { loadDirectory } from '../../functions/directory/load-directory.ts';
import type { PlaceForm } from '../../functions/directory/place-form.ts';
import { get, post, signInAs } from './sealed-journey.ts';
import { smallDirectory } from './shipped.ts';

const source = 'Gọi điện cho cơ sở ngày 22/11/2026';

beforeEach(async () => {
  await loadDirectory(env.DB, smallDirectory, new Date('2026-11-21T03:00:00Z'));
});

const id = (): string => smallDirectory.locations[0]?.id ?? '';
const read = () => readPlaceForEditor(env.DB, id());

const signedIn = async (): Promise<string> => (await signInAs(null, 'editor')).cookie;

async function save(cookie: string, change: (form: PlaceForm) => PlaceForm): Promise<Response> {
  const { version, form } = await read();
  return post(`/api/staff/places/${id()}`, { version, source, form: change(form) }, { cookie });
}

const blank = {
  id: '00000000-0000-4000-8000-000000000001',
  name: 'Tư vấn cho gia đình (hư cấu)',
  description: '',
  eligibility_description: '',
  minimum_age: '',
  maximum_age: '',
  application_process: '',
  fees_description: '',
  wait_time: '',
  alert: '',
  url: '',
  email: '',
  costs: [],
  required_documents: [],
  terms: {},
};

describe('an editor', () => {
  it('gives a place another managing body, with its web page and e-mail, and the history keeps the source', async () => {
    const cookie = await signedIn();
    const before = await read();

    const response = await save(cookie, (form) => ({
      ...form,
      organization: {
        name: 'Đơn vị tưởng tượng Hoa Gạo',
        website: 'https://hoa-gao.example.org/',
        email: 'lien-he@hoa-gao.example.org',
      },
    }));

    expect(response.status).toBe(200);
    const after = await read();
    expect(before.form.organization.name).not.toBe('');
    expect(after.form.organization).toEqual({
      name: 'Đơn vị tưởng tượng Hoa Gạo',
      website: 'https://hoa-gao.example.org/',
      email: 'lien-he@hoa-gao.example.org',
    });
    const { history } = (await (await get(`/api/staff/places/${id()}/history`, cookie)).json()) as {
      history: { table: string; field: string; after: string; source: string }[];
    };
    expect(history).toContainEqual(
      expect.objectContaining({
        table: 'organization',
        field: 'website',
        after: 'https://hoa-gao.example.org/',
        source,
      }),
    );
  });

  it('adds a service with prices, changes it and takes it away again', async () => {
    const cookie = await signedIn();
    const { form: before } = await read();
    const cost = { id: '00000000-0000-4000-8000-000000000002', option: 'Ăn ở một tháng', amount: '500000' };

    await save(cookie, (form) => ({
      ...form,
      services: [...form.services, { ...blank, costs: [{ ...cost, amount_description: 'hư cấu' }] }],
    }));

    const added = await read();
    expect(added.form.services.map(({ name }) => name)).toEqual(
      expect.arrayContaining([before.services[0]?.name, blank.name]),
    );
    const service = added.form.services.find(({ name }) => name === blank.name);
    // The browser's ids are not taken: they could be those of another place.
    expect(service?.id).not.toBe(blank.id);
    expect(service?.costs).toMatchObject([
      { option: cost.option, amount: '500000', amount_description: 'hư cấu' },
    ]);
    // Nobody has confirmed the new service, so nobody has confirmed the whole place.
    expect(added.assuredDate).toBeNull();

    const removed = await save(cookie, (form) => ({
      ...form,
      services: form.services.filter(({ name }) => name !== blank.name),
    }));

    expect(removed.status).toBe(200);
    expect((await read()).form).toEqual(before);
    expect(await env.DB.prepare('SELECT count(*) AS n FROM cost_option').first('n')).toBe(0);
  });

  it('keeps what the first service said of the whole place when that service goes', async () => {
    const cookie = await signedIn();
    const { form: before } = await read();
    await save(cookie, (form) => ({ ...form, services: [...form.services, blank] }));

    await save(cookie, (form) => ({
      ...form,
      services: form.services.filter(({ name }) => name === blank.name),
    }));

    const after = await read();
    expect(after.form.services.map(({ name }) => name)).toEqual([blank.name]);
    expect(after.form.sources).toEqual(before.sources);
  });

  it('changes the addresses of the sources, and the history of one that is gone still names it', async () => {
    const cookie = await signedIn();
    const { form: before } = await read();
    const address = 'https://nguon-moi.example.org/trang';

    await save(cookie, (form) => ({ ...form, sources: [address] }));

    expect((await read()).form.sources).toEqual([address]);
    const { history } = (await (await get(`/api/staff/places/${id()}/history`, cookie)).json()) as {
      history: { linkType: string | null; field: string; before: string; after: string }[];
    };
    const ofSources = history.filter(({ linkType, field }) => linkType === 'source-url' && field === 'value');
    expect(ofSources.map((entry) => entry.after || entry.before).sort()).toEqual(
      [address, ...before.sources].sort(),
    );
  });

  it.each([
    [
      'organization.name',
      (form: PlaceForm) => ({ ...form, organization: { ...form.organization, name: '' } }),
    ],
    [
      'organization.website',
      (form: PlaceForm) => ({
        ...form,
        organization: { ...form.organization, website: 'hoa-gao.example.org' },
      }),
    ],
    [
      'organization.email',
      (form: PlaceForm) => ({ ...form, organization: { ...form.organization, email: 'hoa gạo' } }),
    ],
    ['sources', (form: PlaceForm) => ({ ...form, sources: ['javascript:alert(1)'] })],
    [
      'services.1.costs.0.amount',
      (form: PlaceForm) => ({
        ...form,
        services: [
          ...form.services,
          { ...blank, costs: [{ id: blank.id, option: 'Ăn ở', amount: 'nhiều', amount_description: '' }] },
        ],
      }),
    ],
    [
      'services.1.name',
      (form: PlaceForm) => ({ ...form, services: [...form.services, { ...blank, name: '' }] }),
    ],
    [
      'services.1.url',
      (form: PlaceForm) => ({ ...form, services: [...form.services, { ...blank, url: 'ftp://x' }] }),
    ],
  ])('is told that %s cannot stay so, and nothing is written', async (field, change) => {
    const cookie = await signedIn();
    const { version } = await read();

    const response = await save(cookie, change);

    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ error: { fields: expect.arrayContaining([field]) } });
    expect((await read()).version).toBe(version);
  });
});
