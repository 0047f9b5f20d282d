import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError } from './command-error.ts';
import { projectRoot } from './project-root.ts';

/**
 * Brings a local database to the newest tables, from whichever it has. It keeps the table of `wrangler d1 migrations apply`,
 * so that each can go on where the other stopped; wrangler starts a workerd of its own for every file.
 *
 * @returns the names of the migrations that were applied now
 * @throws CommandError naming the file that the database refused; those before it stay applied
 */
export async function migrate(db: Env['DB']): Promise<string[]> {
  await db
    .prepare(
      `CREATE TABLE IF NOT EXISTS d1_migrations(
		id         INTEGER PRIMARY KEY AUTOINCREMENT,
		name       TEXT UNIQUE,
		applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
)`,
    )
    .run();
  const { results } = await db.prepare('SELECT name FROM d1_migrations').all<{ name: string }>();
  const applied = new Set(results.map(({ name }) => name));
  const folder = join(projectRoot, 'migrations');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql') && !applied.has(name)).sort();
  if (files.length === 0) return [];
  // Only where it is needed, because importing wrangler takes longer than all of this.
  const { unstable_splitSqlQuery } = await import('wrangler');
  for (const file of files) {
    const statements = unstable_splitSqlQuery(await readFile(join(folder, file), 'utf8'));
    const note = db.prepare('INSERT INTO d1_migrations (name) VALUES (?1)').bind(file);
    await db.batch([...statements.map((sql) => db.prepare(sql)), note]).catch((error: unknown) => {
      throw new CommandError(
        `migrations/${file} could not be applied: ${error instanceof Error ? error.message : String(error)}`,
      );
    });
  }
  return files;
}
