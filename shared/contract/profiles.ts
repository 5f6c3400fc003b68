import { z } from 'zod';
import {
  CONTRAINDICATION_GRADES,
  QUANTITIES,
  SEVERITIES,
  SOURCE_MARKS,
  WINDOWS,
  type LabelProfile,
} from '../domain/dose/label-profile.ts';
import { FORMS } from '../domain/dose/ledger.ts';
import { VEIN_KINDS, VEIN_PATTERNS } from '../domain/leg-map/vein.ts';
import type { Instant } from '../kernel/time.ts';
import { line, requiredLine, strengthUgPerMl, volumeUl } from './primitives.ts';

const profileId = requiredLine(60);
const version = z.int().min(1).max(10_000);

export const ChooseProfile = z.strictObject({ profileId, version });
export type ChooseProfile = z.output<typeof ChooseProfile>;

export const ApproveProfile = z.strictObject({ profileId, version, comment: line(300) });
export type ApproveProfile = z.output<typeof ApproveProfile>;

/** Copies a version under a name of the clinic, as the first version of a profile of its own. */
export const CopyProfile = z.strictObject({ profileId, version, name: requiredLine(60) });
export type CopyProfile = z.output<typeof CopyProfile>;

export const ProfileHistoryOf = z.strictObject({ profileId });
export type ProfileHistoryOf = z.output<typeof ProfileHistoryOf>;

const amount = z.int().min(0).max(100_000_000);
const days = z.int().min(0).max(1_000);
const count = z.int().min(0).max(100_000);
const range = z.strictObject({ from: count, to: count });
const source = z.strictObject({ text: line(300), mark: z.enum(SOURCE_MARKS) });
const figureId = requiredLine(80);

const millimetres = z.number().min(0).max(50);
const diameterMm = z.strictObject({ over: millimetres, upTo: millimetres.nullable() }).optional();

const Limit = z.strictObject({
  id: figureId,
  quantity: z.enum(QUANTITIES),
  window: z.enum(WINDOWS),
  cap: z.discriminatedUnion('per', [
    z.strictObject({ per: z.literal('person'), amount }),
    z.strictObject({ per: z.literal('kilogram'), amount }),
  ]),
  scope: z.strictObject({
    veinKinds: z.array(z.enum(VEIN_KINDS)).max(3).readonly().optional(),
    diameterMm,
    form: z.enum(FORMS).optional(),
    firstSessionIfProne: z.boolean().optional(),
    firstSession: z.boolean().optional(),
  }),
  severity: z.enum(SEVERITIES),
  source,
});

const StrengthRule = z.strictObject({
  veinKind: z.enum(VEIN_KINDS),
  pattern: z.enum([...VEIN_PATTERNS, 'any']),
  form: z.enum(FORMS),
  diameterMm,
  centralVeinOnly: z.boolean().optional(),
  strengthsUgPerMl: z.array(strengthUgPerMl).max(10).readonly(),
  proposedUgPerMl: strengthUgPerMl,
  proposedVolumeUl: volumeUl,
  punctureEvery: z.int().min(1).max(100_000),
  source,
});

const Contraindication = z.strictObject({
  id: figureId,
  text: line(200),
  grade: z.enum(CONTRAINDICATION_GRADES),
  askEachSession: z.boolean(),
  foamOnly: z.boolean(),
  source,
});

/** What the clinic may write into a profile of its own; everything but which profile it is. */
export type ProfileContent = Omit<LabelProfile, 'id' | 'version' | 'name' | 'copiedFrom'>;

/** The figures of a profile as they cross the boundary: of the right shape; `checkProfile` holds them against each other. */
export const ProfileContent = z.strictObject({
  summary: line(400),
  limits: z.array(Limit).max(60).readonly(),
  strengths: z.array(StrengthRule).max(60).readonly(),
  contraindications: z.array(Contraindication).max(100).readonly(),
  interval: z.strictObject({ minimumDays: days, usualDays: days, source }),
  observationMinutes: z.strictObject({ value: count, source }),
  compressionDays: z.strictObject({ telangiectasia: days, reticular: days, source }),
  breastfeedingPause: z.strictObject({ hours: count, source }).nullable(),
  weighing: z
    .strictObject({ confirmAfterDays: days, confirmChangePercent: z.int().min(1).max(50), source })
    .optional(),
  aftercare: z
    .strictObject({
      points: z
        .array(
          z.strictObject({
            id: figureId,
            text: line(200),
            days: days.nullable(),
            foamOnly: z.boolean(),
          }),
        )
        .max(40)
        .readonly(),
      source,
    })
    .optional(),
  expectation: z
    .strictObject({ sessions: range, improvementPercent: range, monthsToResult: count, source })
    .nullable(),
  pace: z
    .strictObject({
      secondsPerPuncture: count,
      sessionMinutes: z.strictObject({ usual: count, most: count }),
      source,
    })
    .nullable(),
}) satisfies z.ZodType<ProfileContent, unknown>;

/** Saves the next version of a profile of the clinic's own. */
export const SaveProfile = z.strictObject({
  profileId,
  /** The newest version when the work on it began; a newer one meanwhile is a conflict. */
  baseVersion: version,
  content: ProfileContent,
});
export type SaveProfile = z.output<typeof SaveProfile>;

/** Who has approved a version. */
export interface ProfileApproval {
  readonly by: string;
  readonly at: Instant;
  readonly comment: string;
  /** The same person wrote this version: in a clinic of one that has to do, but it is said. */
  readonly isOwnWork: boolean;
}

/** A version of a profile as the clinic holds it. */
export interface ProfileView {
  readonly profile: LabelProfile;
  /** Null: nobody has approved it. Of several, somebody's who did not write it goes first, then the newest. */
  readonly approval: ProfileApproval | null;
  readonly inUse: boolean;
  /** Null: it came with the program. */
  readonly savedBy: string | null;
  readonly savedAt: Instant;
}

/** Every version of one profile, the newest first, and the label that it was copied from. */
export interface ProfileHistory {
  readonly versions: readonly ProfileView[];
  /** Null for a profile that came with the program. */
  readonly label: LabelProfile | null;
}
