/** The OpenAPI 3.1 document of the HSDS API, made from what the API itself reads. */
import { hsdsApi } from '../../../words/vi.ts';
import { LIST_NAMES, LIST_PARAMETERS, type ListName, type ParameterName } from './parameters.ts';
import { HSDS_VERSION } from './profile.ts';

/** Where the standard keeps its schemas. */
const SCHEMAS = `https://raw.githubusercontent.com/openreferral/specification/${HSDS_VERSION}/schema`;

const LISTED: Readonly<Record<ListName, string>> = {
  services: 'compiled/service_list.json',
  organizations: 'compiled/organization_list.json',
  service_at_locations: 'compiled/service_at_location_list.json',
  taxonomies: 'taxonomy.json',
  taxonomy_terms: 'taxonomy_term.json',
};

const NESTED: Readonly<Record<ListName, string>> = {
  services: 'compiled/service.json',
  organizations: 'compiled/organization.json',
  service_at_locations: 'compiled/service_at_location.json',
  taxonomies: 'taxonomy.json',
  taxonomy_terms: 'taxonomy_term.json',
};

const TYPES: Readonly<Partial<Record<ParameterName, string>>> = {
  page: 'integer',
  per_page: 'integer',
  minimal: 'boolean',
  full: 'boolean',
  full_service: 'boolean',
  top_only: 'boolean',
};

const integer = { type: 'integer' } as const;
const boolean = { type: 'boolean' } as const;

/** The document, with the addresses of this deployment. */
export function openApiDocument(origin: string): object {
  return {
    openapi: '3.1.0',
    info: { title: hsdsApi.title, version: '1.0.0', description: hsdsApi.description },
    servers: [{ url: `${origin}/api/hsds` }],
    paths: {
      '': { get: { operationId: 'getAPIMetaInformation', responses: { 200: { description: 'OK' } } } },
      ...Object.fromEntries(LIST_NAMES.flatMap((list) => [listPath(list), resourcePath(list)])),
    },
    components: {
      schemas: {
        Page: {
          type: 'object',
          properties: {
            total_items: integer,
            total_pages: integer,
            page_number: integer,
            size: integer,
            first_page: boolean,
            last_page: boolean,
            empty: boolean,
          },
          required: ['empty'],
        },
      },
      responses: {
        invalid: { description: 'invalid: error.hints says how to mend each parameter' },
        unchanged: { description: 'Not Modified: If-None-Match holds the ETag' },
        missing: { description: 'not_found' },
      },
    },
  };
}

function listPath(list: ListName): [string, object] {
  return [
    `/${list}`,
    {
      get: {
        operationId: `list_${list}`,
        parameters: LIST_PARAMETERS[list].map((name) => parameter(name)),
        responses: {
          200: {
            description: 'Page',
            content: {
              'application/json': {
                schema: {
                  allOf: [{ $ref: '#/components/schemas/Page' }],
                  properties: {
                    contents: { type: 'array', items: { $ref: `${SCHEMAS}/${LISTED[list]}` } },
                  },
                },
              },
              'application/x-ndjson': { schema: { $ref: `${SCHEMAS}/${LISTED[list]}` } },
            },
          },
          304: { $ref: '#/components/responses/unchanged' },
          422: { $ref: '#/components/responses/invalid' },
        },
      },
    },
  ];
}

function resourcePath(list: ListName): [string, object] {
  return [
    `/${list}/{id}`,
    {
      get: {
        operationId: `get_${list}`,
        parameters: [
          { in: 'path', name: 'id', required: true, schema: { type: 'string', format: 'uuid' } },
          ...(list === 'organizations' ? [parameter('full_service')] : []),
        ],
        responses: {
          200: {
            description: 'OK',
            content: { 'application/json': { schema: { $ref: `${SCHEMAS}/${NESTED[list]}` } } },
          },
          304: { $ref: '#/components/responses/unchanged' },
          404: { $ref: '#/components/responses/missing' },
        },
      },
    },
  ];
}

function parameter(name: ParameterName): object {
  return {
    in: 'query',
    name,
    required: false,
    description: hsdsApi.hints[name],
    schema: { type: TYPES[name] ?? 'string' },
  };
}
