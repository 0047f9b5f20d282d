/** What HSDS has no field for: where a place lies, what it is called after, who says so. Pure. */
import { foldedWords } from '../../../domain/fold.ts';
import type { PlaceRecord } from '../place-record.ts';
import type { AttributeRow } from '../schema.ts';
import type { ImportContext } from './import-context.ts';
import type { ListedPlace } from './listed-place.ts';
import { isBefore, latestDate } from './parse-day.ts';

/** The attributes of a place once the list is laid over it. Words that come from a source are not reworded. */
export function listedAttributes(
  place: PlaceRecord,
  listed: ListedPlace,
  phones: PlaceRecord['phones'],
  organizationId: string,
  context: ImportContext,
  newId: () => string,
): AttributeRow[] {
  const attributes = new PlaceAttributes(place, context, newId);
  const [service] = place.services;
  if (service === undefined) return attributes.rows;
  placeUnits(attributes, place.locationId, listed);

  const ofService = (linkType: string): AttributeRow | undefined => attributes.first(service.id, linkType);
  if (ofService('facility-type')?.taxonomy_term_id !== listed.facilityTermId) {
    attributes.set('service', service.id, 'facility-type', listed.facilityTermId, listed.facilityType);
  }
  if (organizationId !== service.organization_id || ofService('operator') === undefined) {
    const kind = context.findTerm('operator', operatorKind(listed.operator))?.id ?? null;
    attributes.set('service', service.id, 'operator', kind, listed.operator);
  }
  const confidence = listed.confidenceTermId ?? context.findTerm('confidence', 'vua')?.id ?? null;
  const held = ofService('confidence');
  if (held === undefined || (listed.confidenceTermId !== null && held.taxonomy_term_id !== confidence)) {
    const name = context.terms.get(confidence ?? '')?.name.toLocaleLowerCase('vi') ?? null;
    attributes.set('service', service.id, 'confidence', confidence, name);
  }
  for (const termId of listed.serviceTermIds) attributes.addTerm(service.id, 'service-kind', termId);
  attributes.addSource(service.id, listed.source);
  const heldDate = latestDate(ofService('source-date')?.value ?? '');
  if (listed.sourceDate !== null && (heldDate === null || isBefore(heldDate, listed.sourceDate))) {
    attributes.set('service', service.id, 'source-date', null, listed.sourceDate);
  }
  attributes.set('service', service.id, 'note', null, listed.note);
  attributes.speakOf(phones);
  return attributes.rows;
}

function placeUnits(attributes: PlaceAttributes, locationId: string, listed: ListedPlace): void {
  const { commune, provinceCode, provinceInSource, mappingNote } = listed.placed.placing;
  const isMoved = commune !== null && attributes.first(locationId, 'commune-code')?.value !== commune.code;
  attributes.set('location', locationId, 'commune-code', null, commune?.code ?? null);
  attributes.set('location', locationId, 'province-code', null, provinceCode);
  if (attributes.first(locationId, 'former-province') === undefined) {
    attributes.set('location', locationId, 'former-province', null, provinceInSource);
  }
  if (isMoved) attributes.set('location', locationId, 'mapping-note', null, mappingNote);
}

/** The attributes of a place while they change. Link types without a taxonomy of their own are terms themselves. */
export class PlaceAttributes {
  rows: AttributeRow[];
  readonly #context: ImportContext;
  readonly #newId: () => string;

  constructor(place: PlaceRecord, context: ImportContext, newId: () => string) {
    this.rows = [...place.attributes];
    this.#context = context;
    this.#newId = newId;
  }

  first(linkId: string, linkType: string): AttributeRow | undefined {
    return this.#all(linkId, linkType)[0];
  }

  /** Sets the first attribute of this type, or makes it; does nothing for a null value without a term. */
  set(
    entity: AttributeRow['link_entity'],
    linkId: string,
    linkType: string,
    termId: string | null,
    value: string | null,
  ): void {
    const term = termId ?? this.#context.findTerm('detail', linkType)?.id;
    if (term === undefined || (value === null && termId === null)) return;
    const at = this.rows.findIndex((row) => row.link_id === linkId && row.link_type === linkType);
    const held = this.rows[at];
    if (held === undefined) this.#add(entity, linkId, linkType, term, value);
    else this.rows[at] = { ...held, taxonomy_term_id: term, value: better(held.value, value) };
  }

  addTerm(serviceId: string, linkType: string, termId: string): void {
    const isThere = this.#all(serviceId, linkType).some((row) => row.taxonomy_term_id === termId);
    if (!isThere) this.#add('service', serviceId, linkType, termId, null);
  }

  /** An address is `source-url`, words after it the collector's; a document without an address is `source-name`. */
  addSource(serviceId: string, source: string): void {
    const linkType = /^https?:\/\//.test(source) ? 'source-url' : 'source-name';
    const term = this.#context.findTerm('detail', 'source-url')?.id;
    const sameSource = (value: string | null): boolean =>
      value === source || (linkType === 'source-url' && value?.split(' ')[0] === source.split(' ')[0]);
    const isThere = this.#all(serviceId, linkType).some(({ value }) => sameSource(value));
    if (!isThere && term !== undefined) this.#add('service', serviceId, linkType, term, source);
  }

  /** Says of every phone whether somebody has called it, and of no other. */
  speakOf(phones: PlaceRecord['phones']): void {
    const ids = new Set(phones.map(({ id }) => id));
    this.rows = this.rows.filter((row) => row.link_entity !== 'phone' || ids.has(row.link_id));
    const term = this.#context.findTerm('verification', 'chua-goi-thu')?.id ?? null;
    for (const id of ids) {
      if (this.first(id, 'verification') === undefined) this.set('phone', id, 'verification', term, null);
    }
  }

  #all(linkId: string, linkType: string): AttributeRow[] {
    return this.rows.filter((row) => row.link_id === linkId && row.link_type === linkType);
  }

  #add(
    entity: AttributeRow['link_entity'],
    linkId: string,
    linkType: string,
    termId: string,
    value: string | null,
  ): void {
    this.rows.push({
      id: this.#newId(),
      link_id: linkId,
      link_type: linkType,
      link_entity: entity,
      taxonomy_term_id: termId,
      value,
    });
  }
}

/** The new words, unless there are none or they say the same with other capitals or fewer marks. */
export function better(held: string | null, listed: string | null): string | null {
  if (listed === null) return held;
  if (held === null) return listed;
  return foldedWords(held).join(' ') === foldedWords(listed).join(' ') ? held : listed;
}

/** Code of the taxonomy of operators for a managing body's name. */
function operatorKind(name: string | null): string {
  const words = foldedWords(name ?? '').join(' ');
  if (words === '') return 'chua-ro';
  if (/\bcong an\b|\bcsdt\b/.test(words)) return 'cong-an';
  if (/\b(y te|benh vien|tram y te|cdc|kiem soat benh tat)\b/.test(words)) return 'y-te';
  if (/\b(uy ban nhan dan|ubnd)\b/.test(words)) return 'ubnd';
  return /\b(cong ty|doanh nghiep|tnhh|tu nhan|co phan)\b/.test(words) ? 'tu-nhan' : 'khac';
}
