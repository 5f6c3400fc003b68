import { durationText } from './failure-text.ts';

/** Words of the sign-in and of the lock. */
export const signInText = {
  who: 'Who is working here?',
  records: (clinicName: string) => `${clinicName} · records stay on this computer, encrypted`,
  locked: 'Locked',
  lockedFor: (name: string) =>
    `${name}’s work is kept underneath. They unlock it with their PIN; anybody else starts from Today.`,
  unsaved: (name: string) => `Something of ${name}’s is not saved yet: only they can save it.`,
  pinOf: 'PIN of',
  choose: 'Choose your name first',
  submit: { 'sign-in': 'Sign in', unlock: 'Unlock', 'take-over': 'Go on here' },
  changeTitle: 'Who goes on here?',
  changeHint: (name: string) =>
    `The page stays as it is. What is recorded from now on is recorded by the person who takes over from ${name}.`,
  closeChange: 'Stay as it is',
  worksNow: (name: string) => `${name} works here now.`,
  wait: (seconds: number) => `Wait ${durationText(seconds)}`,
  numberKeys: 'The number keys work as well, then Enter',
  lockAfter: (minutes: number) =>
    minutes === 0
      ? 'Does not lock by itself: this is the demo'
      : `Locked after ${minutes === 1 ? '1 minute' : `${String(minutes)} minutes`}, work is kept`,
  demoTitle: 'Explore the demo clinic',
  demoHint: 'Fictional patients, nothing real can be entered or lost. PIN for everyone: 1234',
  openDemo: 'Open demo',
  leaveTitle: 'This is the demo clinic',
  leaveHint: 'Fictional patients alone. PIN for everyone: 1234',
  leaveDemo: 'Leave demo',
} as const;
