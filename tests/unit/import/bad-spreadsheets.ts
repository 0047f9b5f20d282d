/** XLSX files that must be refused, each with what is said of it. */
import type { BadList } from './bad-list.ts';
import { oneFile, soundRow } from './plain-list.ts';
import { part, xlsxFile, xlsxParts, zipFile } from './xlsx-file.ts';

const columns = Object.keys(soundRow);
const sound = Object.values(soundRow);
const at = (column: string): number => columns.indexOf(column);

/** An XLSX with one cell of its only row changed. */
function xlsxCell(name: string, column: string, xml: string, says: string): BadList {
  return {
    name,
    make: async () => {
      const row = sound.map((value, n) => (n === at(column) ? { xml } : value));
      return oneFile(await xlsxFile([columns, row]), 'ds.xlsx');
    },
    says: `ds.xlsx, dòng 2, cột ${column}: ${says}`,
  };
}

export const badSpreadsheets: readonly BadList[] = [
  xlsxCell(
    'a formula cell',
    'Tên cơ sở',
    '<c><f>HYPERLINK("x")</f><v>Hoa</v></c>',
    'ô là công thức hoặc bắt đầu như công thức. Hãy dán lại dưới dạng giá trị (chữ).',
  ),
  xlsxCell(
    'an error of the spreadsheet',
    'Địa chỉ',
    '<c t="e"><v>#N/A</v></c>',
    'ô là lỗi của bảng tính (như #N/A). Hãy điền lại giá trị.',
  ),
  xlsxCell(
    'a day as a bare number',
    'Ngày nguồn',
    '<c><v>46296</v></c>',
    '“46296” là số thứ tự ngày của bảng tính. Hãy định dạng ô là Ngày hoặc gõ như 31/12/2026.',
  ),
  {
    name: 'a commune code that lost its 0',
    make: async () =>
      oneFile(
        await xlsxFile([
          [...columns, 'Mã xã'],
          [...sound, 331],
        ]),
        'ds.xlsx',
      ),
    says: 'ds.xlsx, dòng 2, cột Mã xã: “331” bị mất số 0 ở đầu. Hãy định dạng ô là Văn bản rồi gõ đủ năm chữ số.',
  },
  {
    name: 'merged cells',
    make: async () =>
      oneFile(
        await xlsxFile([columns, sound], '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>'),
        'ds.xlsx',
      ),
    says: 'ds.xlsx, dòng 2: có ô gộp (A2:A3). Hãy bỏ gộp ô và điền đủ từng dòng.',
  },
  {
    name: 'two sheets with rows',
    make: async () => {
      const sheets = ['Hà Nội', 'Cà Mau'].map((name) => ({ name, rows: [columns, sound] }));
      return oneFile(await zipFile(await xlsxParts(sheets)), 'ds.xlsx');
    },
    says: 'ds.xlsx: có nhiều trang tính có dữ liệu: Hà Nội; Cà Mau. Hãy để lại một trang, các trang khác lưu thành tệp riêng.',
  },
  {
    name: 'an XLSX that expands beyond all measure',
    make: async () => {
      const bomb = { name: 'xl/worksheets/sheet1.xml', bytes: new Uint8Array(30_000_000) };
      return oneFile(await zipFile([...(await xlsxParts([])), bomb]), 'ds.xlsx');
    },
    says: 'ds.xlsx: tệp XLSX bung ra lớn bất thường nên không được mở. Hãy lưu lại từ phần mềm bảng tính, hoặc dùng CSV.',
  },
  {
    name: 'an XLSX that lies about its size',
    make: async () => {
      const parts = await xlsxParts([{ name: 'Danh sách', rows: [columns, sound] }]);
      const liar = parts.map((own) => (own.name.endsWith('sheet1.xml') ? { ...own, claims: 20 } : own));
      return oneFile(await zipFile(liar), 'ds.xlsx');
    },
    says: 'ds.xlsx: tệp XLSX bung ra lớn bất thường nên không được mở. Hãy lưu lại từ phần mềm bảng tính, hoặc dùng CSV.',
  },
  {
    name: 'an XLSX with entities that multiply',
    make: async () => {
      const [workbook, ...others] = await xlsxParts([{ name: 'Danh sách', rows: [columns, sound] }]);
      const laughs = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]><workbook>&c;</workbook>';
      return oneFile(await zipFile([part(workbook?.name ?? '', laughs), ...others]), 'ds.xlsx');
    },
    says: 'ds.xlsx: tệp XLSX có khai báo thực thể, thứ mà phần mềm bảng tính không viết. Tệp không được mở. Hãy dùng CSV.',
  },
  {
    name: 'an XLSX nested a thousand deep',
    make: async () => {
      const [workbook, ...others] = await xlsxParts([{ name: 'Danh sách', rows: [columns, sound] }]);
      const deep = `<workbook>${'<a>'.repeat(1_000)}${'</a>'.repeat(1_000)}</workbook>`;
      return oneFile(await zipFile([part(workbook?.name ?? '', deep), ...others]), 'ds.xlsx');
    },
    says: 'ds.xlsx: nội dung tệp XLSX bị hỏng. Hãy mở bằng phần mềm bảng tính và lưu lại.',
  },
  {
    name: 'an XLSX of 200,000 rows',
    make: async () => {
      // Every row differs, or the file would be refused for its proportions first.
      const many = Array.from({ length: 200_000 }, (_, n) => {
        const value = ((n * 2_654_435_761) >>> 0).toString(36);
        return `<row><c t="str"><v>${value}</v></c></row>`;
      });
      const sheet = part(
        'xl/worksheets/sheet1.xml',
        `<worksheet><sheetData>${many.join('')}</sheetData></worksheet>`,
      );
      const [workbook, relations] = await xlsxParts([{ name: 'Danh sách', rows: [] }]);
      return oneFile(await zipFile([workbook, relations, sheet].flatMap((own) => own ?? [])), 'ds.xlsx');
    },
    says: 'ds.xlsx: quá nhiều dòng: mỗi lần nhiều nhất 20.000 nơi. Hãy chia nhỏ, hoặc xóa các dòng thừa ở cuối.',
  },
  {
    name: 'an XLSX with a password inside its parts',
    make: async () => {
      const parts = await xlsxParts([{ name: 'Danh sách', rows: [columns, sound] }]);
      return oneFile(await zipFile(parts.map((own) => ({ ...own, isEncrypted: true }))), 'ds.xlsx');
    },
    says: 'ds.xlsx: tệp XLSX bị hỏng hoặc có mật khẩu. Hãy mở bằng phần mềm bảng tính và lưu lại.',
  },
  {
    name: 'a ZIP that is no spreadsheet',
    make: async () => oneFile(await zipFile([part('doc.txt', 'x')]), 'ds.xlsx'),
    says: 'ds.xlsx: tệp XLSX bị hỏng hoặc có mật khẩu. Hãy mở bằng phần mềm bảng tính và lưu lại.',
  },
];
