import { StatusChip } from './chip.tsx';

interface UnapprovedProfileNoteProps {
  /** Id of the profile, as the clinic calls it: `strictest`. */
  readonly name: string;
  readonly approved: boolean;
}

/** By which limits a page judges; it says so where nobody in the clinic has approved them. */
export function UnapprovedProfileNote({ name, approved }: UnapprovedProfileNoteProps) {
  return approved ? (
    <StatusChip tone="plain">Limits: {name}</StatusChip>
  ) : (
    <StatusChip tone="warn" title="A surgeon or clinician approves them under Setup, Limits.">
      Limits: {name} · not approved
    </StatusChip>
  );
}
