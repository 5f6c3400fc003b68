import { describe, expect, it } from 'vitest';
import { ledgerRows } from '../../../../renderer/features/session/ledger-rows.ts';
import { injection, line, planned, sessionView, STRUCK } from './session-fixture.ts';

describe('the record of a session', () => {
  const rows = ledgerRows(
    sessionView({
      veins: [line(5), line(6)],
      due: [planned(5, 2, 300)],
      injections: [
        injection(1, 5, 300),
        injection(2, 6, 300),
        injection(3, 5, 300, { strikeOut: STRUCK }),
        injection(4, null, 100, { strikeOut: STRUCK }),
        injection(5, 5, 300),
        injection(6, null, 100),
        injection(7, 5, 200),
      ],
    }),
  );

  it('shows the newest first', () => {
    expect(rows.map(({ injection: { number } }) => number)).toEqual([7, 6, 5, 4, 3, 2, 1]);
  });

  it('counts each vein against its plan, and says what was beyond it', () => {
    const ofL5 = rows.filter(({ label }) => label === 'L5').map(({ progress }) => progress);
    expect(ofL5).toEqual([
      { kind: 'extra' },
      { kind: 'of-plan', nth: 2, of: 2 },
      { kind: 'struck-out' },
      { kind: 'of-plan', nth: 1, of: 2 },
    ]);
    expect(rows.find(({ label }) => label === 'L6')?.progress).toEqual({ kind: 'extra' });
  });

  it('numbers free sites, and a struck-out one keeps its number', () => {
    expect(rows.filter(({ injection: { veinId } }) => veinId === null).map(({ label }) => label)).toEqual([
      'F2',
      'F1',
    ]);
  });

  it('says where a free site lies by the place that was pointed at', () => {
    expect(rows.find(({ label }) => label === 'F2')?.region).toBe('popliteal-fossa');
  });
});
