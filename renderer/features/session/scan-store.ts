import { create } from 'zustand';

interface ScanState {
  /** What the scanner typed, and which scan it is; null: nothing that waits to be looked at. */
  readonly scan: { readonly typed: string; readonly count: number } | null;
}

/** The last box that was scanned on the session's page, until the dialog of the syringe has shown it. */
export const useScanned = create<ScanState>(() => ({ scan: null }));

/** Hands a scan on. */
export function putScan(typed: string): void {
  useScanned.setState(({ scan }) => ({ scan: { typed, count: (scan?.count ?? 0) + 1 } }));
}

/** Forgets it. */
export function forgetScan(): void {
  useScanned.setState({ scan: null });
}
