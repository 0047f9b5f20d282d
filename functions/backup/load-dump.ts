import type { Database } from '../database.ts';
import { END_OF_STATEMENT } from './dump-database.ts';

/** How much goes to the database at once. */
const BATCH_CHARACTERS = 500_000;

/**
 * Runs a dump on a database that has no tables yet.
 *
 * @param lines of the file, without their line feeds
 * @throws Error when the file ends within a statement, and whatever the database says
 */
export async function loadDump(db: Database, lines: AsyncIterable<string>): Promise<void> {
  let batch: string[] = [];
  let size = 0;
  let statement: string[] = [];
  const flush = async (): Promise<void> => {
    if (batch.length > 0) await db.batch(batch.map((sql) => db.prepare(sql)));
    batch = [];
    size = 0;
  };
  for await (const line of lines) {
    if (line !== END_OF_STATEMENT) {
      statement.push(line);
      continue;
    }
    const sql = statement.join('\n').replace(/;$/, '');
    statement = [];
    batch.push(sql);
    size += sql.length;
    if (size > BATCH_CHARACTERS) await flush();
  }
  await flush();
  if (statement.join('').trim() !== '') throw new Error('the dump ends within a statement');
}
