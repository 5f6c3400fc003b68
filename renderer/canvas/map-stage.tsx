import type { Context } from 'konva/lib/Context';
import type { Layer as LayerNode } from 'konva/lib/Layer';
import { useEffect, useLayoutEffect, useState } from 'react';
import { Layer, Shape, Stage } from 'react-konva';
import type { CanvasColours } from './canvas-colours.ts';
import { useLegPictures } from './paint/leg-picture.ts';
import { fontOf } from './paint/paint-symbols.ts';
import {
  createMapPainter,
  type LiveState,
  type MapPainter,
  type MapScene,
  type PaintedLayer,
} from './stage/map-painter.ts';

/** Where the stage reads, with every frame, what the hand does. */
export interface LiveSource {
  readonly get: () => LiveState;
  readonly subscribe: (listener: () => void) => () => void;
}

export interface MapStageProps extends Omit<MapScene, 'legs' | 'fonts'> {
  readonly live: LiveSource;
  /** Told once, and again whenever there is another painter. */
  readonly onPainter?: (painter: MapPainter) => void;
}

const LAYERS: readonly PaintedLayer[] = ['ground', 'selection', 'words', 'hand'];

/**
 * The painted map: legs, veins, names, and what a tool is about to do. React hands over what is to be shown; what the hand
 * does goes by React, straight from `live` to the canvas. Knows nothing of pointers and tools.
 */
export function MapStage({ live, onPainter, ...shown }: MapStageProps) {
  const [{ nodes, painter }] = useState(createCanvases);
  const legs = useLegPictures(shown.colours);
  const fonts = useFonts(shown.colours);
  useLayoutEffect(() => {
    painter.show({ ...shown, legs, fonts });
    // Each part of the scene by itself: the props are another object with every render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [painter, legs, fonts, ...Object.values(shown)]);
  useLayoutEffect(() => {
    const follow = () => {
      painter.live(live.get());
    };
    follow();
    return live.subscribe(onceAtATime(follow));
  }, [painter, live]);
  useEffect(() => {
    onPainter?.(painter);
    return painter.stop;
  }, [painter, onPainter]);
  return (
    <Stage width={shown.width} height={shown.height} listening={false}>
      {LAYERS.map((layer) => (
        <Layer
          key={layer}
          listening={false}
          ref={(node) => {
            if (node !== null) nodes.set(layer, node);
          }}
        >
          <Shape
            listening={false}
            perfectDrawEnabled={false}
            sceneFunc={(context: Context) => {
              painter.paint(layer, context._context);
            }}
          />
        </Layer>
      ))}
    </Stage>
  );
}

function createCanvases() {
  const nodes = new Map<PaintedLayer, LayerNode>();
  const painter = createMapPainter((layer) => {
    // The hand sees its own stroke at once; the rest comes with the next frame.
    if (layer === 'hand') nodes.get(layer)?.draw();
    else nodes.get(layer)?.batchDraw();
  }, window.devicePixelRatio);
  return { nodes, painter };
}

/** Called any number of times while one event is handled, runs once, right after it. */
function onceAtATime(run: () => void): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    queueMicrotask(() => {
      waiting = false;
      run();
    });
  };
}

/** Grows when the canvas can write in the font of the page: a canvas does not wait for it, and does not paint again by itself. */
function useFonts(colours: CanvasColours): number {
  const font = fontOf(colours, 13, 600);
  const [count, setCount] = useState(0);
  useEffect(() => {
    let wanted = !document.fonts.check(font);
    void document.fonts.load(font).then(() => {
      if (wanted) setCount((before) => before + 1);
    });
    return () => {
      wanted = false;
    };
  }, [font]);
  return count;
}
