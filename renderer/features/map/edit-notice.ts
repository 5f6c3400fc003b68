import type { Leg } from '../../../shared/domain/leg-map/vein.ts';
import type { CannotFeed } from '../../../shared/domain/leg-map/feeder.ts';
import type { CannotJoin } from '../../../shared/domain/leg-map/join-veins.ts';
import type { ToolRefusal } from '../../canvas/tools/tool.ts';

/** Something about the last gesture that has to be said: why it came to nothing, or what it did where that is not seen. */
export type MapNotice =
  | {
      readonly code:
        | ToolRefusal
        | CannotFeed
        | CannotJoin
        | 'too-many-branches'
        | 'split-lines-only'
        | 'split-too-near-end'
        | 'implausible-scale'
        | 'nothing-to-copy';
    }
  | {
      /** Injections were recorded for these veins. */
      readonly code: 'has-injections';
      readonly labels: readonly string[];
    }
  | { readonly code: 'copied'; readonly count: number }
  | { readonly code: 'mirrored'; readonly count: number; readonly leg: Leg }
  | { readonly code: 'fed'; readonly label: string; readonly feeder: string };

/** Whether a notice says what was done; the others say why nothing was. */
export function isDone({ code }: MapNotice): boolean {
  return code === 'copied' || code === 'mirrored' || code === 'fed';
}
