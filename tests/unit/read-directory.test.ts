import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  DirectoryFileError,
  type DirectoryFiles,
  parseDirectory,
  readDirectory,
} from '../../scripts/read-directory.ts';

const ids = {
  organization: '11111111-1111-5111-8111-111111111111',
  service: '22222222-2222-5222-8222-222222222222',
  location: '33333333-3333-5333-8333-333333333333',
  link: '44444444-4444-5444-8444-444444444444',
  address: '55555555-5555-5555-8555-555555555555',
  phone: '66666666-6666-5666-8666-666666666666',
  taxonomy: '77777777-7777-5777-8777-777777777777',
  term: '88888888-8888-5888-8888-888888888888',
};
const attribute = (n: number, type: string, entity: string, link: string, value: string): string =>
  `99999999-9999-5999-8999-99999999999${n},${link},${type},${entity},${ids.term},${value}`;

/** One small place, complete; a test breaks one file of it. */
const sound: DirectoryFiles = {
  provinces: 'code,name,type,full_name,lat,lon,commune_count\n01,Hà Nội,tỉnh,Tỉnh Hà Nội,21.0,105.7,1\n',
  communes: 'code,name,type,province_code,lat,lon\n00004,Ba Đình,phường,01,21.03853,105.83806\n',
  formerProvinces: 'former_province,former_province_code,province_code\nThành phố Hà Nội,01,01\n',
  formerUnits:
    'former_name,former_type,former_code,former_district,former_district_code,former_province,former_province_code,commune_code,commune_full_name,merge_note\n' +
    'Trúc Bạch,phường,00004,Quận Ba Đình,001,Thành phố Hà Nội,01,00004,Phường Ba Đình,Nhập toàn bộ\n',
  organizations: `id,name,description\n${ids.organization},Sở Y tế,Theo nguồn\n`,
  services: `id,organization_id,name,description,status,assured_date\n${ids.service},${ids.organization},Điểm tư vấn,tư vấn,active,\n`,
  locations: `id,location_type,organization_id,name\n${ids.location},physical,${ids.organization},Điểm tư vấn\n`,
  serviceAtLocations: `id,service_id,location_id\n${ids.link},${ids.service},${ids.location}\n`,
  addresses: `id,location_id,address_1,city,state_province,postal_code,country,address_type\n${ids.address},${ids.location},"phường Trúc Bạch, quận Ba Đình",,Thành phố Hà Nội,,VN,physical\n`,
  phones: `id,location_id,number,type,description\n${ids.phone},${ids.location},024 2321 1937,voice,\n`,
  schedules: '',
  languages: '',
  accessibility: '',
  requiredDocuments: '',
  costOptions: '',
  attributes: [
    'id,link_id,link_type,link_entity,taxonomy_term_id,value',
    attribute(1, 'slug', 'location', ids.location, 'diem-tu-van'),
    attribute(2, 'province-code', 'location', ids.location, '01'),
    attribute(3, 'source-url', 'service', ids.service, 'https://example.vn/bai'),
    '',
  ].join('\n'),
  taxonomies: `id,name,description,version\n${ids.taxonomy},Thông tin kèm theo,Khác,1\n`,
  taxonomyTerms: `id,code,name,description,parent_id,taxonomy,taxonomy_id,language\n${ids.term},slug,Khác,Khác,,Thông tin kèm theo,${ids.taxonomy},vi\n`,
  termPhrases: 'taxonomy,term_code,phrase\nThông tin kèm theo,slug,địa chỉ trang\n',
  holidays: 'date,name,source_url,source_date\n2026-09-02,Quốc khánh,https://example.vn/,2026-01-01\n',
};

/** What is said of the files when one of them has `from` replaced by `to`. */
function complaint(file: keyof DirectoryFiles, from: string | RegExp, to: string): string {
  const broken = sound[file].replace(from, to);
  if (broken === sound[file]) throw new Error('the test breaks nothing');
  try {
    parseDirectory({ ...sound, [file]: broken });
  } catch (error) {
    if (error instanceof DirectoryFileError) return error.message;
    throw error;
  }
  return 'nothing';
}

describe('reading the files of the directory', () => {
  it('accepts sound files, with or without a byte order mark and with Windows line ends', () => {
    const windows = { ...sound, phones: `\uFEFF${sound.phones.replaceAll('\n', '\r\n')}` };

    expect(parseDirectory(sound).phones).toHaveLength(1);
    expect(parseDirectory(windows).phones).toEqual(parseDirectory(sound).phones);
  });

  it('gives null for an empty cell that may be empty', () => {
    const { services, addresses } = parseDirectory(sound);

    expect(services[0]?.assured_date).toBeNull();
    expect(addresses[0]?.city).toBeNull();
  });

  it('gives another content hash when one letter of one file changes', () => {
    const changed = { ...sound, communes: sound.communes.replace('Ba Đình', 'Ba Định') };

    expect(parseDirectory(changed).contentHash).not.toBe(parseDirectory(sound).contentHash);
  });

  it('names a file that is not there', async () => {
    await expect(readDirectory(join(tmpdir(), 'no-such-folder'))).rejects.toThrow(
      'places/phones.csv: the file cannot be read',
    );
  });

  it.each<[string, keyof DirectoryFiles, string | RegExp, string, string]>([
    [
      'a phone of letters',
      'phones',
      '024 2321 1937',
      'gọi sau',
      'places/phones.csv line 2, column number: must be a phone number of digits',
    ],
    [
      'half a row',
      'phones',
      ',024 2321 1937,voice,',
      '',
      'places/phones.csv line 2: the row has more or fewer cells than the header has columns',
    ],
    [
      'an open quotation mark',
      'services',
      'Điểm tư vấn',
      '"Điểm tư vấn',
      'places/services.csv line 2: not valid CSV (CSV_QUOTE_NOT_CLOSED)',
    ],
    [
      'a renamed column',
      'organizations',
      'description',
      'mo_ta',
      'places/organizations.csv line 2, column description: this column is missing\n' +
        'places/organizations.csv line 2, column mo_ta: this column is not known',
    ],
    ['no rows', 'taxonomies', /\n.*/s, '\n', 'places/taxonomies.csv: the file holds no rows'],
    [
      'an empty name',
      'services',
      ',Điểm tư vấn,',
      ',,',
      'places/services.csv line 2, column name: must not be empty',
    ],
    [
      'decomposed letters',
      'communes',
      'Ba Đình',
      'Ba Đình'.normalize('NFD'),
      'admin-units/communes.csv line 2, column name: must be composed Unicode (NFC)',
    ],
    [
      'a space at the end',
      'communes',
      'Ba Đình,',
      'Ba Đình ,',
      'admin-units/communes.csv line 2, column name: must not begin or end with a space',
    ],
    [
      'an id that is no UUID',
      'phones',
      ids.phone,
      '17',
      'places/phones.csv line 2, column id: must be a UUID',
    ],
    [
      'a status that HSDS does not know',
      'services',
      'active',
      'open',
      'places/services.csv line 2, column status: must be an HSDS status',
    ],
    [
      'a date written the Vietnamese way',
      'services',
      'active,\n',
      'active,21/11/2026\n',
      'places/services.csv line 2, column assured_date: must be a date like 2026-11-22',
    ],
    [
      'a province code of one digit',
      'provinces',
      '01,Hà Nội',
      '1,Hà Nội',
      'admin-units/provinces.csv line 2, column code: must be 2 digits',
    ],
    [
      'a latitude with a comma',
      'communes',
      '21.03853',
      '"21,03853"',
      'admin-units/communes.csv line 2, column lat: must be a decimal number',
    ],
    [
      'a latitude beyond the pole',
      'communes',
      '21.03853',
      '121.03853',
      'admin-units/communes.csv line 2, column lat: must lie between -90 and 90',
    ],
    [
      'a commune that does not exist',
      'formerUnits',
      ',01,00004,',
      ',01,99999,',
      'admin-units/former-units.csv line 2, column commune_code: communes.csv has no such row',
    ],
    [
      'an organization that does not exist',
      'services',
      ids.organization,
      ids.phone,
      'places/services.csv line 2, column organization_id: organizations.csv has no such row',
    ],
    [
      'a place in a province that does not exist',
      'attributes',
      ',01\n',
      ',99\n',
      'places/attributes.csv line 3, column value: no administrative unit has this code',
    ],
    [
      'an attribute of another table’s row',
      'attributes',
      'source-url,service',
      'source-url,phone',
      'places/attributes.csv line 4, column link_id: no phone has this id',
    ],
    [
      'an attribute of a table that has none',
      'attributes',
      'source-url,service',
      'source-url,schedule',
      'places/attributes.csv line 4, column link_entity: must be one of organization, service, location, phone',
    ],
    [
      'a source that no browser should open',
      'attributes',
      'https://example.vn/bai',
      'javascript:alert(1)',
      'places/attributes.csv line 4, column value: a source must begin with http:// or https://',
    ],
    [
      'a slug with capitals',
      'attributes',
      ',diem-tu-van',
      ',Diem-Tu-Van',
      'places/attributes.csv line 2, column value: a slug must be words of a-z and 0-9 with hyphens',
    ],
    [
      'a place without a slug',
      'attributes',
      ',slug,location',
      ',note,location',
      'places/locations.csv line 2, column id: attributes.csv gives it no slug',
    ],
    [
      'a row given twice',
      'phones',
      /\n(.*)\n$/,
      '\n$1\n$1\n',
      'places/phones.csv line 3, column id: an earlier row has this key',
    ],
  ])('refuses %s, saying where and why', (_, file, from, to, message) => {
    expect(complaint(file, from, to)).toBe(message);
  });

  it('names at most twenty problems and counts the rest', () => {
    const rows = Array.from({ length: 23 }, (_, n) => `${n},x,,`).join('\n');

    const message = complaint('taxonomies', /\n.*/s, `\n${rows}\n`);

    expect(message.split('\n')).toHaveLength(21);
    expect(message).toMatch(/and \d+ more$/);
  });
});

describe('the shipped directory', () => {
  it('is sound and complete', async () => {
    const data = await readDirectory('content');

    expect(data.provinces).toHaveLength(34);
    expect(data.communes).toHaveLength(3321);
    expect(data.formerProvinces).toHaveLength(63);
    expect(data.formerUnits).toHaveLength(10571);
    expect(data.services).toHaveLength(67);
    expect(data.phones).toHaveLength(5);
  });

  it('claims no confirmation, since nobody has confirmed a place', async () => {
    const { services } = await readDirectory('content');

    expect(services.filter((service) => service.assured_date !== null)).toEqual([]);
  });

  it('gives every place at least one source and says of every phone number that nobody has called it', async () => {
    const { attributes, services, phones } = await readDirectory('content');
    const having = (linkType: string): Set<string> =>
      new Set(attributes.filter((row) => row.link_type === linkType).map((row) => row.link_id));

    expect(services.filter(({ id }) => !having('source-url').has(id))).toEqual([]);
    expect(phones.filter(({ id }) => !having('verification').has(id))).toEqual([]);
  });

  it('holds as many communes in each province as the province says', async () => {
    const { provinces, communes } = await readDirectory('content');
    const counted = provinces.map(({ code, commune_count }) => ({
      code,
      said: commune_count,
      held: communes.filter((commune) => commune.province_code === code).length,
    }));

    expect(counted.filter(({ said, held }) => said !== held)).toEqual([]);
  });

  it('has no word of a crime-report line and no slur in what is shown', async () => {
    const files = ['services', 'organizations', 'addresses', 'phones', 'taxonomy_terms'];
    const texts = await Promise.all(files.map((file) => readFile(`content/places/${file}.csv`, 'utf8')));

    expect(texts.join('\n')).not.toMatch(/0769[. ]?04|0705[. ]?13|con nghiện/i);
  });
});
