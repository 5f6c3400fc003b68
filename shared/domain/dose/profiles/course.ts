import type { CourseExpectation, LabelProfile, SessionPace } from '../label-profile.ts';
import { clinic } from './sources.ts';

/** 2 to 6 sessions, 50 to 80 % better, to be judged after up to three months. */
export const CLINIC_EXPECTATION: CourseExpectation = {
  sessions: { from: 2, to: 6 },
  improvementPercent: { from: 50, to: 80 },
  monthsToResult: 3,
  source: clinic("The clinic's patient information"),
};

/** When a weight is looked at twice: limits per kilogram are made from it. */
export const CLINIC_WEIGHING: NonNullable<LabelProfile['weighing']> = {
  confirmAfterDays: 90,
  confirmChangePercent: 5,
  source: clinic('Proposed with the program, no label has a figure: for the clinic to set'),
};

/** A session takes 30 to 45 minutes; about one minute for each puncture then fits. */
export const CLINIC_PACE: SessionPace = {
  secondsPerPuncture: 60,
  sessionMinutes: { usual: 30, most: 45 },
  source: clinic("The clinic's patient information: 30–45 minutes; the minute per puncture is an estimate"),
};
