/**
 * `npm run desk:make -- FILE.json [--remote]`: makes a desk with its first key, and prints the code of its recovery sheet,
 * once. Nothing keeps that code.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { formatCode, makeCode } from '../domain/code.ts';
import { deriveFromCard } from '../domain/derive.ts';
import { listKnownUnits } from '../functions/inquiries/desk-store.ts';
import { listDesks } from '../functions/inquiries/list-desks.ts';
import { makeDesk } from '../functions/inquiries/make-desk.ts';
import { deskMaking } from '../words/vi-desk-making.ts';
import { takeRemote, withChosenBindings } from './chosen-bindings.ts';
import { CommandError } from './command-error.ts';
import { readDeskDescription } from './desk-description.ts';
import { runCommand } from './run-command.ts';

await runCommand(async () => {
  const { isRemote, rest } = takeRemote(process.argv.slice(2));
  const [named, ...more] = rest;
  if (named === undefined || named.startsWith('-') || more.length > 0)
    throw new CommandError(deskMaking.usage);
  const file = resolve(process.env.INIT_CWD ?? '.', named);
  if (!existsSync(file)) throw new CommandError(deskMaking.noFile(file));
  const description = readDeskDescription(await readFile(file, 'utf8'));
  const code = makeCode();

  await withChosenBindings({ isRemote }, async ({ DB }) => {
    const now = new Date();
    if ((await listDesks(DB, now)).some(({ slug }) => slug === description.slug))
      throw new CommandError(deskMaking.taken(description.slug));
    const known = await listKnownUnits(DB, description.areas);
    const unknown = description.areas.filter((area) => !known.includes(area));
    if (unknown.length > 0) throw new CommandError(deskMaking.unknownUnits(unknown.join(', ')));
    await makeDesk(DB, { ...description, isDemo: false }, await deriveFromCard(code), now);
  });
  console.log(`\n${deskMaking.made(description.name, formatCode(code), description.slug)}\n`);
});
