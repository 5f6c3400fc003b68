/** Words of the audit list. */
export const auditText = {
  title: 'Audit trail',
  rows: (total: number) => `${String(total)} entries`,
  hint: 'Every write, with who and when, chained so that a change would show.',
  verify: 'Verify the chain',
  whole: (checked: number) => `The chain is whole: ${String(checked)} entries checked`,
  broken: (row: number) =>
    `The chain breaks at entry ${String(row)}: somebody changed the file outside the program`,
  older: 'Older entries',
  newer: 'Newer entries',
  newest: 'Newest entries',
  columns: ['No.', 'When', 'Who', 'What', 'Before → after'],
  program: 'The program',
  person: 'Who',
  everybody: 'Everybody',
  day: 'Day',
  patient: 'Patient',
  patientHint: 'Name or record number',
  nobodyFits: 'Nobody fits',
  clear: 'All entries',
  none: 'No entry fits',
  noneHint: 'Nothing was written that fits all of these.',
  of: (recordNumber: string) => `of ${recordNumber}`,
  onlyThis: (recordNumber: string) => `Only entries about ${recordNumber}`,
  nothing: 'nothing',
  more: (count: number) => `and ${String(count)} more, see the entry as it is stored`,
  raw: 'As it is stored',
  rawBefore: 'Before',
  rawAfter: 'After',
  rawThing: 'About',
  rawHash: 'Hash of the chain',
  yes: 'yes',
  no: 'no',
  entries: (count: number) => `${String(count)} ${count === 1 ? 'entry' : 'entries'}`,
} as const;

const ACTIONS: Readonly<Record<string, string>> = {
  'pin/wrong': 'Wrong PIN',
  'screen/sign-in': 'Signed in',
  'screen/change-person': 'Took over at a screen',
  'screen/lock': 'Screen locked',
  'clinic/set-up': 'Clinic set up',
  'clinic/set-lock': 'Locking of screens set',
  'person/add': 'Person added',
  'person/change': 'Person changed',
  'room/add': 'Room added',
  'room/change': 'Room changed',
  'patient/create': 'Patient added',
  'patient/correct': 'Identity corrected',
  'patient/measure': 'Weight or height measured',
  'patient/state-allergies': 'Allergies asked',
  'case/open': 'Case opened',
  'assessment/save': 'Assessment saved',
  'consent/record': 'Consent recorded',
  'map/gesture': 'Map changed',
  'map/carry-over': 'Map carried over',
  'plan/save': 'Plan saved',
  'plan/move-session': 'Next session moved',
  'session/arrange': 'Room or person of a session',
  'session/open': 'Session opened',
  'session/open-box': 'Box opened',
  'session/set-cap': 'Tighter limit set',
  'session/pause': 'Session paused',
  'session/resume': 'Session resumed',
  'session/record-reaction': 'Reaction recorded',
  'session/leave-veins': 'Veins left for later',
  'session/take-up-veins': 'Veins taken up again',
  'session/start-walk': 'Walk begun',
  'session/end-walk': 'Walk ended',
  'session/close': 'Session closed',
  'session/sign': 'Session signed',
  'session/amend': 'Record amended',
  'injection/record': 'Injection recorded',
  'injection/strike-out': 'Injection struck out',
  'reaction/strike-out': 'Reaction struck out',
  'review/record': 'Review recorded',
  'product/add': 'Product added',
  'product/learn-code': 'Code of a box learned',
  'lot/add': 'Lot added',
  'lot/recall': 'Lot recalled',
  'stock/correct': 'Stock counted',
  'profile/add': 'Limits taken in',
  'profile/choose': 'Limits put to use',
  'profile/copy': 'Limits copied',
  'profile/save': 'Limits changed',
  'profile/approve': 'Limits approved',
  'complication/record': 'Complication recorded',
  'complication/add-entry': 'Complication followed',
  'complication/strike-out': 'Complication struck out',
  'recall/note-told': 'Patient told of a recall',
  'clock/set': 'Clock of the machine was set',
};

/** `Injection recorded`; an action without words of its own as it is written, `session: open box`. */
export function actionText(action: string): string {
  return ACTIONS[action] ?? spaced(action.replace('/', ': '));
}

const PURPOSES: Readonly<Record<string, string>> = {
  'sign-in': 'to sign in',
  'change-person': 'to take over at a screen',
  'session/sign': 'to sign a session',
  'session/resume': 'to resume a session',
  'session/amend': 'to amend a record',
  'limit/override': 'to pass a limit',
  'limit/tighten': 'to set a tighter limit',
  'contraindication/accept': 'to accept a contraindication',
  'check/waive': 'to waive a check',
};

/** What a PIN was typed for. */
export function purposeText(purpose: string): string {
  return PURPOSES[purpose] ?? spaced(purpose.replace('/', ': '));
}

const FIELDS: Readonly<Record<string, string>> = {
  purpose: 'PIN',
  inARow: 'wrong in a row',
  because: 'why',
  from: 'from',
  onDate: 'day',
  atTime: 'time',
  birthDate: 'born',
  volumeUl: 'volume',
  massUg: 'mass',
  strengthUgPerMl: 'strength',
  weightG: 'weight',
  heightMm: 'height',
  ampouleUl: 'ampoule',
  wastedUl: 'wasted',
  polidocanol: 'allergic to polidocanol',
  proneToHypersensitivity: 'prone to hypersensitivity',
  lockAfterMinutes: 'locks after (minutes)',
  newPin: 'new PIN set',
  inUse: 'in use',
  active: 'works here',
};

/** `volume` for `volumeUl`: what a field of an entry is called, its unit and kind left out. */
export function auditFieldText(key: string): string {
  const words = key
    .replace(/(UgPerMl|Ul|Ug|Mm|Id)$/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return FIELDS[key] ?? spaced(words);
}

/** `record reaction` for `record-reaction`. */
export function spaced(code: string): string {
  return code.replaceAll('-', ' ');
}
