/** Vessels that branch and join. */
export function WebIcon() {
  return (
    <ToolIcon d="M3 4C7 7 12 13 17 17M16.5 3.5C12 7 8 12 3.5 16.5M2.5 10.5C7 9.5 12.5 10.5 17.5 9M7.2 7.2C7.4 5.4 6.8 4 7.2 2.4M6.6 13.2C7.2 15 6.8 16 7.2 17.6M13 12.6C14.4 12.2 15.6 12.6 17.4 12" />
  );
}

/** A side branch with a plus. */
export function BranchIcon() {
  return (
    <ToolIcon d="M8 2.5C6.5 7 9.5 11 8 17.5M8.2 11.5C10.5 9.5 12.5 9.8 15 6.5M12.8 4.2H16.6M14.7 2.3V6.1" />
  );
}

function ToolIcon({ d }: { readonly d: string }) {
  return (
    <svg
      width={19}
      height={19}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d={d} />
    </svg>
  );
}
