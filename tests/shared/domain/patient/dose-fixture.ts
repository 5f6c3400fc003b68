import type { HeldCap } from '../../../../shared/domain/dose/held-caps.ts';
import { massOf } from '../../../../shared/domain/dose/arithmetic.ts';
import type { Preparation } from '../../../../shared/domain/dose/ledger.ts';
import { massIn24h, sessionVolume } from '../../../../shared/domain/dose/profiles/limits.ts';
import type { DosePart, SessionDose } from '../../../../shared/domain/patient/session-dose.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
import { calendarDate, instantOf } from '../../../../shared/kernel/time.ts';
import { grams, microgramsPerMillilitre, microlitres } from '../../../../shared/kernel/units.ts';

const SOURCE = { text: 'a label', mark: 'confirmed' } as const;
export const CAPS: readonly HeldCap[] = [
  { limit: massIn24h(SOURCE), amount: 88_000, tighterBy: null },
  { limit: sessionVolume(SOURCE), amount: 10_000, tighterBy: null },
];

export const liquid = (strengthUgPerMl: number): Preparation => ({
  form: 'liquid',
  strengthUgPerMl: microgramsPerMillilitre(strengthUgPerMl),
});
export const foam = (strengthUgPerMl: number, gasParts = 4): Preparation => ({
  form: 'foam',
  strengthUgPerMl: microgramsPerMillilitre(strengthUgPerMl),
  gasParts,
});

/** One injection of 0.3 mL of 1 % into a reticular vein of the left leg, unless something else is said. */
export function aPart(over: Partial<DosePart> = {}): DosePart {
  const part = { preparation: liquid(10_000), volumeUl: 300, ...over };
  return {
    leg: 'left',
    veinKind: 'reticular',
    injections: 1,
    massUg: massOf({ ...part.preparation, volumeUl: microlitres(part.volumeUl) }),
    ...part,
  };
}

/** A signed session of a case of its day, by number; one injection. */
export function aSessionDose(number: number, over: Partial<SessionDose> = {}): SessionDose {
  const onDate = calendarDate(`2026-0${String(number)}-10`);
  return {
    sessionId: idOf<'session'>(`session ${String(number)}`),
    caseId: idOf<'case'>('case 1'),
    number,
    onDate,
    openedAt: instantOf(Date.parse(`${onDate}T09:00:00.000Z`)),
    state: 'signed',
    legs: ['left'],
    weightG: grams(44_000),
    caps: CAPS,
    parts: [aPart()],
    struckOut: { injections: 0, volumeUl: 0 },
    amendments: 0,
    within24h: null,
    ...over,
  };
}
