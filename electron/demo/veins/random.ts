/** Numbers from 0 up to 1, one after the other. */
export type Random = () => number;

/** A number between two bounds. */
export function within(random: Random, least: number, most: number): number {
  return least + random() * (most - least);
}
