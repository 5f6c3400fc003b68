import type { CaseId, InjectionId, LotId, PatientId, PersonId, SessionId, VeinId } from '../../kernel/ids.ts';
import type { CalendarDate, Instant } from '../../kernel/time.ts';
import type { Grams, Micrograms, Microlitres } from '../../kernel/units.ts';
import type { DoseAssessment } from '../dose/assess-dose.ts';
import type { DoseSlip } from '../dose/dose-slip.ts';
import type { Dose } from '../dose/ledger.ts';
import type { Aspect, Leg, PointMm, Vein } from '../leg-map/vein.ts';

/** Open: injections can be recorded. Closed: reconciled, to be signed. Signed: locked. */
export type SessionState = 'open' | 'closed' | 'signed';

export const NEEDLES = ['25 G', '26 G', '27 G', '30 G', '32 G', '33 G'] as const;
export type Needle = (typeof NEEDLES)[number];

/** Where an injection went: into a mapped vein, or a free site on the map. */
export interface InjectionSite {
  readonly leg: Leg;
  readonly aspect: Aspect;
  /** Null when a vein was chosen from the list without pointing at a place on it. */
  readonly point: PointMm | null;
}

/** Who allowed a hard limit to be passed, and why. */
export interface LimitOverride {
  readonly surgeonId: PersonId;
  readonly reason: string;
}

/** What a vein is, as far as the limits ask. */
export type Vessel = Pick<Vein, 'kind' | 'diameterMm'>;

/** An injection as it was given. Only added; a mistake is struck out by a later record. */
export interface Injection {
  readonly id: InjectionId;
  readonly sessionId: SessionId;
  /** Counts up from 1 within the session, without gaps. */
  readonly number: number;
  readonly veinId: VeinId | null;
  /** What the vein was when it was injected, whatever it is mapped as since; null for a free site, or where nobody knows. */
  readonly vessel: Vessel | null;
  readonly site: InjectionSite;
  readonly lotId: LotId;
  readonly dose: Dose;
  readonly massUg: Micrograms;
  readonly needle: Needle;
  readonly givenAt: Instant;
  readonly givenBy: PersonId;
  /** The gauges at that moment. */
  readonly assessment: DoseAssessment;
  /** Why a soft limit was passed. */
  readonly reason: string | null;
  readonly override: LimitOverride | null;
  /** It looked like a ten-fold slip, and whoever gave it said that the volume is right. */
  readonly confirmedSlip: DoseSlip | null;
  readonly strikeOut: StrikeOut | null;
}

/** Why an injection does not count: it was recorded by mistake. */
export interface StrikeOut {
  readonly reason: string;
  readonly struckAt: Instant;
  readonly struckBy: PersonId;
}

/** An answer to a question that is asked again at each session. */
export interface SessionAnswer {
  readonly contraindicationId: string;
  readonly present: boolean;
}

/** What was checked before the first injection. */
export interface SessionOpening {
  readonly id: SessionId;
  readonly caseId: CaseId;
  readonly patientId: PatientId;
  /** The number in the plan. */
  readonly number: number;
  readonly onDate: CalendarDate;
  readonly legs: readonly Leg[];
  readonly weightG: Grams;
  readonly answers: readonly SessionAnswer[];
  readonly acceptances: readonly ContraindicationAcceptance[];
  readonly waivers: readonly CheckWaiver[];
  readonly openedAt: Instant;
  readonly openedBy: PersonId;
}

/** A surgeon's word that a relative contraindication is accepted. */
export interface ContraindicationAcceptance {
  readonly contraindicationId: string;
  readonly surgeonId: PersonId;
  readonly reason: string;
}

export const WAIVABLE_CHECKS = ['duplex', 'feeder'] as const;

/** A surgeon's word that veins are injected although a check is open; it covers the veins that the surgeon was told of. */
export interface CheckWaiver {
  readonly check: (typeof WAIVABLE_CHECKS)[number];
  readonly veinIds: readonly VeinId[];
  readonly surgeonId: PersonId;
  readonly reason: string;
}

/** What became of a box's ampoules in a session; all in liquid. */
export interface AmpouleCount {
  readonly lotId: LotId;
  readonly ampoulesOpened: number;
  readonly injectedUl: Microlitres;
  readonly wastedUl: Microlitres;
}

export const COMPRESSION_CLASSES = ['none', 'bandage', '1', '2', '3'] as const;
export type CompressionClass = (typeof COMPRESSION_CLASSES)[number];

/** How a session ended. */
export interface SessionClosing {
  readonly ampoules: readonly AmpouleCount[];
  /** Why opened, injected and wasted do not agree; null where they do. */
  readonly differenceReason: string | null;
  readonly compressionClass: CompressionClass;
  readonly compressionDays: number;
  /** The last day of compression, counted from the day of the session; that day itself where there is none. */
  readonly compressionUntil: CalendarDate;
  /** A stocking up to the groin, or one over the bandage. */
  readonly fullLength: boolean;
  readonly observedMinutes: number;
  /** Whole minutes of the walk by the clock, from its start until somebody ended it or the session was closed; null: none was timed. */
  readonly walkedMinutes: number | null;
  /** The leaflet was given. */
  readonly aftercareGiven: boolean;
  /** What of it was explained: ids of points of the session's profile. */
  readonly aftercareExplained: readonly string[];
  /** The day of the next session as it was agreed; null: none was. */
  readonly nextOn: CalendarDate | null;
  readonly note: string;
  readonly closedAt: Instant;
  readonly closedBy: PersonId;
}

export const SIGNING_ROLES = ['nurse', 'surgeon'] as const;
export type SigningRole = (typeof SIGNING_ROLES)[number];

export interface SessionSignature {
  readonly role: SigningRole;
  readonly signedAt: Instant;
  readonly signedBy: PersonId;
}
