import { useEffect, useEffectEvent, type RefObject } from 'react';
import { listenToHand } from '../viewport/hand-event.ts';
import { followed, pannedBy, zoomedAt, type Extent, type Viewport } from '../viewport/viewport.ts';
import { HANDS_OFF, handStep, type HandAct, type HandRules } from './hand-session.ts';

/** What the hand does to the tool; a place is in pixels of the canvas. */
export type ToolPress = Omit<Extract<HandAct, { type: 'tool' }>, 'type'>;

interface PointerOptions {
  /** Read with each event, so that nothing has to be rendered for it. */
  readonly look: () => HandRules & { readonly viewport: Viewport; readonly extent: Extent };
  readonly onViewport: (viewport: Viewport) => void;
  readonly onTool: (press: ToolPress) => void;
  /** The gesture is taken away: a second finger, or the system. */
  readonly onCancel: () => void;
}

/** Hands one pointer to the tool; the wheel, the middle button, the held space bar and two fingers change the viewport. */
export function useToolPointer(target: RefObject<HTMLElement | null>, options: PointerOptions): void {
  const latest = useEffectEvent(() => options);
  useEffect(() => {
    const element = target.current;
    if (element === null) return;
    let session = HANDS_OFF;
    return listenToHand(element, {
      takesFocus: true,
      wantsAllPlaces: () => session.drawing !== null,
      onHand: (event) => {
        const next = handStep(session, event, latest().look());
        session = next.session;
        for (const act of next.acts) perform(act, latest());
      },
      onWheel: ({ at, factor }) => {
        const { look, onViewport } = latest();
        onViewport(zoomedAt(look().viewport, at, factor, look().extent));
      },
    });
  }, [target]);
}

function perform(act: HandAct, { look, onViewport, onTool, onCancel }: PointerOptions): void {
  const { viewport, extent } = look();
  switch (act.type) {
    case 'tool':
      onTool(act);
      return;
    case 'cancel':
      onCancel();
      return;
    case 'pan':
      onViewport(pannedBy(viewport, act.by, extent));
      return;
    case 'pinch':
      onViewport(followed(viewport, act, extent));
      return;
  }
}
