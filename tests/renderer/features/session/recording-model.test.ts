import { describe, expect, it } from 'vitest';
import { injectionRequest } from '../../../../renderer/features/session/injection-request.ts';
import { recordingModel } from '../../../../renderer/features/session/recording-model.ts';
import {
  beginRecording,
  recordingStep,
  type RecordingAction,
  type RecordingState,
} from '../../../../renderer/features/session/recording-state.ts';
import type { SessionView } from '../../../../shared/contract/session.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
import { calendarDate } from '../../../../shared/kernel/time.ts';
import { microlitres } from '../../../../shared/kernel/units.ts';
import {
  NURSE,
  STRUCK,
  injection,
  line,
  liquid,
  LOT,
  planned,
  sessionView,
  uuid,
  veinId,
} from './session-fixture.ts';

const TODAY = calendarDate('2026-10-08');
const HERE = { today: TODAY, me: NURSE, usual: [] };
const START = beginRecording('30 G');
const view = sessionView({
  veins: [line(5), line(8), line(9)],
  due: [planned(5, 2, 300), planned(8, 2, 300)],
});
const after = (...actions: RecordingAction[]): RecordingState => actions.reduce(recordingStep, START);
const model = (state: RecordingState, of: SessionView = view) => recordingModel(of, state, HERE);
const choose = (n: number): RecordingAction => ({ type: 'vein-chosen', veinId: veinId(n) });
const volume = (ul: number): RecordingAction => ({ type: 'volume-chosen', volumeUl: microlitres(ul) });

const leftVein = (n: number) => ({
  veinId: veinId(n),
  reason: '',
  leftAt: view.opening.openedAt,
  leftBy: NURSE,
});

describe('the next injection', () => {
  it('is the first due vein with its planned volume from the only opened box', () => {
    const { vein, volumeUl, syringe, nextStep } = model(START);
    expect([vein?.number, volumeUl, syringe?.lotId, nextStep.kind]).toEqual([5, 300, LOT, 'ready']);
  });

  it('asks for a syringe when there is none, and when nobody has said which of two', () => {
    expect(model(START, { ...view, boxes: [] }).nextStep.kind).toBe('no-syringe');
    const [box] = view.boxes;
    if (!box) throw new Error('the fixture has a box');
    const two = { ...view, boxes: [box, { ...box, id: idOf<'lot'>(uuid(702)) }] };
    expect(model(START, two).nextStep.kind).toBe('no-syringe');
  });

  it('keeps lot and strength from the last injection', () => {
    const [box] = view.boxes;
    if (!box) throw new Error('the fixture has a box');
    const two = {
      ...view,
      boxes: [{ ...box, id: idOf<'lot'>(uuid(702)) }, box],
      injections: [injection(1, 5, 300)],
    };
    expect(model(START, two).syringe).toEqual({ lotId: LOT, preparation: liquid(1) });
  });

  it('refuses a lot on the day after it expired, not on the day itself', () => {
    const lastDay = calendarDate('2027-08-31');
    expect(recordingModel(view, START, { ...HERE, today: lastDay }).nextStep.kind).toBe('ready');
    expect(recordingModel(view, START, { ...HERE, today: calendarDate('2027-09-01') }).nextStep).toEqual({
      kind: 'lot-unusable',
      because: 'expired',
    });
  });

  it('refuses a lot that was recalled since its box was opened', () => {
    const boxes = view.boxes.map((box) => ({ ...box, recalledBecause: 'contaminated' }));
    expect(model(START, { ...view, boxes }).nextStep).toEqual({ kind: 'lot-unusable', because: 'recalled' });
  });

  it('notices that the syringe does not hold what is planned, and asks why', () => {
    const half = { ...view, due: [planned(5, 2, 200, 0.5)] };
    expect(model(START, half).nextStep).toMatchObject({ kind: 'other-strength', reasonGiven: false });
    const reasoned = after({ type: 'reason-given', reason: 'Surgeon’s word' });
    expect(model(reasoned, half).nextStep).toMatchObject({ kind: 'other-strength', reasonGiven: true });
  });

  it('asks a reason past a soft limit, and takes no blank one', () => {
    const soft = after(volume(400));
    expect(model(soft).nextStep).toMatchObject({ kind: 'reason-needed', reasonGiven: false });
    const blank = recordingStep(soft, { type: 'reason-given', reason: '   ' });
    expect(model(blank).nextStep).toMatchObject({ reasonGiven: false });
    const given = recordingStep(soft, { type: 'reason-given', reason: 'Larger calibre' });
    expect(model(given).nextStep).toMatchObject({ kind: 'reason-needed', reasonGiven: true });
  });

  it('asks about 3 mL where 0.3 mL is planned before it says anything of limits, whatever the reason', () => {
    const typed = after(volume(3_000), { type: 'reason-given', reason: 'Larger calibre' });
    expect(model(typed).nextStep).toMatchObject({
      kind: 'slip',
      slip: { against: 'plan', volumeUl: 3_000, expectedUl: 300 },
    });
    const confirmed = recordingStep(typed, { type: 'volume-confirmed' });
    expect(model(confirmed).nextStep.kind).toBe('reason-needed');
    expect(model(recordingStep(confirmed, volume(3_010))).nextStep.kind).toBe('slip');
    expect(model(recordingStep(confirmed, choose(8))).nextStep.kind).toBe('ready');
  });

  it('holds a vein that is not planned against what one usually gives', () => {
    const reticular = { veinKind: 'reticular', veinPattern: 'line', form: 'liquid' } as const;
    const usual = [{ ...reticular, volumeUl: 300, extent: 35, samples: 12 }];
    const typed = after(choose(9), volume(3_000));
    expect(recordingModel(view, typed, { ...HERE, usual }).nextStep).toMatchObject({
      kind: 'slip',
      slip: { against: 'usual', samples: 12 },
    });
    expect(model(typed).nextStep.kind).toBe('reason-needed');
  });

  it('keeps to a tighter limit that a surgeon has set for this session', () => {
    const tighterCaps = [
      {
        limitId: 'session-volume',
        amount: 200,
        setBy: idOf<'person'>(uuid(902)),
        setAt: view.opening.openedAt,
        reason: null,
      },
    ];
    expect(model(after(choose(5)), { ...view, tighterCaps }).nextStep).toMatchObject({
      kind: 'hard-limit',
      fitsUl: 200,
    });
  });

  it('stops at a hard limit whatever the reason, and says what still fits', () => {
    const state = after(
      volume(9_000),
      { type: 'volume-confirmed' },
      { type: 'reason-given', reason: 'Larger calibre' },
    );
    expect(model(state).nextStep).toMatchObject({ kind: 'hard-limit', fitsUl: 8_800 });
  });

  it('goes on by itself to the next vein when one is done', () => {
    const injections = [injection(1, 5, 300), injection(2, 5, 300)];
    const state = after({ type: 'recorded', veinId: veinId(5) });
    expect(model(state, { ...view, injections }).vein?.number).toBe(8);
  });

  it('stays with a vein that was chosen by hand, though it has had all its punctures', () => {
    const injections = [injection(1, 5, 300), injection(2, 5, 300)];
    const { vein, volumeUl, nextStep } = model(after(choose(5)), { ...view, injections });
    expect([vein?.number, volumeUl, nextStep.kind]).toEqual([5, 300, 'ready']);
  });

  it('can be a vein that was not planned for today', () => {
    const { vein, task, nextStep } = model(after(choose(9), volume(200)));
    expect([vein?.number, task, nextStep.kind]).toEqual([9, null, 'ready']);
  });

  it('forgets volume and reason when another vein is chosen', () => {
    const state = after(volume(400), { type: 'reason-given', reason: 'Larger calibre' }, choose(8));
    expect([state.volumeUl, state.reason]).toEqual([null, '']);
  });

  it('passes over veins that somebody has left for another session, in whatever window, until they are taken up again', () => {
    const left = (...numbers: number[]) => ({ ...view, leftForLater: numbers.map(leftVein) });
    expect(model(START, left(5, 8)).nextStep.kind).toBe('nothing-due');
    expect(model(START, left(5)).vein?.number).toBe(8);
    expect(model(after(choose(5)), left(5)).vein?.number).toBe(5);
    const dropped = after(choose(5), { type: 'left-for-later', veinIds: [veinId(5)] });
    expect(model(dropped, left(5)).vein?.number).toBe(8);
  });

  it('passes over a vein that no longer fits, which can still be chosen: then the limit answers', () => {
    const injections = Array.from({ length: 29 }, (_, n) => injection(n + 1, null, 300));
    const full = { ...view, due: [planned(5, 2, 300), planned(8, 2, 100, 0.5)], injections };
    expect(model(START, full).vein?.number).toBe(8);
    expect(model(after(choose(5)), full).nextStep.kind).toBe('hard-limit');
    const struck = injections.map((each) => (each.number === 29 ? { ...each, strikeOut: STRUCK } : each));
    expect(model(START, { ...full, injections: struck }).vein?.number).toBe(5);
  });

  it('offers the last volume of the vein, else of the person, where nothing is planned', () => {
    const given = [injection(1, 5, 250), injection(2, 5, 300), injection(3, null, 150)];
    const done = { ...view, injections: given };
    expect(model(after(choose(5)), done).volumeUl).toBe(300);
    expect(model(after(choose(9)), done).volumeUl).toBe(300);
    const site = { leg: 'left', aspect: 'medial', point: [10, 420] } as const;
    expect(model(after({ type: 'site-chosen', site }), done).volumeUl).toBe(150);
    const another = idOf<'person'>(uuid(903));
    const elsewhere = recordingModel(done, after(choose(9)), { ...HERE, me: another });
    expect(elsewhere.volumeUl).toBeNull();
  });

  it('is nothing while the session is paused', () => {
    const pause = {
      id: idOf<'pause'>(uuid(1)),
      since: view.opening.openedAt,
      by: NURSE,
      reason: '',
      reactionId: null,
      needsSurgeon: false,
      resumption: null,
    };
    expect(model(START, { ...view, pause }).nextStep.kind).toBe('paused');
  });
});

describe('what is sent', () => {
  const OVERRIDE = { surgeonId: idOf<'person'>(uuid(902)), pin: '1234', reason: 'Last place' };
  const requestOf = (state: RecordingState, override: typeof OVERRIDE | null = null) =>
    injectionRequest(view, model(state), state, override);

  it('names the vein, its leg, the lot, the volume and the needle', () => {
    expect(requestOf(START)).toMatchObject({
      veinId: veinId(5),
      site: { leg: 'left', aspect: 'posterior', point: null },
      lotId: LOT,
      volumeUl: 300,
      needle: '30 G',
      reason: null,
      override: null,
    });
  });

  it('says how many injections into the vein it had seen, struck-out ones among them', () => {
    const injections = [
      injection(1, 5, 300),
      injection(2, 5, 300, { strikeOut: STRUCK }),
      injection(3, 8, 300),
    ];
    const seen = { ...view, injections };
    const chosen = after(choose(5));
    expect(injectionRequest(seen, model(chosen, seen), chosen, null)?.seenInjections).toBe(2);
    const site = { leg: 'left', aspect: 'posterior', point: null } as const;
    const state = after({ type: 'site-chosen', site }, volume(100));
    const sites = { ...view, injections: [injection(1, null, 100), injection(2, 5, 300)] };
    expect(injectionRequest(sites, model(state, sites), state, null)?.seenInjections).toBe(1);
  });

  it('names the place of a free site and no vein', () => {
    const site = { leg: 'left', aspect: 'medial', point: [10, 420] } as const;
    const state = after({ type: 'site-chosen', site }, volume(100));
    expect(requestOf(state)).toMatchObject({ veinId: null, site });
  });

  it("gives the surgeon's reason for a soft limit that is passed with the hard one, and only then", () => {
    expect(requestOf(after(volume(9_000), { type: 'volume-confirmed' }), OVERRIDE)?.reason).toBe(
      'Last place',
    );
    expect(requestOf(START, OVERRIDE)?.reason).toBeNull();
  });
});
