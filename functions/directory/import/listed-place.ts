/** One row of the plain form, understood. An empty cell is null or an empty list: it says nothing. */
import type { Period } from './parse-hours.ts';
import type { ListedPhone } from './parse-phone.ts';
import type { Placed } from './place-address.ts';

export interface ListedPlace {
  line: number;
  /** Id of a location or service that the directory has. */
  id: string | null;
  name: string;
  facilityTermId: string;
  /** The kind of place in the list's words. */
  facilityType: string;
  operator: string | null;
  address: string;
  placed: Exclude<Placed, { kind: 'fault' }>;
  phones: ListedPhone[];
  services: string | null;
  serviceTermIds: string[];
  /** Services that no term names. */
  unknownServices: string[];
  hours: Period[];
  email: string | null;
  website: string | null;
  eligibility: string | null;
  minimumAge: number | null;
  maximumAge: number | null;
  fees: string | null;
  application: string | null;
  documents: string[];
  latitude: number | null;
  longitude: number | null;
  status: 'active' | 'inactive' | 'defunct' | 'temporarily closed' | null;
  note: string | null;
  confidenceTermId: string | null;
  source: string;
  /** ISO 8601, as exact as the list is. */
  sourceDate: string | null;
}
