import { useEffect, useRef, useState } from 'react';
import type { ScanBurst } from '../../../../shared/domain/stock/inspect-scan.ts';
import { MODIFIERS } from '../../../ui/use-scanner.ts';
import { ended, QUIET_MS, withKey, type OpenBurst } from './burst.ts';

/** A burst, and which one it is. */
export interface CountedBurst extends ScanBurst {
  readonly count: number;
}

/**
 * The last burst of keys on this page, whatever sent it: also one that comes too slowly or with another end than a scan is
 * recognised by. Its keys go nowhere else; keys that go into a field are the field’s.
 */
export function useBurst(): CountedBurst | null {
  const [burst, setBurst] = useState<CountedBurst | null>(null);
  const open = useRef<OpenBurst | null>(null);
  useEffect(() => {
    let timer = 0;
    const finish = (end: ScanBurst['end'], at: number) => {
      const done = ended(open.current, end, at);
      open.current = null;
      window.clearTimeout(timer);
      if (done) setBurst((before) => ({ ...done, count: (before?.count ?? 0) + 1 }));
      return done !== null;
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (MODIFIERS.has(event.key) || isInField(event)) return;
      if (event.key === 'Enter' || event.key === 'Tab') {
        if (finish(event.key, event.timeStamp)) keepFromPage(event);
        return;
      }
      const wasOpen = open.current !== null;
      open.current = withKey(open.current, event, event.timeStamp);
      if (!open.current) return;
      if (wasOpen) keepFromPage(event);
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        finish(null, 0);
      }, QUIET_MS);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, []);
  return burst;
}

function keepFromPage(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function isInField({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type="checkbox"]), textarea, select');
}
