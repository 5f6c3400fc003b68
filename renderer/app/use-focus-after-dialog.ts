import { useEffect } from 'react';

/**
 * Gives the focus back where a dialog has gone and has taken it along: to what had it before, as far as that is still there. The
 * screen that records is left out: there Enter records, and must not press what opened a dialog some time ago.
 */
export function useFocusAfterDialog(): void {
  useEffect(() => {
    const overlays = document.getElementById('overlays');
    if (!overlays) return;
    let before: EventTarget | null = null;
    let wasOpen = false;
    const onFocusIn = ({ target }: FocusEvent) => {
      if (isOutside(overlays, target)) before = target;
    };
    const onFocusOut = ({ target, relatedTarget }: FocusEvent) => {
      if (relatedTarget === null && isOutside(overlays, target)) before = null;
    };
    const observer = new MutationObserver(() => {
      const isOpen = overlays.querySelector('[role="dialog"]') !== null;
      const hasGone = wasOpen && !isOpen;
      wasOpen = isOpen;
      if (!hasGone || document.activeElement !== document.body || !(before instanceof HTMLElement)) return;
      if (before.closest('[data-enter-is-taken]') === null) before.focus({ preventScroll: true });
    });
    document.addEventListener('focusin', onFocusIn);
    document.addEventListener('focusout', onFocusOut);
    observer.observe(overlays, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', onFocusIn);
      document.removeEventListener('focusout', onFocusOut);
      observer.disconnect();
    };
  }, []);
}

const isOutside = (overlays: HTMLElement, target: EventTarget | null) =>
  target instanceof Node && !overlays.contains(target);
