/** What a guide rests on, and which of its parts are shown. Pure: the page hands over the collections. */
import { guideGround } from '../../words/vi-content.ts';
import {
  type ClinicalPart,
  type HealthFact,
  type HealthSource,
  waitsForClinician,
} from '../content-schemas/health-fact.ts';

/** A source as SourceLine shows it. */
interface ShownSource {
  title: string;
  url: string;
  date?: string;
}

/** The statements on health and their sources. */
export interface HealthBase {
  facts: readonly HealthFact[];
  sources: readonly HealthSource[];
}

/**
 * The sources of the health statements that a guide rests on, each once, in the order of the statements.
 *
 * @param guide the guide's address, for the message
 * @param ids rows of content/health-facts.csv
 * @param isClinicalPart the text appears only once a clinician has read it, so it may rest on what waits for that
 * @throws Error in an editor's words when a row is unknown, is not yet read by a clinician, or names an unknown source
 */
export function healthSourcesOf(
  guide: string,
  ids: readonly string[],
  { facts, sources }: HealthBase,
  isClinicalPart = false,
): ShownSource[] {
  const names = ids.flatMap((id) => {
    const fact = facts.find((row) => row.id === id);
    if (fact === undefined) throw new Error(guideGround.unknownFact(guide, id));
    if (waitsForClinician(fact) && !isClinicalPart) throw new Error(guideGround.unreadFact(guide, id));
    return fact.sources.map((name) => ({ id, name }));
  });
  const found = names.map(({ id, name }) => {
    const source = sources.find((row) => row.id === name);
    if (source === undefined) throw new Error(guideGround.unknownSource(id, name));
    return source;
  });
  return [...new Set(found)].map(({ title, url, date }) => ({
    title,
    url,
    ...(date === '' ? {} : { date: date.replace(/^(\d{4})-0?(\d{1,2})$/, '$2/$1') }),
  }));
}

/**
 * The part of a guide that only a clinician's reading lets out, or null when the guide has none or nobody has read it.
 *
 * @param reader what CLINICAL_READER says: who has read the parts, and when; blank or missing means nobody
 */
export function clinicalPartOf<Part extends { data: ClinicalPart }>(
  parts: readonly Part[],
  guide: string,
  reader: string | undefined,
): Part | null {
  if (reader === undefined || reader.trim() === '') return null;
  return parts.find(({ data }) => data.guide === guide) ?? null;
}

/**
 * A guide's HTML cut before its first section, so that the contents can stand between.
 *
 * @returns what stands before the first `<h2`, and the rest; either may be empty
 */
export function cutAtFirstSection(html: string): { lead: string; rest: string } {
  const at = html.indexOf('<h2');
  return at < 0 ? { lead: html, rest: '' } : { lead: html.slice(0, at), rest: html.slice(at) };
}

/**
 * The guides that a guide names as related, in its order.
 *
 * @throws Error in an editor's words when there is no such guide
 */
export function relatedGuides<Entry extends { id: string }>(
  guide: string,
  related: readonly string[],
  guides: readonly Entry[],
): Entry[] {
  return related.map((id) => {
    const entry = guides.find((other) => other.id === id);
    if (entry === undefined || id === guide) throw new Error(guideGround.unknownGuide(guide, id));
    return entry;
  });
}
