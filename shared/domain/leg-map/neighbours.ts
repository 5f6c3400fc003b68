import type { Region } from './region.ts';

/** The regions around the leg (front, inside, back, outside), ring under ring from the hip to the foot. */
const RINGS: readonly (readonly Region[])[] = [
  ['groin', 'groin', 'buttock', 'hip'],
  ['thigh-anterior', 'thigh-medial', 'thigh-posterior', 'thigh-lateral'],
  ['knee-anterior', 'knee-medial', 'popliteal-fossa', 'knee-lateral'],
  ['leg-anterior', 'leg-medial', 'calf-posterior', 'leg-lateral'],
  ['ankle-anterior', 'medial-malleolus', 'ankle-posterior', 'lateral-malleolus'],
  ['foot-dorsum', 'foot-medial', 'heel', 'foot-lateral'],
];

const NEIGHBOURS: ReadonlyMap<Region, ReadonlySet<Region>> = new Map(
  RINGS.flatMap((ring) => ring.map((region) => [region, neighboursOf(region)] as const)),
);

function neighboursOf(region: Region): ReadonlySet<Region> {
  const beside = RINGS.flatMap((ring, row) =>
    ring.flatMap((other, column) =>
      other === region
        ? [
            ring[(column + 1) % ring.length],
            ring[(column + ring.length - 1) % ring.length],
            RINGS[row - 1]?.[column],
            RINGS[row + 1]?.[column],
          ]
        : [],
    ),
  );
  return new Set(beside.flatMap((other) => (other === undefined || other === region ? [] : [other])));
}

/** Whether two regions of one leg border on each other: side by side around it, or one above the other. */
export function areNeighbours(a: Region, b: Region): boolean {
  return NEIGHBOURS.get(a)?.has(b) ?? false;
}
