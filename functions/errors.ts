/** The one kind of error that operations throw on purpose, and the answer that each code gets. */

/** Code → HTTP status. The sentence for people stands in words/, keyed by the same code. */
export const ERROR_STATUS = {
  bad_json: 400,
  unauthenticated: 401,
  passkey_refused: 401,
  foreign_origin: 403,
  sheet_refused: 403,
  not_found: 404,
  no_such_route: 404,
  method_not_allowed: 405,
  desk_closed: 409,
  desk_key_changed: 409,
  request_altered: 409,
  place_changed: 409,
  inquiry_changed: 409,
  rp_id_changed: 409,
  key_not_held: 409,
  key_replaced: 409,
  earlier_key_missing: 409,
  officer_changed: 409,
  invite_gone: 410,
  request_withdrawn: 410,
  too_large: 413,
  unsupported_type: 415,
  invalid: 422,
  slow_down: 429,
  internal: 500,
  storage_unavailable: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** An expected failure. `fields` names the input fields at fault, never their values. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: string[];

  constructor(code: ErrorCode, options: ErrorOptions & { fields?: string[] } = {}) {
    super(code, options);
    this.name = 'AppError';
    this.code = code;
    this.fields = options.fields ?? [];
  }
}
