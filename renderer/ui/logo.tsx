/** The sign of the app: a vein with its branches. */
export function Logo({ size = 30 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 30 30" aria-hidden="true">
      <rect width="30" height="30" rx="6" fill="var(--pp-ink)" />
      <g fill="none" stroke="var(--pp-on-ink)" strokeLinecap="round" strokeLinejoin="round">
        <path d="M12.5 4.5c1.5 4.5-.5 7.5 1 11 1.200 3 2.500 5.500 2 10" strokeWidth="2.4" />
        <path
          d="M13.300 12.500c2.200-.6 4-2 5-4.500M14.300 18c2.600-.2 4.600-1.500 6.200-3.800M15.600 22c1.900.3 3.400-.2 4.900-1.300"
          strokeWidth="1.6"
        />
      </g>
    </svg>
  );
}
