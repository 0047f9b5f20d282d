/** Writing XML: elements with text and attributes, escaped. */

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text for an element or an attribute. */
export function escapeXml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}

/** An element that holds a text. */
export function textElement(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

/** A document: the declaration, and a root element that holds XML. */
export function xmlDocument(root: string, namespace: string, inside: readonly string[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${root} xmlns="${namespace}">`,
    ...inside,
    `</${root}>`,
    '',
  ].join('\n');
}

/** An answer that is such a document. */
export function xmlResponse(document: string): Response {
  return new Response(document, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
}
