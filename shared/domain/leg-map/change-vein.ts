import type { Point } from '../../geometry/point.ts';
import type { PointMm, Vein } from './vein.ts';

/** A vein moved as a whole, in millimetres; kept to hundredths. */
export function moveVein(vein: Vein, [dx, dy]: Point): Vein {
  const move = ([x, y]: PointMm): PointMm => [hundredth(x + dx), hundredth(y + dy)];
  return { ...vein, path: vein.path.map(move), branches: vein.branches.map((branch) => branch.map(move)) };
}

function hundredth(value: number): number {
  return Math.round(value * 100) / 100;
}
