import type { SessionCheck } from '../../shared/contract/failure.ts';
import type { Gauge } from '../../shared/domain/dose/assess-dose.ts';
import type { Limit, Severity } from '../../shared/domain/dose/label-profile.ts';
import { TRIES_TO_TELL } from '../../shared/domain/staff/pin-wait.ts';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import type { ShownFailure } from '../api/failure-of.ts';
import { clockText, dateText, mgText, mlExactText, mlTotalText, preparationText } from './format.ts';
import { limitName } from './limit-text.ts';
import { rolesText } from './role-text.ts';
import { slipText } from './slip-text.ts';

/** What happened, and what can be done about it. */
export interface FailureText {
  readonly what: string;
  readonly remedy: string;
}

/** The words of a failure. */
export function failureText(failure: ShownFailure): FailureText {
  switch (failure.code) {
    case 'unreachable':
      return text('The program did not answer.', 'What you entered is still here: try again in a moment.');
    case 'internal':
      return text(
        'Something went wrong inside the program.',
        'Nothing was half-saved. Try again; if it happens again, restart Phleboplan.',
      );
    case 'invalid-input':
      return text('Some of this cannot be saved as it stands.', 'Check the marked fields.');
    case 'not-found':
      return text('This is not in the records any more.', 'Go back to Today and open it again.');
    case 'not-signed-in':
      return text('You are not signed in any more.', 'Sign in with your PIN, then try again.');
    case 'forbidden':
      return text(`Only a ${rolesText(failure.needs)} may do this.`, 'Ask one of them to sign in.');
    case 'conflict':
      return text(
        `Somebody else changed the ${conflictWord(failure.what)} in the meantime.`,
        'Load the present version, then make your change again.',
      );
    case 'auth/wrong-pin':
      return text(`That PIN is not right.${inARowText(failure.inARow)}`, wrongPinRemedy(failure));
    case 'auth/wait':
      return text(`Too many wrong PINs.${inARowText(failure.inARow)}`, wrongPinRemedy(failure));
    case 'clinic/already-set-up':
      return text('This clinic is set up already.', 'Sign in instead.');
    case 'clinic/not-set-up':
      return text('This clinic is not set up yet.', 'Create the administrator first.');
    case 'staff/last-administrator':
      return text('The clinic needs at least one administrator.', 'Make somebody else administrator first.');
    case 'staff/name-taken':
      return text('Somebody with this name is here already.', 'Add a second given name or a room.');
    case 'room/name-taken':
      return text('There is a room of this name already.', 'Give it another name.');
    case 'patient/record-number-taken':
      return text('Another patient has this record number.', 'Search for it, or give another number.');
    case 'vein/has-injections':
      return text(
        `${failure.labels.join(', ')} has injections on record.`,
        'It stays on the map; its note can say what was wrong.',
      );
    case 'plan/unknown-vein':
      return text('The plan names a vein that is not on the map.', 'Load the present map and plan again.');
    case 'plan/session-done':
      return text(
        `Session ${String(failure.number)} has been held.`,
        'Its part of the plan is history and stays as it is.',
      );
    case 'plan/feeder-later':
      return text(
        `A feeder would come later than what it feeds: ${failure.labels.join(', ')}.`,
        'Put the feeder into the same session or an earlier one.',
      );
    case 'session/already-open':
      return text('This patient has an open session already.', 'Continue it, or close it first.');
    case 'session/already-done':
      return text('This session has been held already.', 'Open the next planned session.');
    case 'session/not-planned':
      return text('The plan has no such session.', 'Plan it first, or open another one.');
    case 'session/check-missing':
      return text(
        `Before the first injection is missing: ${failure.checks.map(checkWord).join(', ')}.`,
        'Complete the checks, then open the session.',
      );
    case 'session/contraindicated':
      return text(
        'There is an absolute contraindication: this patient is not treated today.',
        'A surgeon can change the assessment if it is wrong.',
      );
    case 'session/acceptance-needed':
      return text(
        'There is a relative contraindication that no surgeon has accepted.',
        'A surgeon accepts it with a reason and a PIN.',
      );
    case 'session/waiver-needed':
      return text(
        `${failure.check === 'duplex' ? 'Duplex first' : 'What feeds them first'}: ${failure.labels.join(', ')}.`,
        'Do that first, or a surgeon lets it pass with a reason and a PIN.',
      );
    case 'session/locked':
      return text('This session is closed or signed: its record is locked.', 'Nothing can be added to it.');
    case 'session/paused':
      return text(
        `This session is paused since ${clockText(failure.since)}: nothing was recorded.`,
        failure.needsSurgeon ? 'A surgeon lets it go on, with a reason and a PIN.' : 'Resume it first.',
      );
    case 'session/surgeon-needed':
      return text('Only a surgeon can let this session go on.', 'A surgeon gives a reason and a PIN.');
    case 'session/moved-on':
      return text(
        `Somebody else has recorded No. ${String(failure.number)} here meanwhile: yours was not recorded.`,
        'Look again what this vein has had, then record if it is still to be given.',
      );
    case 'session/not-closed':
      return text('This session is still open.', 'Close it first, then sign.');
    case 'session/difference-unexplained':
      return text(
        `The ampoules do not add up: ${mlExactText(Math.abs(failure.differenceUl))} is not accounted for.`,
        'Correct the count, or say why.',
      );
    case 'session/recount-needed':
      return text(
        'An injection was struck out since the ampoules were counted.',
        'A surgeon corrects the closing under “Amend…”, then the record is signed.',
      );
    case 'session/already-signed':
      return text('This has been signed in that role already.', 'No second signature is needed.');
    case 'session/next-too-soon':
      return text(
        `The next session would be too soon: not before ${dateText(failure.earliest)}.`,
        'Choose a later day, or leave it open; a surgeon can set an earlier one in the plan.',
      );
    case 'session/walk-too-short':
      return text(
        `The walk has ${durationText(failure.minutesLeft * 60)} to go.`,
        'Let it go on, or say why it ends now.',
      );
    case 'session/wrong-leg':
      return text(
        'That is not the leg of this session.',
        'Check the leg with the patient and the plan; a surgeon can change the plan.',
      );
    case 'lot/expired':
      return text(
        `Lot ${failure.lotNumber} expired on ${dateText(failure.expiresOn)}.`,
        'Take another box; put this one aside.',
      );
    case 'lot/recalled':
      return text(`Lot ${failure.lotNumber} has been recalled.`, 'Take another box; put this one aside.');
    case 'lot/not-recalled':
      return text(`Lot ${failure.lotNumber} is not recalled.`, 'Recall it first; then note who was told.');
    case 'lot/not-opened':
      return text(`Lot ${failure.lotNumber} has not been opened in this session.`, 'Open its box first.');
    case 'lot/already-known':
      return text('This lot of this product is in stock already.', 'Look for it in the list.');
    case 'product/already-known':
      return text('This product is in the list already.', 'Choose it there.');
    case 'product/code-of-another':
      return text(
        'The code on this box names another product than the one chosen.',
        'Look at the box again, and choose what is written on it.',
      );
    case 'product/test-code':
      return text('This is the test code of the scanner’s set-up: it is on no box.', 'Scan the box itself.');
    case 'dose/strength-not-of-lot':
      return text(
        'The strength is not the one of the lot in hand.',
        'Check the ampoule, then choose its box.',
      );
    case 'dose/planned-otherwise':
      return text(
        `The plan means ${preparationText(failure.planned)} for this injection.`,
        'Change the syringe, or give a reason to go on.',
      );
    case 'dose/looks-like-slip':
      return text(
        `That may be a slip: ${slipText(failure.slip, null)}.`,
        'Nothing was recorded. Correct the volume, or say that it is right.',
      );
    case 'dose/reason-needed':
      return text(passedText(failure.assessment, 'soft'), 'Give a reason to go on.');
    case 'dose/over-hard-limit':
      return text(
        passedText(failure.assessment, 'hard'),
        'Give less, leave it for another session, or a surgeon allows it with a reason and a PIN.',
      );
    case 'dose/cap-wider':
      return text(
        `${limitName(failure.limit)}: a session’s own limit can only be tighter than ${amountText(failure.limit, failure.most)}.`,
        'Give that or less.',
      );
    case 'dose/override-refused':
      return failure.because === 'wrong-pin'
        ? text('The surgeon’s PIN is not right.', 'Nothing was recorded. The surgeon enters it again.')
        : text('Only a surgeon can allow this.', 'Nothing was recorded. Choose a surgeon.');
    case 'injection/already-struck-out':
      return text('This injection is struck out already.', 'It counts no more; nothing else is needed.');
    case 'reaction/already-struck-out':
      return text('This reaction is struck out already.', 'It counts no more; nothing else is needed.');
    case 'review/already-replaced':
      return text(
        'Another review has taken the place of this one already.',
        'Nothing was saved. Correct the later one.',
      );
    case 'complication/already-followed':
      return text('This is followed as a complication already.', 'Add to that one.');
    case 'complication/struck-out':
      return text('This has been struck out.', 'Record it anew if it was right.');
    case 'profile/unknown':
      return text('These limits are not known here.', 'Choose another set under Setup.');
    case 'profile/name-taken':
      return text('Another set of limits has this name.', 'Give it another one.');
    case 'profile/shipped':
      return text(
        'These limits came with the program and stay as they are.',
        'Copy them and change the copy.',
      );
    case 'profile/unchanged':
      return text('Nothing differs from the version before.', 'There is nothing to save.');
    case 'storage/full':
      return text('The disk is full.', 'Nothing was saved. Make room on it, then try again.');
    case 'storage/busy':
      return text('The records are in use by another program.', 'Nothing was saved. Try again in a moment.');
    case 'storage/unreadable':
      return text(
        'The records cannot be read or written.',
        'Check that the disk is there and that you may use its folder.',
      );
    case 'storage/wrong-key':
      return text(
        'The key does not open these records.',
        'They were left as they are. Bring back the key that belongs to them.',
      );
    case 'storage/corrupt':
      return text('The records are damaged.', 'They were left as they are. Restore the newest backup.');
    case 'storage/newer':
      return text(
        'The records were made by a newer version of Phleboplan.',
        'They were left as they are. Install the newer version.',
      );
    case 'storage/no-keychain':
      return text(
        'This computer has no keychain that could keep the key.',
        'Set one up in the operating system, then start again.',
      );
    case 'storage/key-missing':
      return text(
        'The key of these records is missing.',
        'They were left as they are. Bring back the key that belongs to them.',
      );
    case 'storage/key-exposed':
      return text(
        'Other accounts of this computer can read the key of these records.',
        'Make the key file readable by your own account alone (chmod 600), then start again.',
      );
    default:
      return assertNever(failure);
  }
}

/** Both sentences in one line. */
export function failureLine(failure: ShownFailure): string {
  const { what, remedy } = failureText(failure);
  return `${what} ${remedy}`;
}

function text(what: string, remedy: string): FailureText {
  return { what, remedy };
}

/** From five wrong PINs in a row on it is said how many, and who can help. */
function inARowText(inARow: number): string {
  return inARow < TRIES_TO_TELL ? '' : ` That makes ${String(inARow)} wrong ones in a row.`;
}

function wrongPinRemedy(failure: { readonly waitSeconds: number; readonly inARow: number }): string {
  const wait = waitText(failure.waitSeconds);
  return failure.inARow < TRIES_TO_TELL ? wait : `${wait} An administrator can set a new PIN.`;
}

function waitText(seconds: number): string {
  if (seconds <= 0) return 'Try again.';
  return `Wait ${durationText(seconds)}, then try again.`;
}

/** `5 seconds`, `2 minutes` (rounded up). */
export function durationText(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 90) return whole === 1 ? '1 second' : `${String(whole)} seconds`;
  return `${String(Math.ceil(whole / 60))} minutes`;
}

function conflictWord(what: 'map' | 'plan' | 'patient' | 'profile'): string {
  return { map: 'map', plan: 'plan', patient: 'patient’s details', profile: 'limits' }[what];
}

function checkWord(check: SessionCheck): string {
  switch (check) {
    case 'identity':
      return 'the patient’s identity';
    case 'consent':
      return 'consent';
    case 'weight':
      return 'the weight of the day';
    case 'changes':
      return 'the questions asked each time';
    case 'eligibility':
      return 'the eligibility check';
    case 'allergies':
      return 'the allergies';
    default:
      return assertNever(check);
  }
}

interface Passed {
  readonly gauges: readonly Gauge[];
  readonly passed: Readonly<Record<Severity, readonly string[]>>;
}

function passedText({ gauges, passed }: Passed, severity: Severity): string {
  const gauge = gauges.find(({ limit }) => passed[severity].includes(limit.id));
  const words = severity === 'hard' ? 'a hard limit' : 'a soft limit';
  if (!gauge) return `This would pass ${words}.`;
  return `This would pass ${words}: ${amountText(gauge.limit, gauge.projected)} of ${amountText(gauge.limit, gauge.cap)} (${gauge.limit.source.text}).`;
}

function amountText({ quantity }: Limit, amount: number): string {
  switch (quantity) {
    case 'mass':
      return mgText(amount);
    case 'injections':
      return String(amount);
    default:
      return mlTotalText(amount);
  }
}
