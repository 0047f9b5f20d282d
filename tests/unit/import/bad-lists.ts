/** Lists that must be refused, each with what is said of it. Read by the unit tests and by those on a real database. */
import type { ImportInput } from '../../../functions/directory/import/plan-import.ts';
import { folder, oneFile, plainCsv, soundRow } from './plain-list.ts';
import { part, xlsxFile, xlsxParts, zipFile } from './xlsx-file.ts';

export interface BadList {
  name: string;
  make: () => ImportInput | Promise<ImportInput>;
  /** The first problem, as it is shown. */
  says: string;
}

const columns = Object.keys(soundRow);
const sound = Object.values(soundRow);
const at = (column: string): number => columns.indexOf(column);

/** The plain form with one cell of its only row changed. */
function cell(name: string, column: string, value: string, says: string): BadList {
  return {
    name,
    make: () => oneFile(plainCsv({ [column]: value })),
    says: `ds.csv, dòng 2, cột ${column}: ${says}`,
  };
}

function text(name: string, content: string, says: string): BadList {
  return { name, make: () => oneFile(content), says };
}

function bytes(name: string, content: readonly number[], says: string): BadList {
  return { name, make: () => oneFile(new Uint8Array(content)), says };
}

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

const utf16 = (value: string): number[] => [
  0xff,
  0xfe,
  ...[...value].flatMap((letter) => [letter.charCodeAt(0) & 0xff, letter.charCodeAt(0) >> 8]),
];

const rows = (count: number): string =>
  `${columns.map((column) => `"${column}"`).join(',')}\n${'a,b,c,d,e,f,g,h,i,k\n'.repeat(count)}`;

export const badFiles: readonly BadList[] = [
  text('an empty file', '', 'ds.csv: tệp trống. Hãy chọn tệp khác.'),
  text(
    'a header alone',
    plainCsv(),
    'ds.csv: chỉ có dòng tiêu đề hoặc không có gì. Hãy thêm dữ liệu bên dưới.',
  ),
  text(
    'rows without a header',
    plainCsv({}).split('\n').slice(1).join('\n'),
    'ds.csv, dòng 1: dòng đầu không phải dòng tiêu đề. Hãy để tên các cột ở dòng đầu tiên, xem docs/importing.md.',
  ),
  text(
    'two header rows',
    `${plainCsv()}\n${plainCsv({})}`,
    'ds.csv, dòng 2: lại là một dòng tiêu đề. Hãy chỉ để một dòng tiêu đề, ở dòng đầu tiên.',
  ),
  text(
    'a column that is not known',
    plainCsv({ 'Số hiệu': '7' }),
    'ds.csv, dòng 1, cột Số hiệu: không biết cột này. Hãy đổi tên theo docs/importing.md hoặc bỏ cột.',
  ),
  text(
    'a column given twice',
    plainCsv({ SĐT: '024 3999 0002' }),
    'ds.csv, dòng 1, cột Điện thoại: cột này có hai lần. Hãy bỏ một cột.',
  ),
  text(
    'a column that is missing',
    plainCsv({}).replaceAll(/^(("[^"]*"|[^,]*),){2}/gm, ''),
    'ds.csv, dòng 1, cột Tên cơ sở: thiếu cột này. Hãy thêm cột vào dòng tiêu đề.',
  ),
  text(
    'half a row',
    `${plainCsv()}\nĐiểm tư vấn Hoa Gạo,Điểm tư vấn`,
    'ds.csv, dòng 2: số ô không bằng số cột của tiêu đề. Hãy xem có thiếu ô, hay có dấu phân cách nằm ngoài ngoặc kép.',
  ),
  text(
    'a row with a cell too many',
    `${plainCsv({})},thừa`,
    'ds.csv, dòng 2: số ô không bằng số cột của tiêu đề. Hãy xem có thiếu ô, hay có dấu phân cách nằm ngoài ngoặc kép.',
  ),
  text(
    'a quotation mark that is not closed',
    `${plainCsv()}\n"Điểm tư vấn,x,x`,
    'ds.csv, dòng 2: có ngoặc kép mở mà không đóng. Hãy đóng ngoặc kép ở dòng này hoặc các dòng trước.',
  ),
  text(
    '200,000 rows',
    rows(200_000),
    'ds.csv: quá nhiều dòng: mỗi lần nhiều nhất 20.000 nơi. Hãy chia nhỏ, hoặc xóa các dòng thừa ở cuối.',
  ),
  {
    name: 'a cell of 10 MB',
    make: () => oneFile(plainCsv({ 'Địa chỉ': 'x'.repeat(10_000_000) })),
    says: 'ds.csv, dòng 2: ô dài quá 4.000 ký tự. Hãy rút ngắn.',
  },
  {
    name: 'a file of more than 20 MB',
    make: () => oneFile(new Uint8Array(20_000_001).fill(0x61)),
    says: 'ds.csv: tệp lớn hơn 20 MB. Hãy chia nhỏ.',
  },
  bytes('UTF-16', utf16(plainCsv({})), 'ds.csv: tệp theo bảng mã UTF-16. Hãy lưu lại dạng “CSV UTF-8”.'),
  bytes(
    'windows-1258 or TCVN3',
    // "Tên,Loại" and "Cơ sở" in windows-1258.
    [0x54, 0xea, 0x6e, 0x2c, 0x4c, 0x6f, 0x61, 0xf2, 0x69, 0x0a, 0x43, 0xf5, 0x20, 0x73, 0xf5, 0xd2],
    'ds.csv, dòng 1: tệp không phải UTF-8 (có thể là windows-1258, TCVN3 hoặc VNI). Hãy chuyển sang Unicode và lưu lại dạng “CSV UTF-8”.',
  ),
  bytes(
    'NUL bytes',
    [...new TextEncoder().encode(plainCsv({})), 0],
    'ds.csv: đây không phải tệp chữ. Hãy dùng CSV (UTF-8) hoặc XLSX.',
  ),
  bytes(
    'an XLS of old',
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    'ds.csv: đây là tệp Excel cũ (.xls) hoặc tệp có mật khẩu. Hãy mở ra và lưu lại dạng .xlsx không mật khẩu.',
  ),
  bytes(
    'a ZIP cut off',
    [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x00, 0x00],
    'ds.csv: tệp XLSX bị hỏng hoặc có mật khẩu. Hãy mở bằng phần mềm bảng tính và lưu lại.',
  ),
];

export const badCells: readonly BadList[] = [
  cell(
    'no name',
    'Tên cơ sở',
    '',
    'ô này không được trống. Hãy điền (cột Nguồn có thể thay bằng --source "nguồn").',
  ),
  cell(
    'no source',
    'Nguồn',
    '',
    'ô này không được trống. Hãy điền (cột Nguồn có thể thay bằng --source "nguồn").',
  ),
  cell(
    'a phone of letters',
    'Điện thoại',
    'gọi sau',
    '“gọi sau” không phải số điện thoại Việt Nam. Hãy ghi số bắt đầu bằng 0 hoặc +84, nhiều số thì ngăn bằng “;”.',
  ),
  cell(
    'a crime-report line',
    'Điện thoại',
    '0769 04 04 04',
    'đây là số tố giác tội phạm, không được đứng ở nơi tìm giúp đỡ. Hãy bỏ số này.',
  ),
  cell(
    'a kind of place that is not known',
    'Loại',
    'Quán cà phê',
    'không biết loại này. Hãy chọn một trong: ',
  ),
  cell(
    'a commune that does not exist',
    'Xã, phường',
    'Phường Mây Bay',
    'không có xã, phường “Phường Mây Bay” ở tỉnh, huyện này, nay cũng như trước 1/7/2025. Hãy xem lại cách viết.',
  ),
  cell(
    'a commune of another province',
    'Xã, phường',
    'Xã Đất Mũi',
    'tỉnh này không có xã, phường đó; cùng tên có Xã Đất Mũi, Tỉnh Cà Mau. Hãy sửa xã hoặc tỉnh.',
  ),
  cell(
    'a province that does not exist',
    'Tỉnh, thành phố',
    'Tỉnh Mây Bay',
    'không có tỉnh, thành phố “Tỉnh Mây Bay”, nay cũng như trước 1/7/2025. Hãy xem lại cách viết.',
  ),
  cell(
    'a commune code that does not exist',
    'Mã xã',
    '99999',
    'không có xã, phường mang mã 99999. Hãy tra mã trong content/admin-units/communes.csv.',
  ),
  cell(
    'a commune code of another name',
    'Mã xã',
    '00004',
    'mã này là của Phường Ba Đình, khác với tên ở cột Xã, phường. Hãy sửa một trong hai.',
  ),
  cell(
    'a day that never was',
    'Ngày nguồn',
    '31/02/2026',
    '“31/02/2026” không phải ngày có thật. Hãy ghi như 31/12/2026, 12/2026 hoặc 2026.',
  ),
  cell('a day to come', 'Ngày nguồn', '1/1/2027', '“1/1/2027” là ngày chưa tới. Hãy xem lại.'),
  cell(
    'an hour that no clock has',
    'Giờ làm việc',
    'Thứ 2: 07:30-25:00',
    'không hiểu giờ làm việc “Thứ 2: 07:30-25:00”. Hãy ghi như: Thứ 2 - Thứ 6: 07:30-11:30, 13:30-17:00; Thứ 7: 08:00-11:00.',
  ),
  cell(
    'a closing before the opening',
    'Giờ làm việc',
    'Thứ 2: 17:00-07:30',
    'không hiểu giờ làm việc “Thứ 2: 17:00-07:30”. Hãy ghi như: Thứ 2 - Thứ 6: 07:30-11:30, 13:30-17:00; Thứ 7: 08:00-11:00.',
  ),
  cell('a negative age', 'Tuổi từ', '-3', '“-3” không phải số tuổi. Hãy ghi số từ 0 đến 120.'),
  {
    name: 'ages the wrong way round',
    make: () => oneFile(plainCsv({ 'Tuổi từ': '60', 'Tuổi đến': '18' })),
    says: 'ds.csv, dòng 2, cột Tuổi đến: tuổi đến nhỏ hơn tuổi từ. Hãy xem lại hai cột tuổi.',
  },
  {
    name: 'latitude and longitude swapped',
    make: () => oneFile(plainCsv({ 'Vĩ độ': '105.85', 'Kinh độ': '21.02' })),
    says: 'ds.csv, dòng 2, cột Vĩ độ: vĩ độ và kinh độ bị đổi chỗ. Hãy đổi lại: vĩ độ khoảng 8 đến 23, kinh độ khoảng 102 đến 115.',
  },
  {
    name: 'a point in another country',
    make: () => oneFile(plainCsv({ 'Vĩ độ': '48.85', 'Kinh độ': '2.35' })),
    says: 'ds.csv, dòng 2, cột Vĩ độ: điểm này nằm ngoài Việt Nam. Hãy xem lại vĩ độ, kinh độ.',
  },
  {
    name: 'half a position',
    make: () => oneFile(plainCsv({ 'Vĩ độ': '21,02', 'Kinh độ': '105.85' })),
    says: 'ds.csv, dòng 2, cột Vĩ độ: “21,02” không phải tọa độ. Hãy ghi số thập phân với dấu chấm, như 21.0285, ở cả hai cột.',
  },
  cell(
    'a status that is not known',
    'Trạng thái',
    'Mở',
    'không biết trạng thái “Mở”. Hãy ghi: Đang hoạt động, Tạm dừng, Ngừng hoạt động hoặc Chưa rõ.',
  ),
  cell(
    'a source that runs code',
    'Nguồn',
    'javascript:alert(1)',
    '“javascript:alert(1)” không phải địa chỉ mạng. Hãy ghi địa chỉ bắt đầu bằng https:// hoặc http://.',
  ),
  cell(
    'a website that runs code',
    'Trang mạng',
    'javascript:alert(1)',
    '“javascript:alert(1)” không phải địa chỉ mạng. Hãy ghi địa chỉ bắt đầu bằng https:// hoặc http://.',
  ),
  cell(
    'an e-mail address without a house',
    'Thư điện tử',
    'hoagao@',
    '“hoagao@” không phải địa chỉ thư điện tử. Hãy sửa hoặc để trống.',
  ),
  cell(
    'an id that is none',
    'Mã số',
    '17',
    '“17” không phải mã số của cổng (UUID). Hãy sửa, hoặc để trống nếu là nơi mới.',
  ),
  cell(
    'an id that nobody has',
    'Mã số',
    '11111111-1111-4111-8111-111111111111',
    'danh bạ không có nơi mang mã 11111111-1111-4111-8111-111111111111. Hãy sửa, hoặc để trống nếu là nơi mới.',
  ),
  cell(
    'HTML in a name',
    'Tên cơ sở',
    'Hoa <img src=x onerror=alert(1)>',
    'ô có mã HTML. Hãy chỉ để lại chữ.',
  ),
  cell(
    'a control character',
    'Tên cơ sở',
    'Hoa\u0007 Gạo',
    'ô có ký tự điều khiển không nhìn thấy. Hãy gõ lại ô này.',
  ),
  cell(
    'letters turned round',
    'Tên cơ sở',
    'Hoa \u202Eoạg',
    'ô có ký tự đảo chiều chữ, làm chữ hiện ra khác với nội dung. Hãy gõ lại ô này.',
  ),
  cell('a letter without width', 'Tên cơ sở', 'Hoa\u200BGạo', 'ô có ký tự vô hình. Hãy gõ lại ô này.'),
  cell(
    'a look-alike letter',
    'Tên cơ sở',
    'Ho\u0430 Gạo',
    'có chữ cái của bảng chữ khác trông giống chữ Việt. Hãy gõ lại ô này.',
  ),
  cell(
    'letters of a broken encoding',
    'Tên cơ sở',
    'CÆ¡ sá»Ÿ',
    'chữ bị vỡ do đọc sai bảng mã. Hãy xuất lại tệp dạng UTF-8.',
  ),
  cell(
    'letters of TCVN3',
    'Tên cơ sở',
    'C¬ së cai nghiÖn',
    'chữ theo bảng mã cũ (TCVN3, VNI). Hãy chuyển sang Unicode rồi lưu lại.',
  ),
  cell(
    'letters that were lost',
    'Tên cơ sở',
    'C? s\uFFFD',
    'có chữ bị mất, hiện thành dấu hỏi hoặc ô vuông. Hãy gõ lại ô này từ bản gốc.',
  ),
  cell(
    'a formula',
    'Tên cơ sở',
    "=cmd|' /C calc'!A0",
    'ô là công thức hoặc bắt đầu như công thức. Hãy dán lại dưới dạng giá trị (chữ).',
  ),
  {
    name: 'the same row twice',
    make: () => oneFile(plainCsv({}, { 'Điện thoại': '' })),
    says: 'ds.csv, dòng 3: trùng với dòng 2. Hãy bỏ một dòng.',
  },
];

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

const uuid = (n: number): string => `99999999-9999-4999-8999-${String(n).padStart(12, '0')}`;

/** A package of one made-up place; a test breaks one of its tables. `term` is a term that the portal has. */
export function soundPackage(term: string): Record<string, string> {
  const attribute = (n: number, type: string, entity: string, link: number, value: string): string =>
    `${uuid(n)},${uuid(link)},${type},${entity},${term},${value}`;
  return {
    'organizations.csv': `id,name,description\n${uuid(1)},Trạm Y tế Hoa Gạo (hư cấu),Hư cấu\n`,
    'services.csv': `id,organization_id,name,description,status,assured_date,minimum_age,maximum_age,url\n${uuid(2)},${uuid(1)},Điểm tư vấn Hoa Gạo (hư cấu),Tư vấn,active,,16,60,\n`,
    'locations.csv': `id,location_type,organization_id,name,latitude,longitude\n${uuid(3)},physical,${uuid(1)},Điểm tư vấn Hoa Gạo (hư cấu),20.98,105.86\n`,
    'service_at_locations.csv': `id,service_id,location_id\n${uuid(4)},${uuid(2)},${uuid(3)}\n`,
    'addresses.csv': `id,location_id,address_1,city,state_province,postal_code,country,address_type\n${uuid(5)},${uuid(3)},"Số 5, đường Ví Dụ",Phường Hoàng Mai,Thành phố Hà Nội,,VN,physical\n`,
    'phones.csv': `id,location_id,number,type,description\n${uuid(6)},${uuid(3)},024 3999 0001,voice,\n`,
    'schedules.csv': `id,location_id,valid_from,valid_to,freq,byday,opens_at,closes_at,description\n${uuid(7)},${uuid(3)},,,WEEKLY,"MO,TU",07:30,17:00,\n`,
    'attributes.csv': [
      'id,link_id,link_type,link_entity,taxonomy_term_id,value',
      attribute(11, 'slug', 'location', 3, 'diem-tu-van-hoa-gao'),
      attribute(12, 'commune-code', 'location', 3, '00331'),
      attribute(13, 'province-code', 'location', 3, '01'),
      attribute(14, 'source-url', 'service', 2, 'https://example.vn/danh-sach'),
      '',
    ].join('\n'),
  };
}

/** Table, what is replaced in it, by what, and what is said of that. */
export const brokenPackages: readonly [
  name: string,
  file: string,
  from: string | RegExp,
  to: string,
  says: string,
][] = [
  [
    'an id that is no UUID',
    'phones.csv',
    uuid(6),
    '17',
    'phones.csv, dòng 2, cột id: không phải mã UUID. Hãy sửa mã.',
  ],
  [
    'the same id twice',
    'phones.csv',
    /\n(.*)\n$/,
    '\n$1\n$1\n',
    'phones.csv, dòng 3, cột id: mã này đã có ở một dòng trên. Hãy bỏ dòng thừa hoặc sửa mã.',
  ],
  [
    'a column of another table',
    'phones.csv',
    'type',
    'kind',
    'phones.csv, dòng 2, cột type: thiếu cột này. Hãy thêm cột vào dòng tiêu đề.',
  ],
  [
    'half a row',
    'phones.csv',
    ',024 3999 0001,voice,',
    '',
    'phones.csv, dòng 2: số ô không bằng số cột của tiêu đề. Hãy xem có thiếu ô, hay có dấu phân cách nằm ngoài ngoặc kép.',
  ],
  [
    'a phone of letters',
    'phones.csv',
    '024 3999 0001',
    'gọi sau',
    'phones.csv, dòng 2, cột number: không phải số điện thoại. Hãy ghi chữ số, bắt đầu bằng 0 hoặc +84.',
  ],
  [
    'a link to a row that is not there',
    'services.csv',
    `${uuid(2)},${uuid(1)}`,
    `${uuid(2)},${uuid(8)}`,
    'services.csv, dòng 2, cột organization_id: organizations.csv và danh bạ không có dòng mang mã này. Hãy thêm dòng đó hoặc sửa mã.',
  ],
  [
    'a status that HSDS does not know',
    'services.csv',
    'active',
    'open',
    'services.csv, dòng 2, cột status: không biết trạng thái này. Hãy ghi: active, inactive, defunct hoặc temporarily closed.',
  ],
  [
    'a confirmation to come',
    'services.csv',
    'active,,',
    'active,2027-01-01,',
    'services.csv, dòng 2, cột assured_date: “2027-01-01” là ngày chưa tới. Hãy xem lại.',
  ],
  [
    'a confirmation on a day that never was',
    'services.csv',
    'active,,',
    'active,2026-02-31,',
    'services.csv, dòng 2, cột assured_date: không phải ngày có thật. Hãy ghi như 2026-11-22.',
  ],
  [
    'ages the wrong way round',
    'services.csv',
    '16,60',
    '60,16',
    'services.csv, dòng 2, cột maximum_age: tuổi đến nhỏ hơn tuổi từ. Hãy xem lại hai cột tuổi.',
  ],
  [
    'an age below nothing',
    'services.csv',
    '16,60',
    '-1,60',
    'services.csv, dòng 2, cột minimum_age: phải là số tuổi, không âm. Hãy sửa.',
  ],
  [
    'an address that runs code',
    'services.csv',
    '16,60,',
    '16,60,javascript:alert(1)',
    'services.csv, dòng 2, cột url: “javascript:alert(1)” không phải địa chỉ mạng. Hãy ghi địa chỉ bắt đầu bằng https:// hoặc http://.',
  ],
  [
    'swapped coordinates',
    'locations.csv',
    '20.98,105.86',
    '105.86,20.98',
    'locations.csv, dòng 2, cột latitude: vĩ độ phải từ -90 đến 90. Hãy xem có đổi chỗ với kinh độ không.',
  ],
  [
    'an hour that no clock has',
    'schedules.csv',
    '17:00',
    '25:00',
    'schedules.csv, dòng 2, cột closes_at: không phải giờ có thật. Hãy ghi như 07:30, từ 00:00 đến 24:00.',
  ],
  [
    'a closing before the opening',
    'schedules.csv',
    '07:30,17:00',
    '17:00,07:30',
    'schedules.csv, dòng 2, cột closes_at: giờ đóng cửa không sau giờ mở cửa. Hãy sửa.',
  ],
  [
    'a commune of another province',
    'attributes.csv',
    ',01\n',
    ',79\n',
    'attributes.csv, dòng 3, cột value: xã, phường này thuộc tỉnh, thành phố mã 01. Hãy sửa một trong hai.',
  ],
  [
    'a commune that does not exist',
    'attributes.csv',
    '00331',
    '99999',
    'attributes.csv, dòng 3, cột value: không có đơn vị hành chính mang mã này. Hãy tra mã trong content/admin-units/.',
  ],
  [
    'a term that is not known',
    'attributes.csv',
    /(source-url,service,)[^,]*/,
    `$1${uuid(77)}`,
    'attributes.csv, dòng 5, cột taxonomy_term_id: taxonomy_terms.csv và danh bạ không có dòng mang mã này. Hãy thêm dòng đó hoặc sửa mã.',
  ],
  [
    'an attribute of an unknown entity',
    'attributes.csv',
    'slug,location',
    'slug,desk',
    'attributes.csv, dòng 2, cột link_entity: phải là organization, service, location hoặc phone. Hãy sửa.',
  ],
  [
    'an attribute of no row',
    'attributes.csv',
    `${uuid(2)},source-url`,
    `${uuid(8)},source-url`,
    'attributes.csv, dòng 5, cột link_id: không có service nào mang mã này. Hãy sửa link_id hoặc link_entity.',
  ],
  [
    'a reserved slug',
    'attributes.csv',
    'diem-tu-van-hoa-gao',
    'du-lieu',
    'attributes.csv, dòng 2, cột value: “du-lieu” là một trang của cổng. Hãy chọn đoạn địa chỉ khác.',
  ],
  [
    'the slug of another place',
    'attributes.csv',
    'diem-tu-van-hoa-gao',
    'co-so-cai-nghien-ma-tuy-so-1-ha-noi',
    'attributes.csv, dòng 2, cột value: đoạn địa chỉ trang này đã thuộc nơi khác. Hãy chọn đoạn khác.',
  ],
  [
    'a slug with capitals',
    'attributes.csv',
    'diem-tu-van-hoa-gao',
    'Hoa-Gao',
    'attributes.csv, dòng 2, cột value: đoạn địa chỉ trang chỉ gồm a-z, 0-9 và dấu gạch nối. Hãy sửa.',
  ],
  [
    'no slug',
    'attributes.csv',
    'slug,location',
    'note,location',
    'locations.csv, dòng 2, cột id: nơi này chưa có slug trong attributes.csv. Hãy thêm dòng đó.',
  ],
  [
    'HTML in a name',
    'locations.csv',
    'Điểm tư vấn',
    '<b>Điểm</b> tư vấn',
    'locations.csv, dòng 2, cột name: ô có mã HTML. Hãy chỉ để lại chữ.',
  ],
];

/** All of them; `term` is the id of a term that the portal has. */
export function allBadLists(term: string): BadList[] {
  const files = soundPackage(term);
  return [
    ...badFiles,
    ...badCells,
    ...badSpreadsheets,
    ...brokenPackages.map(([name, file, from, to, says]) => ({
      name: `a package with ${name}`,
      make: () => folder({ ...files, [file]: (files[file] ?? '').replace(from, to) }),
      says,
    })),
    {
      name: 'a package with a table that is none',
      make: () => folder({ ...files, 'places.csv': 'id\n' }),
      says: 'places.csv: không phải bảng nào của HSDS mà cổng dùng. Hãy bỏ tệp này ra hoặc đổi tên theo docs/importing.md.',
    },
    {
      name: 'a package with a taxonomy that the portal lacks',
      make: () =>
        folder({
          ...files,
          'taxonomy_terms.csv': `id,code,name,description,parent_id,taxonomy,taxonomy_id,language\n${uuid(90)},hoa-gao,Hoa gạo,Hư cấu,,Hoa,${uuid(91)},vi\n`,
        }),
      says: 'taxonomy_terms.csv, dòng 2, cột code: cổng không có mục phân loại “hoa-gao” này. Hãy dùng các mục trong content/places/taxonomy_terms.csv.',
    },
    {
      name: 'a folder without tables',
      make: () => folder({}),
      says: 'goi: thư mục không có bảng CSV nào của HSDS. Hãy xem docs/importing.md.',
    },
  ];
}
