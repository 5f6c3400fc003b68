import type { SheetMeans } from '../../../../renderer/canvas/export/map-sheet.ts';
import type { PlanPicture } from '../../../../renderer/canvas/export/plan-picture.ts';
import { pictureSvg } from '../../../../renderer/canvas/export/picture-svg.ts';
import {
  pictureOfPlan,
  type PictureChoice,
  type PictureFacts,
} from '../../../../renderer/features/plan/picture/picture-of-plan.ts';
import type { Vein } from '../../../../shared/domain/leg-map/vein.ts';
import type { PlanItem } from '../../../../shared/domain/plan/plan.ts';
import type { SessionState } from '../../../../shared/domain/session/session.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
import { addDays, calendarDate, instantOf, type CalendarDate } from '../../../../shared/kernel/time.ts';
import { micrograms, microgramsPerMillilitre, microlitres } from '../../../../shared/kernel/units.ts';
import { legVeins, MEANS } from '../../canvas/export/sheet-fixture.ts';
import { elementsIn, parseXml, textIn, type XmlElement } from '../../canvas/export/xml.ts';
import { planFacts } from './plan-fixture.ts';

export const FIRST_DAY = calendarDate('2026-09-03');
/** The day of session `number`: three weeks lie between two. */
export const dayOf = (number: number): CalendarDate => addDays(FIRST_DAY, 21 * (number - 1));

const RIGHT = legVeins('right', 60);
const LEFT = legVeins('left', 60);

/** So many veins, on the left leg alone or on both. */
export function someVeins(count: number, legs: 'left' | 'both'): readonly Vein[] {
  if (legs === 'left') return LEFT.slice(0, count);
  const half = Math.ceil(count / 2);
  return [...LEFT.slice(0, half), ...RIGHT.slice(0, count - half)];
}

export function itemFor(vein: Vein, sessionNumber: number | null, foam = false): PlanItem {
  const strength = { strengthUgPerMl: microgramsPerMillilitre(10_000) };
  return {
    veinId: vein.id,
    sessionNumber,
    preparation: foam ? { form: 'foam', ...strength, gasParts: 4 } : { form: 'liquid', ...strength },
    punctures: 4,
    volumePerPunctureUl: microlitres(200),
    locked: false,
  };
}

export interface MadeUpPlan {
  readonly veins: readonly Vein[];
  readonly items: readonly PlanItem[];
  readonly sessions: number;
  /** Sessions 1 to so many took place and gave all that was planned for them. */
  readonly held: number;
  readonly lastState: SessionState;
  readonly today: CalendarDate;
}

/** A plan that was carried out as far as it says; what is given is different. */
export function factsOf(plan: Partial<MadeUpPlan>, different: Partial<PictureFacts> = {}): PictureFacts {
  const { veins = someVeins(13, 'left'), sessions = 3, held = 0, lastState = 'signed' } = plan;
  const items = plan.items ?? spread(veins, sessions);
  const numbers = Array.from({ length: sessions }, (_, index) => index + 1);
  const { view } = planFacts(veins, {
    plan: {
      id: idOf('22222222-2222-4222-8222-222222222222'),
      caseId: idOf('33333333-3333-4333-8333-333333333333'),
      version: 4,
      sessions: numbers.map((number) => ({ number, onDate: dayOf(number), atTime: null, tighterCaps: [] })),
      items,
      savedAt: instantOf(0),
      savedBy: idOf('44444444-4444-4444-8444-444444444444'),
    },
    held: numbers
      .slice(0, held)
      .map((number) => ({ number, onDate: dayOf(number), state: number === held ? lastState : 'signed' })),
    given: items.flatMap(({ veinId, sessionNumber, punctures }) =>
      sessionNumber === null || sessionNumber > held
        ? []
        : [
            {
              veinId,
              sessionNumber,
              injections: punctures,
              volumeUl: microlitres(punctures * 200),
              massUg: micrograms(punctures * 2000),
            },
          ],
    ),
  });
  return {
    view,
    veins,
    patient: { name: 'LINDQVIST, Maja', birthDate: calendarDate('1981-03-14'), recordNumber: 'DC-00417' },
    clinic: { clinicName: 'Vein clinic', isDemo: false },
    today: plan.today ?? dayOf(Math.max(1, held)),
    ...different,
  };
}

/** One vein after the other, the first sessions first. */
export function spread(veins: readonly Vein[], sessions: number): readonly PlanItem[] {
  return veins.map((vein, index) => itemFor(vein, Math.floor((index * sessions) / veins.length) + 1));
}

export const IN_COLOUR: PictureChoice = { leg: 'both', variant: 'colour', withName: true };

export function pictureOf(facts: PictureFacts, choice: Partial<PictureChoice> = {}): PlanPicture {
  const picture = pictureOfPlan(facts, { ...IN_COLOUR, ...choice });
  if (picture === null) throw new Error('there is nothing to show');
  return picture;
}

/** The drawn page, parsed. */
export function drawnPage(picture: PlanPicture, means: SheetMeans = MEANS): XmlElement {
  return parseXml(pictureSvg(picture, means));
}

/** All words of the page, one after the other. */
export const wordsOn = (root: XmlElement): string =>
  elementsIn(root)
    .filter(({ name }) => name === 'text')
    .map(textIn)
    .join(' ')
    .replaceAll('\u00a0', ' ');

/** The signs beside or on the veins, each as `done 3`. */
export const signsOn = (root: XmlElement): readonly string[] =>
  elementsIn(root).flatMap(({ attributes }) => attributes.get('data-signs') ?? []);
