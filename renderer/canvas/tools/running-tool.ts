import type { LegView } from '../../../shared/domain/leg-map/vein.ts';
import { drawTool } from './draw-tool.ts';
import { ERASE_TOOL } from './erase-tool.ts';
import { FEEDER_TOOL } from './feeder-tool.ts';
import { PAN_TOOL } from './pan-tool.ts';
import { pinTool } from './pin-tool.ts';
import { SCALE_TOOL } from './scale-tool.ts';
import { selectTool } from './select-tool.ts';
import type { Tool, ToolEffect, ToolEvent, ToolPreview, ToolScene } from './tool.ts';

export const TOOL_IDS = [
  'select',
  'pan',
  'line',
  'web',
  'branch',
  'site',
  'note',
  'feeder',
  'scale',
  'erase',
] as const;
export type ToolId = (typeof TOOL_IDS)[number];

/** A tool with its state, whatever kind of state that is. A value: `step` gives the next one. */
export interface RunningTool {
  readonly id: ToolId;
  /** In the middle of a gesture: undo and redo wait. */
  readonly busy: boolean;
  readonly step: (
    event: ToolEvent,
    scene: ToolScene,
  ) => { readonly tool: RunningTool; readonly effects: readonly ToolEffect[] };
  /** The same value for as long as the tool is. */
  readonly preview: () => ToolPreview;
  readonly heldView: LegView | null;
}

/** The tool of a name, at rest. Without `mayChange` the select tool only selects. */
export function startTool(id: ToolId, mayChange: boolean): RunningTool {
  switch (id) {
    case 'select':
      return running(id, selectTool(mayChange));
    case 'pan':
      return running(id, PAN_TOOL);
    case 'erase':
      return running(id, ERASE_TOOL);
    case 'line':
    case 'web':
    case 'branch':
      return running(id, drawTool(id));
    case 'site':
    case 'note':
      return running(id, pinTool(id));
    case 'feeder':
      return running(id, FEEDER_TOOL);
    case 'scale':
      return running(id, SCALE_TOOL);
  }
}

function running<State>(id: ToolId, tool: Tool<State>, state: State = tool.idle): RunningTool {
  let preview: ToolPreview | null = null;
  const self: RunningTool = {
    id,
    busy: tool.isBusy(state),
    heldView: tool.heldView(state),
    preview: () => (preview ??= tool.preview(state)),
    step: (event, scene) => {
      const next = tool.step(state, event, scene);
      // A hover that changes nothing gives the same value, so that nobody looks twice.
      return { tool: next.state === state ? self : running(id, tool, next.state), effects: next.effects };
    },
  };
  return self;
}
