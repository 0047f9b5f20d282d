import { parseArgs } from 'node:util';
import type { DeskChange } from '../functions/staff/set-desk.ts';
import { deskSettings } from '../words/vi-desk-settings.ts';
import { CommandError } from './command-error.ts';

/** How "from everywhere" is said: a list without a code. */
const EVERYWHERE = 'all';

/**
 * Reads what stands after `npm run desk --`.
 *
 * @returns null when only the desks are to be shown
 * @throws CommandError that says how to mend it
 */
export function readDeskArguments(args: readonly string[]): DeskChange | null {
  let values: { areas?: string; complaints?: string };
  let positionals: string[];
  try {
    ({ values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { areas: { type: 'string' }, complaints: { type: 'string' } },
    }));
  } catch (cause) {
    throw new CommandError(deskSettings.usage, { cause });
  }
  const { areas, complaints } = values;
  const [slug, ...rest] = positionals;
  if (slug === undefined && areas === undefined && complaints === undefined) return null;
  const isUnderstood = complaints === undefined || complaints === 'yes' || complaints === 'no';
  if (slug === undefined || rest.length > 0 || !isUnderstood || (areas ?? complaints) === undefined)
    throw new CommandError(deskSettings.usage);
  return {
    slug,
    areas: areas === undefined ? undefined : readCodes(areas),
    takesComplaints: complaints === undefined ? undefined : complaints === 'yes',
  };
}

function readCodes(list: string): string[] {
  if (list === EVERYWHERE) return [];
  const codes = list.split(',').map((code) => code.trim());
  const wrong = codes.find((code) => !/^(\d{2}|\d{5})$/.test(code));
  if (wrong !== undefined) throw new CommandError(deskSettings.badCode(wrong));
  return codes;
}
