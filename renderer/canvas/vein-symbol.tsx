import type { Vein } from '../../shared/domain/leg-map/vein.ts';

export interface VeinSymbolProps {
  readonly vein: Pick<Vein, 'kind' | 'pattern' | 'colour'>;
  /** Edge length in pixels. */
  readonly size?: number;
}

const TRUNK = 'M10.5 1C7.5 4.2 10.6 6.8 9.4 9.6S6.6 13.4 8.6 17';
const TRUNK_BRANCHES =
  'M9.6 8.6C8 7.4 6.3 7.4 4.8 5.6M9.2 10.4C11.2 9.8 12.6 10.4 14 8.8M8 13.6C6.6 13 5.6 13.6 4.4 12.6';
const WEB =
  'M2 3C6 6 11 11 16 15M15 3C11 6.5 7 10.5 2.5 15M1.5 9.5C6 8.4 11.6 9.6 16.5 8M6.4 6.4C6.6 4.6 6 3.4 6.6 1.8M11.4 6C12.8 5.8 13.6 6.4 15.4 5.6M5.6 12.2C6.4 13.8 6 14.6 6.4 16.4M11.8 11.4C13.4 11 14.2 11.4 16 10.8';
const LINE = 'M3 15.5C5.4 11.5 8 12 9.6 8.6S13 4.6 15.4 2';
const LINE_TWIGS = 'M7 11.6C9 12.4 10 11.8 11.6 12.6M10.4 7.4C9.4 6 9.8 5 8.8 3.6';

/** A small sign of a vein's kind, pattern and colour for lists; always stands beside the words, so it has none of its own. */
export function VeinSymbol({ vein, size = 18 }: VeinSymbolProps) {
  const colour = `var(--pp-vein-${vein.colour})`;
  return (
    <svg width={size} height={size} viewBox="0 0 18 18" aria-hidden="true" focusable="false">
      <g fill="none" stroke={colour} strokeLinecap="round" strokeLinejoin="round">
        <SymbolPaths vein={vein} />
      </g>
    </svg>
  );
}

function SymbolPaths({ vein }: Pick<VeinSymbolProps, 'vein'>) {
  if (vein.pattern === 'web') return <path d={WEB} strokeWidth={1.25} />;
  const fine = vein.kind === 'telangiectasia';
  const width = vein.kind === 'varicose' ? 4 : fine ? 1.3 : 2.7;
  return (
    <>
      <path d={fine ? LINE : TRUNK} strokeWidth={width} />
      <path d={fine ? LINE_TWIGS : TRUNK_BRANCHES} strokeWidth={fine ? 1 : 1.4} />
    </>
  );
}
