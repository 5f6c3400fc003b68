import type { AddedInjection } from '../../../shared/contract/closing.ts';
import type { SessionView } from '../../../shared/contract/session.ts';
import { massOf } from '../../../shared/domain/dose/arithmetic.ts';
import type { Preparation } from '../../../shared/domain/dose/ledger.ts';
import { parseVolumeMl } from '../../../shared/domain/dose/volume-entry.ts';
import type { LegView } from '../../../shared/domain/leg-map/vein.ts';
import type { Injection, Needle } from '../../../shared/domain/session/session.ts';
import type { InjectionId, LotId, PersonId, VeinId } from '../../../shared/kernel/ids.ts';
import { epochMs, instantOf, type Instant } from '../../../shared/kernel/time.ts';
import { clockText } from '../../text/format.ts';
import { volumeEntryText } from '../../text/session-text.ts';
import { assessCandidate } from './session-limits.ts';

/** An injection that is to be added, as it is typed. */
export interface AdditionDraft {
  /** Where it went: a vein, or a side of the leg for a free site. */
  readonly veinId: VeinId | null;
  readonly side: LegView | null;
  readonly lotId: LotId | null;
  /** 0: liquid. */
  readonly gasParts: number;
  readonly volume: string;
  readonly needle: Needle;
  /** `HH:MM` on the clock of this computer. */
  readonly time: string;
  readonly givenBy: PersonId | null;
}

export const EMPTY_ADDITION: AdditionDraft = {
  veinId: null,
  side: null,
  lotId: null,
  gasParts: 0,
  volume: '',
  needle: '30 G',
  time: '',
  givenBy: null,
};

export type AdditionFaults = Partial<Record<'where' | 'lot' | 'volume' | 'time' | 'giver', string>>;

/** What is typed reads as an injection, or what is wrong with it. */
export type ReadAddition =
  | { readonly added: AddedInjection; readonly faults: null }
  | { readonly added: null; readonly faults: AdditionFaults };

interface ReadQuestion {
  readonly view: Pick<SessionView, 'veins' | 'boxes' | 'opening'>;
  readonly closedAt: Instant;
  readonly id: InjectionId;
}

/** Reads what was typed: of a box of the session, and at a time between its opening and its closing. */
export function readAddition(draft: AdditionDraft, { view, closedAt, id }: ReadQuestion): ReadAddition {
  const { openedAt } = view.opening;
  const vein = view.veins.find((each) => each.id === draft.veinId) ?? null;
  const side = vein ?? draft.side;
  const box = view.boxes.find((each) => each.id === draft.lotId);
  const volume = parseVolumeMl(draft.volume);
  const givenAt = momentBetween(draft.time, openedAt, closedAt);
  const { givenBy, needle } = draft;
  if (!side || !box || !volume.ok || givenAt === null || givenBy === null) {
    return {
      added: null,
      faults: {
        ...(!side && { where: 'Choose the vein or the side.' }),
        ...(!box && { lot: 'Choose the box.' }),
        ...(!volume.ok && { volume: volumeEntryText(volume.error) }),
        ...(givenAt === null && { time: `From ${clockText(openedAt)} to ${clockText(closedAt)}.` }),
        ...(givenBy === null && { giver: 'Choose who gave it.' }),
      },
    };
  }
  return {
    added: {
      injectionId: id,
      veinId: vein?.id ?? null,
      site: { leg: side.leg, aspect: side.aspect, point: null },
      lotId: box.id,
      preparation: preparationOf(box.product.strengthUgPerMl, draft.gasParts),
      volumeUl: volume.value,
      needle,
      givenAt,
      givenBy,
      volumeConfirmed: false,
    },
    faults: null,
  };
}

function preparationOf(strengthUgPerMl: Preparation['strengthUgPerMl'], gasParts: number): Preparation {
  return gasParts === 0 ? { form: 'liquid', strengthUgPerMl } : { form: 'foam', strengthUgPerMl, gasParts };
}

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;

/** The moment of a time of day between two others, on the day of the first or the one after; null: it lies outside. */
function momentBetween(time: string, from: Instant, to: Instant): Instant | null {
  const [hours, minutes] = time.split(':').map(Number);
  if (!/^\d\d:\d\d$/.test(time) || hours === undefined || minutes === undefined) return null;
  const day = new Date(epochMs(from)).setHours(hours, minutes, 0, 0);
  for (const begins of [day, day + MS_PER_DAY]) {
    // The minute as a whole: one that begins before the opening may hold it.
    const at = Math.max(begins, epochMs(from));
    if (at < begins + MS_PER_MINUTE && at <= epochMs(to)) return instantOf(at);
  }
  return null;
}

/** The session as it would be with these injections struck out and those added, each with the gauges that it would have. */
export function amendedView(
  view: SessionView,
  { struckOut, added, now }: AmendedQuestion,
): Pick<SessionView, 'injections'> {
  const strikeOut = { reason: '', struckAt: now, struckBy: view.opening.openedBy };
  const standing = view.injections.map((injection) =>
    struckOut.has(injection.id) ? { ...injection, strikeOut } : injection,
  );
  return added.reduce<Pick<SessionView, 'injections'>>(
    ({ injections }, each) => ({
      injections: [...injections, previewOf({ ...view, injections }, each)],
    }),
    { injections: standing },
  );
}

interface AmendedQuestion {
  readonly struckOut: ReadonlySet<InjectionId>;
  readonly added: readonly AddedInjection[];
  readonly now: Instant;
}

function previewOf(view: SessionView, added: AddedInjection): Injection {
  const vein = view.veins.find(({ id }) => id === added.veinId) ?? null;
  const { preparation, volumeUl } = added;
  const dose = { ...preparation, volumeUl };
  return {
    id: added.injectionId,
    sessionId: view.opening.id,
    number: view.injections.length + 1,
    veinId: added.veinId,
    vessel: vein && { kind: vein.kind, diameterMm: vein.diameterMm },
    site: added.site,
    lotId: added.lotId,
    dose,
    massUg: massOf(dose),
    needle: added.needle,
    givenAt: added.givenAt,
    givenBy: added.givenBy,
    assessment: assessCandidate(view, preparation, {
      preparation,
      volumeUl,
      leg: added.site.leg,
      vein,
    }),
    reason: null,
    override: null,
    confirmedSlip: null,
    strikeOut: null,
  };
}
