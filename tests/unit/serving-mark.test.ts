import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { markServing, refuseWhileServed } from '../../scripts/serving-mark.ts';

it('a state folder is not taken away from a living server, and a dead one holds nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'diem-tua-served-'));
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const refuse = () => refuseWhileServed(folder);

  expect(refuse).not.toThrow();
  await markServing(folder);
  expect(refuse).not.toThrow();
  await writeFile(join(folder, 'serving.pid'), `${other.pid}\n`);
  expect(refuse).toThrow('stop `npm start` first');
  other.kill();
  await once(other, 'exit');
  expect(refuse).not.toThrow();
  await rm(folder, { recursive: true });
});
