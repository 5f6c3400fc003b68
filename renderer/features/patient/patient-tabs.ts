export const PATIENT_TABS = ['overview', 'timeline', 'doses', 'sessions'] as const;
/** What of a patient's record is shown. */
export type PatientTab = (typeof PATIENT_TABS)[number];
