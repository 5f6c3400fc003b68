import { IconInfoCircle } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';
import type { Preparation } from '../../shared/domain/dose/ledger.ts';
import type { Gauge as GaugeValue } from '../../shared/domain/dose/assess-dose.ts';
import { percentOf } from '../text/format.ts';
import {
  capText,
  gaugeWord,
  gaugeWordText,
  leftText,
  limitAmount,
  limitName,
  limitShortName,
  tightenedText,
  unitFor,
  type GaugeWord,
} from '../text/limit-text.ts';
import { GaugeBar } from './gauge-bar.tsx';
import { GaugeSign } from './gauge-sign.tsx';
import { GaugeSource, type Tightened } from './gauge-source.tsx';
import styles from './gauge.module.css';

interface GaugeProps {
  readonly gauge: GaugeValue;
  /** It leaves least of the syringe in hand. */
  readonly binds?: boolean;
  /** Still planned for this session, in the unit of the limit; drawn after what is given. */
  readonly plannedAmount?: number;
  /** Where caution begins within this limit, in its unit. */
  readonly cautionAt?: number | null;
  /** For how much of it is left. */
  readonly syringe?: Preparation | null;
  readonly weightG?: number | null;
  /** One line and the bar: number, percent, no foot. */
  readonly compact?: boolean;
  /** Plan columns wear the colour of their session: 1 to 6. */
  readonly sessionColour?: number | undefined;
  /** The cap is a surgeon's own for this session. */
  readonly tightened?: Tightened | null;
  /** Whether the source is open, where one switch opens those of several gauges; else each opens by itself. */
  readonly showsSource?: boolean;
  /** What else can be done about this limit; stands beside its source. */
  readonly action?: ReactNode;
}

/** One limit as a bar: given, this injection, still planned, what is left; pattern and number beside every colour. Its name opens its source. */
export function Gauge(props: GaugeProps) {
  const { gauge, binds = false, compact = false, syringe = null, tightened = null } = props;
  const { limit, cap, projected } = gauge;
  const sourceId = useId();
  const [isOpen, setOpen] = useState(false);
  const opens = isOpen || props.showsSource === true;
  const word = gaugeWord(gauge);
  const amount = limitAmount(limit, projected, 'up');
  const ofCap = `of ${limitAmount(limit, cap, 'down')} ${unitFor(limit.quantity, cap)}`;
  const left = leftText(gauge, syringe);
  return (
    <div
      className={styles.gauge}
      data-binds={binds || undefined}
      data-word={word}
      data-compact={compact || undefined}
    >
      <div className={styles.head}>
        <button
          type="button"
          className={styles.name}
          aria-expanded={opens}
          aria-controls={sourceId}
          title="Where this limit comes from"
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          <span>{compact ? limitShortName(limit) : limitName(limit)}</span>
          <IconInfoCircle size={14} aria-hidden />
        </button>
        <GaugeSign word={word} binds={binds} compact={compact} />
        <span className={styles.number}>
          <strong>{amount}</strong> {ofCap}
          {compact && limit.window !== 'injection' ? (
            <span className={styles.percent}> · {percentOf(projected, cap)} %</span>
          ) : null}
        </span>
      </div>
      <div
        role="meter"
        aria-label={limitName(limit)}
        aria-valuemin={0}
        aria-valuemax={cap}
        aria-valuenow={Math.min(projected, cap)}
        aria-valuetext={`${amount} ${ofCap}, ${left}. ${gaugeWordText(word)}${binds ? '. Binds' : ''}`}
      >
        <GaugeBar {...props} word={word} />
      </div>
      <Foot {...props} word={word} left={left} />
      <div id={sourceId} className={styles.source} hidden={!opens}>
        <GaugeSource limit={limit} tightened={tightened} />
        {props.action}
      </div>
    </div>
  );
}

/** How the cap comes about, and what is left; of a compact gauge only whose cap it is, where a surgeon set it. */
function Foot(props: GaugeProps & { readonly word: GaugeWord; readonly left: string }) {
  const { gauge, compact, weightG = null, tightened, word, left } = props;
  if (compact && !tightened) return null;
  // All three would need a second line, and what stands below would move with the volume.
  const isNear = word === 'near' && !compact;
  return (
    <div className={styles.foot}>
      <span>
        {isNear ? <strong className={styles.near}>{gaugeWordText(word)}</strong> : null}
        {isNear && tightened ? ' · ' : null}
        {tightened ? tightenedText(tightened.by) : isNear ? null : capText(gauge.limit, weightG)}
      </span>
      {compact ? null : <span className={styles.left}>{left}</span>}
    </div>
  );
}
