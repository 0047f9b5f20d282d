/** Made-up lists in the plain form. */
import type { ImportInput } from '../../../functions/directory/import/plan-import.ts';

/** A sound row: a made-up place in a commune that exists. */
export const soundRow: Readonly<Record<string, string>> = {
  'Tên cơ sở': 'Điểm tư vấn Hoa Gạo (hư cấu)',
  Loại: 'Điểm tư vấn cộng đồng',
  'Đơn vị quản lý': 'Trạm Y tế Hoa Gạo (hư cấu)',
  'Địa chỉ': 'Số 5, đường Ví Dụ',
  'Xã, phường': 'Phường Hoàng Mai',
  'Tỉnh, thành phố': 'Hà Nội',
  'Điện thoại': '024 3999 0001',
  'Dịch vụ': 'Tư vấn',
  Nguồn: 'https://example.vn/danh-sach',
  'Ngày nguồn': '1/10/2026',
};

/** Rows as CSV; each is the sound row with some cells replaced or added. */
export function plainCsv(...rows: Readonly<Record<string, string>>[]): string {
  const columns = [...new Set([soundRow, ...rows].flatMap((row) => Object.keys(row)))];
  const cells = rows.map((row) => columns.map((column) => row[column] ?? soundRow[column] ?? ''));
  return [columns, ...cells].map((line) => line.map(quoted).join(',')).join('\n');
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** One file, as the command hands it over. */
export function oneFile(content: string | Uint8Array, name = 'ds.csv'): ImportInput {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { name, files: new Map([[name, bytes]]), isFolder: false };
}

/** A folder of tables, as the command hands it over. */
export function folder(files: Readonly<Record<string, string>>): ImportInput {
  const bytes = Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)] as const);
  return { name: 'goi', files: new Map(bytes), isFolder: true };
}
