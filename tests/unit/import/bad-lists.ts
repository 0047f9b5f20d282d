/** Lists that must be refused, each with what is said of it. Read by the unit tests and by those on a real database. */
import type { BadList } from './bad-list.ts';
import { badPackages } from './bad-packages.ts';
import { badSpreadsheets } from './bad-spreadsheets.ts';
import { oneFile, plainCsv, soundRow } from './plain-list.ts';

const columns = Object.keys(soundRow);

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

/** All of them; `term` is the id of a term that the portal has. */
export function allBadLists(term: string): BadList[] {
  return [...badFiles, ...badCells, ...badSpreadsheets, ...badPackages(term)];
}
