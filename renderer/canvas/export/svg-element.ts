/** An element of an SVG picture, as a value. */
export interface SvgElement {
  readonly name: string;
  readonly attributes: SvgAttributes;
  readonly children: readonly SvgNode[];
}

/** A string is text: whatever it says, it comes out as words and never as markup. */
export type SvgNode = SvgElement | string;

/** Numbers are written to a hundredth; undefined leaves the attribute out. */
export type SvgAttributes = Readonly<Record<string, string | number | undefined>>;

export function svgElement(
  name: string,
  attributes: SvgAttributes,
  children: readonly SvgNode[] = [],
): SvgElement {
  return { name, attributes, children };
}

/** The element and all below it as XML. Signs that XML cannot hold come out as U+FFFD. */
export function xmlOf({ name, attributes, children }: SvgElement): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${escaped(typeof value === 'number' ? numberText(value) : value)}"`,
  );
  const inside = children.map((child) => (typeof child === 'string' ? escaped(child) : xmlOf(child)));
  const start = `<${name}${written.join('')}`;
  return inside.length === 0 ? `${start}/>` : `${start}>${inside.join('')}</${name}>`;
}

/** A number as short as it goes: to a hundredth unless told, no zeros at the end, no exponent. */
export function numberText(value: number, decimals = 2): string {
  const text = value.toFixed(decimals);
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return short === '-0' ? '0' : short;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};
const NOT_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

function escaped(text: string): string {
  return text.replaceAll(NOT_XML, '\u{fffd}').replaceAll(/[&<>"'\t\n\r]/g, (sign) => ENTITIES[sign] ?? sign);
}
