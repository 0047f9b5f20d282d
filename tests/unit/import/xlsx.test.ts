import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ImportFault } from '../../../functions/directory/import/fault-code.ts';
import { readXlsx } from '../../../functions/directory/import/read-xlsx.ts';
import { part, type XlsxCell, xlsxParts, type ZipPart, zipFile } from './xlsx-file.ts';

const folder = join(import.meta.dirname, 'workbooks');
const workbooks = readdirSync(folder).filter((name) => name.endsWith('.xlsx'));

async function read(bytes: Uint8Array): Promise<{ faults: ImportFault[]; rows: string[][] }> {
  const faults: ImportFault[] = [];
  const sheet = await readXlsx('ds.xlsx', bytes, faults);
  const rows = (sheet?.rows ?? []).map(({ cells }) =>
    cells.map(({ text, kind }) => (kind === 'text' ? text : `${kind} ${text}`)),
  );
  return { faults, rows };
}

/** What is read of one cell, the second of its row. */
async function cell(xml: string, more: readonly ZipPart[] = []): Promise<string | undefined> {
  const { rows, faults } = await read(await workbook([['Tên', { xml }]], more));
  expect(faults).toEqual([]);
  return rows[0]?.[1];
}

/** A workbook of one sheet; parts given here stand in the stead of those of the same name. */
async function workbook(rows: readonly (readonly XlsxCell[])[], more: readonly ZipPart[] = []) {
  const names = new Set(more.map(({ name }) => name));
  const parts = await xlsxParts([{ name: 'Danh sách', rows }]);
  return zipFile([...parts.filter(({ name }) => !names.has(name)), ...more]);
}

const relations = (...own: string[]): ZipPart =>
  part(
    'xl/_rels/workbook.xml.rels',
    `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>${own.join('')}</Relationships>`,
  );

const shared = (...texts: string[]): ZipPart[] => [
  relations('<Relationship Id="rId2" Type="x/sharedStrings" Target="sharedStrings.xml"/>'),
  part('xl/sharedStrings.xml', `<sst>${texts.map((text) => `<si>${text}</si>`).join('')}</sst>`),
];

const styled = (styles: string): ZipPart[] => [
  relations('<Relationship Id="rId2" Type="x/styles" Target="styles.xml"/>'),
  part('xl/styles.xml', `<styleSheet>${styles}</styleSheet>`),
];

describe('a workbook of another program', () => {
  it.each(workbooks)('%s is read as it shows', async (name) => {
    const { faults, rows } = await read(readFileSync(join(folder, name)));

    expect(faults).toEqual([]);
    expect(rows.slice(1)).toEqual([
      [
        'number 1',
        'Điểm tư vấn Hoa Gạo (hư cấu)',
        'Điểm tư vấn cộng đồng',
        'Trạm Y tế Hoa Gạo (hư cấu)',
        'Số 5, đường Ví Dụ',
        'Phường Hoàng Mai',
        'Thành phố Hà Nội',
        '024 3999 0001',
        'number 18',
        '',
        '',
        'https://example.vn/danh-sach',
        'date 2026-10-01',
      ],
      [
        'number 2',
        'Nhà Tre (hư cấu)',
        'Điểm tư vấn cộng đồng',
        '',
        'Số 9, đường Ví Dụ',
        'Phường Hoàng Mai',
        'Thành phố Hà Nội',
        '',
        '',
        'number 20.98',
        'number 105.845',
        'https://example.vn/danh-sach',
        'date 2026-10-01',
      ],
    ]);
  });
});

describe('a cell', () => {
  it.each([
    [
      'a text in pieces',
      '<r><t>Hoa </t></r><r><rPr><b/></rPr><t xml:space="preserve">Gạo </t></r><r><t>đỏ</t></r>',
    ],
    [
      'a text with its reading beside it',
      '<t>Hoa Gạo đỏ</t><rPh sb="0" eb="3"><t>ほあ</t></rPh><phoneticPr fontId="1"/>',
    ],
  ])('holds %s, shared or its own', async (_, xml) => {
    expect(await cell('<c t="s"><v>1</v></c>', shared('<t>khác</t>', xml))).toBe('Hoa Gạo đỏ');
    expect(await cell(`<c t="inlineStr"><is>${xml}</is></c>`)).toBe('Hoa Gạo đỏ');
  });

  it('holds characters that XML cannot, as Excel writes them', async () => {
    expect(await cell('<c t="s"><v>0</v></c>', shared('<t>Số 5_x000D_\nđường _x005F_x0041_</t>'))).toBe(
      'Số 5\r\nđường _x0041_',
    );
  });

  it('that refers to a text which is not there is an error, not an empty cell', async () => {
    expect(await cell('<c t="s"><v>7</v></c>', shared('<t>Hoa</t>'))).toBe('error 7');
  });

  it.each([
    ['9.12345678E8', 'number 912345678'],
    ['84912345678', 'number 84912345678'],
    ['20.980000000000004', 'number 20.980000000000004'],
    ['18.0', 'number 18'],
    ['-1E-3', 'number -0.001'],
  ])('with the number %s is %s', async (value, shown) => {
    expect(await cell(`<c><v>${value}</v></c>`)).toBe(shown);
  });

  it.each([
    ['<c t="b"><v>1</v></c>', 'TRUE'],
    ['<c t="d"><v>2026-10-01T00:00:00</v></c>', 'date 2026-10-01'],
    ['<c t="str"><v>Hoa</v></c>', 'Hoa'],
    ['<c t="str"><f>A1&amp;B1</f><v>Hoa</v></c>', 'formula Hoa'],
    ['<c><f t="shared" si="0"/><v>5</v></c>', 'formula 5'],
  ])('%s is %s', async (xml, shown) => {
    expect(await cell(xml)).toBe(shown);
  });

  it.each([
    ['[$-42A]dd/mm/yyyy;@', 'date 2026-10-01'],
    ['mm/yyyy', 'date 2026-10'],
    ['"năm" yyyy', 'date 2026'],
    ['#,##0\\ "đồng mỗi day"', 'number 46296'],
    ['[Red]0.00_d', 'number 46296'],
  ])('in the format %s shows %s, no more exactly than the list says', async (format, shown) => {
    const code = format.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    const styles = styled(
      `<numFmts><numFmt numFmtId="164" formatCode="${code}"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>`,
    );

    expect(await cell('<c s="1"><v>46296</v></c>', styles)).toBe(shown);
  });
});

describe('the parts of a workbook', () => {
  it('may have any prefix, any folder and any case, as its relations say', async () => {
    const sheet =
      '<x:worksheet><x:sheetData><x:row r="1"><x:c r="B1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const bytes = await zipFile([
      part(
        '_rels/.rels',
        '<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="/Book/main.xml"/></Relationships>',
      ),
      part('Book/main.xml', '<x:workbook><x:sheets><x:sheet name="A" d3p1:id="r1"/></x:sheets></x:workbook>'),
      part(
        'Book/_rels/main.xml.rels',
        '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="./Sheets/../Sheets/One.xml"/><Relationship Id="r2" Type="x/sharedStrings" Target="\\book\\strings.xml"/></Relationships>',
      ),
      part('book\\sheets\\one.xml', sheet),
      part('Book/Strings.xml', '<x:sst><x:si><x:t>Hoa Gạo</x:t></x:si></x:sst>'),
    ]);

    expect(await read(bytes)).toEqual({ faults: [], rows: [['', 'Hoa Gạo']] });
  });

  it.each(['descriptors', 'zip64'] as const)('are found in an archive of the form “%s”', async (form) => {
    const bytes = await zipFile(await xlsxParts([{ name: 'Danh sách', rows: [['Hoa Gạo', 5]] }]), form);

    expect(await read(bytes)).toEqual({ faults: [], rows: [['Hoa Gạo', 'number 5']] });
  });

  it('are refused when a record of ZIP64 claims more than any list has', async () => {
    const parts = await xlsxParts([{ name: 'Danh sách', rows: [['Hoa Gạo']] }]);
    const bytes = await zipFile(
      parts.map((one) => ({ ...one, claims: 2 ** 40 })),
      'zip64',
    );

    expect((await read(bytes)).faults).toMatchObject([{ code: 'zip-bomb' }]);
  });

  it('are refused when a record of ZIP64 is cut off or leads out of the file', async () => {
    const bytes = await zipFile(await xlsxParts([{ name: 'Danh sách', rows: [['Hoa Gạo']] }]), 'zip64');

    for (let at = bytes.length - 300; at < bytes.length; at += 1) {
      const broken = bytes.slice();
      broken[at] = 0xfe;
      const { faults, rows } = await read(broken);

      expect(faults.length === 1 || rows[0]?.[0] === 'Hoa Gạo', `byte ${at}`).toBe(true);
    }
  });

  it('count days from 1904 when the workbook says so', async () => {
    const book = part(
      'xl/workbook.xml',
      '<workbook><workbookPr date1904="true"/><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
    );
    const dated = styled('<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>');

    expect(await cell('<c s="1"><v>44834</v></c>', [book, ...dated])).toBe('date 2026-10-01');
  });

  it('are those of the one sheet that is shown', async () => {
    const parts = await xlsxParts([
      { name: 'Danh mục', rows: [['Ẩn']] },
      { name: 'Danh sách', rows: [['Hoa Gạo']] },
    ]);
    const hide = (state: string): ZipPart[] =>
      parts.map(({ name, bytes }) =>
        part(name, new TextDecoder().decode(bytes).replace('<sheet name="Danh mục"', `$& state="${state}"`)),
      );

    expect((await read(await zipFile(hide('hidden')))).rows).toEqual([['Hoa Gạo']]);
    expect((await read(await zipFile(hide('veryHidden')))).rows).toEqual([['Hoa Gạo']]);
    expect((await read(await zipFile(hide('visible')))).faults).toMatchObject([{ code: 'many-sheets' }]);
  });
});
