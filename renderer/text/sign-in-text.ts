import type { Instant } from '../../shared/kernel/time.ts';
import { durationText } from './failure-text.ts';
import { momentText } from './format.ts';

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
  signIn: 'Sign in',
  unlock: 'Unlock',
  wait: (seconds: number) => `Wait ${durationText(seconds)}`,
  numberKeys: 'The number keys work as well, then Enter',
  lockAfter: (minutes: number) => `Locked after ${String(minutes)} minutes, work is kept`,
  backup: (at: Instant | null) => (at ? `Last backup ${momentText(at)}, tested` : 'No backup made yet'),
  demoTitle: 'Explore the demo clinic',
  demoHint: 'Fictional patients, nothing real can be entered or lost. PIN for everyone: 1234',
  openDemo: 'Open demo',
  leaveTitle: 'This is the demo clinic',
  leaveHint: 'Fictional patients alone. PIN for everyone: 1234',
  leaveDemo: 'Leave demo',
} as const;
