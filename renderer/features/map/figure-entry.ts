/** A whole number as it is typed, within bounds; null where it is none. */
export function figureOf(text: string, min: number, max: number): number | null {
  const trimmed = text.trim();
  if (!/^\d{1,4}$/.test(trimmed)) return null;
  const figure = Number(trimmed);
  return figure >= min && figure <= max ? figure : null;
}
