/** Validators for HSDS 3.0, strict: a field that the standard has not is refused in every object. */
import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type Schema, type ValidateFunction } from 'ajv';

/** A part of a JSON document. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

type JsonObject = { [name: string]: Json };

/** What can be validated: a resource with everything nested, or as a list has it. */
export type Kind =
  | 'service'
  | 'organization'
  | 'service_at_location'
  | 'taxonomy'
  | 'taxonomy_term'
  | 'service_list'
  | 'organization_list'
  | 'service_at_location_list';

/** Returns one line for each way in which a value breaks its schema. */
export type Validate = (kind: Kind, value: unknown) => string[];

/** Words of the specification's files that are no words of JSON Schema. */
const OWN_WORDS = [
  'name',
  'path',
  'datapackage_metadata',
  'tabular_required',
  'constraints',
  'example',
  'core',
  'datapackage_type',
];

/** The specification's formats; `number` has no other check than its type. */
const FORMATS = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  // RFC 3986: letters beyond ASCII are escaped.
  uri: /^[a-z][a-z\d+.-]*:\/\/[\w~:/?#[\]@!$&'()*+,;=.%-]+$/i,
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
} as const;

/** Reads a JSON file beside this one. */
export function readHsdsJson(path: string): Json {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as Json;
}

/**
 * Compiles the schemas, with a profile over them.
 *
 * @param profile a JSON merge patch for `service_with_definitions.json`; null for the standard as it is
 */
export function hsdsValidator(profile: Json | null): Validate {
  const compiled = readHsdsJson('schemas/service_with_definitions.json');
  const { definitions = {}, ...service } = objectOf(
    profile === null ? compiled : mergePatch(compiled, profile),
  );
  const parts = objectOf(definitions);
  const withProperties = (name: string, own: JsonObject): JsonObject => {
    const part = objectOf(parts[name] ?? null);
    return { ...part, properties: { ...objectOf(part['properties'] ?? {}), ...own } };
  };
  const serviceAtLocation = withProperties('service_at_location', {
    service: { $ref: '#/definitions/service' },
  });
  const organization = withProperties('organization', {
    services: { type: 'array', items: { $ref: '#/definitions/service' } },
  });
  const root = (schema: Json): Schema =>
    objectOf(closed({ ...objectOf(schema), definitions: { ...parts, service } }));

  const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false, formats: FORMATS });
  for (const word of OWN_WORDS) ajv.addKeyword(word);
  const validators: Record<Kind, ValidateFunction> = {
    service: ajv.compile(root(service)),
    organization: ajv.compile(root(organization)),
    service_at_location: ajv.compile(root(serviceAtLocation)),
    taxonomy: ajv.compile(root(parts['taxonomy'] ?? null)),
    taxonomy_term: ajv.compile(root(parts['taxonomy_term'] ?? null)),
    service_list: ajv.compile(listed('service_list')),
    organization_list: ajv.compile(listed('organization_list')),
    service_at_location_list: ajv.compile(listed('service_at_location_list')),
  };
  return (kind, value) => {
    const validate = validators[kind];
    return validate(value) ? [] : (validate.errors ?? []).map(lineOf);
  };
}

function listed(name: string): Schema {
  return objectOf(closed(readHsdsJson(`schemas/${name}.json`)));
}

function lineOf({ instancePath, message = '', params }: ErrorObject): string {
  return `${instancePath} ${message} ${JSON.stringify(params)}`;
}

/** Refuses fields that a schema of an object does not name, at every depth. */
function closed(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  const isObjectSchema = typeof schema['properties'] === 'object' && typeof schema['name'] === 'string';
  return isObjectSchema ? { ...inner, type: 'object', additionalProperties: false } : inner;
}

/** RFC 7386. */
export function mergePatch(target: Json, patch: Json): Json {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch;
  const merged = typeof target === 'object' && target !== null && !Array.isArray(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete merged[name];
    else merged[name] = mergePatch(merged[name] ?? null, value);
  }
  return merged;
}

function objectOf(value: Json): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error('the schema file has not the form that this test expects');
  }
  return value;
}
