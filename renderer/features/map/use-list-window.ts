import { useEffect, useState, type RefObject } from 'react';
import { windowOf, type ListWindow } from './list-window.ts';

/** Which rows of a list to make; follows its scrolling and its size. */
export function useListWindow(
  list: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
): ListWindow {
  const [seen, setSeen] = useState({ top: 0, height: 0 });
  useEffect(() => {
    const element = list.current;
    if (element === null) return;
    const look = () => {
      const { scrollTop: top, clientHeight: height } = element;
      setSeen((before) => {
        const room = { count, rowHeight };
        return sameWindow(before, { top, height }, room) ? before : { top, height };
      });
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      sizes.disconnect();
    };
  }, [list, count, rowHeight]);
  return windowOf(count, { ...seen, rowHeight });
}

interface Seen {
  readonly top: number;
  readonly height: number;
}

function sameWindow(a: Seen, b: Seen, room: { readonly count: number; readonly rowHeight: number }): boolean {
  const [before, after] = [a, b].map((seen) => windowOf(room.count, { ...seen, rowHeight: room.rowHeight }));
  return before?.first === after?.first && before?.end === after?.end;
}
