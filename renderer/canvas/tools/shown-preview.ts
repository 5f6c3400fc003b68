import type { NoteMark } from '../../../shared/domain/leg-map/map-mark.ts';
import type { RunningTool } from './running-tool.ts';
import type { ToolPreview } from './tool.ts';

/** What is begun: by the tool that is at work, or on the canvas and still to be completed in a field. */
export interface Begun {
  readonly tool: RunningTool;
  /** A distance whose measure on the patient is still to be entered. */
  readonly measuring: ToolPreview['measure'];
  /** A note that has no words yet. */
  readonly draft: NoteMark | null;
}

/** Gives what is shown of what is begun; the very same value for as long as that is the same. */
export function previewer(): (begun: Begun) => ToolPreview {
  let known: { readonly of: Begun; readonly preview: ToolPreview } | null = null;
  return ({ tool, measuring, draft }) => {
    if (known?.of.tool === tool && known.of.measuring === measuring && known.of.draft === draft)
      return known.preview;
    const preview = withFields(tool.preview(), { measuring, draft });
    known = { of: { tool, measuring, draft }, preview };
    return preview;
  };
}

function withFields(preview: ToolPreview, { measuring, draft }: Omit<Begun, 'tool'>): ToolPreview {
  if (measuring === null && draft === null) return preview;
  const note = draft === null ? null : { mark: 'note' as const, at: { view: draft, point: draft.point } };
  return { ...preview, measure: preview.measure ?? measuring, pin: preview.pin ?? note };
}
