import { z } from 'astro/zod';

/** The groups of the page, in its order. Crime-report lines stand last and apart: they are not for asking help. */
export const HOTLINE_GROUPS = ['emergency', 'crisis', 'violence', 'facility', 'crime-report'] as const;

const text = z
  .string()
  .min(1)
  .refine((value) => value === value.normalize('NFC'));

/** A number as it is shown, and as a phone dials it; `note` is what stands beside it, such as a key to press. */
export interface Phone {
  display: string;
  tel: string;
  note: string;
}

/** An address that a browser can open with the collector's words beside it. */
export interface HotlineSource {
  url: string;
  host: string;
  remark: string;
}

/**
 * A row of content/hotlines.csv. Its cells are the collector's words; several numbers are joined by "; ", several
 * sources by " ; ", each with remarks behind it.
 */
export const HotlineSchema = z.strictObject({
  /** The row's place in the file. */
  order: z.int(),
  group: z.enum(HOTLINE_GROUPS),
  number: z.string().regex(/^\d{3,11}$/),
  display: text.transform((cell) => cell.split('; ').map(phoneOf)),
  name: text,
  operator: text,
  hours: text.transform(readable),
  cost: text.transform(readable),
  channels: text,
  purpose: text,
  /** Where an editor should put the number is no word for readers. */
  suitable_for_help_seeker: text.transform((cell) => cell.replace(/; để ở trang .*$/, '')),
  confidence: text,
  /** What the collector noted; for editors, not shown. */
  note: z.string(),
  source_url: text
    .transform((cell) => cell.split(' ; ').flatMap(sourceOf))
    .refine((sources) => sources.length > 0, { error: 'must hold an address' }),
  source_date: text,
});

export type Hotline = z.infer<typeof HotlineSchema>;

/** Whether the collector asks for a call before relying on the number. */
export function isUncalled({ note }: Pick<Hotline, 'note'>): boolean {
  return /gọi thử/i.test(note);
}

function phoneOf(part: string): Phone {
  const [display = '', note = ''] = part.split(/ (?=\([^\d])/);
  return { display, tel: display.replace(/\D/g, ''), note };
}

/** What no source says is called unknown; an instruction to the editor becomes the warning that it asks for. */
function readable(cell: string): string {
  return cell
    .replace(/\(nguồn không nêu\)|nguồn không nêu|^không nêu( trong tin đã đọc)?/, 'chưa rõ')
    .replace(/: phải ghi '([^']+)'/, ', $1');
}

function sourceOf(cell: string): HotlineSource[] {
  const [address = '', ...words] = cell.split(' ');
  const url = URL.parse(address);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return [];
  return [{ url: url.href, host: url.hostname.replace(/^www\./, ''), remark: words.join(' ') }];
}
