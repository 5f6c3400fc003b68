import type { RecallCertainty, RecallSession, RecallSite } from '../../shared/contract/recall.ts';
import { mgText, mlTotalText, NBSP } from './format.ts';

const plural = (count: number, one: string, many: string) => `${String(count)} ${count === 1 ? one : many}`;

/** Words of the list that leads from a lot to everybody who got it. */
export const recallText = {
  lots: 'Lots',
  lotCount: (count: number) => plural(count, 'lot', 'lots'),
  find: 'Lot number or product',
  noLotFits: 'No lot fits.',
  recalled: 'Recalled',
  expires: (month: string) => `expires ${month}`,
  lastUsed: (date: string, sessions: number) => `last ${date} · ${plural(sessions, 'session', 'sessions')}`,
  neverUsed: 'never opened in a session',
  noLots: 'No lot in stock yet',
  noLotsHint: 'Lots are taken in under Setup, Stock.',
  choose: 'Choose a lot',
  chooseHint: 'Everybody in whose session it was opened is listed then, with what they got of it.',
  lot: (lotNumber: string) => `Lot ${lotNumber}`,
  recalledBy: (name: string, at: string, reason: string) => `Recalled by ${name}, ${at}: ${reason}`,
  recall: 'Recall this lot',
  notRecalled: 'Not recalled: it can still be drawn. Who was told is noted once it is recalled.',
  progress: (told: number, all: number) => `${String(told)} of ${String(all)} told`,
  patients: (count: number) => `${plural(count, 'patient', 'patients')} got it`,
  toTellOnly: 'To be told only',
  allTold: 'Everybody has been told.',
  noContact: 'Telephone numbers and addresses are not kept here: look them up by the record number.',
  nobody: 'Nobody got it',
  nobodyHint: 'It was never opened in a session.',
  columns: ['Patient', 'Sessions', 'Got', 'Veins', 'Reactions and complications', 'Told'],
  groups: {
    given: 'Injected',
    'struck-out': 'Recorded and struck out: it may not have been given',
    opened: 'Opened in the session, nothing recorded from it',
  } satisfies Readonly<Record<RecallCertainty, string>>,
  struckOut: (injections: number, reasons: string) =>
    `${plural(injections, 'injection', 'injections')} struck out: ${reasons}`,
  nothing: 'opened, nothing injected',
  none: 'none recorded',
  toldToday: 'Told today',
  toldOn: 'Earlier…',
  told: (date: string) => `Told ${date}`,
  by: (name: string) => `by ${name}`,
  undo: 'Take back',
  whichDay: (name: string) => `${name} was told`,
  day: 'On',
  note: 'How, by whom',
  cancel: 'Cancel',
  save: 'Save',
} as const;

/** `3 × 0.9 mL … 9.0 mg`: what was got in one session; foam is said apart. */
export function gotText({ injections, liquidUl, foamUl, massUg }: RecallSession): string {
  if (injections === 0) return recallText.nothing;
  const volumes = [
    ...(liquidUl > 0 ? [mlTotalText(liquidUl)] : []),
    ...(foamUl > 0 ? [`${mlTotalText(foamUl)} foam`] : []),
  ];
  return `${String(injections)}${NBSP}×, ${volumes.join(' + ')}, ${mgText(massUg)}`;
}

/** `L1, L4, free site left` */
export function sitesText(sites: readonly RecallSite[]): string {
  return sites
    .map(({ leg, number }) =>
      number === null ? `free site ${leg}` : `${leg === 'left' ? 'L' : 'R'}${String(number)}`,
    )
    .join(', ');
}
