import type { Contraindication } from '../domain/dose/label-profile.ts';
import type { Vein } from '../domain/leg-map/vein.ts';
import type { Hindrance } from '../domain/session/hindrance.ts';
import type { SessionCaution } from '../domain/session/session-cautions.ts';
import type { CaseId } from '../kernel/ids.ts';
import type { CalendarDate } from '../kernel/time.ts';

/** The next session of a case, and what is known before the patient comes. */
export interface NextSessionView {
  readonly caseId: CaseId;
  readonly number: number;
  /** The day that it is planned for. */
  readonly onDate: CalendarDate;
  /** What keeps it from being opened. */
  readonly hindrances: readonly Hindrance[];
  /** What ought to be looked at before. */
  readonly cautions: readonly SessionCaution[];
  /** The veins that are named in them. */
  readonly veins: readonly Pick<Vein, 'id' | 'leg' | 'number'>[];
  /** The questions that are named in them. */
  readonly contraindications: readonly Contraindication[];
}
