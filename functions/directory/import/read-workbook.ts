/** What a workbook says of its parts (ECMA-376 part 1, section 18.2; part 2, section 9.3). */
import { readXml } from './read-xml.ts';
import { type Zip, ZipError } from './unzip.ts';

export interface Workbook {
  /** The sheets that a person sees, in their order. */
  sheets: { name: string; part: string }[];
  sharedTexts: string | null;
  styles: string | null;
  /** Days count from 1/1/1904, as Excel for Mac once had it (18.17.4.1). */
  isFrom1904: boolean;
}

/** Throws ZipError when a part is missing, XmlError when one is damaged. */
export async function readWorkbook(zip: Zip): Promise<Workbook> {
  const roots = await readRelations(zip, '');
  const path = roots.find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml';
  const part = await zip.read(path);
  const relations = await readRelations(zip, path);
  if (part === null || relations.length === 0) throw new ZipError('zip-damaged');
  const targets = new Map(relations.map(({ id, part: target }) => [id, target]));
  const ofType = (type: string): string | null =>
    relations.find((relation) => relation.type === type)?.part ?? null;

  const sheets: Workbook['sheets'] = [];
  let isFrom1904 = false;
  readXml(part, {
    open: (element, attributes) => {
      if (element === 'workbookPr') isFrom1904 = /^(1|true|on)$/.test(attributes.date1904 ?? '');
      if (element !== 'sheet') return;
      const { name, state = 'visible' } = attributes;
      // The prefix of the relationships' namespace is the writer's to choose.
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      const target = targets.get(id ?? '');
      // Hidden sheets hold the choices of drop-down lists; what nobody sees nobody means to import.
      if (name !== undefined && target !== undefined && state === 'visible')
        sheets.push({ name, part: target });
    },
  });
  return { sheets, sharedTexts: ofType('sharedStrings'), styles: ofType('styles'), isFrom1904 };
}

interface Relation {
  id: string;
  /** The last step of its type's address, which differs between the transitional and the strict standard. */
  type: string;
  /** Path of the part that it leads to. */
  part: string;
}

/** The relations of a part, of the whole package for ''. None when it has none. */
async function readRelations(zip: Zip, path: string): Promise<Relation[]> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const bytes = await zip.read(`${folder}_rels/${path.slice(folder.length)}.rels`);
  const relations: Relation[] = [];
  if (bytes === null) return relations;
  readXml(bytes, {
    open: (name, { Id, Type = '', Target, TargetMode }) => {
      if (name !== 'Relationship' || Id === undefined || Target === undefined) return;
      if (TargetMode === 'External') return;
      const address = URL.parse(Target.replaceAll('\\', '/'), `zip:///${folder}`);
      if (address === null) throw new ZipError('zip-damaged');
      // Names with other than plain letters are written as they are or in per cent; ours to find are never.
      const part = address.pathname.slice(1);
      relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), part });
    },
  });
  return relations;
}
