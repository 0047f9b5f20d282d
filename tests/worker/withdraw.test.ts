import { env } from 'cloudflare:workers';
import { describe, expect, it, vi } from 'vitest';
import { resumeErasures } from '../../functions/inquiries/withdraw-inquiry.ts';
import {
  countRows,
  eraseKeyNames,
  errorOf,
  makePerson,
  makeTestDesk,
  openOwn,
  type Person,
  post,
  sealedBody,
  sealedMessage,
  sendRequest,
  signInAs,
  type TestDesk,
} from './sealed-journey.ts';
import { failing, recordCalls } from './tapped-env.ts';

const withdraw = (person: Person, bindings: Env = env) =>
  post('/api/inquiries/withdraw', { lookup: person.lookup }, { env: bindings });

/** A request with a message from each side, read by the desk. */
async function sendThread(desk: TestDesk): Promise<Person> {
  const person = await sendRequest(desk);
  const { cookie } = await signInAs(desk);
  const id = (await openOwn(person))?.id;
  const message = await sealedMessage(person, desk, { from: 'person' });
  await post('/api/inquiries/messages', { lookup: person.lookup, ...message });
  const answer = await sealedMessage(person, desk, { from: 'desk' });
  await post(`/api/staff/inquiries/${id}/messages`, answer, { cookie });
  return person;
}

/** How many rows speak of requests, and how many erase keys there are. */
async function remains() {
  const tables = ['inquiry', 'message', 'status_event'];
  const rows = await Promise.all(tables.map(countRows));
  return { rows, keys: (await eraseKeyNames()).length };
}

/** What the person's routes answer to a code, word for word, and all that they ask of D1 and R2. */
async function answersTo(person: Person, desk: TestDesk) {
  const recorded = recordCalls(env);
  const message = await sealedMessage(person, desk, { from: 'person' });
  const bodies = {
    open: { lookup: person.lookup },
    messages: { lookup: person.lookup, ...message },
    contact: { lookup: person.lookup, ...message, contact: message.sealed },
    withdraw: { lookup: person.lookup },
    saved: { lookup: person.lookup },
  };
  const answers: unknown[] = [];
  for (const [route, body] of Object.entries(bodies)) {
    const response = await post(`/api/inquiries/${route}`, body, { env: recorded.env });
    answers.push([route, response.status, [...response.headers], await response.text()]);
  }
  return { answers, calls: recorded.calls };
}

describe('withdrawing', () => {
  it('removes every row and the erase key', async () => {
    const person = await sendThread(await makeTestDesk());

    expect((await withdraw(person)).status).toBe(200);

    expect(await remains()).toEqual({ rows: [0, 0, 0], keys: 0 });
  });

  it("leaves other people's requests as they are", async () => {
    const desk = await makeTestDesk();
    const [gone, kept] = [await sendThread(desk), await sendThread(desk)];
    const before = await openOwn(kept);

    await withdraw(gone);

    expect(await openOwn(kept)).toEqual({ ...before, seenMessages: 2, openedAt: expect.any(String) });
  });

  it('makes it read so from the first step on, while the erase key still stands', async () => {
    const desk = await makeTestDesk();
    const person = await sendThread(desk);
    await withdraw(person, failing(env, 'R2 delete'));

    const { open } = Object.fromEntries(
      (await answersTo(person, desk)).answers.map((answer) => [(answer as string[])[0], answer]),
    );

    expect(open).toEqual((await answersTo(await makePerson(), desk)).answers[0]);
  });

  it('twice says that there is nothing, as for a code that was never issued', async () => {
    const person = await sendThread(await makeTestDesk());
    await withdraw(person);

    expect(await errorOf(await withdraw(person))).toBe('404 not_found');
  });

  it('takes the request out of the desk as well', async () => {
    const desk = await makeTestDesk();
    const person = await sendThread(desk);
    const { cookie } = await signInAs(desk);
    const id = (await openOwn(person))?.id;
    await withdraw(person, failing(env, 'R2 delete'));

    const answer = await sealedMessage(person, desk, { from: 'desk' });
    const contact = { reason: 'call-as-asked' };

    expect((await post(`/api/staff/inquiries/${id}/messages`, answer, { cookie })).status).toBe(404);
    expect((await post(`/api/staff/inquiries/${id}/contact`, contact, { cookie })).status).toBe(404);
  });
});

describe('a withdrawal whose key cannot be deleted now', () => {
  it('says so, can no longer be read, and is finished later', async () => {
    const person = await sendThread(await makeTestDesk());

    const response = await withdraw(person, failing(env, 'R2 delete'));

    expect(await errorOf(response)).toBe('503 storage_unavailable');
    expect(await openOwn(person)).toBeNull();
    expect((await remains()).keys).toBe(1);
    expect(await resumeErasures(env)).toEqual({ erased: 1, stuck: 0 });
    expect(await remains()).toEqual({ rows: [0, 0, 0], keys: 0 });
  });

  it('may be asked for again by the person', async () => {
    const person = await sendThread(await makeTestDesk());
    await withdraw(person, failing(env, 'R2 delete'));

    expect((await withdraw(person)).status).toBe(200);

    expect(await remains()).toEqual({ rows: [0, 0, 0], keys: 0 });
  });

  it('does not let the code be used for another request meanwhile', async () => {
    const desk = await makeTestDesk();
    const person = await sendThread(desk);
    await withdraw(person, failing(env, 'R2 delete'));

    const response = await post('/api/inquiries', await sealedBody(person, desk));

    expect(await errorOf(response)).toBe('503 storage_unavailable');
    expect(await remains()).toMatchObject({ keys: 1 });
  });

  it('is left for the next run when it fails again, without holding up the others', async () => {
    const desk = await makeTestDesk();
    for (const person of [await sendThread(desk), await sendThread(desk)])
      await withdraw(person, failing(env, 'R2 delete'));

    expect(await resumeErasures(failing(env, 'R2 delete'))).toEqual({ erased: 0, stuck: 2 });
    expect(await resumeErasures(env)).toEqual({ erased: 2, stuck: 0 });
    expect(await resumeErasures(env)).toEqual({ erased: 0, stuck: 0 });
  });

  it('holds up no other, however many there are', async () => {
    // R2 refuses names of more than 1,024 bytes (developers.cloudflare.com/r2/platform/limits), and the whole call with them.
    const bad = 'k'.repeat(1_025);
    const desk = await makeTestDesk();
    const person = await sendThread(desk);
    const row = (name: string) =>
      env.DB.prepare(
        `INSERT INTO inquiry (id, desk_id, desk_key_id, lookup_hash, recipient, status, received_hour,
           consent_version, erase_key, request, contact)
         SELECT ?1, desk_id, desk_key_id, ?1, recipient, 'erasing', received_hour, consent_version, ?2, request, contact
         FROM inquiry WHERE status = 'received'`,
      ).bind(crypto.randomUUID(), name);
    const names = Array.from({ length: 70 }, (_, index) => `key-${index}`);
    await Promise.all(names.map((name) => env.ERASE_KEYS.put(name, new Uint8Array(32))));
    await env.DB.batch([...names, bad].map(row));
    const recorded = recordCalls(env);

    expect(await resumeErasures(recorded.env)).toEqual({ erased: 70, stuck: 1 });

    expect(recorded.calls.length).toBeLessThan(50);
    expect(await eraseKeyNames()).toHaveLength(1);
    expect(await openOwn(person)).not.toBeNull();
    expect(await resumeErasures(env)).toEqual({ erased: 0, stuck: 1 });
  });
});

describe('a row without its erase key', () => {
  it('reads as a code that was never issued', async () => {
    const desk = await makeTestDesk();
    const person = await sendThread(desk);
    const { cookie } = await signInAs(desk);
    const id = (await openOwn(person))?.id;
    const [name = ''] = await eraseKeyNames();
    await env.ERASE_KEYS.delete(name);

    const erased = await answersTo(person, desk);
    const neverIssued = await answersTo(await makePerson(), desk);
    const answer = await sealedMessage(person, desk, { from: 'desk' });

    expect(erased.answers[0]).toEqual(neverIssued.answers[0]);
    expect(erased.answers[1]).toEqual(neverIssued.answers[1]);
    expect((await post(`/api/staff/inquiries/${id}/messages`, answer, { cookie })).status).toBe(404);
  });

  // D1's Time Travel brings back every row of the last 30 days; R2 brings back nothing.
  it('opens nothing when it was restored from before the withdrawal', async () => {
    const desk = await makeTestDesk();
    const person = await sendThread(desk);
    const tables = ['inquiry', 'message', 'status_event'];
    const saved = await Promise.all(
      tables.map(async (table) => (await env.DB.prepare(`SELECT * FROM ${table}`).all()).results),
    );
    await withdraw(person);
    for (const [index, table] of tables.entries()) {
      for (const row of saved[index] ?? []) {
        const columns = Object.keys(row);
        const values = Object.values(row).map((value) =>
          Array.isArray(value) ? new Uint8Array(value) : value,
        );
        const places = columns.map((_, place) => `?${place + 1}`);
        await env.DB.prepare(`INSERT INTO ${table} (${columns.join()}) VALUES (${places.join()})`)
          .bind(...values)
          .run();
      }
    }

    expect((await remains()).rows).toEqual([1, 2, 2]);
    expect(await openOwn(person)).toBeNull();
    // A key of another name or a guessed one does not open it either.
    const name = (await env.DB.prepare('SELECT erase_key FROM inquiry').first<string>('erase_key')) ?? '';
    await env.ERASE_KEYS.put(name, new Uint8Array(32));
    expect(await openOwn(person)).toMatchObject({ request: null, contact: null });
  });

  it('is no reason to say that R2 failed, nor the other way round', async () => {
    const person = await sendRequest(await makeTestDesk());

    const response = await post(
      '/api/inquiries/open',
      { lookup: person.lookup },
      { env: failing(env, 'R2 get') },
    );

    expect(await errorOf(response)).toBe('503 storage_unavailable');
    expect(await openOwn(person)).not.toBeNull();
  });
});

describe('a request withdrawn while somebody else works on it', () => {
  /** Bindings under which the person withdraws just after the erase key was fetched. */
  const withdrawnMeanwhile = (person: Person): Env => {
    const { ERASE_KEYS } = env;
    const get = async (name: string) => {
      const object = await ERASE_KEYS.get(name);
      const raw = await object?.arrayBuffer();
      await withdraw(person);
      return raw === undefined ? null : { arrayBuffer: () => Promise.resolve(raw) };
    };
    // Only what the code under test calls of a bucket.
    return { ...env, ERASE_KEYS: { get } as unknown as Env['ERASE_KEYS'] };
  };

  it('does not acknowledge a message of the person, and stores nothing', async () => {
    const desk = await makeTestDesk();
    const person = await sendRequest(desk);
    const message = await sealedMessage(person, desk, { from: 'person' });

    const response = await post(
      '/api/inquiries/messages',
      { lookup: person.lookup, ...message },
      { env: withdrawnMeanwhile(person) },
    );

    expect(await errorOf(response)).toBe('404 not_found');
    expect(await remains()).toEqual({ rows: [0, 0, 0], keys: 0 });
  });

  it.each(['messages', 'contact'])('answers the officer that it is not there: %s', async (act) => {
    const desk = await makeTestDesk();
    const person = await sendRequest(desk);
    const { cookie } = await signInAs(desk);
    const id = (await openOwn(person))?.id;
    const body =
      act === 'messages' ? await sealedMessage(person, desk, { from: 'desk' }) : { reason: 'danger-to-life' };
    const log = vi.spyOn(console, 'error');

    const bindings = withdrawnMeanwhile(person);
    const response = await post(`/api/staff/inquiries/${id}/${act}`, body, { env: bindings, cookie });

    expect(await errorOf(response)).toBe('404 not_found');
    expect(log).not.toHaveBeenCalled();
    expect(await remains()).toEqual({ rows: [0, 0, 0], keys: 0 });
  });
});
