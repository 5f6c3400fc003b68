import { useId } from 'react';
import { outlineOf } from '../../shared/domain/leg-map/views.ts';
import type { LegView, Vein } from '../../shared/domain/leg-map/vein.ts';
import type { Point } from '../../shared/geometry/point.ts';
import { simplified } from '../../shared/geometry/polyline.ts';
import { smoothCurve } from '../../shared/geometry/smooth.ts';
import { courseOf, edgeOf } from '../../shared/domain/leg-map/measure.ts';
import { pictureName } from './scene.ts';
import { sessionColourIndex } from './session-shape.ts';
import { extentOf, FADE_END_MM, FADE_FROM_MM, VISIBLE_TOP_MM } from './layout/arrange-views.ts';
import { MAPPED, type VeinMark } from './vein-mark.ts';
import type { VeinId } from '../../shared/kernel/ids.ts';

export interface LegThumbnailProps {
  readonly view: LegView;
  readonly veins: readonly Vein[];
  readonly marks: ReadonlyMap<VeinId, VeinMark>;
  /** In pixels; the width follows. */
  readonly height: number;
}

/** A small, still picture of one view: webs as plain areas, veins as lines, planned ones on their session's marker. */
export function LegThumbnail({ view, veins, marks, height }: LegThumbnailProps) {
  const id = useId();
  const [left, right] = extentOf(view);
  const margin = 8;
  const box = { width: right - left + 2 * margin, height: VISIBLE_TOP_MM + 2 * margin };
  const px = box.height / height;
  const shown = veins.filter((vein) => vein.leg === view.leg && vein.aspect === view.aspect);
  return (
    <svg
      width={Math.round(box.width / px)}
      height={height}
      viewBox={`${String(left - margin)} ${String(-VISIBLE_TOP_MM - margin)} ${String(box.width)} ${String(box.height)}`}
      role="img"
      aria-label={pictureName([view], veins)}
    >
      <defs>
        <linearGradient id={`${id}shade`}>
          <stop offset="0" stopColor="var(--pp-leg-edge)" />
          <stop offset="0.3" stopColor="var(--pp-leg-mid)" />
          <stop offset="0.55" stopColor="var(--pp-leg-lit)" />
          <stop offset="1" stopColor="var(--pp-leg-edge)" />
        </linearGradient>
        <linearGradient
          id={`${id}fade`}
          gradientUnits="userSpaceOnUse"
          x1="0"
          x2="0"
          y1={-FADE_END_MM}
          y2={-FADE_FROM_MM}
        >
          <stop offset="0" stopColor="#000" />
          <stop offset="1" stopColor="#fff" />
        </linearGradient>
        <mask id={`${id}mask`} maskUnits="userSpaceOnUse" x="-400" y="-900" width="800" height="920">
          <rect
            x="-400"
            y={-VISIBLE_TOP_MM}
            width="800"
            height={VISIBLE_TOP_MM + 20}
            fill={`url(#${id}fade)`}
          />
        </mask>
      </defs>
      <path
        d={outlineData(view)}
        fill={`url(#${id}shade)`}
        stroke="var(--pp-leg-line)"
        strokeWidth={0.9 * px}
        mask={`url(#${id}mask)`}
      />
      {shown.map((vein) => (
        <ThumbnailVein key={vein.id} vein={vein} mark={marks.get(vein.id) ?? MAPPED} px={px} />
      ))}
    </svg>
  );
}

function ThumbnailVein({
  vein,
  mark,
  px,
}: {
  readonly vein: Vein;
  readonly mark: VeinMark;
  readonly px: number;
}) {
  const colour = mark.state === 'cleared' ? 'var(--pp-ok)' : `var(--pp-vein-${vein.colour})`;
  const session = mark.sessionNumber === undefined ? null : sessionColourIndex(mark.sessionNumber);
  const opacity = mark.dimmed === true ? 0.38 : 1;
  const dash =
    mark.state === 'cleared'
      ? `0 ${String(2.6 * px)}`
      : mark.state === 'responding'
        ? `${String(4 * px)} ${String(2.5 * px)}`
        : undefined;
  if (vein.pattern === 'web') {
    const edge = `${dataOf(edgeOf(vein.path), px)}Z`;
    return (
      <g opacity={opacity}>
        {session !== null && (
          <path d={edge} fill={`var(--pp-session-band-${String(session)})`} stroke="none" />
        )}
        <path
          d={edge}
          fill={colour}
          fillOpacity={0.32}
          stroke={colour}
          strokeWidth={0.9 * px}
          strokeDasharray={dash}
          strokeLinecap="round"
        />
      </g>
    );
  }
  const course = dataOf(courseOf(vein.path), px);
  const branches = vein.branches.map((branch) => dataOf(courseOf(branch), px)).join('');
  const width = (vein.kind === 'telangiectasia' ? 0.9 : 1.5) * px;
  return (
    <g opacity={opacity} fill="none" strokeLinecap="round" strokeLinejoin="round">
      {session !== null && (
        <path d={course} stroke={`var(--pp-session-band-${String(session)})`} strokeWidth={5 * px} />
      )}
      <path d={course} stroke={colour} strokeWidth={width} strokeDasharray={dash} />
      {branches !== '' && (
        <path d={branches} stroke={colour} strokeWidth={width * 0.6} strokeDasharray={dash} />
      )}
    </g>
  );
}

const outlines = new Map<string, string>();

function outlineData(view: LegView): string {
  const key = `${view.leg} ${view.aspect}`;
  const data = outlines.get(key) ?? `${dataOf(smoothCurve(outlineOf(view), 4, true), 2)}Z`;
  outlines.set(key, data);
  return data;
}

/** A path as SVG data, `y` down, with no more points than its size can show. */
function dataOf(points: readonly Point[], px: number): string {
  return simplified(points, px * 0.25)
    .map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${(-y).toFixed(1)}`)
    .join('');
}
