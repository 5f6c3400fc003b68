import { direction, type Point } from '../../../shared/geometry/point.ts';

/** Half the width of a vessel at a share (0 to 1) of its way. */
export type WidthProfile = (share: number) => number;

/** The outline of a vessel that follows a course, as one closed polygon: up its left side and back down its right. */
export function ribbon(course: readonly Point[], halfWidth: WidthProfile): readonly Point[] {
  const last = course.length - 1;
  const sides = course.map((point, index) => {
    const [x, y] = direction(
      course[Math.max(0, index - 1)] ?? point,
      course[Math.min(last, index + 1)] ?? point,
    );
    const half = halfWidth(last === 0 ? 0 : index / last);
    return [
      [point[0] - y * half, point[1] + x * half],
      [point[0] + y * half, point[1] - x * half],
    ] satisfies [Point, Point];
  });
  return [...sides.map(([left]) => left), ...sides.map(([, right]) => right).toReversed()];
}

/** Full in the middle, a third at both ends, with the faint unevenness that vessels have. */
export function trunkProfile(width: number, phase: number): WidthProfile {
  return (share) => {
    const end = Math.min(1, Math.min(share, 1 - share) / 0.16);
    const swell = 1 + 0.09 * Math.sin(share * 19 + phase) + 0.05 * Math.sin(share * 47 + 2 * phase);
    return (width / 2) * (0.3 + 0.7 * Math.sin((end * Math.PI) / 2)) * swell;
  };
}

/** Thick where it leaves its parent, fading to a hair at the tip. */
export function branchProfile(width: number): WidthProfile {
  return (share) => (width / 2) * (1 - share * 0.82);
}
