import type { Point } from '../../shared/geometry/point.ts';

export const SESSION_SHAPES = ['circle', 'square', 'diamond', 'hexagon', 'triangle', 'pentagon'] as const;
/** The shape of a session's badge: with the number it tells sessions apart without colour. */
export type SessionShape = (typeof SESSION_SHAPES)[number];

/** The shape of session `number` (1 and up); after six they start again. */
export function sessionShape(number: number): SessionShape {
  return SESSION_SHAPES[(number - 1) % SESSION_SHAPES.length] ?? 'circle';
}

/** 1 to 6: which of the session colours belongs to session `number`. */
export function sessionColourIndex(number: number): number {
  return ((number - 1) % 6) + 1;
}

const turns = (count: number, start: number): readonly Point[] =>
  Array.from({ length: count }, (_, index): Point => {
    const angle = start + (index * 2 * Math.PI) / count;
    return [Math.cos(angle), Math.sin(angle)];
  });

const UP = -Math.PI / 2;

/** Corners of a shape around 0, `y` down, its size chosen so that all shapes look alike big beside a circle of radius 1. */
export function shapeCorners(shape: Exclude<SessionShape, 'circle'>): readonly Point[] {
  switch (shape) {
    case 'square':
      return [
        [-0.9, -0.9],
        [0.9, -0.9],
        [0.9, 0.9],
        [-0.9, 0.9],
      ];
    case 'diamond':
      return turns(4, UP).map(([x, y]): Point => [x * 1.2, y * 1.2]);
    case 'hexagon':
      return turns(6, 0).map(([x, y]): Point => [x * 1.1, y * 1.1]);
    case 'triangle':
      return turns(3, UP).map(([x, y]): Point => [x * 1.35, y * 1.3 + 0.2]);
    case 'pentagon':
      return turns(5, UP).map(([x, y]): Point => [x * 1.14, y * 1.14 + 0.05]);
  }
}

/** Dashes, in pixels, of the hull line of a web that is planned for session `number`: dotted, solid, dashed, and again. */
export function sessionDashes(number: number): readonly number[] {
  return [[0.5, 3], [], [4, 3]][(number - 1) % 3] ?? [];
}
