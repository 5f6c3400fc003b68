import type { SessionView } from '../../../../shared/contract/session.ts';
import type { Dose, Preparation } from '../../../../shared/domain/dose/ledger.ts';
import { massOf } from '../../../../shared/domain/dose/arithmetic.ts';
import { assessDose } from '../../../../shared/domain/dose/assess-dose.ts';
import { profileById } from '../../../../shared/domain/dose/profiles/index.ts';
import type { Vein } from '../../../../shared/domain/leg-map/vein.ts';
import type { PlanItem } from '../../../../shared/domain/plan/plan.ts';
import type { Injection, StrikeOut } from '../../../../shared/domain/session/session.ts';
import { idOf, type VeinId } from '../../../../shared/kernel/ids.ts';
import { calendarDate, instantOf } from '../../../../shared/kernel/time.ts';
import { grams, microgramsPerMillilitre, microlitres } from '../../../../shared/kernel/units.ts';

/** An id that tells which it is. */
export const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const veinId = (n: number): VeinId => idOf(uuid(n));

export const NURSE = idOf<'person'>(uuid(901));
const SESSION = idOf<'session'>(uuid(801));
export const LOT = idOf<'lot'>(uuid(701));

/** A solution of so many percent. */
export const liquid = (percent: number): Preparation => ({
  form: 'liquid',
  strengthUgPerMl: microgramsPerMillilitre(Math.round(percent * 10_000)),
});

/** A line at the back of the left knee. */
export function line(n: number, changes: Partial<Vein> = {}): Vein {
  return {
    id: veinId(n),
    leg: 'left',
    aspect: 'posterior',
    number: n,
    kind: 'reticular',
    pattern: 'line',
    colour: 'blue-green',
    diameterMm: 2,
    depth: 'subdermal',
    path: [
      [0, 480],
      [0, 400],
    ],
    branches: [],
    feederId: null,
    note: '',
    carriedOverFrom: null,
    ...changes,
  };
}

export function planned(n: number, punctures: number, volumeUl: number, percent = 1): PlanItem {
  return {
    veinId: veinId(n),
    sessionNumber: 2,
    preparation: liquid(percent),
    punctures,
    volumePerPunctureUl: microlitres(volumeUl),
    locked: false,
  };
}

export const STRUCK: StrikeOut = {
  reason: 'wrong vein',
  struckAt: instantOf(99_000),
  struckBy: NURSE,
};

/** The `number`th injection: into vein `n`, or a free site (null). */
export function injection(
  number: number,
  n: number | null,
  volumeUl: number,
  changes: Partial<Injection> = {},
): Injection {
  const dose: Dose = { ...liquid(1), volumeUl: microlitres(volumeUl) };
  return {
    id: idOf(uuid(1000 + number)),
    sessionId: SESSION,
    number,
    veinId: n === null ? null : veinId(n),
    vessel: n === null ? null : { kind: 'reticular', diameterMm: 2 },
    site: { leg: 'left', aspect: 'posterior', point: n === null ? [0, 420] : null },
    lotId: LOT,
    dose,
    massUg: massOf(dose),
    needle: '30 G',
    givenAt: instantOf(number * 60_000),
    givenBy: NURSE,
    assessment: assessDose({
      ledger: { session: [], earlierIn24h: [] },
      limits: [],
      patient: { weightG: grams(44_000), proneToHypersensitivity: false, isFirstSession: false },
      syringe: null,
      candidate: null,
    }),
    reason: null,
    override: null,
    confirmedSlip: null,
    strikeOut: null,
    ...changes,
  };
}

/** A session of somebody of 44.0 kg under the strictest limits: 88.0 mg in 24 hours, 10.0 mL a session. */
export function sessionView(changes: Partial<SessionView> = {}): SessionView {
  const profile = profileById('strictest');
  if (!profile) throw new Error('no such profile');
  const onDate = calendarDate('2026-10-08');
  return {
    opening: {
      id: SESSION,
      caseId: idOf(uuid(601)),
      patientId: idOf(uuid(501)),
      number: 2,
      onDate,
      legs: ['left'],
      weightG: grams(44_000),
      answers: [],
      acceptances: [],
      waivers: [],
      openedAt: instantOf(0),
      openedBy: NURSE,
    },
    patientId: idOf(uuid(501)),
    state: 'open',
    ofSessions: 3,
    profile,
    profileApproved: false,
    tighterCaps: [],
    boxes: [
      {
        id: LOT,
        product: {
          id: idOf(uuid(401)),
          name: 'Polidocanol',
          strengthUgPerMl: microgramsPerMillilitre(10_000),
          ampouleUl: microlitres(2_000),
        },
        lotNumber: 'P4471K',
        expiresOn: calendarDate('2027-08-31'),
        recalledBecause: null,
        openedAt: instantOf(0),
      },
    ],
    injections: [],
    reactions: [],
    pause: null,
    pauses: [],
    leftForLater: [],
    closing: null,
    amendments: [],
    walks: [],
    upcoming: [],
    signatures: [],
    due: [],
    veins: [],
    heightScale: 1,
    earlierIn24h: [],
    dosePatient: { weightG: grams(44_000), proneToHypersensitivity: false, isFirstSession: false },
    names: {},
    ...changes,
  };
}
