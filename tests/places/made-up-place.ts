/** A place of which everything is known, for tests: plainly fictional, in a real commune. */
import { emptyTables, type PlaceRecord } from '../../functions/directory/place-record.ts';
import type { AttributeRow, DirectoryData } from '../../functions/directory/schema.ts';

export const MADE_UP_SLUG = 'noi-tuong-tuong-hoa-gao';

/** Identifiers of the made-up rows: version 4 UUIDs that say which row is meant by their last digits. */
const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const MADE_UP_LOCATION = id(1);
const CLINIC = id(2);
const GROUP = id(3);
const HEALTH_STATION = id(4);
const PHONE = id(5);

type Terms = Pick<DirectoryData, 'taxonomyTerms'>;

/**
 * The place with two services, two numbers, hours, costs, papers and the rest.
 *
 * @param terms the taxonomy terms of the shipped directory
 * @throws Error when a term that it needs is not shipped
 */
export function madeUpPlace(
  { taxonomyTerms }: Terms,
  assuredDate: string | null = '2026-11-02',
): PlaceRecord {
  let next = 100;
  const term = (taxonomy: string, code: string): string => {
    const found = taxonomyTerms.find((row) => row.taxonomy === taxonomy && row.code === code);
    if (found === undefined) throw new Error(`no term ${code} in ${taxonomy}`);
    return found.id;
  };
  const attribute = (
    link_id: string,
    link_entity: AttributeRow['link_entity'],
    link_type: string,
    taxonomy_term_id: string,
    value: string | null = null,
  ): AttributeRow => {
    next += 1;
    return { id: id(next), link_id, link_entity, link_type, taxonomy_term_id, value };
  };
  const said = (code: string, link: string, entity: AttributeRow['link_entity'], value: string) =>
    attribute(link, entity, code, term('Thông tin kèm theo', code), value);

  return {
    ...emptyTables(),
    locationId: MADE_UP_LOCATION,
    organizations: [
      {
        id: HEALTH_STATION,
        name: 'Trạm tưởng tượng Hoa Gạo',
        alternate_name: null,
        description: 'Một nơi hư cấu để thử trang.',
        email: 'hoa-gao@example.org',
        website: 'https://hoa-gao.example.org/',
        legal_status: null,
      },
    ],
    services: [
      {
        id: CLINIC,
        organization_id: HEALTH_STATION,
        name: 'Uống thuốc thay thế',
        alternate_name: null,
        description: 'điều trị Methadone hằng ngày',
        url: null,
        email: null,
        status: 'active',
        application_process: 'Đến buổi sáng, gặp điều dưỡng ở phòng 2.',
        fees_description: 'Bảo hiểm y tế trả phần khám.',
        wait_time: 'Khoảng một tuần',
        eligibility_description: 'Người nghiện các chất dạng thuốc phiện, kể cả người tỉnh khác.',
        minimum_age: 16,
        maximum_age: null,
        assured_date: assuredDate,
        alert: 'Tuần này chỉ nhận buổi sáng.',
        last_modified: null,
      },
      {
        id: GROUP,
        organization_id: HEALTH_STATION,
        name: 'Nhóm gia đình tối thứ Tư',
        alternate_name: null,
        description: null,
        url: null,
        email: null,
        status: 'temporarily closed',
        application_process: null,
        fees_description: null,
        wait_time: null,
        eligibility_description: null,
        minimum_age: null,
        maximum_age: null,
        assured_date: assuredDate,
        alert: null,
        last_modified: null,
      },
    ],
    locations: [
      {
        id: MADE_UP_LOCATION,
        location_type: 'physical',
        organization_id: HEALTH_STATION,
        name: 'Nơi tưởng tượng Hoa Gạo',
        alternate_name: 'Trạm Gạo',
        description: null,
        transportation: 'Xe buýt số 99, xuống ở bến Cây Gạo, đi bộ 200 mét.',
        latitude: 20.98123,
        longitude: 105.84512,
      },
    ],
    serviceAtLocations: [
      { id: id(6), service_id: CLINIC, location_id: MADE_UP_LOCATION },
      { id: id(7), service_id: GROUP, location_id: MADE_UP_LOCATION },
    ],
    addresses: [
      {
        id: id(8),
        location_id: MADE_UP_LOCATION,
        address_1: 'Số 1 phố Tưởng Tượng',
        address_2: 'tầng 2',
        city: 'Phường Hoàng Mai',
        state_province: 'Thành phố Hà Nội',
        postal_code: null,
        country: 'VN',
        address_type: 'physical',
      },
    ],
    phones: [
      {
        id: PHONE,
        location_id: MADE_UP_LOCATION,
        number: '0900 000 123',
        extension: 2,
        type: 'voice',
        description: 'Phòng tiếp nhận',
      },
      {
        id: id(9),
        location_id: MADE_UP_LOCATION,
        number: '0900 000 124',
        extension: null,
        type: 'voice',
        description: null,
      },
    ],
    schedules: [
      schedule(10, { byday: 'MO,TU,WE,TH,FR', opens_at: '07:30', closes_at: '11:30' }),
      schedule(11, { byday: 'MO,TU,WE,TH,FR', opens_at: '13:30', closes_at: '17:00' }),
      schedule(12, { byday: 'SA', opens_at: '08:00', closes_at: '11:00', notes: 'Thứ Bảy chỉ phát thuốc.' }),
      schedule(13, { valid_from: '2027-02-04', valid_to: '2027-02-10', freq: null }),
    ],
    languages: [
      { id: id(14), location_id: MADE_UP_LOCATION, name: 'Tiếng Việt', code: 'vi', note: null },
      { id: id(15), location_id: MADE_UP_LOCATION, name: 'Tiếng Anh', code: 'en', note: 'hẹn trước' },
    ],
    accessibility: [
      {
        id: id(16),
        location_id: MADE_UP_LOCATION,
        description: 'Có lối cho xe lăn ở cửa sau',
        details: null,
      },
    ],
    requiredDocuments: [
      { id: id(17), service_id: CLINIC, document: 'Căn cước hoặc giấy tờ có ảnh' },
      { id: id(18), service_id: CLINIC, document: 'Thẻ bảo hiểm y tế, nếu có' },
    ],
    costOptions: [
      {
        id: id(19),
        service_id: CLINIC,
        option: 'Một lần uống thuốc',
        currency: 'VND',
        amount: 10000,
        amount_description: null,
      },
    ],
    attributes: [
      said('slug', MADE_UP_LOCATION, 'location', MADE_UP_SLUG),
      said('commune-code', MADE_UP_LOCATION, 'location', '00331'),
      said('province-code', MADE_UP_LOCATION, 'location', '01'),
      said('former-province', MADE_UP_LOCATION, 'location', 'Hà Nội'),
      said('source-url', CLINIC, 'service', 'https://nguon.example.org/hoa-gao (trang hư cấu)'),
      said('source-date', CLINIC, 'service', '2026-10-30'),
      said('note', CLINIC, 'service', 'Nơi này không có thật.'),
      attribute(
        CLINIC,
        'service',
        'facility-type',
        term('Loại nơi', 'methadone'),
        'cơ sở điều trị methadone',
      ),
      attribute(CLINIC, 'service', 'confidence', term('Độ tin cậy', 'cao'), 'cao (hư cấu)'),
      attribute(CLINIC, 'service', 'operator', term('Đơn vị quản lý', 'y-te'), 'Sở Y tế tưởng tượng'),
      attribute(CLINIC, 'service', 'service-kind', term('Dịch vụ', 'methadone')),
      attribute(CLINIC, 'service', 'entry', term('Cách vào', 'tu-den')),
      attribute(CLINIC, 'service', 'cost', term('Chi phí', 'duoc-ho-tro')),
      attribute(GROUP, 'service', 'for-whom', term('Dành cho', 'gia-dinh')),
      attribute(GROUP, 'service', 'service-kind', term('Dịch vụ', 'tu-van')),
      attribute(PHONE, 'phone', 'verification', term('Xác minh số điện thoại', 'chua-goi-thu')),
    ],
  };
}

/** The same place once it must stay discreet. */
export function discreetPlace(terms: Terms): PlaceRecord {
  const place = madeUpPlace(terms);
  const [slug] = place.attributes;
  if (slug === undefined) return place;
  return {
    ...place,
    attributes: [...place.attributes, { ...slug, id: id(99), link_type: 'discreet', value: null }],
  };
}

function schedule(
  number: number,
  fields: Partial<PlaceRecord['schedules'][number]>,
): PlaceRecord['schedules'][number] {
  return {
    id: id(number),
    location_id: MADE_UP_LOCATION,
    valid_from: null,
    valid_to: null,
    freq: 'WEEKLY',
    byday: null,
    opens_at: null,
    closes_at: null,
    description: null,
    notes: null,
    ...fields,
  };
}
