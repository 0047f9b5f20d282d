/** Packages of HSDS tables that must be refused, each with what is said of it. */
import type { BadList } from './bad-list.ts';
import { folder } from './plain-list.ts';

const uuid = (n: number): string => `99999999-9999-4999-8999-${String(n).padStart(12, '0')}`;

/** A package of one made-up place; a test breaks one of its tables. `term` is a term that the portal has. */
export function soundPackage(term: string): Record<string, string> {
  const attribute = (n: number, type: string, entity: string, link: number, value: string): string =>
    `${uuid(n)},${uuid(link)},${type},${entity},${term},${value}`;
  return {
    'organizations.csv': `id,name,description\n${uuid(1)},Trạm Y tế Hoa Gạo (hư cấu),Hư cấu\n`,
    'services.csv': `id,organization_id,name,description,status,assured_date,minimum_age,maximum_age,url\n${uuid(2)},${uuid(1)},Điểm tư vấn Hoa Gạo (hư cấu),Tư vấn,active,,16,60,\n`,
    'locations.csv': `id,location_type,organization_id,name,latitude,longitude\n${uuid(3)},physical,${uuid(1)},Điểm tư vấn Hoa Gạo (hư cấu),20.98,105.86\n`,
    'service_at_locations.csv': `id,service_id,location_id\n${uuid(4)},${uuid(2)},${uuid(3)}\n`,
    'addresses.csv': `id,location_id,address_1,city,state_province,postal_code,country,address_type\n${uuid(5)},${uuid(3)},"Số 5, đường Ví Dụ",Phường Hoàng Mai,Thành phố Hà Nội,,VN,physical\n`,
    'phones.csv': `id,location_id,number,type,description\n${uuid(6)},${uuid(3)},024 3999 0001,voice,\n`,
    'schedules.csv': `id,location_id,valid_from,valid_to,freq,byday,opens_at,closes_at,description\n${uuid(7)},${uuid(3)},,,WEEKLY,"MO,TU",07:30,17:00,\n`,
    'attributes.csv': [
      'id,link_id,link_type,link_entity,taxonomy_term_id,value',
      attribute(11, 'slug', 'location', 3, 'diem-tu-van-hoa-gao'),
      attribute(12, 'commune-code', 'location', 3, '00331'),
      attribute(13, 'province-code', 'location', 3, '01'),
      attribute(14, 'source-url', 'service', 2, 'https://example.vn/danh-sach'),
      '',
    ].join('\n'),
  };
}

/** Table, what is replaced in it, by what, and what is said of that. */
const brokenPackages: readonly [
  name: string,
  file: string,
  from: string | RegExp,
  to: string,
  says: string,
][] = [
  [
    'an id that is no UUID',
    'phones.csv',
    uuid(6),
    '17',
    'phones.csv, dòng 2, cột id: không phải mã UUID. Hãy sửa mã.',
  ],
  [
    'the same id twice',
    'phones.csv',
    /\n(.*)\n$/,
    '\n$1\n$1\n',
    'phones.csv, dòng 3, cột id: mã này đã có ở một dòng trên. Hãy bỏ dòng thừa hoặc sửa mã.',
  ],
  [
    'a column of another table',
    'phones.csv',
    'type',
    'kind',
    'phones.csv, dòng 2, cột type: thiếu cột này. Hãy thêm cột vào dòng tiêu đề.',
  ],
  [
    'half a row',
    'phones.csv',
    ',024 3999 0001,voice,',
    '',
    'phones.csv, dòng 2: số ô không bằng số cột của tiêu đề. Hãy xem có thiếu ô, hay có dấu phân cách nằm ngoài ngoặc kép.',
  ],
  [
    'a phone of letters',
    'phones.csv',
    '024 3999 0001',
    'gọi sau',
    'phones.csv, dòng 2, cột number: không phải số điện thoại. Hãy ghi chữ số, bắt đầu bằng 0 hoặc +84.',
  ],
  [
    'a link to a row that is not there',
    'services.csv',
    `${uuid(2)},${uuid(1)}`,
    `${uuid(2)},${uuid(8)}`,
    'services.csv, dòng 2, cột organization_id: organizations.csv và danh bạ không có dòng mang mã này. Hãy thêm dòng đó hoặc sửa mã.',
  ],
  [
    'a status that HSDS does not know',
    'services.csv',
    'active',
    'open',
    'services.csv, dòng 2, cột status: không biết trạng thái này. Hãy ghi: active, inactive, defunct hoặc temporarily closed.',
  ],
  [
    'a confirmation to come',
    'services.csv',
    'active,,',
    'active,2027-01-01,',
    'services.csv, dòng 2, cột assured_date: “2027-01-01” là ngày chưa tới. Hãy xem lại.',
  ],
  [
    'a confirmation on a day that never was',
    'services.csv',
    'active,,',
    'active,2026-02-31,',
    'services.csv, dòng 2, cột assured_date: không phải ngày có thật. Hãy ghi như 2026-11-22.',
  ],
  [
    'ages the wrong way round',
    'services.csv',
    '16,60',
    '60,16',
    'services.csv, dòng 2, cột maximum_age: tuổi đến nhỏ hơn tuổi từ. Hãy xem lại hai cột tuổi.',
  ],
  [
    'an age below nothing',
    'services.csv',
    '16,60',
    '-1,60',
    'services.csv, dòng 2, cột minimum_age: phải là số tuổi, không âm. Hãy sửa.',
  ],
  [
    'an address that runs code',
    'services.csv',
    '16,60,',
    '16,60,javascript:alert(1)',
    'services.csv, dòng 2, cột url: “javascript:alert(1)” không phải địa chỉ mạng. Hãy ghi địa chỉ bắt đầu bằng https:// hoặc http://.',
  ],
  [
    'swapped coordinates',
    'locations.csv',
    '20.98,105.86',
    '105.86,20.98',
    'locations.csv, dòng 2, cột latitude: vĩ độ phải từ -90 đến 90. Hãy xem có đổi chỗ với kinh độ không.',
  ],
  [
    'an hour that no clock has',
    'schedules.csv',
    '17:00',
    '25:00',
    'schedules.csv, dòng 2, cột closes_at: không phải giờ có thật. Hãy ghi như 07:30, từ 00:00 đến 24:00.',
  ],
  [
    'a closing before the opening',
    'schedules.csv',
    '07:30,17:00',
    '17:00,07:30',
    'schedules.csv, dòng 2, cột closes_at: giờ đóng cửa không sau giờ mở cửa. Hãy sửa.',
  ],
  [
    'a commune of another province',
    'attributes.csv',
    ',01\n',
    ',79\n',
    'attributes.csv, dòng 3, cột value: xã, phường này thuộc tỉnh, thành phố mã 01. Hãy sửa một trong hai.',
  ],
  [
    'a commune that does not exist',
    'attributes.csv',
    '00331',
    '99999',
    'attributes.csv, dòng 3, cột value: không có đơn vị hành chính mang mã này. Hãy tra mã trong content/admin-units/.',
  ],
  [
    'a term that is not known',
    'attributes.csv',
    /(source-url,service,)[^,]*/,
    `$1${uuid(77)}`,
    'attributes.csv, dòng 5, cột taxonomy_term_id: taxonomy_terms.csv và danh bạ không có dòng mang mã này. Hãy thêm dòng đó hoặc sửa mã.',
  ],
  [
    'an attribute of an unknown entity',
    'attributes.csv',
    'slug,location',
    'slug,desk',
    'attributes.csv, dòng 2, cột link_entity: phải là organization, service, location hoặc phone. Hãy sửa.',
  ],
  [
    'an attribute of no row',
    'attributes.csv',
    `${uuid(2)},source-url`,
    `${uuid(8)},source-url`,
    'attributes.csv, dòng 5, cột link_id: không có service nào mang mã này. Hãy sửa link_id hoặc link_entity.',
  ],
  [
    'a reserved slug',
    'attributes.csv',
    'diem-tu-van-hoa-gao',
    'du-lieu',
    'attributes.csv, dòng 2, cột value: “du-lieu” là một trang của cổng. Hãy chọn đoạn địa chỉ khác.',
  ],
  [
    'the slug of another place',
    'attributes.csv',
    'diem-tu-van-hoa-gao',
    'co-so-cai-nghien-ma-tuy-so-1-ha-noi',
    'attributes.csv, dòng 2, cột value: đoạn địa chỉ trang này đã thuộc nơi khác. Hãy chọn đoạn khác.',
  ],
  [
    'a slug with capitals',
    'attributes.csv',
    'diem-tu-van-hoa-gao',
    'Hoa-Gao',
    'attributes.csv, dòng 2, cột value: đoạn địa chỉ trang chỉ gồm a-z, 0-9 và dấu gạch nối. Hãy sửa.',
  ],
  [
    'no slug',
    'attributes.csv',
    'slug,location',
    'note,location',
    'locations.csv, dòng 2, cột id: nơi này chưa có slug trong attributes.csv. Hãy thêm dòng đó.',
  ],
  [
    'HTML in a name',
    'locations.csv',
    'Điểm tư vấn',
    '<b>Điểm</b> tư vấn',
    'locations.csv, dòng 2, cột name: ô có mã HTML. Hãy chỉ để lại chữ.',
  ],
];

/** Every broken package; `term` is the id of a term that the portal has. */
export function badPackages(term: string): BadList[] {
  const files = soundPackage(term);
  return [
    ...brokenPackages.map(([name, file, from, to, says]) => ({
      name: `a package with ${name}`,
      make: () => folder({ ...files, [file]: (files[file] ?? '').replace(from, to) }),
      says,
    })),
    {
      name: 'a package with a table that is none',
      make: () => folder({ ...files, 'places.csv': 'id\n' }),
      says: 'places.csv: không phải bảng nào của HSDS mà cổng dùng. Hãy bỏ tệp này ra hoặc đổi tên theo docs/importing.md.',
    },
    {
      name: 'a package with a taxonomy that the portal lacks',
      make: () =>
        folder({
          ...files,
          'taxonomy_terms.csv': `id,code,name,description,parent_id,taxonomy,taxonomy_id,language\n${uuid(90)},hoa-gao,Hoa gạo,Hư cấu,,Hoa,${uuid(91)},vi\n`,
        }),
      says: 'taxonomy_terms.csv, dòng 2, cột code: cổng không có mục phân loại “hoa-gao” này. Hãy dùng các mục trong content/places/taxonomy_terms.csv.',
    },
    {
      name: 'a folder without tables',
      make: () => folder({}),
      says: 'goi: thư mục không có bảng CSV nào của HSDS. Hãy xem docs/importing.md.',
    },
  ];
}
