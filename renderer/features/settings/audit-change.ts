/** More than fits into a line or two: a whole map, the gauges at the moment of an injection. */
const MOST = 160;

/** What an audit row holds, for people: `number 22 · needle 30 G`. Ids and gauges are left out and long parts cut; the row itself stays whole. */
export function changeText(json: string | null): string {
  if (json === null) return '–';
  const value = parsedOrNull(json);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return cut(json, MOST);
  return Object.entries(value)
    .filter(([key, part]) => key !== 'assessment' && !isId(part))
    .map(([key, part]) => `${key} ${cut(typeof part === 'string' ? part : JSON.stringify(part), 48)}`)
    .join(' · ');
}

function isId(part: unknown): boolean {
  return typeof part === 'string' && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(part);
}

function parsedOrNull(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
