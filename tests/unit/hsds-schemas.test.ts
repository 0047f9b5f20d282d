import { describe, expect, it } from 'vitest';
import { ADDRESS_PATCH, PROFILE } from '../../functions/directory/hsds/profile.ts';
import { hsdsValidator, type Json, type Kind, mergePatch, readHsdsJson } from '../hsds/hsds-schemas.ts';

const standard = hsdsValidator(null);
const withProfile = hsdsValidator(structuredClone(PROFILE) as unknown as Json);

function example(name: string): Record<string, Json> {
  return readHsdsJson(`../hsds/examples/${name}.json`) as Record<string, Json>;
}

/** The specification's service with what `change` does to its first address. */
function withAddress(change: (address: Record<string, Json>) => void): Json {
  const service = example('service_full') as unknown as {
    service_at_locations: { location: { addresses: Record<string, Json>[] } }[];
  };
  const address = service.service_at_locations[0]?.location.addresses[0];
  if (address === undefined) throw new Error('the example has no address');
  change(address);
  return service as unknown as Json;
}

describe('the validators of HSDS', () => {
  it.each<[string, Kind]>([
    ['service_full', 'service'],
    ['organization_full', 'organization'],
    ['service_at_location_full', 'service_at_location'],
  ])("accept the specification's own %s", (file, kind) => {
    expect(standard(kind, example(file))).toEqual([]);
    expect(withProfile(kind, example(file))).toEqual([]);
  });

  it.each<[string, Kind]>([
    ['service_list', 'service_list'],
    ['organization_list', 'organization_list'],
    ['service_at_location_list', 'service_at_location_list'],
  ])("accept every entry of the specification's own %s", (file, kind) => {
    const contents = example(file)['contents'];

    expect(contents).toHaveLength(1);
    expect((contents as Json[]).flatMap((entry) => standard(kind, entry))).toEqual([]);
  });

  it('refuse a field that the standard has not, at any depth', () => {
    const service = withAddress((address) => {
      address['ward'] = 'Phường Hoàng Mai';
    });

    expect(standard('service', { ...example('service_full'), slug: 'x' })).toHaveLength(1);
    expect(standard('service', service).join()).toContain('"additionalProperty":"ward"');
  });

  it('refuse null, a wrong type, an id that is none and a status that is none', () => {
    const service = example('service_full');

    for (const wrong of [{ alert: null }, { minimum_age: '12' }, { id: '7' }, { status: 'open' }]) {
      expect(standard('service', { ...service, ...wrong })).not.toEqual([]);
    }
  });

  it('refuse an address without a postal code or city, which the profile allows', () => {
    const service = withAddress((address) => {
      delete address['postal_code'];
      delete address['city'];
    });

    expect(standard('service', service)).toHaveLength(2);
    expect(withProfile('service', service)).toEqual([]);
  });

  it('refuse an address without its first line, with the profile too', () => {
    const service = withAddress((address) => {
      delete address['address_1'];
    });

    expect(withProfile('service', service)).toHaveLength(1);
  });
});

describe('the profile', () => {
  it('asks of an address what the standard does, without postal code and city', () => {
    const compiled = readHsdsJson('schemas/service_with_definitions.json') as {
      definitions: { address: { required: string[] } };
    };

    const asked = compiled.definitions.address.required;

    expect(asked.filter((field) => !ADDRESS_PATCH.required.some((kept) => kept === field))).toEqual([
      'city',
      'postal_code',
    ]);
    expect(mergePatch({ a: 1, b: { c: 2 } }, { a: null, b: { d: 3 } })).toEqual({ b: { c: 2, d: 3 } });
  });
});
