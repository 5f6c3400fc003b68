import { GS1_ELEMENTS } from './gs1-elements.ts';

/** What stands between two elements of a code where the first has no fixed length: ASCII 29. */
export const GROUP_SEPARATOR = '\u001d';
/** What is not printed at the end: record separator and end of transmission, as the German code has it. */
const END_OF_MESSAGE = /[^ -~]+$/;
/** Enough to see that there is a choice. */
const MOST_READINGS = 8;

/** The elements of a code by their identifier: `01` the product, `10` the lot, `17` the last day, `21` the serial number; `ppn` the German product number. */
export type ScanElements = ReadonlyMap<string, string>;

export interface ElementSettings {
  /** The character that the scanner types in place of the separator, if it was set up to do so. */
  readonly separator: string | null;
  /** Whether the scanner is known to send separators: then what has none has none. */
  readonly sendsSeparators: boolean;
}

/** Every way in which the text of a code can be cut into elements, GS1 or German; none if it is no such code. */
export function readElements(typed: string, settings: ElementSettings): readonly ScanElements[] {
  const code = plainCode(typed, settings.separator);
  return code.startsWith('[)>') ? readIfa(code) : readGs1(code, settings.sendsSeparators);
}

/** The code alone: the symbology prefix taken off (`]d2`, `]C1`, `]Q3`), every kind of separator made one. */
export function plainCode(typed: string, separator: string | null): string {
  const agreed =
    separator === null || separator === '' ? typed : typed.replaceAll(separator, GROUP_SEPARATOR);
  const plain = agreed
    .trim()
    .replace(/^\](?:d2|C1|Q3|e0|d1)/, '')
    .replace(/Alt\+0?29/gi, GROUP_SEPARATOR);
  return withoutFirst(GROUP_SEPARATOR, plain);
}

function withoutFirst(first: string, text: string): string {
  return text.startsWith(first) ? text.slice(first.length) : text;
}

/** Every way in which a GS1 code can be read; none if it is no such code. */
function readGs1(code: string, sendsSeparators: boolean): readonly ScanElements[] {
  if (/^\(\d{2,4}\)/.test(code)) {
    const elements = readBracketed(code);
    return elements ? [elements] : [];
  }
  const readings: ScanElements[] = [];
  const mayBeLost = !sendsSeparators && !code.includes(GROUP_SEPARATOR);
  readFrom(code, new Map(), { mayBeLost, found: readings });
  return readings;
}

/** `(01)…(17)…(10)…`, as it is printed beside the code. */
function readBracketed(code: string): ScanElements | null {
  const elements = new Map<string, string>();
  const parts = [...code.matchAll(/\((\d{2,4})\)([^(]*)/g)];
  if (parts.map(([whole]) => whole).join('') !== code) return null;
  for (const [, identifier = '', content = ''] of parts) {
    const form = GS1_ELEMENTS.find((element) => element.identifier === identifier);
    const value = content.replaceAll(GROUP_SEPARATOR, '').trim();
    if (!form || elements.has(identifier) || !fitsForm(form, value)) return null;
    elements.set(identifier, value);
  }
  return elements;
}

interface Readings {
  /** Whether an element of open length may end anywhere. */
  readonly mayBeLost: boolean;
  readonly found: ScanElements[];
}

function readFrom(rest: string, before: ScanElements, readings: Readings): void {
  if (readings.found.length >= MOST_READINGS) return;
  if (rest === '') {
    if (before.size > 0) readings.found.push(before);
    return;
  }
  for (const form of GS1_ELEMENTS) {
    if (!rest.startsWith(form.identifier) || before.has(form.identifier)) continue;
    const content = rest.slice(form.identifier.length);
    for (const length of lengthsOf(form, content, readings.mayBeLost)) {
      const value = content.slice(0, length);
      if (!fitsForm(form, value)) continue;
      const behind = withoutFirst(GROUP_SEPARATOR, content.slice(length));
      readFrom(behind, new Map(before).set(form.identifier, value), readings);
    }
  }
}

/** How long the content of an element may be here: as fixed, to the separator, or where that may be lost, anything, the longest first. */
function lengthsOf(form: ElementForm, content: string, mayBeLost: boolean): readonly number[] {
  if (form.length !== null) return content.length >= form.length ? [form.length] : [];
  const end = content.indexOf(GROUP_SEPARATOR);
  const longest = Math.min(form.most, end < 0 ? content.length : end);
  if (!mayBeLost) return end < 0 ? [content.length] : [end];
  return Array.from({ length: longest }, (_, shorter) => longest - shorter);
}

type ElementForm = (typeof GS1_ELEMENTS)[number];

function fitsForm(form: ElementForm, value: string): boolean {
  if (form.length !== null && value.length !== form.length) return false;
  return value.length <= form.most && form.content.test(value);
}

/** The German code: `[)>` RS `06` GS, then elements of the letters that ANSI MH10.8.2 has, each behind a separator. */
function readIfa(code: string): readonly ScanElements[] {
  const [head = '', ...parts] = code.split(GROUP_SEPARATOR);
  if (!/^\[\)>\W?0[56]$/.test(head)) return [];
  const names: readonly (readonly [string, string])[] = [
    ['9N', 'ppn'],
    ['8P', '01'],
    ['1T', '10'],
    ['D', '17'],
    ['S', '21'],
  ];
  const elements = new Map<string, string>();
  for (const part of parts.map((text) => text.replace(END_OF_MESSAGE, ''))) {
    const name = names.find(([letters]) => part.startsWith(letters));
    if (name && !elements.has(name[1])) elements.set(name[1], part.slice(name[0].length));
  }
  return elements.size > 0 ? [elements] : [];
}
