/** What the API of the portal answered when it refused: a sentence for people and the code behind it. */
export class RefusedError extends Error {
  readonly code: string;
  /** Paths of the fields at fault. */
  readonly fields: readonly string[];

  constructor(code: string, message: string, fields: readonly string[] = [], options?: ErrorOptions) {
    super(message, options);
    this.name = 'RefusedError';
    this.code = code;
    this.fields = fields;
  }
}

/** No answer came, or none that can be read: whether the portal did what was asked cannot be known. */
export class NoAnswerError extends Error {
  constructor(options?: ErrorOptions) {
    super('no answer', options);
    this.name = 'NoAnswerError';
  }
}

/** Answers after which what was asked may be done all the same; the others are given before anything is stored. */
const MAY_BE_DONE: readonly string[] = ['storage_unavailable', 'internal'];

/** Whether what was asked may be done although the call failed. */
export function mayBeDone(error: unknown): boolean {
  return error instanceof RefusedError ? MAY_BE_DONE.includes(error.code) : error instanceof NoAnswerError;
}

/** How long an answer is waited for, in milliseconds: a weak mobile network needs many seconds for 40 kB. */
export const ANSWER_TIMEOUT_MS = 45_000;

/**
 * Calls the portal's API.
 *
 * @param body sent as JSON; without one the call is a GET
 * @returns the parsed answer, null when it has no body
 * @throws RefusedError for a refusal, with its public sentence; NoAnswerError
 */
export async function callApi(path: string, body?: object): Promise<unknown> {
  const [response, answer] = await fetchJson(path, body);
  if (response.ok) return answer;
  const error = refusalIn(answer);
  // Not an answer of the portal's: what stands between may say anything.
  if (error === null) throw new NoAnswerError();
  throw error;
}

async function fetchJson(path: string, body?: object): Promise<[Response, unknown]> {
  // Not AbortSignal.timeout, which the browsers of 2019 lack.
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), ANSWER_TIMEOUT_MS);
  try {
    const response = await fetch(`/api/${path}`, {
      ...(body === undefined
        ? {}
        : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      cache: 'no-store',
      credentials: 'same-origin',
      signal: stop.signal,
    });
    return [response, response.status === 204 ? null : await response.json()];
  } catch (cause) {
    throw new NoAnswerError({ cause });
  } finally {
    clearTimeout(timer);
  }
}

function refusalIn(answer: unknown): RefusedError | null {
  if (typeof answer !== 'object' || answer === null || !('error' in answer)) return null;
  const { error } = answer as { error: { code: string; message: string; fields?: string[] } };
  return new RefusedError(error.code, error.message, error.fields);
}
