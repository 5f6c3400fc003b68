import styles from './scanner.module.css';
import { gs1Bars } from './code-128.ts';

/** GS1 asks for ten modules of white on either side. */
const QUIET = 10;
/** CSS pixels: whole ones, so that every bar is as wide as it should be. */
const MODULE_PX = 2;
const HEIGHT_PX = 68;

interface BarCodeProps {
  /** As `gs1Bars` takes it. */
  readonly text: string;
  readonly label: string;
}

/** A GS1-128 code, black on white in both themes: a scanner reads nothing else. */
export function BarCode({ text, label }: BarCodeProps) {
  const widths = gs1Bars(text);
  const modules = widths.reduce((sum, width) => sum + width, 2 * QUIET);
  return (
    <svg
      role="img"
      aria-label={label}
      className={styles.bars}
      width={modules * MODULE_PX}
      height={HEIGHT_PX}
      viewBox={`0 0 ${String(modules)} 1`}
      preserveAspectRatio="none"
      shapeRendering="crispEdges"
    >
      <path d={pathOf(widths)} />
    </svg>
  );
}

/** Every second width is a bar, the others are the white between. */
function pathOf(widths: readonly number[]): string {
  let path = '';
  let left = QUIET;
  for (const [place, width] of widths.entries()) {
    if (place % 2 === 0) path += `M${String(left)} 0h${String(width)}v1h-${String(width)}z`;
    left += width;
  }
  return path;
}
