import { describe, expect, it } from 'vitest';
import { projectFiles, readProjectFile } from './project-files.ts';

/** What is wrong with the names of the migrations: numbered 0001, 0002, … without a gap or a double. */
function misnumbered(names: readonly string[]): string[] {
  return names.filter(
    (name, index) => !new RegExp(`^${String(index + 1).padStart(4, '0')}_[a-z0-9_]+\\.sql$`).test(name),
  );
}

/** The ordinary tables that a migration makes without STRICT. Virtual tables cannot be strict. */
function looseTables(sql: string): string[] {
  const statements = sql
    .replace(/--[^\n]*/g, '')
    .split(';')
    .map((statement) => statement.trim());
  return statements
    .filter((statement) => /^CREATE\s+(TEMP(ORARY)?\s+)?TABLE\b/i.test(statement))
    .filter((statement) => !/\)\s*(WITHOUT\s+ROWID\s*,\s*)?STRICT\b[^)]*$/i.test(statement))
    .map((statement) => statement.split('(')[0]?.trim() ?? '');
}

describe('the migrations', () => {
  const paths = projectFiles().filter((path) => /^migrations\/.*\.sql$/.test(path));

  it('are numbered in sequence', () => {
    expect(misnumbered(paths.map((path) => path.slice('migrations/'.length)))).toEqual([]);
  });

  it('make strict tables only', () => {
    expect(paths.flatMap((path) => looseTables(readProjectFile(path)))).toEqual([]);
  });

  it.each([[['0001_a.sql', '0003_b.sql']], [['0001_a.sql', '0001_b.sql']], [['0002_a.sql']], [['1_a.sql']]])(
    'are refused with the names %j',
    (names) => {
      expect(misnumbered(names)).not.toEqual([]);
    },
  );

  it('are refused with a table that is not strict', () => {
    expect(looseTables('-- a note; with a semicolon\nCREATE TABLE note (id TEXT DEFAULT (1));')).toEqual([
      'CREATE TABLE note',
    ]);
  });

  it('may make strict tables without row ids, and virtual tables', () => {
    const sql = `CREATE TABLE a (id TEXT) STRICT;
      CREATE TABLE b (id TEXT PRIMARY KEY) WITHOUT ROWID, STRICT;
      CREATE TABLE c (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
      CREATE VIRTUAL TABLE d USING fts5(name);`;

    expect(looseTables(sql)).toEqual([]);
  });
});
