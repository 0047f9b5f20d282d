/** The directory's places as the API gives them to an editor. */

export interface PhoneJson {
  id: string;
  number: string;
  description: string;
}

export interface ScheduleJson {
  id: string;
  byday: string;
  opens_at: string;
  closes_at: string;
  valid_from: string;
  valid_to: string;
  description: string;
}

/** Kinds of terms that are chosen for a service, in the order of the form. */
export const TERM_KINDS = ['service-kind', 'facility-type', 'for-whom', 'cost', 'entry', 'operator'] as const;
export type TermKind = (typeof TERM_KINDS)[number];

export interface CostJson {
  id: string;
  option: string;
  /** In đồng. */
  amount: string;
  amount_description: string;
}

export interface ServiceJson {
  id: string;
  name: string;
  description: string;
  eligibility_description: string;
  minimum_age: string;
  maximum_age: string;
  application_process: string;
  fees_description: string;
  wait_time: string;
  alert: string;
  url: string;
  email: string;
  costs: CostJson[];
  required_documents: string[];
  terms: Partial<Record<TermKind, string[]>>;
}

/** A place as it is filled in: every field is text as typed, an empty one means not known. */
export interface PlaceForm {
  name: string;
  address_1: string;
  commune_code: string;
  province_code: string;
  transportation: string;
  latitude: string;
  longitude: string;
  is_discreet: boolean;
  phones: PhoneJson[];
  schedules: ScheduleJson[];
  languages: string[];
  accessibility: string[];
  organization: { name: string; website: string; email: string };
  sources: string[];
  services: ServiceJson[];
}

export type PlaceStatus = 'active' | 'inactive' | 'temporarily closed' | 'defunct';

export interface PlaceJson {
  id: string;
  slug: string;
  form: PlaceForm;
  status: PlaceStatus;
  assuredDate: string | null;
  version: string;
}

export interface ReportJson {
  id: string;
  kind: 'phone' | 'moved' | 'closed' | 'hours' | 'other';
  note: string;
  hour: string;
}

export interface ListedPlace {
  id: string;
  name: string;
  provinceName: string;
  communeName: string | null;
  assuredDate: string | null;
  status: PlaceStatus;
  /** In the queue of reports alone. */
  reports?: ReportJson[];
}

export interface CommuneJson {
  code: string;
  name: string;
  provinceCode: string;
}

export interface FormChoices {
  terms: Record<TermKind, { id: string; code: string; name: string }[]>;
  provinces: { code: string; name: string }[];
  communes: CommuneJson[];
}

export interface HistoryEntry {
  at: string;
  table: string;
  rowId: string;
  field: string;
  linkType: string | null;
  action: 'create' | 'update' | 'delete';
  before: string;
  after: string;
  by: string;
  source: string;
}
