import { z } from 'astro/zod';
import { type Provision, parseProvision } from '../../domain/citation.ts';
import { type Phase, STANDINGS } from '../../domain/legal-standing.ts';

const text = z
  .string()
  .refine((value) => value === value.normalize('NFC'), { error: 'must be composed (NFC)' });
const filled = text.min(1);
const isDay = (value: string): boolean => z.iso.date().safeParse(value).success;

/** Where the register's own remark on a source leads: documents that the project was made from, and pages of the portal. */
const NAMED_SOURCES: Readonly<Record<string, { url: string | null; title: string }>> = {
  'nguồn 000': {
    url: null,
    title: 'Bài báo “Hà Nội chung tay xây dựng xã, phường, thị trấn sạch ma túy”, 6/2024',
  },
  'nguồn 001': { url: null, title: 'Bài “Triển khai công tác cai nghiện…” của quận Hoàng Mai, 25/3/2019' },
  'nguồn 002': { url: null, title: 'Bài trên báo Kinh tế & Đô thị về mô hình hỗ trợ người sau cai, 12/2023' },
  'nguồn 003': { url: null, title: 'Kế hoạch cai nghiện năm 2022 của thành phố Lai Châu, 4/2022' },
  'xem campaign-themes.csv': { url: '/chien-dich/', title: 'Trang Tháng hành động của cổng này' },
  'xem hotlines.csv': { url: '/huong-dan/so-dien-thoai/', title: 'Trang các số điện thoại của cổng này' },
};

/** Where a statement was read. Without an address it is the collector's words alone. */
export interface LegalSource {
  url: string | null;
  title: string;
  remark: string;
}

/** A part of a document that begins to apply, or ends, on a later day. */
export interface LaterPart {
  from: string;
  what: string;
}

/** What replaced a document: its number in the register, and the place that says so. */
export interface Replacement {
  number: string;
  place: string | null;
}

/**
 * A row of content/legal/documents.csv. The first fourteen columns are the collector's and keep their names and words;
 * those from `slug` on are the editors': what the register needs to turn by itself, and the sentence that readers see.
 */
export const LegalDocumentSchema = z
  .strictObject({
    so_hieu: filled,
    loai: filled,
    ten: filled,
    co_quan_ban_hanh: filled,
    ngay_ban_hanh: text,
    ngay_hieu_luc: text,
    ngay_het_hieu_luc: text,
    bi_thay_the_boi: text,
    /** The collector's own words on where it stands. */
    tinh_trang_2026_11_21: filled,
    nguon_vien_dan: text,
    do_tin_cay: filled,
    /** What the collector noted; for editors, not shown. */
    ghi_chu: text,
    source_url: filled,
    source_date: filled,
    /** The document's address. It never changes: other sites may link to it. */
    slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    /** The title without abbreviations and remarks, where the collector's has some. */
    shown_title: text,
    /** `2022-01-01 in-force; 2026-07-01 ended`: from each day on; `?` for a past day that is not known; or `unverified`. */
    phases: filled.transform((cell, context): Phase[] =>
      cell.split('; ').flatMap((part) => {
        const [first = '', second] = part.split(' ');
        const word = second ?? first;
        const standing = STANDINGS.find((known) => known === word);
        const from = second === undefined || first === '?' ? null : first;
        if (standing !== undefined && (from === null || isDay(from))) return [{ from, standing }];
        context.addIssue(`"${part}" is not a day and one of ${STANDINGS.join(', ')}`);
        return [];
      }),
    ),
    /** How many articles it has; empty where nobody has counted. */
    articles: z
      .string()
      .regex(/^\d*$/)
      .transform((cell) => (cell === '' ? null : Number(cell))),
    /** Articles that nobody has read, so that they carry nothing: `11; 29-41`. */
    unread_articles: text.transform((cell) => listOf(cell).map(rangeOf)),
    /** For a document that ended in part: the places that ended, when these are known. */
    ended_provisions: text.transform((cell, context): Provision[] =>
      listOf(cell).flatMap((part) => {
        const provision = parseProvision(part);
        if (provision === null) context.addIssue(`"${part}" is no place such as "Điều 2 khoản 1"`);
        return provision === null ? [] : [provision];
      }),
    ),
    /** `2027-06-01 what begins then`: parts with a day of their own. */
    later: text.transform((cell, context): LaterPart[] =>
      listOf(cell).flatMap((part) => {
        const [from = '', ...what] = part.split(' ');
        if (isDay(from) && what.length > 0) return [{ from, what: what.join(' ') }];
        context.addIssue(`"${part}" is not a day and what begins then`);
        return [];
      }),
    ),
    /** What a reader should know besides, in full sentences. */
    remark: text,
  })
  .superRefine((row, context) => {
    const [first] = row.phases;
    if (first !== undefined && first.from !== null && first.from !== row.ngay_hieu_luc) {
      context.addIssue({ code: 'custom', path: ['phases'], message: 'must begin on ngay_hieu_luc' });
    }
    const end = row.phases.find(({ standing }) => standing === 'ended')?.from ?? '';
    if (end !== (isDay(row.ngay_het_hieu_luc) ? row.ngay_het_hieu_luc : '')) {
      context.addIssue({ code: 'custom', path: ['phases'], message: 'must end on ngay_het_hieu_luc' });
    }
    if (row.phases.some(({ from }, at) => at > 0 && (from ?? '') <= (row.phases[at - 1]?.from ?? ''))) {
      context.addIssue({ code: 'custom', path: ['phases'], message: 'must be in the order of time' });
    }
  })
  .transform((row) => ({
    number: row.so_hieu,
    /** Each number by which it may be cited: a row can hold several documents of one act. */
    numbers: [...new Set([row.so_hieu, ...row.so_hieu.split(/; | và /)])],
    kind: row.loai,
    title: row.shown_title || row.ten,
    issuer: row.co_quan_ban_hanh,
    /** As the collector has it: a day, a year, or words. */
    issuedOn: row.ngay_ban_hanh,
    phases: row.phases,
    replacedBy: replacementOf(row.bi_thay_the_boi),
    confidence: row.do_tin_cay,
    sources: row.source_url.split(/ ; |; (?=http)/).map(sourceOf),
    sourceDate: row.source_date,
    slug: row.slug,
    articles: row.articles,
    unreadArticles: row.unread_articles,
    endedProvisions: row.ended_provisions,
    later: row.later,
    remark: row.remark,
  }));

export type LegalDocument = z.infer<typeof LegalDocumentSchema>;

/** A row of content/legal/provisions.csv: what one place of a document says, in our words. */
export const LegalProvisionSchema = z.strictObject({
  document: filled,
  place: filled.transform((cell, context): Provision => {
    const provision = parseProvision(cell);
    if (provision !== null) return provision;
    context.addIssue(`"${cell}" is no place such as "Điều 31 khoản 1 điểm b"`);
    return z.NEVER;
  }),
  gist: filled,
});

export type LegalProvision = z.infer<typeof LegalProvisionSchema>;

function listOf(cell: string): string[] {
  return cell === '' ? [] : cell.split('; ');
}

function rangeOf(part: string): { from: number; to: number } {
  const [from = '', to = from] = part.split('-');
  return { from: Number(from), to: Number(to) };
}

/** The collector writes `163/2026/NĐ-CP (Điều 150.3.a)`; words without a number name nothing in the register. */
function replacementOf(cell: string): Replacement | null {
  const match = /^([^\s()]+)(?: \(Điều (\d+)(?:\.(\d+))?(?:\.(\p{L}))?\))?$/u.exec(cell);
  if (match === null) return null;
  const [, number = '', article, clause, point] = match;
  if (article === undefined) return { number, place: null };
  const rest = [...(clause ? [`khoản ${clause}`] : []), ...(point ? [`điểm ${point}`] : [])];
  return { number, place: [`Điều ${article}`, ...rest].join(' ') };
}

function sourceOf(part: string): LegalSource {
  const named = NAMED_SOURCES[part.trim()];
  if (named !== undefined) return { ...named, remark: '' };
  const [address = '', ...words] = part.trim().split(' ');
  const url = URL.parse(address);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    return { url: null, title: part.trim(), remark: '' };
  }
  return { url: url.href, title: url.hostname.replace(/^www\./, ''), remark: words.join(' ') };
}
