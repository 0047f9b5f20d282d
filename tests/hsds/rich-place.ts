/** A place with a row in every table, for tests of what the open data says of it. */
import type { PlaceRecord } from '../../functions/directory/place-record.ts';
import type { AttributeRow, DirectoryData } from '../../functions/directory/schema.ts';

const id = (n: number): string => `99999999-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** The place as a record to write; made up, with values that a spreadsheet or a validator could stumble over. */
export function richPlace(shipped: Pick<DirectoryData, 'attributes' | 'taxonomyTerms'>): PlaceRecord {
  const term = (linkType: string): string => {
    const row = shipped.attributes.find(({ link_type }) => link_type === linkType);
    return row?.taxonomy_term_id ?? shipped.taxonomyTerms[0]?.id ?? '';
  };
  const attribute = (
    n: number,
    link: number,
    entity: AttributeRow['link_entity'],
    linkType: string,
    value: string | null,
  ): AttributeRow => ({
    id: id(n),
    link_id: id(link),
    link_type: linkType,
    link_entity: entity,
    taxonomy_term_id: term(linkType),
    value,
  });
  return {
    locationId: id(3),
    organizations: [
      {
        id: id(1),
        name: 'Đơn vị "thử", có dấu phẩy',
        alternate_name: null,
        description: 'Dòng một\nDòng hai',
        email: 'thu@example.org',
        website: 'https://example.org/giới-thiệu?a=1&b=hai',
        legal_status: 'tư nhân',
      },
    ],
    services: [
      {
        id: id(2),
        organization_id: id(1),
        name: 'Nơi thử đủ mọi trường',
        alternate_name: 'Tên cũ',
        description: '=1+1',
        url: 'không phải địa chỉ',
        email: 'không phải thư',
        status: 'active',
        application_process: 'Đến thẳng.',
        fees_description: 'Miễn phí.',
        wait_time: '2 ngày',
        eligibility_description: 'Mọi người.',
        minimum_age: 18,
        maximum_age: 99,
        assured_date: '2026-11-20',
        alert: '+ mang giấy tờ',
        last_modified: null,
      },
    ],
    locations: [
      {
        id: id(3),
        location_type: 'physical',
        organization_id: id(1),
        name: 'Nơi thử đủ mọi trường',
        alternate_name: null,
        description: 'Sau chợ.',
        transportation: 'Xe buýt 09.',
        latitude: 21.0285,
        longitude: 105.8542,
      },
    ],
    serviceAtLocations: [{ id: id(4), service_id: id(2), location_id: id(3) }],
    addresses: [
      {
        id: id(5),
        location_id: id(3),
        address_1: 'số 1, đường Bí Mật',
        address_2: 'tầng 2',
        city: 'Phường Hoàn Kiếm',
        state_province: 'Thành phố Hà Nội',
        postal_code: null,
        country: 'VN',
        address_type: 'physical',
      },
    ],
    phones: [
      {
        id: id(6),
        location_id: id(3),
        number: '024 0000 0000',
        extension: 12,
        type: 'voice',
        description: null,
      },
    ],
    schedules: [
      {
        id: id(7),
        location_id: id(3),
        valid_from: null,
        valid_to: null,
        freq: 'WEEKLY',
        byday: 'MO,TU',
        opens_at: '07:30',
        closes_at: '24:00',
        description: null,
        notes: 'Nghỉ trưa',
      },
    ],
    languages: [{ id: id(8), location_id: id(3), name: 'Tiếng Việt', code: 'vi', note: null }],
    accessibility: [{ id: id(9), location_id: id(3), description: 'Có dốc cho xe lăn', details: 'cửa sau' }],
    requiredDocuments: [{ id: id(10), service_id: id(2), document: 'Căn cước' }],
    costOptions: [
      {
        id: id(11),
        service_id: id(2),
        option: 'Một tháng',
        currency: 'VND',
        amount: 1_500_000.5,
        amount_description: null,
      },
    ],
    attributes: [
      attribute(20, 3, 'location', 'slug', 'noi-thu-du-moi-truong'),
      attribute(21, 3, 'location', 'commune-code', '00070'),
      attribute(22, 3, 'location', 'province-code', '01'),
      attribute(23, 3, 'location', 'mapping-note', 'Nhập toàn bộ'),
      attribute(24, 2, 'service', 'facility-type', 'nơi thử'),
      attribute(25, 2, 'service', 'confidence', 'thấp'),
      attribute(26, 2, 'service', 'source-url', 'https://example.org/'),
      attribute(27, 6, 'phone', 'verification', null),
      attribute(28, 1, 'organization', 'note', 'của đơn vị'),
    ],
  };
}

/** The same place, as one whose address must not be told. */
export function discreetPlace(shipped: Pick<DirectoryData, 'attributes' | 'taxonomyTerms'>): PlaceRecord {
  const place = richPlace(shipped);
  return {
    ...place,
    attributes: [
      ...place.attributes,
      {
        id: id(40),
        link_id: id(3),
        link_type: 'discreet',
        link_entity: 'location',
        taxonomy_term_id: shipped.taxonomyTerms[0]?.id ?? '',
        value: null,
      },
    ],
  };
}

/** What nobody may learn of the discreet place. */
export const SECRETS = ['Bí Mật', 'Hoàn Kiếm', 'Xe buýt 09', 'Sau chợ', '21.0285', '105.8542', '00070'];
