/**
 * How this directory differs from HSDS 3.0, as the standard wants it said: a JSON merge patch (RFC 7386) of its
 * schemas (https://docs.openreferral.org/en/3.0/hsds/profiles.html).
 */

/** `address.json`: Vietnamese addresses have no postal code, and of many the present commune is not known. */
export const ADDRESS_PATCH = {
  required: ['id', 'address_1', 'state_province', 'country', 'address_type'],
} as const;

/** The same for the schema that holds all definitions (`service_with_definitions.json`). */
export const PROFILE = { definitions: { address: ADDRESS_PATCH } } as const;

/** The version of the standard that the API follows. */
export const HSDS_VERSION = '3.0';
