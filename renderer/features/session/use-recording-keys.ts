import { useLayoutEffect } from 'react';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import type { Microlitres } from '../../../shared/kernel/units.ts';
import { useSignIn } from '../../api/sign-in-store.ts';
import type { RecordingModel } from './recording-model.ts';
import { KEY_VOLUMES_UL } from './volume-keys.ts';

interface RecordingKeys {
  readonly model: RecordingModel;
  /** Not while a dialog is open or an answer is awaited. */
  readonly isEnabled: boolean;
  readonly onVein: (id: VeinId) => void;
  /** `at`: the time stamp of the key. */
  readonly onVolume: (volumeUl: Microlitres, at: number) => void;
  readonly onOther: () => void;
  readonly onRecord: () => void;
  readonly onSources: () => void;
  /** Takes the newest injection back, while that takes one press. */
  readonly onUndo: () => void;
  readonly onSyringe: () => void;
  readonly onReaction: () => void;
  readonly onFinish: () => void;
}

/** Digits choose a volume, up and down the vein, left and right the next volume; S opens the sources of the limits; Enter records, U or Ctrl+Z takes back; B is for the box, R for a reaction, F finishes. */
export function useRecordingKeys(keys: RecordingKeys): void {
  // Before the screen shows that a key is taken again, not after: Enter on the button that has just come would be lost.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!keys.isEnabled || (isElsewhere(event) && !isUndo(event))) return;
      const act = actionOf(event, keys);
      if (!act) return;
      event.preventDefault();
      // A key that is held down is one press: nobody injects ten times a second.
      if (!event.repeat) act();
    };
    window.addEventListener('keydown', onKey, true);
    return () => {
      window.removeEventListener('keydown', onKey, true);
    };
  });
}

function actionOf(event: KeyboardEvent, keys: RecordingKeys): (() => void) | null {
  const { model, onVein, onVolume, onOther, onRecord, onSources } = keys;
  if (isUndo(event)) return keys.onUndo;
  const way = { b: keys.onSyringe, r: keys.onReaction, f: keys.onFinish }[event.key.toLowerCase()];
  if (way) return way;
  if (model.nextStep.kind === 'paused') return null;
  if (/^[1-8]$/.test(event.key)) {
    const volumeUl = KEY_VOLUMES_UL[Number(event.key) - 1];
    return volumeUl === undefined
      ? onOther
      : () => {
          onVolume(volumeUl, event.timeStamp);
        };
  }
  switch (event.key) {
    case 'ArrowDown':
    case 'ArrowUp': {
      const veins = model.tasks.map(({ vein }) => vein);
      const current = veins.find(({ id }) => id === model.vein?.id);
      const next = neighbour(veins, current, event.key === 'ArrowDown' ? 1 : -1);
      return next
        ? () => {
            onVein(next.id);
          }
        : null;
    }
    case 'ArrowLeft':
    case 'ArrowRight': {
      const current = KEY_VOLUMES_UL.find((volumeUl) => volumeUl === model.volumeUl);
      const next = neighbour(KEY_VOLUMES_UL, current, event.key === 'ArrowRight' ? 1 : -1);
      return next
        ? () => {
            onVolume(next, event.timeStamp);
          }
        : null;
    }
    case 's':
    case 'S':
      return onSources;
    case 'Enter':
      return mayRecord(event.target) ? onRecord : null;
    default:
      return null;
  }
}

/** U, and Ctrl+Z as everywhere; neither while something is typed. */
function isUndo(event: KeyboardEvent): boolean {
  const isCtrlZ = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
  const isU = event.key.toLowerCase() === 'u' && !event.ctrlKey && !event.altKey && !event.metaKey;
  if (!isCtrlZ && !isU) return false;
  if (useSignIn.getState().phase !== 'signed-in') return false;
  const { target } = event;
  return !(target instanceof HTMLElement && target.closest('[role="dialog"], input, textarea, select'));
}

/** Keys that belong to a field, a list that scrolls, a shortcut of the frame, or a locked screen. */
function isElsewhere(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey) return true;
  if (useSignIn.getState().phase !== 'signed-in') return true;
  const { target } = event;
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('[role="dialog"]')) return true;
  return (
    target.matches('input, textarea, select') || (isScrolling(event) && target.matches('[role="group"]'))
  );
}

function isScrolling({ key }: KeyboardEvent): boolean {
  return key === 'ArrowUp' || key === 'ArrowDown';
}

/** Enter on a button presses it, unless it is one of the choices: then the choice stands and is recorded. */
function mayRecord(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return true;
  return !target.closest('button, a') || target.closest('[data-enter-records]') !== null;
}

/** Neighbour in a list, going round: for the arrow keys. */
function neighbour<T>(list: readonly T[], current: T | undefined, by: 1 | -1): T | undefined {
  const at = current === undefined ? -1 : list.indexOf(current);
  const start = at === -1 && by === -1 ? 0 : at;
  return list[(start + by + list.length) % list.length];
}
