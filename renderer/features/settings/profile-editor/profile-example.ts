import {
  appliesToPatient,
  assessDose,
  capOf,
  type DoseAssessment,
} from '../../../../shared/domain/dose/assess-dose.ts';
import { mostVolumeUl } from '../../../../shared/domain/dose/arithmetic.ts';
import type { Limit } from '../../../../shared/domain/dose/label-profile.ts';
import type { DosePatient, Preparation } from '../../../../shared/domain/dose/ledger.ts';
import type { ProfileRules } from '../../../../shared/domain/dose/profile-figures.ts';
import {
  proposeDose,
  type DoseProposalInput,
  type PlannedDose,
} from '../../../../shared/domain/plan/propose-dose.ts';
import {
  micrograms,
  microgramsPerMillilitre,
  microlitres,
  type MicrogramsPerMillilitre,
  type Microlitres,
} from '../../../../shared/kernel/units.ts';

/** A limit on the example patient. */
export interface ExampleCap {
  readonly limit: Limit;
  /** False: it does not hold for this patient, today. */
  readonly holds: boolean;
  /** In the unit of its quantity, rounded down. */
  readonly cap: number;
  /** For a limit on mass: what that is of each strength of the profile, rounded down. */
  readonly ofStrengths: readonly {
    readonly strengthUgPerMl: MicrogramsPerMillilitre;
    readonly volumeUl: Microlitres;
  }[];
}

/** One of the example veins, and what would be proposed for it; null: the profile has nothing for it. */
export interface ExampleProposal {
  readonly vein: 'reticular' | 'web' | 'line';
  readonly dose: PlannedDose | null;
}

interface ProfileExample {
  readonly caps: readonly ExampleCap[];
  /** The first injection of a session: 0.3 mL of 1 % into a reticular vein. */
  readonly firstInjection: DoseAssessment;
  readonly proposals: readonly ExampleProposal[];
}

const ONE_PERCENT: Preparation = { form: 'liquid', strengthUgPerMl: microgramsPerMillilitre(10_000) };
const FIRST_VOLUME_UL = microlitres(300);

const RETICULAR_MM = 200;
const WEB_MM = [60, 50] as const;
const LINE_MM = 50;
/** An ellipse in a box of the web's size. */
const WEB_MM2 = (Math.PI / 4) * WEB_MM[0] * WEB_MM[1];

/** What each rule of a profile does on a patient: the same functions judge and propose as in a session and a plan. */
export function exampleOf(rules: ProfileRules, patient: DosePatient): ProfileExample {
  return {
    caps: rules.limits.map((limit) => capOnPatient(limit, rules, patient)),
    firstInjection: assessDose({
      ledger: { session: [], earlierIn24h: [] },
      limits: rules.limits,
      patient,
      syringe: ONE_PERCENT,
      candidate: {
        ...ONE_PERCENT,
        volumeUl: FIRST_VOLUME_UL,
        leg: 'left',
        veinKind: 'reticular',
        diameterMm: 2,
      },
    }),
    proposals: EXAMPLE_VEINS.map(({ name, ...vein }) => ({
      vein: name,
      dose: proposeDose({ ...vein, profile: rules }),
    })),
  };
}

const EXAMPLE_VEINS: readonly (Pick<DoseProposalInput, 'vein' | 'lengthMm' | 'areaMm2'> & {
  readonly name: ExampleProposal['vein'];
})[] = [
  {
    name: 'reticular',
    vein: { kind: 'reticular', pattern: 'line', diameterMm: 2 },
    lengthMm: RETICULAR_MM,
    areaMm2: null,
  },
  {
    name: 'web',
    vein: { kind: 'telangiectasia', pattern: 'web', diameterMm: 0.5 },
    lengthMm: WEB_MM[0],
    areaMm2: WEB_MM2,
  },
  {
    name: 'line',
    vein: { kind: 'telangiectasia', pattern: 'line', diameterMm: 0.5 },
    lengthMm: LINE_MM,
    areaMm2: null,
  },
];

function capOnPatient(limit: Limit, rules: ProfileRules, patient: DosePatient): ExampleCap {
  const cap = capOf(limit, patient);
  return {
    limit,
    holds: appliesToPatient(limit, patient),
    cap,
    ofStrengths:
      limit.quantity === 'mass'
        ? strengthsOf(rules).map((strengthUgPerMl) => ({
            strengthUgPerMl,
            volumeUl: mostVolumeUl({ form: 'liquid', strengthUgPerMl }, micrograms(cap)),
          }))
        : [],
  };
}

function strengthsOf({ strengths }: ProfileRules): readonly MicrogramsPerMillilitre[] {
  const all = strengths.flatMap(({ strengthsUgPerMl }) => strengthsUgPerMl);
  return [...new Set(all)].toSorted((a, b) => a - b);
}
