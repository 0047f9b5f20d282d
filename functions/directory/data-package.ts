/**
 * The description of the tabular package, after the Frictionless Tabular Data Package
 * (https://specs.frictionlessdata.io/tabular-data-package/), which HSDS 3.0 names for its tables. Pure.
 */
import { hsdsApi } from '../../words/vi.ts';
import { PACKAGE_TABLES, type PackageTable } from './package-tables.ts';

/** Columns that are no text: the types of the standard's own schemas. */
const TYPES: Readonly<Record<string, string>> = {
  assured_date: 'date',
  valid_from: 'date',
  valid_to: 'date',
  last_modified: 'datetime',
  latitude: 'number',
  longitude: 'number',
  amount: 'number',
  minimum_age: 'number',
  maximum_age: 'number',
  extension: 'number',
};

const REFERENCES: Readonly<Record<string, string>> = {
  organization_id: 'organization',
  service_id: 'service',
  location_id: 'location',
  taxonomy_id: 'taxonomy',
  taxonomy_term_id: 'taxonomy_term',
};

/** The text of datapackage.json: the same for every export, as it describes columns and not rows. */
export function dataPackage(): string {
  const description = {
    profile: 'tabular-data-package',
    name: 'diem-tua-places',
    title: hsdsApi.packageTitle,
    description: hsdsApi.packageDescription,
    homepage: 'https://docs.openreferral.org/en/3.0/',
    resources: PACKAGE_TABLES.map(resource),
  };
  return `${JSON.stringify(description, null, 2)}\n`;
}

function resource(table: PackageTable): object {
  const foreignKeys = table.columns.flatMap((column) => {
    // An empty name of a resource means the table itself.
    const target = column === 'parent_id' ? '' : REFERENCES[column];
    return target === undefined ? [] : [{ fields: column, reference: { resource: target, fields: 'id' } }];
  });
  return {
    profile: 'tabular-data-resource',
    name: table.name,
    path: table.file,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: {
      fields: table.columns.map((column) => ({
        name: column,
        type: TYPES[column] ?? 'string',
        ...(isUuid(column) ? { format: 'uuid' } : {}),
        constraints: {
          required: !table.isOptional(column),
          ...(column === 'id' ? { unique: true } : {}),
        },
      })),
      primaryKey: 'id',
      ...(foreignKeys.length > 0 ? { foreignKeys } : {}),
    },
  };
}

function isUuid(column: string): boolean {
  return column === 'id' || column.endsWith('_id');
}
