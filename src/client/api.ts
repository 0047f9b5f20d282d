/** What the API of the portal answered when it refused: a sentence for people and the code behind it. */
export class RefusedError extends Error {
  readonly code: string;
  /** Paths of the fields at fault. */
  readonly fields: readonly string[];

  constructor(code: string, message: string, fields: readonly string[] = []) {
    super(message);
    this.name = 'RefusedError';
    this.code = code;
    this.fields = fields;
  }
}

/**
 * Calls the portal's API.
 *
 * @param body sent as JSON; without one the call is a GET
 * @returns the parsed answer, null when it has no body
 * @throws RefusedError for a refusal, with its public sentence; TypeError when the network fails
 */
export async function callApi(path: string, body?: object): Promise<unknown> {
  const response = await fetch(`/api/${path}`, {
    ...(body === undefined
      ? {}
      : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    cache: 'no-store',
    credentials: 'same-origin',
  });
  if (response.status === 204) return null;
  const answer: unknown = await response.json();
  if (response.ok) return answer;
  const { error } = answer as { error: { code: string; message: string; fields?: string[] } };
  throw new RefusedError(error.code, error.message, error.fields);
}
