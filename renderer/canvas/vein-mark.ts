import type { Aspect, Leg, PointMm } from '../../shared/domain/leg-map/vein.ts';

/** Where a vein stands in its life, as the map shows it. */
export type VeinState =
  | 'mapped'
  | 'planned'
  | 'injected'
  | 'responding'
  | 'cleared'
  | 'recurred'
  | 'new'
  | 'carried-over'
  /** Where two dates are compared: as it was, or changed in its course or its measures. */
  | 'unchanged'
  | 'changed';

/** What the map shows of a vein beside its course. */
export interface VeinMark {
  readonly state: VeinState;
  /** The planned session; gives the band its colour and the badge its shape. */
  readonly sessionNumber?: number;
  /** Text after the vein's label: `3/5 ✓`. */
  readonly label?: string;
  /** Not due today: drawn faint, its label stays as it is. */
  readonly dimmed?: boolean;
  /** Its label stands out: something about it is not as planned, and the label says what. */
  readonly caution?: boolean;
}

/** A place where the needle went in, or is to go in. */
export interface PunctureDot {
  readonly leg: Leg;
  readonly aspect: Aspect;
  readonly point: PointMm;
  readonly state: 'given' | 'next' | 'to-come' | 'struck-out' | 'free';
  /** A number or `F1`. */
  readonly text?: string;
  /** Given, and shown by its number instead of a tick. */
  readonly numbered?: boolean;
}

export const MAPPED: VeinMark = { state: 'mapped' };
