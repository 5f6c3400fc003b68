import { seededNumbers } from '../../shared/geometry/seeded.ts';

/** A source of UUIDs (version 4 in form) that is the same for the same text, so that the demo clinic repeats. */
export function seededUuids(seed: string): () => string {
  const next = seededNumbers(seed);
  const hex = (digits: number) =>
    Array.from({ length: digits }, () => Math.floor(next() * 16).toString(16)).join('');
  const variant = () => (8 + Math.floor(next() * 4)).toString(16);
  return () => `${hex(8)}-${hex(4)}-4${hex(3)}-${variant()}${hex(3)}-${hex(12)}`;
}
