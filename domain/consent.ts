/**
 * The texts that a person can agree to before something of theirs is sealed, each by the name that is stored with it. The
 * name is the proof of what was agreed to: a changed text gets a new one, the old text stays in words/ to be shown, and
 * no name is used for a second text. A request's name stands also for the texts that are agreed to beside it: to be called,
 * and to let the desk know where one lives.
 */
export const CONSENT = {
  /** To a request for which a code is kept. */
  withCode: '2026-11-22.3-giu-ma',
  /** To one that is asked once. */
  once: '2026-11-22.3-hoi-mot-lan',
  /** To either: the plain page shows one text before it knows which. */
  either: '2026-11-22.3-ca-hai',
  /** The same text, agreed to by somebody who then asked once. */
  eitherOnce: '2026-11-22.3-ca-hai-hoi-mot-lan',
  /** To a complaint. */
  complaint: '2026-11-22.3-khieu-nai',
} as const;

export type ConsentVersion = (typeof CONSENT)[keyof typeof CONSENT];

/** What somebody can have agreed to who sends a request. */
export type RequestConsent = Exclude<ConsentVersion, typeof CONSENT.complaint>;

/** The names that may be stored now. */
export const CONSENT_VERSIONS = Object.values(CONSENT);

/** Names that stood for several texts at once, of which none was asked for a complaint; stored rows may have them. */
export const SHARED_CONSENTS: readonly string[] = ['2026-11-22', '2026-11-22.2'];

/** The text that belongs to a request, once it is known whether a code is kept. */
export function requestConsent(isOnce: boolean): RequestConsent {
  return isOnce ? CONSENT.once : CONSENT.withCode;
}

/** Whether a request's consent is that of somebody who asked once, without a code. */
export function isConsentOnce(version: string): boolean {
  return version === CONSENT.once || version === CONSENT.eitherOnce;
}

/**
 * Reads the box of a request's consent, whose value is the name of the text beside it.
 *
 * @returns null when it is not ticked, or when the text beside it was another request's or is no longer shown
 */
export function readRequestConsent(value: string | undefined, isOnce: boolean): RequestConsent | null {
  if (value === CONSENT.either) return isOnce ? CONSENT.eitherOnce : CONSENT.either;
  return value === requestConsent(isOnce) ? value : null;
}
