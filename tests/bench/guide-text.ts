/** The text of our guide page, for the peers' pages to repeat. */

/** The main part of a page of ours without its classes, drawings and scripts. Throws when it has none. */
export function plainMain(html: string): string {
  const main = /<main\b[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1];
  if (main === undefined) throw new Error('the guide has no main part');
  return main
    .replace(/<svg\b[\s\S]*?<\/svg>/g, '')
    .replace(/<script\b[\s\S]*?<\/script>/g, '')
    .replace(/\sclass="[^"]*"/g, '');
}
