/** Whether a text is a UUID (RFC 9562, any of its versions and either case): the form of every id that is handed out. */
export function isUuid(text: string): boolean {
  return /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i.test(text);
}
