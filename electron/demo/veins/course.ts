import { between, type Point } from '../../../shared/geometry/point.ts';
import { simplified } from '../../../shared/geometry/polyline.ts';
import { smoothCurve } from '../../../shared/geometry/smooth.ts';
import { within, type Random } from './random.ts';

/** Points of a course while it is being made lie this far apart. */
export const STEP_MM = 1.25;

/** A course that is kept differs from the one that was made by less than this. */
const TOLERANCE_MM = 0.1;

/** How a vessel winds: the height of its waves, and how far apart they are. */
export interface Winding {
  readonly waveMm: readonly [least: number, most: number];
  readonly apartMm: readonly [least: number, most: number];
}

/** A course through guiding points that winds from side to side as veins do: long waves, and short ones of a third of their height. */
export function windingCourse(random: Random, guides: readonly Point[], winding: Winding): readonly Point[] {
  const guide = smoothCurve(guides, STEP_MM);
  const long = waves(random, winding.waveMm, winding.apartMm);
  const short = waves(random, [winding.waveMm[0] / 3, winding.waveMm[1] / 3], [9, 12]);
  const wound = guide.map((point, index): Point => {
    const [nx, ny] = normalAt(guide, index);
    const fromEnd = Math.min(index, guide.length - 1 - index) * STEP_MM;
    const aside = (long() + short()) * Math.min(1, fromEnd / 12);
    return [point[0] + nx * aside, point[1] + ny * aside];
  });
  return rounded(rounded(wound));
}

/** The course without the corners that one wave leaves where it meets the next. */
function rounded(course: readonly Point[]): readonly Point[] {
  return course.map((point, index) => {
    const [before, after] = [course[index - 1], course[index + 1]];
    return before && after ? between(between(before, after, 0.5), point, 0.5) : point;
  });
}

/** The course with as few points as its shape needs, in hundredths of a millimetre. */
export function asKept(course: readonly Point[]): readonly Point[] {
  return simplified(course, TOLERANCE_MM).map(([x, y]) => [hundredths(x), hundredths(y)]);
}

/** Half waves of changing height and length, one value for each step. */
function waves(random: Random, heightMm: Winding['waveMm'], apartMm: Winding['apartMm']): () => number {
  let phase = random() * Math.PI;
  let [height, halfWave] = [within(random, ...heightMm), within(random, ...apartMm) / 2];
  let side = random() < 0.5 ? 1 : -1;
  return () => {
    phase += (Math.PI * STEP_MM) / halfWave;
    if (phase >= Math.PI) {
      phase -= Math.PI;
      side = -side;
      [height, halfWave] = [within(random, ...heightMm), within(random, ...apartMm) / 2];
    }
    return side * height * Math.sin(phase);
  };
}

function normalAt(path: readonly Point[], index: number): Point {
  const [x, y] = headingAt(path, index);
  return [-y, x];
}

/** Direction of a path at one of its points, as a vector of length 1. */
export function headingAt(path: readonly Point[], index: number): Point {
  const before = path[Math.max(0, index - 1)];
  const after = path[Math.min(path.length - 1, index + 1)];
  if (before === undefined || after === undefined) throw new RangeError('empty path');
  const [dx, dy] = [after[0] - before[0], after[1] - before[1]];
  const length = Math.hypot(dx, dy);
  return length === 0 ? [0, -1] : [dx / length, dy / length];
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
