import { useState } from 'react';
import {
  classesIn,
  COUNTED_OUTCOMES,
  responseLine,
  type CountedOutcome,
  type ResponseCell,
} from '../../../../shared/domain/outcome/response-statistics.ts';
import { classText, DIMENSION_WORDS, OUTCOME_WORDS, responseText } from '../../../text/response-text.ts';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import type { NumberChoice } from './chosen-number.ts';
import { ShareKey } from './number-key.tsx';
import styles from './response-page.module.css';

interface TwoWayTableProps extends NumberChoice {
  readonly cells: readonly ResponseCell[];
}

const OUTCOME_OPTIONS = COUNTED_OUTCOMES.map((value) => ({ value, label: OUTCOME_WORDS[value] }));

/** One response for each kind of vein and each strength that it was given. */
export function TwoWayTable({ cells, ...choice }: TwoWayTableProps) {
  const [outcome, setOutcome] = useState<CountedOutcome>('cleared');
  const kinds = classesIn(cells, 'kind');
  const preparations = classesIn(cells, 'preparation');
  return (
    <>
      <div className={styles.by}>
        <span>{responseText.share}</span>
        <SegmentedControl
          label={responseText.share}
          options={OUTCOME_OPTIONS}
          value={outcome}
          height={44}
          onChange={setOutcome}
        />
      </div>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{DIMENSION_WORDS.kind}</th>
            {preparations.map((key) => (
              <th key={key} scope="col">
                {classText('preparation', key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">{classText('kind', kind)}</th>
              {preparations.map((preparation) => {
                const line = responseLine(
                  cells.filter(({ classes }) => classes.kind === kind && classes.preparation === preparation),
                  kind,
                );
                const classes = [
                  { dimension: 'kind', key: kind } as const,
                  { dimension: 'preparation', key: preparation } as const,
                ];
                const words = `${classText('kind', kind)}, ${classText('preparation', preparation)}, ${OUTCOME_WORDS[outcome].toLowerCase()}`;
                return (
                  <td key={preparation}>
                    <ShareKey
                      number={{ classes, of: outcome, words }}
                      count={line.counts[outcome]}
                      n={line.n}
                      {...choice}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
