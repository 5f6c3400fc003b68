/** An element of a parsed file. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

const NAME = /[A-Za-z_][\w.-]*/y;
const ATTRIBUTE = /\s+([A-Za-z_:][\w:.-]*)="([^"<]*)"/y;
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NOT_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;

/**
 * Parses the part of XML that the app writes, and is stricter than a parser needs to be: throws on a sign that XML forbids, an
 * unknown or bare entity, an attribute without quotes or given twice, tags that do not match, anything after the root.
 */
export function parseXml(text: string): XmlElement {
  if (NOT_XML.test(text)) throw new Error('a sign that XML forbids');
  if (!text.startsWith(DECLARATION)) throw new Error('no declaration');
  const reader = { text, at: DECLARATION.length };
  const root = readElement(reader);
  if (text.slice(reader.at).trim() !== '') throw new Error('something after the root');
  return root;
}

interface Reader {
  readonly text: string;
  at: number;
}

function readElement(reader: Reader): XmlElement {
  take(reader, '<');
  const name = match(reader, NAME)[0];
  const attributes = readAttributes(reader);
  if (reader.text.startsWith('/>', reader.at)) {
    reader.at += 2;
    return { name, attributes, children: [] };
  }
  take(reader, '>');
  const children: (XmlElement | string)[] = [];
  while (!reader.text.startsWith('</', reader.at)) {
    if (reader.text[reader.at] === '<') children.push(readElement(reader));
    else children.push(readText(reader));
  }
  take(reader, `</${name}>`);
  return { name, attributes, children };
}

function readAttributes(reader: Reader): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (;;) {
    ATTRIBUTE.lastIndex = reader.at;
    const found = ATTRIBUTE.exec(reader.text);
    if (found === null) return attributes;
    const [whole, key = '', value = ''] = found;
    if (attributes.has(key)) throw new Error(`${key} is given twice`);
    attributes.set(key, decoded(value));
    reader.at += whole.length;
  }
}

function readText(reader: Reader): string {
  const end = reader.text.indexOf('<', reader.at);
  if (end < 0) throw new Error('an element without an end');
  const text = reader.text.slice(reader.at, end);
  reader.at = end;
  return decoded(text);
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function decoded(text: string): string {
  return text.replaceAll(/&(?:(\w+)|#(\d+));|&/g, (whole, name?: string, code?: string) => {
    if (code !== undefined) return String.fromCodePoint(Number(code));
    const sign = NAMED[name ?? ''];
    if (sign === undefined) throw new Error(`not an entity: ${whole}`);
    return sign;
  });
}

function take(reader: Reader, expected: string): void {
  if (!reader.text.startsWith(expected, reader.at)) {
    throw new Error(`${expected} expected at ${String(reader.at)}`);
  }
  reader.at += expected.length;
}

function match(reader: Reader, pattern: RegExp): RegExpExecArray {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text);
  if (found === null) throw new Error(`a name expected at ${String(reader.at)}`);
  reader.at += found[0].length;
  return found;
}

/** The element and all below it, in their order. */
export function elementsIn(element: XmlElement): readonly XmlElement[] {
  return [
    element,
    ...element.children.flatMap((child) => (typeof child === 'string' ? [] : elementsIn(child))),
  ];
}

/** All words in an element, one after the other. */
export function textIn({ children }: XmlElement): string {
  return children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
}
