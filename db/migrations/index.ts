import type { Migration } from 'kysely/migration';
import * as clinicAndPeople from './0010-clinic-and-people.ts';
import * as patientsAndCases from './0020-patients-and-cases.ts';
import * as mapAndPlan from './0030-map-and-plan.ts';
import * as stock from './0040-stock.ts';
import * as sessions from './0050-sessions.ts';
import * as reviews from './0060-reviews.ts';
import * as audit from './0070-audit.ts';
import * as mapMarks from './0080-map-marks.ts';
import * as profileAuthors from './0090-profile-authors.ts';
import * as capsAndSlips from './0100-caps-and-slips.ts';
import * as stockMovements from './0110-stock-movements.ts';
import * as rooms from './0120-rooms.ts';
import * as waivers from './0130-waivers.ts';
import * as reactionsAndPauses from './0140-reactions-and-pauses.ts';
import * as closingAndAmendments from './0150-closing-and-amendments.ts';
import * as signInAttempts from './0160-sign-in-attempts.ts';
import * as responseFacts from './0170-response-facts.ts';
import * as registerAndRecall from './0180-register-and-recall.ts';
import * as clockSets from './0190-clock-sets.ts';
import * as judgedLimits from './0200-judged-limits.ts';

/** All migrations by name. A file that has shipped is never changed again: a change is a new file. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0010-clinic-and-people': clinicAndPeople,
  '0020-patients-and-cases': patientsAndCases,
  '0030-map-and-plan': mapAndPlan,
  '0040-stock': stock,
  '0050-sessions': sessions,
  '0060-reviews': reviews,
  '0070-audit': audit,
  '0080-map-marks': mapMarks,
  '0090-profile-authors': profileAuthors,
  '0100-caps-and-slips': capsAndSlips,
  '0110-stock-movements': stockMovements,
  '0120-rooms': rooms,
  '0130-waivers': waivers,
  '0140-reactions-and-pauses': reactionsAndPauses,
  '0150-closing-and-amendments': closingAndAmendments,
  '0160-sign-in-attempts': signInAttempts,
  '0170-response-facts': responseFacts,
  '0180-register-and-recall': registerAndRecall,
  '0190-clock-sets': clockSets,
  '0200-judged-limits': judgedLimits,
};
