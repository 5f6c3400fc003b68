import type { VeinState } from '../../canvas/vein-mark.ts';

/** A vein that was carried over and not seen again yet. */
export function HatchSign() {
  return (
    <svg
      width={26}
      height={14}
      viewBox="0 0 26 14"
      stroke="var(--pp-ink3)"
      strokeWidth={1.2}
      aria-hidden="true"
    >
      <path d="M1 13 8 1M6 13 13 1M11 13 18 1M16 13 23 1" />
      <path d="M1 9C8 3 15 12 25 5" fill="none" stroke="var(--pp-vein-blue-green)" strokeWidth={2.4} />
    </svg>
  );
}

/** A state of a vein by its shape, as on the map. */
export function StateSign({ state }: { readonly state: VeinState }) {
  return (
    <svg
      width={16}
      height={16}
      viewBox="-8 -8 16 16"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <StateShape state={state} />
    </svg>
  );
}

function StateShape({ state }: { readonly state: VeinState }) {
  switch (state) {
    case 'injected':
      return (
        <g>
          <circle r={6.5} fill="var(--pp-ink)" />
          <path d="M-2.7 .2-.8 2.2 2.9-2" fill="none" stroke="var(--pp-on-ink)" strokeWidth={1.7} />
        </g>
      );
    case 'responding':
      return <path d="M-6-4.5H6L0 6Z" fill="var(--pp-surface)" stroke="var(--pp-ink)" strokeWidth={1.6} />;
    case 'cleared':
      return (
        <g fill="none" stroke="var(--pp-ok)">
          <circle r={6.5} strokeWidth={1.6} fill="var(--pp-surface)" />
          <path d="M-2.9 .2-.8 2.4 3.1-2.2" strokeWidth={1.8} />
        </g>
      );
    case 'recurred':
      return (
        <g>
          <path d="M-7 6.3H7L0-6.5Z" fill="var(--pp-surface)" stroke="var(--pp-ink)" strokeWidth={1.5} />
          <text y={4.6} textAnchor="middle" fontSize={8} fontWeight={700} fill="var(--pp-ink)">
            R
          </text>
        </g>
      );
    case 'new':
      return (
        <g>
          <path d="M0-7.2 7.2 0 0 7.2-7.2 0Z" fill="var(--pp-hard)" />
          <path d="M-3 0H3M0-3V3" stroke="var(--pp-surface)" strokeWidth={1.7} />
        </g>
      );
    default:
      return null;
  }
}
