import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Holiday } from '../../domain/opening-hours.ts';
import type { Place, PlaceService } from '../../functions/directory/get-place.ts';
import { placeJsonLd } from '../../functions/directory/place-json-ld.ts';
import PlaceHours from '../../src/components/directory/PlaceHours.astro';
import PlaceReport from '../../src/components/directory/PlaceReport.astro';
import PlaceServices from '../../src/components/directory/PlaceServices.astro';
import PlaceShare from '../../src/components/directory/PlaceShare.astro';
import PlaceSources from '../../src/components/directory/PlaceSources.astro';
import PlaceStatus from '../../src/components/directory/PlaceStatus.astro';
import PlaceUnknown from '../../src/components/directory/PlaceUnknown.astro';
import PlaceWhere from '../../src/components/directory/PlaceWhere.astro';
import { myList, place as words } from '../../words/vi.ts';

const service: PlaceService = {
  name: 'Nơi hư cấu',
  alternateName: null,
  isPaused: false,
  kinds: [],
  asInSource: null,
  audiences: [],
  eligibility: null,
  minimumAge: null,
  maximumAge: null,
  entries: [],
  applicationProcess: null,
  documents: [],
  payers: [],
  costs: [],
  fees: null,
  waitTime: null,
};

/** A place of which next to nothing is known, as the shipped ones are. */
const poor: Place = {
  slug: 'noi-hu-cau',
  name: 'Nơi hư cấu',
  alternateNames: [],
  facilityType: null,
  facilityTypeCode: null,
  isDiscreet: false,
  alerts: [],
  address: 'xã Hư Cấu, huyện Tưởng Tượng',
  isAddressExact: false,
  formerProvince: null,
  commune: null,
  province: { code: '01', fullName: 'Thành phố Hà Nội' },
  mappingNote: null,
  formerUnits: [],
  point: null,
  transportation: null,
  organizationName: 'Nơi hư cấu',
  operator: 'chua-ro',
  operatorAsInSource: null,
  services: [service],
  phones: [],
  website: null,
  email: null,
  schedules: [],
  languages: [],
  accessibility: [],
  sources: [],
  sourceDate: null,
  confidence: null,
  note: null,
  assuredDate: null,
  assurance: null,
};

const hours = (byday: string, opens_at: string, closes_at: string): Place['schedules'][number] => ({
  valid_from: null,
  valid_to: null,
  freq: 'WEEKLY',
  byday,
  opens_at,
  closes_at,
  description: null,
  notes: null,
});

const rich: Place = {
  ...poor,
  facilityType: 'cơ sở điều trị methadone',
  facilityTypeCode: 'methadone',
  address: 'Số 1 phố Tưởng Tượng',
  isAddressExact: true,
  commune: { code: '00331', fullName: 'Phường Hoàng Mai', lat: 20.97, lon: 105.86 },
  formerUnits: [
    { fullName: 'Phường A', district: 'Quận X', formerProvince: 'Hà Nội', mergeNote: 'Nhập một phần' },
    { fullName: 'Phường B', district: 'Quận X', formerProvince: 'Hà Nội', mergeNote: 'Nhập toàn bộ' },
  ],
  transportation: 'Xe buýt số 99.',
  operator: 'y-te',
  services: [
    {
      ...service,
      minimumAge: 16,
      entries: ['Tự đến được'],
      documents: ['Giấy tờ có ảnh'],
      costs: [{ option: 'Khám', amount: 0, currency: 'VND', description: null }],
    },
    { ...service, name: 'Nhóm gia đình', isPaused: true },
  ],
  phones: [{ number: '0900 000 123', extension: null, description: null, verification: null }],
  schedules: [hours('MO,TU,WE,TH,FR', '07:30', '17:00')],
  accessibility: ['Có lối cho xe lăn'],
  sources: [{ url: 'https://nguon.example.org/', host: 'nguon.example.org', remark: null }],
  assuredDate: '2026-11-02',
  assurance: { role: 'editor', source: 'gọi điện ngày 2/11/2026' },
};

const holidays: Holiday[] = [{ date: '2026-11-24', name: 'Ngày Văn hóa Việt Nam', isExpected: false }];
/** Monday, 9:00 in Việt Nam. */
const now = new Date('2026-11-23T02:00:00Z');

let container: Awaited<ReturnType<typeof AstroContainer.create>>;

beforeAll(async () => {
  container = await AstroContainer.create();
});

/** The words of a component, without its tags. */
async function textOf(
  component: Parameters<typeof container.renderToString>[0],
  props: Record<string, unknown>,
): Promise<string> {
  const html = await container.renderToString(component, { props });
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

describe('the status of a place', () => {
  it('says that it is open and until when, and when it was confirmed', async () => {
    const text = await textOf(PlaceStatus, { place: rich, holidays, now });

    expect(text).toContain('Đang mở, đến 17:00');
    expect(text).toContain(words.freshness.confirmed('2/11/2026'));
    expect(text).not.toContain(words.callFirst);
  });

  it.each([
    ['2026-11-23T11:00:00Z', 'Đang đóng, mở lại lúc 7:30 thứ Tư'],
    ['2026-11-24T02:00:00Z', 'Hôm nay là ngày lễ (Ngày Văn hóa Việt Nam), gọi trước'],
    ['2026-11-24T22:00:00Z', 'Đang đóng, mở lại lúc 7:30 hôm nay'],
    ['2026-11-25T12:00:00Z', 'Đang đóng, mở lại lúc 7:30 ngày mai'],
    ['2026-11-27T12:00:00Z', 'Đang đóng, mở lại lúc 7:30 thứ Hai'],
  ])('at %s says: %s', async (moment, sentence) => {
    expect(await textOf(PlaceStatus, { place: rich, holidays, now: new Date(moment) })).toContain(sentence);
  });

  it('says nothing of hours when none are known, not even on a holiday', async () => {
    const day = new Date('2026-11-24T02:00:00Z');

    expect(await textOf(PlaceStatus, { place: poor, holidays, now: day })).not.toMatch(/mở|ngày lễ/);
  });

  it.each([
    [null, true, words.callFirst, words.freshness.never],
    [null, false, words.askFirst, words.unconfirmed],
    ['2025-11-01', true, words.callFirst, words.stale('1/11/2025')],
  ])('confirmed on %s, with a phone %s, says: %s', async (assuredDate, hasPhone, title, sentence) => {
    const place = { ...rich, assuredDate, phones: hasPhone ? rich.phones : [] };
    const text = await textOf(PlaceStatus, { place, holidays, now });

    expect(text).toContain(title);
    expect(text).toContain(sentence);
  });

  it('says that an ageing entry should be asked about', async () => {
    const place = { ...rich, assuredDate: '2026-03-01' };

    expect(await textOf(PlaceStatus, { place, holidays, now })).toContain(words.freshness.ageing('1/3/2026'));
  });
});

describe('what is not known', () => {
  it('stands in one line', async () => {
    const text = await textOf(PlaceUnknown, { place: poor });

    expect(text.match(/chưa biết/gi)).toHaveLength(2);
    for (const what of Object.values(words.unknowns)) expect(text).toContain(what);
  });

  it('is not mentioned of a place of which all is known', async () => {
    const place = { ...rich, services: [{ ...rich.services[0], eligibility: 'Ai cũng được nhận' }] };

    expect(await textOf(PlaceUnknown, { place })).toBe('');
  });
});

describe('the services of a place', () => {
  it('say who, how to enter, papers and cost, and which of them pauses', async () => {
    const text = await textOf(PlaceServices, { place: rich });

    for (const said of ['Từ 16 tuổi', 'Tự đến được', 'Giấy tờ có ảnh', 'Khám: không mất tiền'])
      expect(text).toContain(said);
    expect(text).toContain(words.servicePaused);
  });

  it('have no headings for what is not known', async () => {
    const text = await textOf(PlaceServices, { place: poor });

    for (const title of [words.audience, words.entry, words.documents, words.cost, words.languages])
      expect(text).not.toContain(title);
    expect(text).toContain(words.noServices);
  });
});

describe('the hours of a place', () => {
  it('name the days, and the holiday of which nothing is said', async () => {
    const text = await textOf(PlaceHours, { schedules: rich.schedules, holidays, now });

    expect(text).toContain('Thứ Hai đến thứ Sáu : 7:30–17:00');
    expect(text).toContain('Thứ Bảy, Chủ nhật : nghỉ');
    expect(text).toContain('24/11/2026 : Ngày Văn hóa Việt Nam: chưa rõ có mở không, gọi trước');
  });

  it('are left out when none are known', async () => {
    expect(await textOf(PlaceHours, { schedules: [], holidays, now })).toBe('');
  });
});

describe('where a place lies', () => {
  it('is said in present and former units', async () => {
    const text = await textOf(PlaceWhere, { place: rich });

    expect(text).toContain('Số 1 phố Tưởng Tượng');
    expect(text).toContain('Phường Hoàng Mai, Thành phố Hà Nội');
    expect(text).toContain('Quận X: Phường A (một phần), Phường B');
  });

  it('is hidden of a discreet place, with how to ask instead', async () => {
    const place = { ...rich, isDiscreet: true, address: null, commune: null, formerUnits: [] };
    const html = await container.renderToString(PlaceWhere, { props: { place } });

    expect(html).toContain(words.discreet('Thành phố Hà Nội'));
    expect(html).toContain('href="/yeu-cau/"');
    expect(html).not.toContain('geo:');
  });
});

describe('the message to send', () => {
  it('holds name, address, number, the way there and how far it can be trusted', async () => {
    const html = await container.renderToString(PlaceShare, { props: { place: rich } });
    const message =
      'Nơi hư cấu; Số 1 phố Tưởng Tượng, Phường Hoàng Mai, Thành phố Hà Nội; gọi 0900 000 123; cách đến: Xe buýt số 99 — nguồn: nguon.example.org, xác nhận ngày 2/11/2026.';

    expect(html).toContain(message);
    expect(html).toContain(`href="sms:?body=${encodeURIComponent(message)}"`);
  });

  it('offers nothing that needs a script until the script shows it', async () => {
    const html = await container.renderToString(PlaceShare, { props: { place: poor } });

    for (const [button] of html.matchAll(/<button[^>]*>/g)) expect(button).toMatch(/\shidden[\s>]/);
    expect(html).toContain(myList.add);
  });
});

describe('the report form', () => {
  it('keeps a line that was refused, as text', async () => {
    const html = await container.renderToString(PlaceReport, {
      props: { slug: 'noi-hu-cau', note: '</textarea><script>0912345678', problem: 'phone' },
    });

    expect(html).toContain('&lt;/textarea&gt;&lt;script&gt;0912345678');
    expect(html).toContain(words.report.problems.phone);
  });
});

describe('the sources of a place', () => {
  it('say by which role it was confirmed and on whose word', async () => {
    const text = await textOf(PlaceSources, { place: rich });

    expect(text).toContain(`2/11/2026, ${words.confirmedBy.editor}`);
    expect(text).toContain('Căn cứ: gọi điện ngày 2/11/2026.');
  });
});

describe('the data for search engines', () => {
  const url = 'https://example.org/danh-ba/noi-hu-cau/';
  const read = (place: Place): Record<string, unknown> =>
    JSON.parse(placeJsonLd(place, url, '2026-11-23')) as Record<string, unknown>;

  it('hold what is known', () => {
    expect(read(rich)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'MedicalClinic',
      name: 'Nơi hư cấu',
      url,
      address: {
        '@type': 'PostalAddress',
        streetAddress: 'Số 1 phố Tưởng Tượng',
        addressLocality: 'Phường Hoàng Mai',
        addressRegion: 'Thành phố Hà Nội',
        addressCountry: 'VN',
      },
      telephone: '0900 000 123',
      openingHoursSpecification: [
        {
          '@type': 'OpeningHoursSpecification',
          dayOfWeek: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'].map(
            (day) => `https://schema.org/${day}`,
          ),
          opens: '07:30',
          closes: '17:00',
        },
      ],
    });
  });

  it.each([
    ['cong-lap', 'cong-an', 'GovernmentService'],
    ['tu-nhan', 'tu-nhan', 'LocalBusiness'],
    ['methadone', 'y-te', 'MedicalClinic'],
    ['diem-tu-van', 'chua-ro', 'Place'],
  ] as const)('call a %s run by %s a %s', (facilityTypeCode, operator, type) => {
    expect(read({ ...poor, facilityTypeCode, operator })['@type']).toBe(type);
  });

  it('say nothing of where a discreet place lies', () => {
    const hidden = { ...rich, isDiscreet: true, address: null, commune: null, point: null };

    expect(read(hidden)).not.toHaveProperty('address');
    expect(read(hidden)).not.toHaveProperty('geo');
  });

  it('cannot end their element', () => {
    const text = placeJsonLd({ ...poor, name: '</script><!--<script>' }, url, '2026-11-23');

    expect(text).not.toContain('<');
    expect(JSON.parse(text)).toMatchObject({ name: '</script><!--<script>' });
  });
});
