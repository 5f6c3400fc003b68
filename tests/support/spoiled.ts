/** An input with one fault, and what the fault is. */
export interface Spoiled {
  readonly fault: string;
  readonly input: unknown;
}

type Path = readonly (string | number)[];

const UUID = /^[0-9a-f]{8}-/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const HUGE = 'x'.repeat(100_000);

/** Every way to spoil a fitting input at one place: wrong types, missing and extra fields, huge texts, numbers and days far off. */
export function spoiled(input: unknown): readonly Spoiled[] {
  const whole = [null, 5, 'text', true, []].map((wrong) => ({
    fault: `the whole is ${JSON.stringify(wrong)}`,
    input: wrong,
  }));
  return [...whole, ...placesIn(input).flatMap((path) => atPlace(input, path))];
}

function placesIn(value: unknown, path: Path = []): readonly Path[] {
  if (value === null || typeof value !== 'object') return [path];
  const inside = Object.entries(value).flatMap(([key, item]) =>
    placesIn(item, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return [path, ...inside];
}

function atPlace(input: unknown, path: Path): readonly Spoiled[] {
  const value = path.reduce((outer, key) => childOf(outer, key), input);
  const name = path.join('.') || 'the whole';
  const replaced = wrongFor(value).map((wrong) => ({
    fault: `${name} is ${JSON.stringify(wrong).slice(0, 40)}`,
    input: withAt(input, path, wrong),
  }));
  const key = path.at(-1);
  const missing =
    typeof key === 'string' ? [{ fault: `${name} is missing`, input: withAt(input, path, undefined) }] : [];
  const isRecord = value !== null && typeof value === 'object' && !Array.isArray(value);
  const extra = isRecord
    ? [{ fault: `${name} has a field too many`, input: withAt(input, path, { ...value, surplus: 1 }) }]
    : [];
  return [...replaced, ...missing, ...extra];
}

/** JSON has no NaN and no Infinity: what is left of them on the way is null. */
function wrongFor(value: unknown): readonly unknown[] {
  switch (typeof value) {
    case 'string':
      return [
        7,
        true,
        {},
        [],
        HUGE,
        ...(UUID.test(value) ? ['not-an-id'] : []),
        ...(DAY.test(value) ? FAR_DAYS : []),
      ];
    case 'number':
      return ['7', 'NaN', true, {}, [], -1e9, 1e300, 2 ** 53];
    case 'boolean':
      return ['true', 1, {}];
    default:
      return Array.isArray(value)
        ? ['text', 7, { 0: 1 }, [{ surplus: 1 }], Array(6_000).fill(value[0] ?? 1)]
        : ['text', 7];
  }
}

const FAR_DAYS = ['9999-12-31', '1800-01-01', '2026-02-30', '2026-13-01', '0000-00-00', '02.11.2026'];

function childOf(value: unknown, key: string | number): unknown {
  return value !== null && typeof value === 'object'
    ? (value as Record<string | number, unknown>)[key]
    : undefined;
}

/** A copy of the input with something else at one place; `undefined` leaves the field out. */
function withAt(input: unknown, [key, ...rest]: Path, wrong: unknown): unknown {
  if (key === undefined) return wrong;
  const changed = withAt(childOf(input, key), rest, wrong);
  if (Array.isArray(input)) return input.map((item: unknown, n) => (n === key ? changed : item));
  const record = input as Record<string, unknown>;
  return changed === undefined
    ? Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))
    : { ...record, [key]: changed };
}
