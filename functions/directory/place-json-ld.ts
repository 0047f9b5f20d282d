/** What a place's page tells search engines, in the words of schema.org. Only what is known, nothing of a discreet place. */
import { hoursTable } from '../../domain/opening-hours.ts';
import { jsonLdText } from '../json-ld.ts';
import type { Place } from './get-place.ts';

type Json = Record<string, unknown>;

const DAYS = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
} as const;

/** What a place is to schema.org, by the taxonomy "Loại nơi" and else by who runs it. */
function typeOf({ facilityTypeCode, operator }: Place): string {
  if (facilityTypeCode === 'methadone') return 'MedicalClinic';
  if (facilityTypeCode === 'tu-nhan' || operator === 'tu-nhan') return 'LocalBusiness';
  if (facilityTypeCode?.startsWith('cong-lap')) return 'GovernmentService';
  if (operator === 'cong-an' || operator === 'ubnd') return 'GovernmentService';
  return operator === 'y-te' ? 'MedicalClinic' : 'Place';
}

/**
 * The text of a JSON-LD data block.
 *
 * @param url the page's own address
 * @param today ISO day in Việt Nam, for hours that hold for a time only
 * @returns as jsonLdText gives it
 */
export function placeJsonLd(place: Place, url: string, today: string): string {
  const type = typeOf(place);
  const telephone = place.phones[0]?.number;
  const hours = hoursTable(place.schedules, [], today).week.flatMap(({ days, spans }) =>
    spans.map(({ opens, closes }) => ({
      '@type': 'OpeningHoursSpecification',
      dayOfWeek: days.map((day) => `https://schema.org/${DAYS[day]}`),
      opens,
      // schema.org counts a day to 23:59.
      closes: closes === '24:00' ? '23:59' : closes,
    })),
  );
  const where: Json = {
    ...(place.address === null
      ? {}
      : {
          address: {
            '@type': 'PostalAddress',
            ...(place.isAddressExact ? { streetAddress: place.address } : {}),
            ...(place.commune === null ? {} : { addressLocality: place.commune.fullName }),
            addressRegion: place.province.fullName,
            addressCountry: 'VN',
          },
        }),
    ...(place.point === null
      ? {}
      : { geo: { '@type': 'GeoCoordinates', latitude: place.point.lat, longitude: place.point.lon } }),
  };
  const general: Json = {
    '@type': type,
    name: place.name,
    ...(place.alternateNames.length === 0 ? {} : { alternateName: place.alternateNames }),
    url,
    ...(place.website === null ? {} : { sameAs: place.website }),
  };
  const data: Json =
    type === 'GovernmentService'
      ? {
          ...general,
          serviceOperator: { '@type': 'GovernmentOrganization', name: place.organizationName },
          availableChannel: {
            '@type': 'ServiceChannel',
            serviceLocation: { '@type': 'Place', name: place.name, ...where },
            ...(telephone === undefined
              ? {}
              : { servicePhone: { '@type': 'ContactPoint', telephone: telephone } }),
          },
          ...(hours.length === 0 ? {} : { hoursAvailable: hours }),
        }
      : {
          ...general,
          ...where,
          ...(telephone === undefined ? {} : { telephone }),
          ...(hours.length === 0 ? {} : { openingHoursSpecification: hours }),
        };
  return jsonLdText(data);
}
