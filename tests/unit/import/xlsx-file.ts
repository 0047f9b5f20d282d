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
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships>${relations.join('')}<Relationship Id="styles" Type="styles" Target="styles.xml"/></Relationships>`,
    ),
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

/** How a ZIP file says its sizes: in each record, behind each part, or in records of ZIP64. */
export type ZipForm = 'plain' | 'descriptors' | 'zip64';

/** A ZIP file of these parts, deflated. Checksums are left 0: the reader under test goes by sizes. */
export async function zipFile(parts: readonly ZipPart[], form: ZipForm = 'plain'): Promise<Uint8Array> {
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
    const isLarge = form === 'zip64';
    const extra = isLarge ? largeFigures(claims, stored.length, offset) : new Uint8Array();
    directory.push(
      record(46, new Uint8Array([...title, ...extra]), (view) => {
        view.setUint32(0, 0x02014b50, true);
        view.setUint16(8, (isEncrypted ? 1 : 0) | (form === 'descriptors' ? 8 : 0), true);
        view.setUint16(10, 8, true);
        view.setUint32(20, isLarge ? NOT_HERE : stored.length, true);
        view.setUint32(24, isLarge ? NOT_HERE : claims, true);
        view.setUint16(28, title.length, true);
        view.setUint16(30, extra.length, true);
        view.setUint32(42, isLarge ? NOT_HERE : offset, true);
      }),
    );
    const descriptor = form === 'descriptors' ? sizesBehind(stored.length, bytes.length) : new Uint8Array();
    bodies.push(local, stored, descriptor);
    offset += local.length + stored.length + descriptor.length;
  }
  const length = directory.reduce((sum, { length: own }) => sum + own, 0);
  const end = record(22, new Uint8Array(), (view) => {
    view.setUint32(0, 0x06054b50, true);
    view.setUint16(10, form === 'zip64' ? 0xffff : parts.length, true);
    view.setUint32(16, form === 'zip64' ? NOT_HERE : offset, true);
  });
  const largeEnd = form === 'zip64' ? endOfZip64(parts.length, offset, length) : [];
  return new Uint8Array(
    await new Blob([...bodies, ...directory, ...largeEnd, end].map((bytes) => bytes.slice())).arrayBuffer(),
  );
}

/** Marks a figure that stands in a record of ZIP64. */
const NOT_HERE = 0xffffffff;

/** The extra field of a central record of ZIP64, behind one of another kind. */
function largeFigures(...figures: readonly number[]): Uint8Array {
  const timestamp = [0x55, 0x54, 1, 0, 0];
  const field = record(4 + figures.length * 8, new Uint8Array(), (view) => {
    view.setUint16(0, 1, true);
    view.setUint16(2, figures.length * 8, true);
    for (const [n, figure] of figures.entries()) view.setBigUint64(4 + n * 8, BigInt(figure), true);
  });
  return new Uint8Array([...timestamp, ...field]);
}

function sizesBehind(stored: number, expanded: number): Uint8Array {
  return record(16, new Uint8Array(), (view) => {
    view.setUint32(0, 0x08074b50, true);
    view.setUint32(8, stored, true);
    view.setUint32(12, expanded, true);
  });
}

function endOfZip64(count: number, offset: number, length: number): Uint8Array[] {
  return [
    record(56, new Uint8Array(), (view) => {
      view.setUint32(0, 0x06064b50, true);
      view.setBigUint64(32, BigInt(count), true);
      view.setBigUint64(40, BigInt(length), true);
      view.setBigUint64(48, BigInt(offset), true);
    }),
    record(20, new Uint8Array(), (view) => {
      view.setUint32(0, 0x07064b50, true);
      view.setBigUint64(8, BigInt(offset + length), true);
    }),
  ];
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
