/** What the editor's views ask of the portal. */
import { callApi, RefusedError } from '../../api.ts';
import { signIn } from '../desk-access.ts';
import type {
  FormChoices,
  HistoryEntry,
  ListedPlace,
  PlaceForm,
  PlaceJson,
  ReportJson,
} from './place-json.ts';

/** The lists of places, as their views and the API name them. */
export type ListName = 'reports' | 'stalest' | 'hidden';

/** How much there is to do; 101 stands for more than 100. */
export async function readWork(): Promise<{ reported: number; ageing: number; hidden: number }> {
  return (await call('/work')) as { reported: number; ageing: number; hidden: number };
}

/** One page of a list, from 1. */
export async function readList(
  list: ListName,
  page: number,
): Promise<{ places: ListedPlace[]; hasNextPage: boolean }> {
  const path = list === 'reports' ? `/reports?page=${page}` : `?list=${list}&page=${page}`;
  return (await call(path)) as { places: ListedPlace[]; hasNextPage: boolean };
}

/** The places of this name, at most 20. */
export async function searchPlaces(name: string): Promise<ListedPlace[]> {
  return ((await call(`/search?q=${encodeURIComponent(name)}`)) as { places: ListedPlace[] }).places;
}

/** A place as it stands, with what was reported of it and what its form offers. */
export interface OpenPlace {
  place: PlaceJson;
  reports: ReportJson[];
  choices: FormChoices;
}

export async function readPlace(id: string): Promise<OpenPlace> {
  return (await call(`/${id}`)) as OpenPlace;
}

/** The choices of a form with the communes of another province. */
export async function readChoices(provinceCode: string): Promise<FormChoices> {
  return ((await call(`/choices?province=${provinceCode}`)) as { choices: FormChoices }).choices;
}

export async function readHistory(id: string): Promise<HistoryEntry[]> {
  return ((await call(`/${id}/history`)) as { history: HistoryEntry[] }).history;
}

/** Two places before they are merged, and what the one that stays will be. */
export interface MergePreview {
  from: PlaceJson;
  into: PlaceJson;
  after: PlaceForm;
  choices: FormChoices;
}

export async function readMerge(fromId: string, intoId: string): Promise<MergePreview> {
  return (await call(`/${fromId}/merge?into=${intoId}`)) as MergePreview;
}

/** Takes a report out of the queue. */
export async function settleReport(id: string, state: 'done' | 'dismissed'): Promise<void> {
  await call(`/reports/${id}`, { state });
}

/** Changes a place: its fields, or with an act its confirmation, its status, its merging. */
export async function changePlace(
  id: string,
  act: '' | '/confirm' | '/status' | '/merge',
  change: { version: string; source: string } & Record<string, unknown>,
): Promise<void> {
  await call(`/${id}${act}`, change);
}

/**
 * Calls the API. When the session has ended meanwhile, the passkey is asked for at once and the call is made again, so
 * that nothing typed is lost on the way through a sign-in page.
 *
 * @throws RefusedError, NoAnswerError, or what a passkey throws
 */
async function call(path: string, body?: object): Promise<unknown> {
  try {
    return await callApi(`staff/places${path}`, body);
  } catch (error) {
    if (!(error instanceof RefusedError) || error.code !== 'unauthenticated') throw error;
    const { workplace } = await signIn();
    if (workplace.officer.role !== 'editor') throw error;
    return callApi(`staff/places${path}`, body);
  }
}
