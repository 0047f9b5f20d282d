import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../scripts/project-root.ts';
import { useCopiedState } from './copied-state.ts';

const state = useCopiedState();

/** Runs scripts/places-import.ts to its end. */
async function importPlaces(...args: string[]): Promise<{ code: number | null; said: string }> {
  const script = join(projectRoot, 'scripts/places-import.ts');
  const child = spawn(process.execPath, ['--no-warnings', script, ...args], {
    cwd: projectRoot,
    env: { ...process.env, STATE_DIR: state.dir, INIT_CWD: projectRoot },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
    });
  }
  await once(child, 'close');
  return { code: child.exitCode, said: said.trim() };
}

/** SHA-256 over every row of the state folder's database. */
function dump(): string {
  const [file] = globSync(join(state.dir, 'v3/d1/**/*.sqlite')).filter(
    (path) => !path.endsWith('metadata.sqlite'),
  );
  if (file === undefined) throw new Error('the state folder holds no database');
  const db = new DatabaseSync(file, { readOnly: true });
  const hash = createHash('sha256');
  const tables = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY name").all();
  for (const { name, sql } of tables) {
    hash.update(String(sql));
    // A virtual table's content stands in its shadow tables.
    if (String(sql).startsWith('CREATE VIRTUAL')) continue;
    const rows = db.prepare(`SELECT * FROM "${String(name)}"`);
    // The order of places is kept in numbers that only a BigInt holds.
    rows.setReadBigInts(true);
    for (const row of rows.iterate()) {
      hash.update(JSON.stringify(row, (_key, value) => (typeof value === 'bigint' ? `${value}n` : value)));
    }
  }
  db.close();
  return hash.digest('hex');
}

describe('npm run places:import', () => {
  it('shows what it would do, refuses what is broken, and writes nothing of either', async () => {
    const broken = join(state.dir, 'hong.csv');
    await writeFile(broken, 'Tên cơ sở,Loại,Địa chỉ,"Tỉnh, thành phố"\nHoa Gạo,Điểm tư vấn cộng đồng,x\n');
    const before = dump();

    const shown = await importPlaces('docs/importing-sample.csv');
    const refused = await importPlaces(broken, '--apply');

    expect(shown).toMatchObject({ code: 0 });
    expect(shown.said).toContain('Sẽ thêm: 3');
    expect(shown.said).toContain('Chưa ghi gì. Chạy lại với --apply để ghi 3 nơi ở trên.');
    expect(refused).toEqual({
      code: 1,
      said: [
        'Danh sách bị từ chối: có 1 chỗ cần sửa.',
        '  hong.csv, dòng 2: số ô không bằng số cột của tiêu đề. Hãy xem có thiếu ô, hay có dấu phân cách nằm ngoài ngoặc kép.',
        'Chưa ghi gì vào danh bạ.',
      ].join('\n'),
    });
    expect(dump()).toBe(before);
  });

  it('writes with --apply', async () => {
    const before = dump();

    const written = await importPlaces('docs/importing-sample.csv', '--apply', '--by', 'thử');

    expect(written.said).toContain('Đã ghi 3 nơi.');
    expect(written.code).toBe(0);
    expect(dump()).not.toBe(before);
  });

  it('says how it is used when no file is named', async () => {
    const { code, said } = await importPlaces();

    expect(code).toBe(1);
    expect(said).toContain('Cách dùng: npm run places:import -- TỆP');
  });
});
