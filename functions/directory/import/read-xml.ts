import sax from 'sax';
import { LIMITS } from './limits.ts';

/** The part is no XML that a spreadsheet program writes. */
export class XmlError extends Error {
  readonly code: 'xml-doctype' | 'xml-damaged';

  constructor(code: 'xml-doctype' | 'xml-damaged') {
    super(code);
    this.name = 'XmlError';
    this.code = code;
  }
}

export interface XmlHandlers {
  /** An element begins; names come without their prefix. */
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * Reads XML piece by piece. A document type is refused, since that is where entities that multiply are declared, and
 * so is nesting beyond what spreadsheets have. Throws XmlError, and whatever a handler throws.
 */
export function readXml(bytes: Uint8Array, handlers: XmlHandlers): void {
  const xml = sax.parser(true);
  let depth = 0;
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  xml.onerror = () => {
    throw new XmlError('xml-damaged');
  };
  xml.ondoctype = () => {
    throw new XmlError('xml-doctype');
  };
  xml.onopentag = ({ name, attributes }) => {
    depth += 1;
    if (depth > LIMITS.xmlDepth) throw new XmlError('xml-damaged');
    // Without the xmlns option attributes are plain texts.
    handlers.open(local(name), attributes as Record<string, string>);
  };
  xml.onclosetag = (name) => {
    depth -= 1;
    handlers.close?.(local(name));
  };
  xml.ontext = (text) => handlers.text?.(text);
  xml.oncdata = (text) => handlers.text?.(text);

  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let from = 0; from < bytes.length; from += 65_536) {
    xml.write(decode(decoder, bytes.subarray(from, from + 65_536)));
  }
  xml.close();
}

function decode(decoder: TextDecoder, bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes, { stream: true });
  } catch {
    throw new XmlError('xml-damaged');
  }
}
