import { TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { UsedLot } from '../../../../shared/contract/recall.ts';
import type { LotId } from '../../../../shared/kernel/ids.ts';
import { dateText, monthText, strengthText } from '../../../text/format.ts';
import { recallText as words } from '../../../text/recall-text.ts';
import { StatusChip } from '../../../ui/chip.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { lotsToShow } from './recall-model.ts';
import styles from './recall.module.css';

/** The lots to choose from. */
export function LotList({
  lots,
  chosen,
}: {
  readonly lots: readonly UsedLot[];
  readonly chosen: LotId | null;
}) {
  const [text, setText] = useState('');
  const shown = lotsToShow(lots, text);
  return (
    <Panel title={words.lots} aside={words.lotCount(shown.length)} className={styles.lots}>
      <div className={styles.find}>
        <TextInput
          aria-label={words.find}
          placeholder={words.find}
          maxLength={60}
          value={text}
          onChange={({ currentTarget: { value } }) => {
            setText(value);
          }}
        />
      </div>
      <nav className={styles.scroll} aria-label={words.lots}>
        {shown.length === 0 ? <p className={styles.hint}>{words.noLotFits}</p> : null}
        {shown.map((lot) => (
          <Link
            key={lot.id}
            to="/clinic/recall/$lotId"
            params={{ lotId: lot.id }}
            className={styles.lot}
            aria-current={lot.id === chosen ? 'page' : undefined}
          >
            <span className={styles.lotHead}>
              <strong className="pp-code">{lot.lotNumber}</strong>
              {lot.recalledBecause === null ? null : <StatusChip tone="hard">{words.recalled}</StatusChip>}
            </span>
            <span>
              {`${lot.product.name} ${strengthText(lot.product.strengthUgPerMl)} · ${words.expires(monthText(lot.expiresOn))}`}
            </span>
            <span className={styles.quiet}>
              {lot.lastUsedOn === null
                ? words.neverUsed
                : words.lastUsed(dateText(lot.lastUsedOn), lot.sessions)}
            </span>
          </Link>
        ))}
      </nav>
    </Panel>
  );
}
