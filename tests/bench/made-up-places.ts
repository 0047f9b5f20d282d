/** A directory of any size: the shipped units and taxonomies with places that nobody can take for real ones. */
import { emptyTables } from '../../functions/directory/place-record.ts';
import {
  AddressRowSchema,
  type AttributeRow,
  type DirectoryData,
  LocationRowSchema,
  OrganizationRowSchema,
  ServiceRowSchema,
} from '../../functions/directory/schema.ts';

const NAMES = ['Sao Mai', 'Cánh Buồm', 'Đồi Thông', 'Vườn Chanh', 'Bến Nước', 'Mây Trắng', 'Suối Reo'];
const SERVICES = [
  'cai nghiện tự nguyện',
  'điều trị Methadone',
  'tư vấn',
  'hỗ trợ sau cai',
  'cai tại cộng đồng',
];

/**
 * Makes `count` places: the same ones at every call, spread over all present communes.
 *
 * @param shipped gives the administrative units, the taxonomies, and which terms each kind of attribute has
 */
export function makeUpPlaces(shipped: DirectoryData, count: number): DirectoryData {
  const made: DirectoryData = {
    ...shipped,
    ...emptyTables(),
    contentHash: `made-up-${count}`,
  };
  const kinds = attributeKinds(shipped.attributes);
  for (let n = 0; n < count; n++) {
    // A step without a common factor with the 3,321 communes visits each before any twice.
    const commune = pick(shipped.communes, n * 1_009);
    const name = `Nơi tưởng tượng ${pick(NAMES, n)} số ${n}`;
    const organization = id('a', n);
    const service = id('b', n);
    const location = id('c', n);
    made.organizations.push(
      OrganizationRowSchema.parse({
        id: organization,
        name: `Đơn vị tưởng tượng số ${n}`,
        description: 'Không có thật.',
      }),
    );
    made.services.push(
      ServiceRowSchema.parse({
        id: service,
        organization_id: organization,
        name,
        description: pick(SERVICES, n),
        status: 'active',
        assured_date: '',
      }),
    );
    made.locations.push(
      LocationRowSchema.parse({
        id: location,
        location_type: 'physical',
        organization_id: organization,
        name,
      }),
    );
    made.serviceAtLocations.push({ id: id('d', n), service_id: service, location_id: location });
    made.addresses.push(
      AddressRowSchema.parse({
        id: id('e', n),
        location_id: location,
        address_1: `số ${n}, đường Tưởng Tượng`,
        city: commune.name,
        state_province: commune.province_code,
        postal_code: '',
        country: 'VN',
        address_type: 'physical',
      }),
    );
    const values: readonly (readonly [string, string | null])[] = [
      ['slug', madeUpSlug(n)],
      ['commune-code', commune.code],
      ['province-code', commune.province_code],
      ['facility-type', 'nơi tưởng tượng'],
      ['service-kind', null],
      ['operator', `Đơn vị tưởng tượng số ${n}`],
      ['confidence', 'thấp (tưởng tượng)'],
      ['source-url', 'https://example.org/'],
    ];
    for (const [linkType, value] of values) {
      const kind = kinds.get(linkType);
      if (kind === undefined) throw new Error(`the shipped directory has no ${linkType}`);
      made.attributes.push({
        id: id('f', made.attributes.length),
        link_id: kind.entity === 'location' ? location : service,
        link_type: linkType,
        link_entity: kind.entity,
        taxonomy_term_id: pick(kind.terms, n),
        value,
      });
    }
  }
  return made;
}

/** The last part of the address of the made-up place with this number. */
export function madeUpSlug(n: number): string {
  return `noi-tuong-tuong-${n}`;
}

interface AttributeKind {
  entity: AttributeRow['link_entity'];
  terms: string[];
}

function attributeKinds(rows: readonly AttributeRow[]): Map<string, AttributeKind> {
  const kinds = new Map<string, AttributeKind>();
  for (const { link_type, link_entity, taxonomy_term_id } of rows) {
    const kind = kinds.get(link_type) ?? { entity: link_entity, terms: [] };
    if (!kind.terms.includes(taxonomy_term_id)) kind.terms.push(taxonomy_term_id);
    kinds.set(link_type, kind);
  }
  return kinds;
}

function pick<T>(list: readonly T[], n: number): T {
  const item = list[n % list.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

/** A UUID that says by its zeros that nobody drew it. */
function id(table: string, n: number): string {
  return `${table.repeat(8)}-0000-4000-8000-${String(n).padStart(12, '0')}`;
}
