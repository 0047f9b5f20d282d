import { foldedWords } from '../../../domain/fold.ts';
import { LegalDocumentSchema, LegalProvisionSchema } from '../../../src/content-schemas/law.ts';
import type { Register } from '../../../src/markdown/law-data.ts';

/** A row of documents.csv, of which a test writes only what it is about. */
export function documentRow(cells: Record<string, string>): Record<string, string> {
  const slug = foldedWords(cells.so_hieu ?? '').join('-');
  return {
    so_hieu: '1/2000/QH1',
    loai: 'Luật',
    ten: 'Luật thử',
    co_quan_ban_hanh: 'Quốc hội',
    ngay_ban_hanh: '',
    ngay_hieu_luc: '',
    ngay_het_hieu_luc: '',
    bi_thay_the_boi: '',
    tinh_trang_2026_11_21: 'thử',
    nguon_vien_dan: '',
    do_tin_cay: 'cao',
    ghi_chu: '',
    source_url: 'https://example.org/luat',
    source_date: '2026',
    slug: slug || 'thu',
    shown_title: '',
    phases: '? in-force',
    articles: '',
    unread_articles: '',
    ended_provisions: '',
    later: '',
    remark: '',
    ...cells,
  };
}

/** Made-up documents in every standing. */
export const smallRegister: Register = {
  documents: [
    documentRow({
      so_hieu: '120/2025/QH15',
      ten: 'Luật mới',
      ngay_hieu_luc: '2026-07-01',
      phases: '2026-07-01 in-force',
      articles: '56',
    }),
    documentRow({
      so_hieu: '73/2021/QH14',
      ten: 'Luật cũ',
      ngay_hieu_luc: '2022-01-01',
      ngay_het_hieu_luc: '2026-07-01',
      bi_thay_the_boi: '120/2025/QH15 (Điều 55.2)',
      phases: '2022-01-01 in-force; 2026-07-01 ended',
    }),
    documentRow({
      so_hieu: '163/2026/NĐ-CP',
      loai: 'Nghị định',
      ten: 'Nghị định mới',
      ngay_hieu_luc: '2026-07-01',
      phases: '2026-07-01 in-force',
      articles: '152',
      unread_articles: '11; 29-41',
    }),
    documentRow({
      so_hieu: '184/2025/NĐ-CP',
      loai: 'Nghị định',
      ten: 'Phân định',
      ngay_hieu_luc: '2025-07-01',
      phases: '2025-07-01 in-force; 2026-07-01 partly-ended',
      ended_provisions: 'Điều 2 khoản 1; Điều 20',
    }),
    documentRow({
      so_hieu: '109/2021/NĐ-CP',
      loai: 'Nghị định',
      ten: 'Nghị định còn phần',
      ngay_hieu_luc: '2022-01-01',
      phases: '2022-01-01 in-force; 2026-07-01 consistent',
      do_tin_cay: 'vừa',
    }),
    documentRow({ so_hieu: '7886/QĐ-BCA', loai: 'Quyết định', ten: 'Chưa rõ', phases: 'unverified' }),
    documentRow({
      so_hieu: '08/KH-UBND',
      loai: 'Kế hoạch',
      ten: 'Kế hoạch năm 2026',
      phases: '? carried-out; 2027-01-01 period-over',
    }),
  ].map((row) => LegalDocumentSchema.parse(row)),
  provisions: [
    LegalProvisionSchema.parse({ document: '120/2025/QH15', place: 'Điều 31 khoản 1', gist: 'Ý chính.' }),
  ],
};
