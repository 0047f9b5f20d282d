/** The tables of the tabular package, in the order of its description. */
import { PLACE_TABLE_NAMES, PLACE_TABLES, type PlaceTableName } from './place-tables.ts';
import { TaxonomyRowSchema, TaxonomyTermRowSchema } from './schema.ts';

interface TableShape {
  /** The resource's name in HSDS. */
  name: string;
  file: string;
  columns: readonly string[];
  /** Whether a column's cell may be empty. */
  isOptional: (column: string) => boolean;
}

/** A table of places or of the vocabulary that describes them; `rows` is the key under which its rows are read. */
export type PackageTable = TableShape &
  ({ kind: 'place'; rows: PlaceTableName } | { kind: 'vocabulary'; rows: 'taxonomies' | 'terms' });

export const PACKAGE_TABLES: readonly PackageTable[] = [
  ...PLACE_TABLE_NAMES.map((rows): PackageTable => ({
    kind: 'place',
    rows,
    name: PLACE_TABLES[rows].name,
    file: PLACE_TABLES[rows].file,
    ...shapeOf(PLACE_TABLES[rows].schema.shape),
  })),
  {
    kind: 'vocabulary',
    rows: 'taxonomies',
    name: 'taxonomy',
    file: 'taxonomies.csv',
    ...shapeOf(TaxonomyRowSchema.shape),
  },
  {
    kind: 'vocabulary',
    rows: 'terms',
    name: 'taxonomy_term',
    file: 'taxonomy_terms.csv',
    ...shapeOf(TaxonomyTermRowSchema.shape),
  },
];

function shapeOf(
  shape: Readonly<Record<string, { safeParse: (cell: unknown) => { success: boolean } }>>,
): Pick<TableShape, 'columns' | 'isOptional'> {
  return {
    columns: Object.keys(shape),
    isOptional: (column) => shape[column]?.safeParse('').success === true,
  };
}
