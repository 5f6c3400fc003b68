import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PlanView } from '../../../shared/contract/plan.ts';
import type { ShownFailure } from '../../api/failure-of.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import { draftOf, type PlanDraft } from './plan-draft.ts';
import { historyOf, redone, stepped, undone, type History } from './plan-history.ts';

/** How far the last change has got. `saved` is only said after the answer. */
export type SaveState =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: Instant }
  /** Could not be sent or was refused; the draft is kept and can be sent again. */
  | { readonly kind: 'failed'; readonly failure: ShownFailure }
  /** Somebody else changed the plan meanwhile. */
  | { readonly kind: 'conflict' };

export interface PlanEditorState {
  readonly history: History<PlanDraft>;
  /** The version that the next save is made on. */
  readonly baseVersion: number;
  readonly save: SaveState;
}

/** Sends a draft made on a version; answers with the plan as it is saved. */
export type SendPlan = (
  draft: PlanDraft,
  baseVersion: number,
) => Promise<Result<Pick<PlanView, 'plan'>, ShownFailure>>;

/** The plan while it is edited: every change is saved as a new version, one after the other. */
export interface PlanEditor {
  readonly store: StoreApi<PlanEditorState>;
  readonly change: (next: (draft: PlanDraft) => PlanDraft) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Sends what could not be sent once more. */
  readonly retry: () => void;
  /** Takes over a plan that was read: a newer version replaces the draft unless own changes are still on their way. */
  readonly takeOver: (view: Pick<PlanView, 'plan'>) => void;
  /** Drops own unsaved changes for the plan as it is in the database. */
  readonly reload: (view: Pick<PlanView, 'plan'>) => void;
}

/** An editor that begins with a plan as it was read. */
export function createPlanEditor(view: Pick<PlanView, 'plan'>, send: SendPlan): PlanEditor {
  const store = createStore<PlanEditorState>(() => freshState(view));
  let sending = false;
  let waiting: PlanDraft[] = [];

  async function pump(): Promise<void> {
    if (sending) return;
    sending = true;
    for (let draft = waiting[0]; draft; draft = waiting[0]) {
      store.setState({ save: { kind: 'saving' } });
      const answer = await send(draft, store.getState().baseVersion);
      // A reload meanwhile has dropped this draft: its answer says nothing about what is shown now.
      if (waiting[0] !== draft) continue;
      if (!answer.ok) {
        store.setState({ save: saveStateOf(answer.error) });
        break;
      }
      waiting = waiting.slice(1);
      const { plan } = answer.value;
      if (plan)
        store.setState({
          baseVersion: plan.version,
          save: waiting.length > 0 ? { kind: 'saving' } : { kind: 'saved', at: plan.savedAt },
        });
    }
    sending = false;
  }

  function go(history: History<PlanDraft>): void {
    const state = store.getState();
    if (history === state.history || state.save.kind === 'conflict') return;
    // What was refused, or did not arrive, is in the new draft anyway unless it was taken back: only the newest is worth sending.
    waiting = state.save.kind === 'failed' ? [history.present] : [...waiting, history.present];
    store.setState({ history });
    void pump();
  }

  return {
    store,
    change: (next) => {
      const { history } = store.getState();
      go(stepped(history, next(history.present)));
    },
    undo: () => {
      go(undone(store.getState().history));
    },
    redo: () => {
      go(redone(store.getState().history));
    },
    retry: () => void pump(),
    takeOver: (read) => {
      const newer = (read.plan?.version ?? 0) > store.getState().baseVersion;
      if (newer && waiting.length === 0) store.setState(freshState(read));
    },
    reload: (read) => {
      waiting = [];
      store.setState(freshState(read));
    },
  };
}

function freshState(view: Pick<PlanView, 'plan'>): PlanEditorState {
  return {
    history: historyOf(draftOf(view)),
    baseVersion: view.plan?.version ?? 0,
    save: view.plan ? { kind: 'saved', at: view.plan.savedAt } : { kind: 'untouched' },
  };
}

function saveStateOf(failure: ShownFailure): SaveState {
  return failure.code === 'conflict' ? { kind: 'conflict' } : { kind: 'failed', failure };
}
