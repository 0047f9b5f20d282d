/** The content types in which browsers send forms (HTML, 4.10.21.8). */
const FORM_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data'];

/**
 * Reads a submitted form.
 *
 * @returns the form; an empty one when the body is none, so that the page begins anew
 */
export async function readForm(request: Request): Promise<FormData> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!FORM_TYPES.includes(type)) return new FormData();
  try {
    return await request.formData();
  } catch {
    // A broken multipart body: whatever it was, nothing of it was taken.
    return new FormData();
  }
}
