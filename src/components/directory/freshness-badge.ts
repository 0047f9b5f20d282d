import { freshnessOf } from '../../../domain/freshness.ts';
import { readableSourceDate } from '../../../domain/source-date.ts';
import { place as words } from '../../../words/vi.ts';

/** What a list says of how fresh an entry is, with the classes of Tag.astro. */
export function freshnessBadge(assuredDate: string | null, today: string): { tone: string; text: string } {
  const { state } = freshnessOf(assuredDate, today);
  const tone = { confirmed: 'tag tag--ok', ageing: 'tag', stale: 'tag tag--warn' }[state];
  if (assuredDate === null) return { tone, text: words.freshness.never };
  return { tone, text: words.freshness[state](readableSourceDate(assuredDate)) };
}
