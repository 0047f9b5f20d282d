/**
 * `npm run desk [-- SLUG --areas 01,79 --complaints yes] [--remote]`: shows the desks of the local state or the deployed one,
 * or sets where one takes requests from and whether it takes complaints about the others.
 */
import { type DeskSettings, listSettings, setDesk } from '../functions/staff/set-desk.ts';
import { deskSettings } from '../words/vi-desk-settings.ts';
import { takeRemote, withChosenBindings } from './chosen-bindings.ts';
import { CommandError } from './command-error.ts';
import { readDeskArguments } from './desk-arguments.ts';
import { runCommand } from './run-command.ts';

await runCommand(async () => {
  const { isRemote, rest } = takeRemote(process.argv.slice(2));
  const change = readDeskArguments(rest);

  await withChosenBindings({ isRemote, noState: deskSettings.noState }, async ({ DB }) => {
    const desks = await listSettings(DB);
    if (change === null) {
      console.log(`\n  ${desks.map(describe).join('\n\n  ') || deskSettings.none}\n`);
      return;
    }
    const outcome = await setDesk(DB, change);
    if (outcome.kind === 'no-desk')
      throw new CommandError(deskSettings.noDesk(change.slug, desks.map(({ slug }) => slug).join(', ')));
    if (outcome.kind === 'unknown-units')
      throw new CommandError(deskSettings.unknownUnits(outcome.codes.join(', ')));
    console.log(`\n  ${outcome.isChanged ? deskSettings.saved : deskSettings.unchanged}`);
    console.log(`\n  ${describe(outcome.desk)}\n`);
  });
});

function describe({ areas, ...desk }: DeskSettings): string {
  const named = areas.map(({ code, name }) => `${name} (${code})`).join(', ');
  return deskSettings.desk({ ...desk, areas: named || deskSettings.everywhere });
}
