import type { RegisterLine } from '../../../../shared/contract/complications.ts';
import { isOverdue } from '../../../../shared/domain/outcome/complication.ts';
import { daysBetween, type CalendarDate } from '../../../../shared/kernel/time.ts';
import { COMPLICATION_WORDS, complicationText as words, veinsText } from '../../../text/complication-text.ts';
import { dateText, nameText } from '../../../text/format.ts';
import { SessionBadge } from '../../../ui/session-badge.tsx';
import { goThroughRows } from '../row-keys.ts';
import styles from './complications.module.css';
import { GradeSign, sourceWord, StateSign } from './register-signs.tsx';
import { daysAfterSession } from './register-model.ts';

interface RegisterTableProps {
  readonly lines: readonly RegisterLine[];
  readonly today: CalendarDate;
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
}

/** The entries of the register; arrows go from one to the next. */
export function RegisterTable({ lines, today, chosen, onChoose }: RegisterTableProps) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            {words.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={goThroughRows}>
          {lines.map((line, index) => (
            <Row
              key={line.key}
              line={line}
              today={today}
              isChosen={line.key === chosen}
              isInTabOrder={chosen === null ? index === 0 : line.key === chosen}
              onChoose={onChoose}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly line: RegisterLine;
  readonly today: CalendarDate;
  readonly isChosen: boolean;
  readonly isInTabOrder: boolean;
  readonly onChoose: (key: string) => void;
}

function Row({ line, today, isChosen, isInTabOrder, onChoose }: RowProps) {
  const days = daysAfterSession(line);
  const source = sourceWord(line);
  return (
    <tr
      data-chosen={isChosen || undefined}
      data-struck={line.struckOut || undefined}
      onClick={() => {
        onChoose(line.key);
      }}
    >
      <td>
        <button
          type="button"
          className={styles.name}
          tabIndex={isInTabOrder ? 0 : -1}
          aria-pressed={isChosen}
          onFocus={() => {
            onChoose(line.key);
          }}
        >
          {nameText(line.patient)}
          <span className="pp-code">{line.patient.recordNumber}</span>
        </button>
      </td>
      <td className={styles.nowrap}>{dateText(line.onsetOn)}</td>
      <td>
        <strong className={styles.what}>{COMPLICATION_WORDS[line.kind]}</strong>
        {source ? <span className={styles.quiet}>{source}</span> : null}
      </td>
      <td>
        <GradeSign line={line} />
      </td>
      <td>{veinsText(line.veins) || '–'}</td>
      <td className={styles.nowrap}>
        {line.session ? (
          <span className={styles.session}>
            <SessionBadge number={line.session.number} size={18} />
            {days === null ? null : words.daysAfter(days)}
          </span>
        ) : (
          '–'
        )}
      </td>
      <td>
        {line.lots.length === 0 ? (
          '–'
        ) : (
          <span className="pp-code">{line.lots.map(({ lotNumber }) => lotNumber).join(', ')}</span>
        )}
      </td>
      <td>
        <StateSign line={line} />
        {isOverdue(line, today) ? (
          <span className={styles.overdue}>{words.overdue(daysBetween(line.lookedAtOn, today))}</span>
        ) : null}
      </td>
    </tr>
  );
}
