import { useLayoutEffect, useMemo, useState } from 'react';
import { createStore } from 'zustand/vanilla';
import type { LiveSource } from './map-stage.tsx';
import type { LiveState } from './stage/map-painter.ts';
import { NO_PREVIEW } from './tools/tool.ts';
import type { Viewport } from './viewport/viewport.ts';

/** A source for maps on which nothing is drawn: it only follows the viewport. */
export function useViewportSource(viewport: Viewport): LiveSource {
  const [store] = useState(() => createStore<LiveState>(() => ({ viewport, preview: NO_PREVIEW })));
  useLayoutEffect(() => {
    store.setState({ viewport });
  }, [store, viewport]);
  return useMemo(() => ({ get: store.getState, subscribe: store.subscribe }), [store]);
}
