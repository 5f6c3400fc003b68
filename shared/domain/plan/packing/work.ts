/** Work that may still be done, in steps of much the same length. Counted and not timed, so that the same plan always gets the same answer. */
export interface Work {
  left: number;
}
