import type { ReactNode } from 'react';
import type { VeinChange } from '../../../../shared/domain/leg-map/compare-maps.ts';

/** The sign of a class of veins, as it stands on the map. Its word stands beside it. */
export function ClassSign({ of }: { readonly of: VeinChange }) {
  return (
    <svg
      width={18}
      height={18}
      viewBox="-9 -9 18 18"
      fill="none"
      strokeWidth={1.7}
      strokeLinecap="round"
      aria-hidden
    >
      {SIGNS[of]}
    </svg>
  );
}

const SIGNS: Readonly<Record<VeinChange, ReactNode>> = {
  gone: (
    <g stroke="var(--pp-ok)">
      <circle r={6.8} />
      <path d="M-3 .2-.8 2.4 3-2.2" />
    </g>
  ),
  changed: (
    <g stroke="var(--pp-warn)" strokeLinejoin="round">
      <path d="M-7.7 0-3.9-6.7H3.9L7.7 0 3.9 6.7H-3.9Z" />
      <path d="M-3-2H3M-3 2H3M-2 4.2 2-4.2" />
    </g>
  ),
  unchanged: (
    <g stroke="var(--pp-ink)" strokeLinejoin="round">
      <path d="M-6-6H6V6H-6Z" />
      <path d="M-3-2H3M-3 2H3" />
    </g>
  ),
  new: (
    <g strokeLinejoin="round">
      <path d="M0-7.5 7.5 0 0 7.5-7.5 0Z" fill="var(--pp-hard)" stroke="var(--pp-hard)" />
      <path d="M-3 0H3M0-3V3" stroke="var(--pp-surface)" />
    </g>
  ),
};
