const MOST_LETTERS = 50;

/** An id that can be read, made of the name that the clinic gave: `harbour-limits`; with a number where that is taken. */
export function profileIdFor(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, MOST_LETTERS)
    .replaceAll(/^-+|-+$/g, '');
  const base = plain === '' ? 'clinic' : plain;
  let id = base;
  for (let n = 2; taken.has(id); n += 1) id = `${base}-${String(n)}`;
  return id;
}
