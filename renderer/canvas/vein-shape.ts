import type { Vein } from '../../shared/domain/leg-map/vein.ts';
import { courseOf, edgeOf } from '../../shared/domain/leg-map/measure.ts';
import { webPattern, type WebStrand } from '../../shared/domain/leg-map/web-pattern.ts';
import { boxAround, type Box, type Point } from '../../shared/geometry/point.ts';
import { seededNumbers } from '../../shared/geometry/seeded.ts';
import { direction } from '../../shared/geometry/point.ts';

/** The curves of a vein, in millimetres, ready to be drawn. */
export interface VeinShape {
  /** Line: its course. Web: the edge of its area, not closed. */
  readonly main: readonly Point[];
  readonly branches: readonly (readonly Point[])[];
  /** Webs only; grown when they are first asked for, since that takes its time. */
  readonly strands: readonly WebStrand[];
  readonly box: Box;
}

const shapes = new WeakMap<Vein, VeinShape>();

/** The curves of a vein; worked out once per value. `feeder` steers where a web grows from, the first time it is asked for. */
export function shapeOf(vein: Vein, feeder: Vein | null): VeinShape {
  const known = shapes.get(vein);
  if (known !== undefined) return known;
  const shape = vein.pattern === 'web' ? webShape(vein, feeder) : lineShape(vein);
  shapes.set(vein, shape);
  return shape;
}

function webShape(vein: Vein, feeder: Vein | null): VeinShape {
  const main = edgeOf(vein.path);
  const sameSide = feeder !== null && feeder.leg === vein.leg && feeder.aspect === vein.aspect;
  let strands: readonly WebStrand[] | null = null;
  return {
    main,
    branches: [],
    box: boxAround(main),
    get strands() {
      strands ??= webPattern(vein.path, {
        seed: vein.id,
        dense: vein.colour === 'red',
        feeder: sameSide ? feeder.path : null,
      });
      return strands;
    },
  };
}

function lineShape(vein: Vein): VeinShape {
  const main = courseOf(vein.path);
  const drawn = vein.branches.map(courseOf);
  const twigs = drawn.length === 0 && vein.kind === 'telangiectasia' ? twigsOf(main, vein.id) : [];
  const branches = [...drawn, ...twigs];
  return { main, branches, strands: [], box: boxAround([main, ...branches].flat()) };
}

/** The two or three short twigs that make a fine line read as a vessel; part of the symbol, not of the record. */
function twigsOf(course: readonly Point[], seed: string): readonly (readonly Point[])[] {
  const random = seededNumbers(seed);
  const count = course.length < 12 ? 0 : course.length < 40 ? 2 : 3;
  return Array.from({ length: count }, (_, index) => {
    const at = Math.floor(((index + 0.7 + random() * 0.5) / (count + 0.6)) * course.length);
    const [from, next] = [course[at], course[at + 2]];
    if (from === undefined || next === undefined) return [];
    const side = index % 2 === 0 ? 1 : -1;
    const [x, y] = direction(from, next);
    const angle = side * (0.6 + random() * 0.4);
    const length = Math.min(5 + random() * 5, course.length * 0.3);
    const [tx, ty] = [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)];
    const middle: Point = [from[0] + (tx * length) / 2, from[1] + (ty * length) / 2];
    return courseOf([
      from,
      middle,
      [middle[0] + ((tx + x * 0.5) * length) / 2, middle[1] + ((ty + y * 0.5) * length) / 2],
    ]);
  }).filter((twig) => twig.length > 1);
}
