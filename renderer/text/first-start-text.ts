/** Words of the first start. */
export const firstStartText = {
  title: 'Welcome to Phleboplan',
  intro: 'Set up this clinic once. Everything stays on this computer, encrypted; nothing is sent anywhere.',
  clinic: 'Clinic',
  clinicName: 'Name of the clinic',
  clinicHint: 'As it should stand on every page and print',
  administrator: 'Administrator',
  name: 'Your name',
  nameHint: 'As the others know you, for instance with title',
  pin: 'PIN',
  pinHint: 'Four to eight digits. It signs records: tell nobody.',
  pinAgain: 'PIN once more',
  alsoRoles: 'I also work as',
  limits: 'Limits',
  limitsHint:
    'By these the program judges every dose. They can be changed later under Setup, and a clinician must approve them.',
  recommended: 'Recommended',
  create: 'Set up the clinic',
  demoTitle: 'Only looking?',
} as const;
