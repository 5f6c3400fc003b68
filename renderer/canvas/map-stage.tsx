import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Context } from 'konva/lib/Context';
import { Layer, Shape, Stage } from 'react-konva';
import type { VeinId } from '../../shared/kernel/ids.ts';
import type { CanvasColours } from './canvas-colours.ts';
import { frameOf, toScreen, type ViewFrame } from './layout/arrange-views.ts';
import { paintLevels, paintScaleBar, paintTitles } from './paint/paint-ground.ts';
import { layOutLabels, paintLabel } from './paint/paint-labels.ts';
import { paintLeg } from './paint/paint-leg.ts';
import { useLegPictures } from './paint/leg-picture.ts';
import { paintSelected } from './paint/paint-selection.ts';
import { fontOf, paintDot } from './paint/paint-symbols.ts';
import { paintBand, paintHull, paintVein, type VeinPicture } from './paint/paint-vein.ts';
import type { PunctureDot } from './vein-mark.ts';

type Paint = (context: CanvasRenderingContext2D) => void;

/** What of the map is painted beside the legs and the veins. */
export interface MapDetail {
  readonly labels: boolean;
  readonly titles: boolean;
  /** Where the names of the levels begin, in pixels; null: no levels. */
  readonly levelNamesX: number | null;
  /** Where the scale bar begins, in pixels; null: no bar. */
  readonly scaleBarX: number | null;
  readonly heightScale: number;
  /** Webs as plain areas. */
  readonly hulls: boolean;
  /** Points of the selected vein can be taken hold of. */
  readonly handles: boolean;
}

export interface MapStageProps {
  readonly width: number;
  readonly height: number;
  readonly frames: readonly ViewFrame[];
  readonly pictures: readonly VeinPicture[];
  readonly dots: readonly PunctureDot[];
  readonly selectedId: VeinId | null;
  readonly colours: CanvasColours;
  readonly detail: MapDetail;
  /** Painted over everything: what a tool is about to do. */
  readonly overlay?: Paint;
}

/** The painted map: legs, veins, labels. Knows nothing of pointers and tools. */
export function MapStage(props: MapStageProps) {
  const { width, height, frames, pictures, dots, selectedId, colours, detail } = props;
  const legs = useLegPictures(colours);
  const fontReady = useFontReady(colours);
  const ground = useMemo(
    () => ({ frames, width, height, colours }),
    // Its words are painted again once the font is there.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [frames, width, height, colours, fontReady],
  );
  const labels = useMemo(() => {
    if (!detail.labels) return [];
    const selected = pictures.find(({ vein }) => vein.id === selectedId)?.vein ?? null;
    const bounds = {
      minX: detail.levelNamesX ?? 4,
      minY: detail.titles ? 40 : 4,
      maxX: width - 4,
      maxY: height - 4,
    };
    return layOutLabels(pictures, { bounds, frames, selected });
    // Text is measured again once the font is there.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [detail, pictures, frames, selectedId, width, height, fontReady]);

  const paintGround = useCallback<Paint>(
    (context) => {
      if (detail.levelNamesX !== null) paintLevels(context, ground, detail.levelNamesX);
      for (const frame of frames) paintLeg(context, frame, legs, colours);
    },
    [detail.levelNamesX, ground, legs, frames, colours],
  );
  const { hulls, handles } = detail;
  const paintVeins = useCallback<Paint>(
    (context) => {
      paintAllVeins(context, { pictures, selectedId, hulls, handles });
      for (const dot of dots) {
        const frame = frameOf(frames, dot);
        if (frame !== null) paintDot(context, toScreen(frame, dot.point), dot, colours);
      }
    },
    [pictures, selectedId, hulls, handles, dots, frames, colours],
  );
  const paintTop = useCallback<Paint>(
    (context) => {
      for (const label of labels) paintLabel(context, label, label.key.vein.id === selectedId);
      if (detail.titles) paintTitles(context, ground);
      if (detail.scaleBarX !== null) paintScaleBar(context, ground, detail.heightScale, detail.scaleBarX);
    },
    [labels, selectedId, detail, ground],
  );
  return (
    <Stage width={width} height={height} listening={false}>
      <PaintedLayer paint={paintGround} />
      <PaintedLayer paint={paintVeins} />
      <PaintedLayer paint={paintTop} />
      {props.overlay === undefined ? null : <PaintedLayer paint={props.overlay} />}
    </Stage>
  );
}

/** A canvas of its own; painted again only when `paint` is another function. */
function PaintedLayer({ paint }: { readonly paint: Paint }) {
  const sceneFunc = useCallback(
    (context: Context) => {
      paint(context._context);
    },
    [paint],
  );
  return (
    <Layer listening={false}>
      <Shape listening={false} perfectDrawEnabled={false} sceneFunc={sceneFunc} />
    </Layer>
  );
}

function paintAllVeins(
  context: CanvasRenderingContext2D,
  scene: Pick<MapStageProps, 'pictures' | 'selectedId'> & Pick<MapDetail, 'hulls' | 'handles'>,
): void {
  const { pictures, selectedId, hulls, handles } = scene;
  for (const picture of pictures) paintBand(context, picture);
  for (const picture of pictures) {
    if (picture.vein.id === selectedId) continue;
    if (hulls && picture.vein.pattern === 'web') paintHull(context, picture);
    else paintVein(context, picture);
  }
  const selected = pictures.find(({ vein }) => vein.id === selectedId);
  if (selected !== undefined) paintSelected(context, selected, handles);
}

/** False until the canvas can write in the font of the page: a canvas does not wait for it, and does not paint again by itself. */
function useFontReady(colours: CanvasColours): boolean {
  const font = fontOf(colours, 13, 600);
  const [ready, setReady] = useState(() => document.fonts.check(font));
  useEffect(() => {
    let wanted = true;
    void document.fonts.load(font).then(() => {
      if (wanted) setReady(true);
    });
    return () => {
      wanted = false;
    };
  }, [font]);
  return ready;
}
