/** Makes XLSX files, sound ones and ones that no spreadsheet program would write. */

/** A part of a ZIP file; `claims` is what the directory says of its size instead of the truth. */
export interface ZipPart {
  name: string;
  bytes: Uint8Array;
  claims?: number;
  isEncrypted?: boolean;
}

/** A cell: a text, a number, or XML of its own. */
export type XlsxCell = string | number | { xml: string } | null;

/** An XLSX file of one sheet, with a style 1 that shows days. `more` is put after the rows. */
export async function xlsxFile(rows: readonly (readonly XlsxCell[])[], more = ''): Promise<Uint8Array> {
  return zipFile(await xlsxParts([{ name: 'Danh sách', rows, more }]));
}

/** The parts of an XLSX file, for a test to break. */
export async function xlsxParts(
  sheets: readonly { name: string; rows: readonly (readonly XlsxCell[])[]; more?: string }[],
): Promise<ZipPart[]> {
  const relations = sheets.map(
    (_, n) => `<Relationship Id="rId${n + 1}" Type="worksheet" Target="worksheets/sheet${n + 1}.xml"/>`,
  );
  const names = sheets.map(({ name }, n) => `<sheet name="${name}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`);
  return [
    part('xl/workbook.xml', `<workbook><sheets>${names.join('')}</sheets></workbook>`),
    part('xl/_rels/workbook.xml.rels', `<Relationships>${relations.join('')}</Relationships>`),
    part(
      'xl/styles.xml',
      '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    ),
    ...sheets.map(({ rows, more = '' }, n) =>
      part(
        `xl/worksheets/sheet${n + 1}.xml`,
        `<worksheet><sheetData>${rows.map(rowXml).join('')}</sheetData>${more}</worksheet>`,
      ),
    ),
  ];
}

export function part(name: string, text: string): ZipPart {
  return { name, bytes: new TextEncoder().encode(text) };
}

function rowXml(cells: readonly XlsxCell[], row: number): string {
  const xml = cells.map((cell, column) => {
    const at = `${String.fromCharCode(65 + column)}${row + 1}`;
    if (cell === null) return '';
    if (typeof cell === 'object') return cell.xml.replace('<c', `<c r="${at}"`);
    if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
    const text = cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
  });
  return `<row r="${row + 1}">${xml.join('')}</row>`;
}

/** A ZIP file of these parts, deflated. Checksums are left 0: the reader under test goes by sizes. */
export async function zipFile(parts: readonly ZipPart[]): Promise<Uint8Array> {
  const bodies: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes, claims = bytes.length, isEncrypted = false } of parts) {
    const stored = await deflate(bytes);
    const title = new TextEncoder().encode(name);
    const local = record(30, title, (view) => {
      view.setUint32(0, 0x04034b50, true);
      view.setUint16(8, 8, true);
      view.setUint16(26, title.length, true);
    });
    directory.push(
      record(46, title, (view) => {
        view.setUint32(0, 0x02014b50, true);
        view.setUint16(8, isEncrypted ? 1 : 0, true);
        view.setUint16(10, 8, true);
        view.setUint32(20, stored.length, true);
        view.setUint32(24, claims, true);
        view.setUint16(28, title.length, true);
        view.setUint32(42, offset, true);
      }),
    );
    bodies.push(local, stored);
    offset += local.length + stored.length;
  }
  const end = record(22, new Uint8Array(), (view) => {
    view.setUint32(0, 0x06054b50, true);
    view.setUint16(10, parts.length, true);
    view.setUint32(16, offset, true);
  });
  return new Uint8Array(
    await new Blob([...bodies, ...directory, end].map((bytes) => bytes.slice())).arrayBuffer(),
  );
}

async function deflate(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([bytes.slice()]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function record(length: number, title: Uint8Array, fill: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(length + title.length);
  fill(new DataView(bytes.buffer));
  bytes.set(title, length);
  return bytes;
}
