import { describe, expect, test } from 'vitest';
import {
  HANDS_OFF,
  handStep,
  type HandAct,
  type HandRules,
  type HandSession,
} from '../../../../renderer/canvas/tools/hand-session.ts';
import type { HandEvent } from '../../../../renderer/canvas/viewport/hand-event.ts';
import type { Point } from '../../../../shared/geometry/point.ts';

const PEN = 50;
const MOUSE = 1;

/** Hands over a canvas: time goes on by ten milliseconds with each event. */
function hands(rules: Partial<HandRules> = {}) {
  let session: HandSession = HANDS_OFF;
  let [timeMs, penSeen] = [1000, false];
  const acts: HandAct[] = [];
  const send = (event: Partial<HandEvent> & Pick<HandEvent, 'type' | 'id' | 'pointer' | 'at'>) => {
    timeMs += 10;
    const whole = { button: 0, sizePx: 12, shift: false, alt: false, timeMs, ...event };
    const next = handStep(session, whole, { penMode: 'auto', panning: false, penSeen, ...rules });
    session = next.session;
    acts.push(...next.acts);
    penSeen ||= next.acts.some((act) => act.type === 'tool' && act.press === 'down' && act.pointer === 'pen');
  };
  const pointer = (kind: HandEvent['pointer'], id: number) => ({
    down: (at: Point, more: Partial<HandEvent> = {}) => {
      send({ type: 'down', id, pointer: kind, at, ...more });
    },
    move: (at: Point, more: Partial<HandEvent> = {}) => {
      send({ type: 'move', id, pointer: kind, at, ...more });
    },
    up: (at: Point) => {
      send({ type: 'up', id, pointer: kind, at });
    },
    cancel: (at: Point) => {
      send({ type: 'cancel', id, pointer: kind, at });
    },
  });
  return {
    acts,
    /** `down move up`, `pan`, …: what came of it all. */
    story: () => acts.map((act) => (act.type === 'tool' ? act.press : act.type)).join(' '),
    clicks: () => acts.flatMap((act) => (act.type === 'tool' && act.press === 'down' ? [act.clicks] : [])),
    pass: (ms: number) => {
      timeMs += ms;
    },
    mouse: pointer('mouse', MOUSE),
    pen: pointer('pen', PEN),
    finger: (id: number) => pointer('touch', id),
  };
}

describe('mouse and touch', () => {
  test('the mouse draws, and hovers between strokes', () => {
    const { mouse, story } = hands();
    mouse.move([5, 5]);
    mouse.down([10, 10]);
    mouse.move([20, 20]);
    mouse.up([20, 20]);
    expect(story()).toBe('move down move up');
  });

  test('one finger draws, two zoom, and what the first one began is taken back', () => {
    const { finger, story, acts } = hands();
    const [one, two] = [finger(2), finger(3)];
    one.down([10, 10]);
    one.move([20, 20]);
    two.down([80, 20]);
    two.move([90, 20]);
    one.up([20, 20]);
    two.move([95, 20]);
    two.up([95, 20]);
    expect(story()).toBe('down move cancel pinch pan');
    expect(acts[3]).toEqual({ type: 'pinch', before: [80, 20], at: [90, 20], other: [20, 20] });
  });

  test('after two fingers nothing is drawn until all have left the glass', () => {
    const { finger, story } = hands();
    finger(2).down([10, 10]);
    finger(3).down([80, 20]);
    finger(2).up([10, 10]);
    finger(4).down([50, 50]);
    finger(4).move([60, 60]);
    finger(3).up([80, 20]);
    finger(4).up([60, 60]);
    finger(5).down([10, 10]);
    expect(story()).toBe('down cancel pinch down');
  });

  test('a gesture that the system takes away is taken back', () => {
    const { finger, story } = hands();
    finger(2).down([10, 10]);
    finger(2).move([20, 20]);
    finger(2).cancel([20, 20]);
    finger(2).down([30, 30]);
    expect(story()).toBe('down move cancel down');
  });

  test('the held space bar makes every drag move what is seen', () => {
    const { mouse, acts } = hands({ panning: true });
    mouse.down([10, 10]);
    mouse.move([15, 12]);
    mouse.up([15, 12]);
    expect(acts).toEqual([{ type: 'pan', by: [5, 2] }]);
  });

  test('C1: the middle button moves what is seen and never what is mapped', () => {
    const { mouse, acts } = hands();
    mouse.down([10, 10], { button: 1 });
    mouse.move([15, 12]);
    mouse.up([15, 12]);
    expect(acts).toEqual([{ type: 'pan', by: [5, 2] }]);
  });
});

describe('double clicks', () => {
  test('two presses just after each other in one place are a double click, the third is a third', () => {
    const { mouse, clicks } = hands();
    for (let i = 0; i < 3; i += 1) {
      mouse.down([10, 10]);
      mouse.up([11, 10]);
    }
    expect(clicks()).toEqual([1, 2, 3]);
  });

  test('not when they are far apart, or late, or of another pointer', () => {
    const { mouse, pen, clicks, pass } = hands();
    mouse.down([10, 10]);
    mouse.up([10, 10]);
    mouse.down([20, 10]);
    mouse.up([20, 10]);
    pass(500);
    mouse.down([20, 10]);
    mouse.up([20, 10]);
    pen.down([20, 10]);
    expect(clicks()).toEqual([1, 1, 1, 1]);
  });

  test('not after a drag that came back to where it began', () => {
    const { mouse, clicks } = hands();
    mouse.down([10, 10]);
    mouse.move([60, 10]);
    mouse.move([10, 10]);
    mouse.up([10, 10]);
    mouse.down([10, 10]);
    expect(clicks()).toEqual([1, 1]);
  });
});

describe('C13: a palm on the screen makes no false strokes', () => {
  test('a touch while the pen is down is not there at all', () => {
    const { pen, finger, story } = hands();
    pen.down([10, 10]);
    finger(2).down([200, 200]);
    finger(2).move([210, 210]);
    pen.move([20, 20]);
    finger(2).up([210, 210]);
    pen.up([20, 20]);
    expect(story()).toBe('down move up');
  });

  test('a touch within half a second after the pen is none either', () => {
    const { pen, finger, story, pass } = hands({ penMode: 'off' });
    pen.down([10, 10]);
    pen.up([20, 20]);
    pass(300);
    finger(2).down([200, 200]);
    finger(2).move([230, 230]);
    finger(2).up([230, 230]);
    pass(600);
    finger(3).down([50, 50]);
    expect(story()).toBe('down up down');
  });

  test('a hand that rests while the pen comes near is a palm', () => {
    const { pen, finger, story } = hands({ penMode: 'off' });
    pen.move([10, 10]);
    finger(2).down([200, 200]);
    finger(2).move([230, 230]);
    pen.down([10, 10]);
    expect(story()).toBe('move down');
  });

  test('what the palm began before the pen came down is taken back, and the pen draws', () => {
    const { pen, finger, story } = hands();
    finger(2).down([200, 200]);
    finger(2).move([205, 205]);
    pen.down([10, 10]);
    finger(2).move([240, 240]);
    pen.move([20, 20]);
    pen.up([20, 20]);
    finger(2).up([240, 240]);
    expect(story()).toBe('down move cancel down move up');
  });

  test('a large contact is a palm, be it that it grows large later', () => {
    const { finger, story } = hands();
    finger(2).down([200, 200], { sizePx: 60 });
    finger(2).move([210, 210], { sizePx: 60 });
    finger(2).up([210, 210]);
    finger(3).down([100, 100]);
    finger(3).move([110, 110], { sizePx: 55 });
    finger(3).move([120, 120]);
    expect(story()).toBe('down cancel');
  });
});

describe('pen mode', () => {
  const strokeOf = (hand: ReturnType<ReturnType<typeof hands>['finger']>) => {
    hand.down([10, 10]);
    hand.move([15, 12]);
    hand.up([15, 12]);
  };

  test('once a pen has touched, a finger moves what is seen instead of drawing', () => {
    const { pen, finger, story, pass } = hands();
    pen.down([10, 10]);
    pen.up([20, 20]);
    pass(1000);
    strokeOf(finger(2));
    expect(story()).toBe('down up pan');
  });

  test('two fingers still zoom', () => {
    const { finger, story } = hands({ penMode: 'on' });
    finger(2).down([10, 10]);
    finger(3).down([60, 10]);
    finger(3).move([80, 10]);
    expect(story()).toBe('pinch');
  });

  test('switched on, fingers never draw; switched off, they do though a pen was used', () => {
    const on = hands({ penMode: 'on' });
    strokeOf(on.finger(2));
    expect(on.story()).toBe('pan');
    const off = hands({ penMode: 'off' });
    strokeOf(off.pen);
    off.pass(1000);
    strokeOf(off.finger(2));
    expect(off.story()).toBe('down move up down move up');
  });

  test('the mouse draws in every mode', () => {
    const { mouse, story } = hands({ penMode: 'on', penSeen: true });
    strokeOf(mouse);
    expect(story()).toBe('down move up');
  });

  test('the button on the pen moves what is seen', () => {
    const { pen, story } = hands();
    pen.down([10, 10], { button: 1 });
    pen.move([20, 20]);
    pen.up([20, 20]);
    expect(story()).toBe('pan');
  });
});
