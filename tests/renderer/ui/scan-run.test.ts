import { describe, expect, it } from 'vitest';
import { goesOn, isEndedBy, isSecondEnd, type ScanRun } from '../../../renderer/ui/scan-run.ts';

const run = (over: Partial<ScanRun> = {}): ScanRun => ({
  typed: '0100367850140059',
  lastAt: 1_000,
  isInField: false,
  ...over,
});

describe('what is taken for a scan', () => {
  it('goes on while its keys come quicker than anybody types', () => {
    const inField = run({ isInField: true });
    expect(goesOn(inField, 1_050)).toBe(true);
    expect(goesOn(inField, 1_051)).toBe(false);
  });

  it('may come slowly where no field has the focus and it begins as the code of a pack', () => {
    expect(goesOn(run(), 1_250)).toBe(true);
    expect(goesOn(run(), 1_251)).toBe(false);
    expect(goesOn(run({ typed: '4' }), 1_051)).toBe(false);
  });

  it('ends with Enter, or as the code of a pack with Tab; ten keys are the fewest', () => {
    expect(isEndedBy(run(), 'Enter')).toBe(true);
    expect(isEndedBy(run(), 'Tab')).toBe(true);
    expect(isEndedBy(run({ typed: '4012345678901' }), 'Tab')).toBe(false);
    expect(isEndedBy(run({ typed: '4012345678901' }), 'Enter')).toBe(true);
    expect(isEndedBy(run({ typed: '010036785' }), 'Enter')).toBe(false);
  });

  it('keeps back the second Enter that some scanners send at once, not one that a person presses', () => {
    expect(isSecondEnd(1_000, 1_012)).toBe(true);
    expect(isSecondEnd(1_000, 1_200)).toBe(false);
    expect(isSecondEnd(null, 1_000)).toBe(false);
  });
});
