import { z } from 'zod';
import { VEIN_KINDS, type Leg } from '../domain/leg-map/vein.ts';
import {
  DIMENSIONS,
  LEFT_BESIDE,
  LEG_PARTS,
  OUTCOMES,
  type Outcome,
  type ResponseCell,
} from '../domain/outcome/response-statistics.ts';
import type { PatientIdentity } from '../domain/patient/patient.ts';
import type { CaseId, VeinId } from '../kernel/ids.ts';
import type { CalendarDate } from '../kernel/time.ts';
import { date, requiredLine } from './primitives.ts';

const filter = {
  /** The last treatment of a vein on this day or later. */
  treatedFrom: date.nullable(),
  treatedTo: date.nullable(),
  part: z.enum(LEG_PARTS).nullable(),
  kind: z.enum(VEIN_KINDS).nullable(),
};

export const ResponseStatisticsOf = z.strictObject(filter);
export type ResponseStatisticsOf = z.output<typeof ResponseStatisticsOf>;

/** The veins behind one number. */
export const ResponseVeinsOf = z.strictObject({
  ...filter,
  /** The classes that they are in; none: all. */
  classes: z.array(z.strictObject({ dimension: z.enum(DIMENSIONS), key: requiredLine(40) })).max(2),
  /** Their outcome, or what was left beside them; null: all that are counted. */
  of: z.enum([...OUTCOMES, ...LEFT_BESIDE]).nullable(),
  offset: z.int().min(0).max(1_000_000),
});
export type ResponseVeinsOf = z.output<typeof ResponseVeinsOf>;

/** How the veins of the clinic responded. */
export interface ResponseStatistics {
  readonly cells: readonly ResponseCell[];
  /** Cases whose last session no review has followed: a review may still come, or they are lost to follow-up. */
  readonly unreviewedCases: { readonly waiting: number; readonly lost: number };
}

/** A vein behind a number. */
export interface ResponseVein {
  readonly patient: PatientIdentity;
  readonly caseId: CaseId;
  readonly veinId: VeinId;
  readonly leg: Leg;
  readonly number: number;
  readonly outcome: Outcome;
  readonly reviewedOn: CalendarDate;
  readonly lastTreatedOn: CalendarDate;
  /** The sessions that treated it. */
  readonly sessionNumbers: readonly number[];
}

export interface ResponseVeins {
  readonly veins: readonly ResponseVein[];
  /** Whether there are more behind these. */
  readonly hasMore: boolean;
}
