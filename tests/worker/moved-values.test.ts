import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import {
  makeTestDesk,
  openOwn,
  type Person,
  post,
  readOwn,
  sealedMessage,
  sendRequest,
} from './sealed-journey.ts';

type Column = 'request' | 'contact';

/** The stored bytes of a person's only request, or of the request with this id. */
async function stored(column: Column, id: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await env.DB.prepare(`SELECT ${column} AS bytes FROM inquiry WHERE id = ?1`)
    .bind(id)
    .first<number[]>('bytes');
  return new Uint8Array(bytes ?? []);
}

async function store(column: Column, id: string, bytes: Uint8Array): Promise<void> {
  await env.DB.prepare(`UPDATE inquiry SET ${column} = ?2 WHERE id = ?1`).bind(id, bytes).run();
}

const idOf = async (person: Person) => (await openOwn(person))?.id ?? '';

// Somebody with write access moves sealed values about: each is bound to its place by the wrapping.
describe('a sealed value that was moved within the database', () => {
  it('reads as altered when the requests of two people were exchanged', async () => {
    const desk = await makeTestDesk();
    const people = [await sendRequest(desk), await sendRequest(desk)] as const;
    const [one, two] = [await idOf(people[0]), await idOf(people[1])];
    const [ofOne, ofTwo] = [await stored('request', one), await stored('request', two)];

    await store('request', one, ofTwo);
    await store('request', two, ofOne);

    for (const person of people) {
      expect((await openOwn(person))?.request).toBeNull();
      expect((await readOwn(person)).request.problem).toBe('altered');
      expect((await openOwn(person))?.contact).not.toBeNull();
    }
  });

  it('reads as altered even when its erase key was moved with it', async () => {
    const desk = await makeTestDesk();
    const people = [await sendRequest(desk), await sendRequest(desk)] as const;
    const [one, two] = [await idOf(people[0]), await idOf(people[1])];

    await store('request', one, await stored('request', two));
    await env.DB.prepare(
      'UPDATE inquiry SET erase_key = (SELECT erase_key FROM inquiry WHERE id = ?2) WHERE id = ?1',
    )
      .bind(one, two)
      .run();

    expect(await openOwn(people[0])).toMatchObject({ request: null, contact: null });
  });

  it('reads as altered when the contact stands in the place of the request, and the other way round', async () => {
    const person = await sendRequest(await makeTestDesk());
    const id = await idOf(person);
    const [request, contact] = [await stored('request', id), await stored('contact', id)];

    await store('request', id, contact);
    await store('contact', id, request);

    expect(await openOwn(person)).toMatchObject({ request: null, contact: null });
  });

  it('reads as altered when a message was moved to another thread or another id', async () => {
    const desk = await makeTestDesk();
    const [one, two] = [await sendRequest(desk), await sendRequest(desk)];
    const message = await sealedMessage(one, desk, { from: 'person' });
    await post('/api/inquiries/messages', { lookup: one.lookup, ...message });
    await env.DB.batch([
      env.DB.prepare(
        `INSERT INTO message (id, inquiry_id, sender, sent_hour, sealed)
         SELECT 'copy', inquiry_id, sender, sent_hour, sealed FROM message`,
      ),
      env.DB.prepare(`UPDATE message SET inquiry_id = ?1 WHERE id <> 'copy'`).bind(await idOf(two)),
    ]);

    expect((await openOwn(one))?.messages.map(({ sealed }) => sealed)).toEqual([null]);
    expect((await openOwn(two))?.messages.map(({ sealed }) => sealed)).toEqual([null]);
  });

  it.each([
    ['changed by one bit', (bytes: Uint8Array) => bytes.map((byte, at) => (at === 40 ? byte ^ 1 : byte))],
    ['changed in its nonce', (bytes: Uint8Array) => bytes.map((byte, at) => (at === 0 ? byte ^ 1 : byte))],
    ['cut off', (bytes: Uint8Array) => bytes.slice(0, 100)],
    ['cut to less than a nonce', (bytes: Uint8Array) => bytes.slice(0, 5)],
    ['emptied', () => new Uint8Array()],
  ])('reads as altered when it was %s', async (_how, change) => {
    const person = await sendRequest(await makeTestDesk());
    const id = await idOf(person);

    await store('request', id, change(await stored('request', id)));

    expect((await openOwn(person))?.request).toBeNull();
  });
});
