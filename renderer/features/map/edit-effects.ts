import { assertNever } from '../../../shared/kernel/assert-never.ts';
import type { ToolEffect } from '../../canvas/tools/tool.ts';
import { pannedBy } from '../../canvas/viewport/viewport.ts';
import { commit, drawnVein, type editActions, type EditDesk } from './edit-actions.ts';
import type { markActions } from './edit-mark-actions.ts';
import { siteAdded } from './edit-marks.ts';
import { placedOn } from './edit-records.ts';
import { filledAt } from './fill-screen.ts';
import { opened, type MapLook } from './map-look.ts';

interface Doers {
  readonly desk: EditDesk;
  readonly edits: ReturnType<typeof editActions>;
  readonly marks: ReturnType<typeof markActions>;
  readonly look: (at: MapLook) => void;
}

/** Does what a tool asks for. */
export function applyEffect(effect: ToolEffect, { desk, edits, marks, look }: Doers): void {
  const { store, fresh } = desk;
  const { viewport, extent, pens, history } = store.getState();
  switch (effect.type) {
    case 'select':
      store.setState({ selection: new Set(effect.ids) });
      return;
    case 'pan':
      store.setState({ viewport: pannedBy(viewport, effect.by, extent) });
      return;
    case 'open-view': {
      const next = opened(store.getState(), effect.at.view);
      look(next);
      if (next.before !== null) store.setState({ viewport: filledAt(effect.at, extent) });
      return;
    }
    case 'open':
      marks.edit(effect.id);
      return;
    case 'draw':
      edits.add(drawnVein(pens[effect.pattern], effect.view, effect), `draw-${effect.pattern}`);
      return;
    case 'branch':
      edits.branch(effect.id, effect.path);
      return;
    case 'change':
      edits.change(placedOn(history.document, effect.to), effect.label);
      return;
    case 'split':
      edits.split(effect.id, effect.at);
      return;
    case 'site':
      commit(desk, siteAdded(history.document, fresh.mark(), effect.at, effect.veinId));
      return;
    case 'note':
      marks.beginNote(effect.at);
      return;
    case 'measure': {
      const { view, from, to } = effect;
      store.setState({ measuring: { view, from, to } });
      return;
    }
    case 'feed':
      edits.feed(effect.id, effect.feederId);
      return;
    case 'erase':
      edits.erase(effect.ids);
      return;
    case 'refused':
      store.setState({ notice: { code: effect.why } });
      return;
    default:
      return assertNever(effect);
  }
}
