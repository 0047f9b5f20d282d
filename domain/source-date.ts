/**
 * A source's date the Vietnamese way. Sources give a day (`2025-03-01`), a month (`2024-02`), a year or words around
 * one (`2022-02-14; 2025-03`): every date inside is turned, the rest stays as it stands.
 */
export function readableSourceDate(raw: string): string {
  return raw
    .replace(
      /\b(\d{4})-(\d{2})-(\d{2})\b/g,
      (_, year: string, month: string, day: string) => `${Number(day)}/${Number(month)}/${year}`,
    )
    .replace(/\b(\d{4})-(\d{2})\b/g, (_, year: string, month: string) => `${Number(month)}/${year}`);
}
