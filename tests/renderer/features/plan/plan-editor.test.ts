import { describe, expect, it } from 'vitest';
import type { ShownFailure } from '../../../../renderer/api/failure-of.ts';
import type { PlanView } from '../../../../shared/contract/plan.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import { calendarDate, instantOf } from '../../../../shared/kernel/time.ts';
import { createPlanEditor, type SendPlan } from '../../../../renderer/features/plan/plan-editor.ts';
import { addSession, type PlanDraft } from '../../../../renderer/features/plan/plan-draft.ts';

type Answer = Result<Pick<PlanView, 'plan'>, ShownFailure>;

const TODAY = calendarDate('2026-09-03');
const anotherSession = (draft: PlanDraft) => addSession(draft, { minimumDays: 7, usualDays: 21 }, TODAY);

function viewOf(draft: PlanDraft, version: number): Pick<PlanView, 'plan'> {
  return {
    plan: {
      id: idOf('00000000-0000-4000-8000-000000000001'),
      caseId: idOf('00000000-0000-4000-8000-000000000002'),
      version,
      ...draft,
      savedAt: instantOf(version * 1000),
      savedBy: idOf('00000000-0000-4000-8000-000000000003'),
    },
  };
}

/** A core that answers when it is told to. */
function coreOnCall() {
  const calls: { draft: PlanDraft; baseVersion: number; answer: (answer: Answer) => void }[] = [];
  const send: SendPlan = (draft, baseVersion) =>
    new Promise((answer) => calls.push({ draft, baseVersion, answer }));
  return { calls, send };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('editing a plan', () => {
  it('says "saved" only after the answer, with the time of the answer', async () => {
    const core = coreOnCall();
    const editor = createPlanEditor({ plan: null }, core.send);
    editor.change(anotherSession);
    expect(editor.store.getState().save.kind).toBe('saving');
    expect(editor.store.getState().history.present.sessions).toHaveLength(1);
    core.calls[0]?.answer(ok(viewOf(editor.store.getState().history.present, 1)));
    await settled();
    expect(editor.store.getState().save).toEqual({ kind: 'saved', at: instantOf(1000) });
  });

  it('sends each change as a version of its own, in order, on the version before', async () => {
    const core = coreOnCall();
    const editor = createPlanEditor({ plan: null }, core.send);
    editor.change(anotherSession);
    editor.change(anotherSession);
    expect(core.calls).toHaveLength(1);
    core.calls[0]?.answer(ok(viewOf(core.calls[0].draft, 1)));
    await settled();
    expect(core.calls.map((call) => [call.baseVersion, call.draft.sessions.length])).toEqual([
      [0, 1],
      [1, 2],
    ]);
    expect(editor.store.getState().save.kind).toBe('saving');
  });

  it('keeps the change when the connection fails and sends it again on retry', async () => {
    const core = coreOnCall();
    const editor = createPlanEditor({ plan: null }, core.send);
    editor.change(anotherSession);
    core.calls[0]?.answer(err({ code: 'unreachable' }));
    await settled();
    expect(editor.store.getState().save).toEqual({ kind: 'failed', failure: { code: 'unreachable' } });
    expect(editor.store.getState().history.present.sessions).toHaveLength(1);
    editor.retry();
    core.calls[1]?.answer(ok(viewOf(core.calls[0]?.draft ?? { sessions: [], items: [] }, 1)));
    await settled();
    expect(editor.store.getState().save.kind).toBe('saved');
  });

  it('stops at a conflict and takes the other plan only when asked', async () => {
    const core = coreOnCall();
    const editor = createPlanEditor({ plan: null }, core.send);
    editor.change(anotherSession);
    core.calls[0]?.answer(err({ code: 'conflict', what: 'plan', currentVersion: 4 }));
    await settled();
    expect(editor.store.getState().save.kind).toBe('conflict');
    editor.change(anotherSession);
    expect(core.calls).toHaveLength(1);
    const theirs = viewOf({ sessions: [], items: [] }, 4);
    editor.takeOver(theirs);
    expect(editor.store.getState().history.present.sessions).toHaveLength(1);
    editor.reload(theirs);
    expect(editor.store.getState()).toMatchObject({ baseVersion: 4, save: { kind: 'saved' } });
    expect(editor.store.getState().history.present.sessions).toHaveLength(0);
  });

  it('undo and redo are saved like any other change', async () => {
    const core = coreOnCall();
    const editor = createPlanEditor({ plan: null }, core.send);
    editor.change(anotherSession);
    core.calls[0]?.answer(ok(viewOf(core.calls[0].draft, 1)));
    await settled();
    editor.undo();
    expect(core.calls[1]).toMatchObject({ baseVersion: 1, draft: { sessions: [] } });
    core.calls[1]?.answer(ok(viewOf({ sessions: [], items: [] }, 2)));
    await settled();
    editor.redo();
    expect(core.calls[2]?.draft.sessions).toHaveLength(1);
  });

  it("follows somebody else's newer plan when nothing of one's own is on its way", () => {
    const core = coreOnCall();
    const editor = createPlanEditor({ plan: null }, core.send);
    editor.takeOver(viewOf(anotherSession({ sessions: [], items: [] }), 3));
    expect(editor.store.getState().baseVersion).toBe(3);
    expect(editor.store.getState().history.present.sessions).toHaveLength(1);
  });
});
