const ROWS_PER_STATEMENT = 500;

/** A list in pieces that fit into one statement each: SQLite counts the variables. */
export function inBatches<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / ROWS_PER_STATEMENT) }, (_, n) =>
    all.slice(n * ROWS_PER_STATEMENT, (n + 1) * ROWS_PER_STATEMENT),
  );
}
