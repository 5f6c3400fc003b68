import { isCalendarDate, isInstant } from '../../../shared/kernel/time.ts';
import { auditFieldText, auditText, purposeText, spaced } from '../../text/audit-text.ts';
import {
  dateText,
  heightText,
  mgText,
  mlEnteredText,
  momentText,
  strengthText,
  weightText,
} from '../../text/format.ts';

/** One figure of an entry, as people say it. Null: there was nothing, or nothing is left. */
export interface ChangeLine {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What the ids in an entry stand for. */
export type Names = Readonly<Record<string, string>>;

/** Left out of what is read: an entry as it is stored has them. */
const UNREAD = new Set(['id', 'assessment', 'hash', 'requestDigest', 'branches', 'path', 'outline']);
/** What lies in here needs no heading: a volume is that of the dose. */
const DOSE = 'dose';
const LONGEST = 80;
const MOST_ITEMS = 8;

/** What an entry changed: only what differs where there is a before, all that is there where there is none. */
export function changeLines(
  row: { readonly before: string | null; readonly after: string | null },
  names: Names,
): readonly ChangeLine[] {
  const before = figuresOf(row.before, names);
  const after = figuresOf(row.after, names);
  const labels = [...new Set([...before.keys(), ...after.keys()])];
  return labels
    .map((label) => ({ label, before: before.get(label) ?? null, after: after.get(label) ?? null }))
    .filter((line) => line.before !== line.after);
}

function figuresOf(json: string | null, names: Names): ReadonlyMap<string, string> {
  const value = json === null ? null : parsed(json);
  if (!isRecord(value)) return new Map();
  return new Map(flat(value, '', names));
}

function flat(
  value: Readonly<Record<string, unknown>>,
  prefix: string,
  names: Names,
): readonly (readonly [string, string])[] {
  return Object.entries(value).flatMap(([key, part]): readonly (readonly [string, string])[] => {
    if (UNREAD.has(key)) return [];
    const label =
      prefix === '' || prefix === DOSE ? auditFieldText(key) : `${prefix}, ${auditFieldText(key)}`;
    // A vein or another thing with a name of its own is one figure, and nothing goes deeper than its second level.
    if (isRecord(part) && nameOf(part, names) === null && prefix === '') return flat(part, label, names);
    const words = valueWords(key, part, names);
    return words === null ? [] : [[label, words]];
  });
}

/** Null: nothing that people could read. */
function valueWords(key: string, value: unknown, names: Names): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? auditText.yes : auditText.no;
  if (typeof value === 'number') return numberWords(key, value);
  if (typeof value === 'string') return stringWords(key, value, names);
  if (Array.isArray(value)) return listWords(key, value, names);
  return isRecord(value) ? (nameOf(value, names) ?? auditText.entries(Object.keys(value).length)) : null;
}

function numberWords(key: string, value: number): string {
  if (key.endsWith('UgPerMl')) return strengthText(value);
  if (key.endsWith('Ul')) return mlEnteredText(value);
  if (key.endsWith('Ug')) return mgText(value);
  if (key === 'weightG') return weightText(value);
  if (key === 'heightMm') return heightText(value);
  return key.endsWith('Mm') ? `${String(value)} mm` : String(value);
}

function stringWords(key: string, value: string, names: Names): string | null {
  if (isUuid(value)) return names[value] ?? null;
  if (key === 'purpose') return purposeText(value);
  if (isCalendarDate(value)) return dateText(value);
  if (isInstant(value)) return momentText(value);
  const words = /^[a-z]+(-[a-z0-9]+)+$/.test(value) ? spaced(value) : value;
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
}

function listWords(key: string, list: readonly unknown[], names: Names): string | null {
  if (list.length === 0) return null;
  const items = list.map((item) => (isRecord(item) ? nameOf(item, names) : valueWords(key, item, names)));
  const known = items.filter((item) => item !== null);
  if (known.length < items.length) return auditText.entries(list.length);
  const shown = known.slice(0, MOST_ITEMS).join(', ');
  return known.length > MOST_ITEMS ? `${shown} … (${auditText.entries(known.length)})` : shown;
}

/** `L4` of a vein, the name of whatever has one; null: it has none. */
function nameOf(value: Readonly<Record<string, unknown>>, names: Names): string | null {
  const { leg, number, name, id } = value;
  if ((leg === 'left' || leg === 'right') && typeof number === 'number' && 'kind' in value)
    return `${leg === 'left' ? 'L' : 'R'}${String(number)}`;
  if (typeof name === 'string') return name;
  return typeof id === 'string' ? (names[id] ?? null) : null;
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** The JSON of an entry with a line for each part, for whoever wants to see it whole. */
export function prettyJson(json: string): string {
  return JSON.stringify(parsed(json) ?? json, null, 2);
}
