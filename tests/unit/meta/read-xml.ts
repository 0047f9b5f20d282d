import sax from 'sax';

/** An element of an XML document. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  text: string;
  children: XmlElement[];
}

/** Reads a document with a strict parser, which throws at the first thing that is not well-formed. */
export function readXml(document: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, text: '', children: [] };
  const open = [root];
  const parser = sax.parser(true);
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = ({ name, attributes }) => {
    const element: XmlElement = { name, attributes: {}, text: '', children: [] };
    element.attributes = Object.fromEntries(
      Object.entries(attributes).map(([key, value]) => [key, String(value)]),
    );
    open.at(-1)?.children.push(element);
    open.push(element);
  };
  parser.ontext = (text) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  };
  parser.onclosetag = () => {
    open.pop();
  };
  parser.write(document).close();
  const [only] = root.children;
  if (only === undefined || root.children.length !== 1) throw new Error('a document has one root');
  return only;
}

/** The texts of the children of this name. */
export function textsOf(element: XmlElement, name: string): string[] {
  return element.children.filter((child) => child.name === name).map(({ text }) => text);
}
