import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { countRows } from './count-rows.ts';

const FIND = 'SELECT id FROM counted WHERE id = ?';

describe('the rows that were read', () => {
  beforeEach(async () => {
    await env.DB.batch([
      env.DB.prepare('DROP TABLE IF EXISTS counted'),
      env.DB.prepare('CREATE TABLE counted (id INTEGER PRIMARY KEY) STRICT'),
      env.DB.prepare('INSERT INTO counted VALUES (1), (2), (3)'),
    ]);
  });

  it('are counted for a statement, however it is asked', async () => {
    const { db, rowsRead } = countRows(env.DB);

    const one = db.prepare(FIND).bind(2);
    const answers = [await one.first(), await one.first('id'), (await one.all()).results];

    expect(answers).toEqual([{ id: 2 }, 2, [{ id: 2 }]]);
    expect(rowsRead()).toBe(3);
  });

  it('are counted for every statement of a batch', async () => {
    const { db, rowsRead } = countRows(env.DB);

    const results = await db.batch([db.prepare(FIND).bind(1), db.prepare('SELECT id FROM counted')]);

    expect(results.map(({ results }) => results.length)).toEqual([1, 3]);
    expect(rowsRead()).toBe(4);
  });

  it('are counted in a session too', async () => {
    const { db, rowsRead } = countRows(env.DB);

    const session = db.withSession('first-primary');
    await session.batch([session.prepare(FIND).bind(1)]);
    await session.prepare(FIND).bind(2).run();

    expect(rowsRead()).toBe(2);
  });

  it('are refused for what is not counted', () => {
    const { db } = countRows(env.DB);

    expect(() => db.exec).toThrow('not counted: exec');
    expect(() => db.prepare(FIND).raw).toThrow('not counted: raw');
  });
});
