/** What a built page says of itself in its head, read from its HTML as this site writes it. */

export interface PageHead {
  title: string;
  description: string;
  /** Whether search engines may keep it. */
  isIndexed: boolean;
  /** The page's one address; null when it names none. */
  canonical: string | null;
  /** The properties of its preview (`og:title`, `article:section`) by name. */
  properties: ReadonlyMap<string, string>;
}

/** Reads the head of a page. */
export function readHead(html: string): PageHead {
  const head = html.slice(0, html.indexOf('</head>'));
  const first = (pattern: RegExp): string | null => {
    const text = pattern.exec(head)?.[1];
    return text === undefined ? null : unescapeHtml(text);
  };
  const properties = [...head.matchAll(/<meta property="([^"]+)" content="([^"]*)"/g)];
  return {
    title: first(/<title>([^<]*)<\/title>/) ?? '',
    description: first(/<meta name="description" content="([^"]*)"/) ?? '',
    isIndexed: !/<meta name="robots" content="noindex/.test(head),
    canonical: first(/<link rel="canonical" href="([^"]*)"/),
    properties: new Map(
      properties.map(([, name = '', content = '']) => [name, unescapeHtml(content)] as const),
    ),
  };
}

const SIGNS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
  '&#38;': '&',
};

function unescapeHtml(text: string): string {
  return text.replaceAll(/&(?:amp|lt|gt|quot|#34|#38|#39);/g, (entity) => SIGNS[entity] ?? entity);
}
