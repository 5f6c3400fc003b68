import { IconAlertTriangle, IconArrowBarToRight, IconCheck, IconOctagon } from '@tabler/icons-react';
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
  quantityUnit,
  type GaugeWord,
} from '../text/limit-text.ts';
import { gaugeParts } from './gauge-parts.ts';
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
}

/** One limit as a bar: given, this injection, still planned, what is left; pattern and number beside every colour. */
export function Gauge(props: GaugeProps) {
  const { gauge, binds = false, compact = false, syringe = null, weightG = null } = props;
  const { limit, cap, projected } = gauge;
  const word = gaugeWord(gauge);
  const amount = limitAmount(limit, projected, 'up');
  const ofCap = `of ${limitAmount(limit, cap, 'down')} ${quantityUnit(limit.quantity)}`;
  const left = leftText(gauge, syringe);
  return (
    <div
      className={styles.gauge}
      data-binds={binds || undefined}
      data-word={word}
      data-compact={compact || undefined}
      role="meter"
      aria-label={limitName(limit)}
      aria-valuemin={0}
      aria-valuemax={cap}
      aria-valuenow={Math.min(projected, cap)}
      aria-valuetext={`${amount} ${ofCap}, ${left}. ${gaugeWordText(word)}${binds ? '. Binds' : ''}`}
    >
      <div className={styles.head}>
        <span className={styles.name}>{compact ? limitShortName(limit) : limitName(limit)}</span>
        <GaugeSign word={word} binds={binds} compact={compact} />
        <span className={styles.number}>
          <strong>{amount}</strong> {ofCap}
          {compact ? ` · ${String(percentOf(projected, cap))} %` : ''}
        </span>
      </div>
      <Bar {...props} word={word} />
      {compact ? null : (
        <div className={styles.foot}>
          <span>
            {word === 'near' ? <strong className={styles.near}>{gaugeWordText(word)} · </strong> : null}
            {capText(limit, weightG)}
          </span>
          <span className={styles.left}>{left}</span>
        </div>
      )}
    </div>
  );
}

interface GaugeSignProps {
  readonly word: GaugeWord;
  readonly binds: boolean;
  readonly compact: boolean;
}

function GaugeSign({ word, binds, compact }: GaugeSignProps) {
  switch (word) {
    case 'hard-passed':
      return (
        <span className={styles.chip} data-tone="hard">
          <IconOctagon size={14} aria-hidden /> Over
        </span>
      );
    case 'soft-passed':
    case 'caution-passed':
      return (
        <span className={styles.chip} data-tone="warn">
          <IconAlertTriangle size={14} aria-hidden /> {word === 'soft-passed' ? 'Reason' : 'Caution'}
        </span>
      );
    case 'near':
    case 'at-limit':
    case 'room':
      return (
        <>
          {binds ? (
            <span className={styles.chip} data-tone="binds">
              {compact ? null : <IconArrowBarToRight size={14} aria-hidden />} Binds
            </span>
          ) : null}
          {word === 'room' ? null : <IconAlertTriangle className={styles.near} size={16} aria-hidden />}
          {word === 'room' && !binds && !compact ? (
            <IconCheck className={styles.ok} size={16} aria-hidden />
          ) : null}
        </>
      );
  }
}

function Bar({
  gauge,
  plannedAmount = 0,
  cautionAt = null,
  sessionColour,
  word,
}: GaugeProps & { readonly word: GaugeWord }) {
  // In a plan nothing is given yet: all of it is drawn as planned.
  const amounts = sessionColour === undefined ? gauge : { ...gauge, used: 0, projected: 0 };
  const planned = sessionColour === undefined ? plannedAmount : gauge.projected;
  const parts = gaugeParts({ ...amounts, planned, cautionAt });
  const over = word === 'hard-passed' ? styles.overHard : styles.overSoft;
  return (
    <div
      className={styles.bar}
      data-session={sessionColour}
      data-caution={parts.cautionAt !== null || undefined}
      aria-hidden="true"
    >
      <div className={styles.scale}>
        <div className={styles.track} style={{ width: `${String(parts.postAt)}%` }} />
        <div className={styles.given} style={{ width: `${String(parts.given)}%` }} />
        <div
          className={styles.planned}
          data-some={parts.planned > 0 || undefined}
          style={{ left: `${String(parts.given + parts.thisOne)}%`, width: `${String(parts.planned)}%` }}
        />
        <div
          className={styles.thisOne}
          data-some={parts.thisOne > 0 || undefined}
          style={{ left: `${String(parts.given)}%`, width: `${String(parts.thisOne)}%` }}
        />
        {parts.over > 0 ? (
          <div
            className={over}
            style={{ left: `${String(parts.postAt)}%`, width: `${String(parts.over)}%` }}
          />
        ) : null}
        <div className={styles.post} style={{ left: `${String(parts.postAt)}%` }} />
        {parts.cautionAt === null ? null : (
          <svg className={styles.caution} style={{ left: `${String(parts.cautionAt)}%` }} viewBox="0 0 10 8">
            <path d="M5 0 10 8H0Z" />
          </svg>
        )}
      </div>
    </div>
  );
}
