/** Words of the frame around all pages. */
export const frameText = {
  appName: 'Phleboplan',
  locksIn: (seconds: number) =>
    `Nothing touched for a while: locks in ${String(seconds)} s. The work is kept.`,
  stay: 'Stay',
  locked: 'Locked',
  loading: 'Loading…',
  choosePatient: 'Choose a patient first, on Today',
  noCase: 'Open a case for this patient first',
  unreachable: 'Phleboplan does not answer',
  tryAgain: 'Try again',
  close: 'Close',
  broken: 'This page ran into a fault',
  brokenHint: 'What was saved is safe. Load the page again, or go back to Today.',
  toToday: 'Go to Today',
  notFound: 'There is no such page',
  pages: {
    today: 'Today',
    patient: 'Patient',
    assess: 'Assess',
    map: 'Map',
    plan: 'Plan',
    session: 'Session',
    review: 'Review',
    clinic: 'Clinic',
    setup: 'Setup',
  },
} as const;
