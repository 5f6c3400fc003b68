import { IconAlertTriangle, IconCircleCheck, IconMinus } from '@tabler/icons-react';
import {
  countMissing,
  type CompletenessId,
  type CompletenessItem,
} from '../../../shared/domain/session/completeness.ts';
import {
  COMPLETENESS_STATES,
  completenessDetail,
  completenessName,
  missingSummary,
} from '../../text/closing-text.ts';
import { StatusChip } from '../../ui/chip.tsx';
import { Panel } from '../../ui/panel.tsx';
import styles from './completeness.module.css';

interface CompletenessListProps {
  readonly items: readonly CompletenessItem[];
  /** Leads to where something missing is mended; undefined where it cannot be from here. */
  readonly onMend: (id: CompletenessId) => (() => void) | undefined;
}

/** Whether the record is complete: a tick or a triangle for each thing, in words as well. It forbids nothing. */
export function CompletenessList({ items, onMend }: CompletenessListProps) {
  const missing = countMissing(items);
  return (
    <Panel
      title="Is it complete?"
      end={
        <StatusChip tone={missing === 0 ? 'ok' : 'warn'}>
          <span role="status">{missingSummary(missing)}</span>
        </StatusChip>
      }
    >
      <ul className={styles.list}>
        {items.map((item) => (
          <Item key={item.id} item={item} onMend={onMend(item.id)} />
        ))}
      </ul>
    </Panel>
  );
}

interface ItemProps {
  readonly item: CompletenessItem;
  readonly onMend: (() => void) | undefined;
}

function Item({ item, onMend }: ItemProps) {
  const detail = completenessDetail(item);
  const words = (
    <>
      <span className={styles.name}>{completenessName(item.id)}</span>
      <span className={styles.state}>
        {COMPLETENESS_STATES[item.state]}
        {detail ? `: ${detail}` : ''}
      </span>
    </>
  );
  return (
    <li className={styles.item} data-state={item.state}>
      <Sign state={item.state} />
      {item.state === 'missing' && onMend ? (
        <button type="button" className={styles.mend} onClick={onMend}>
          {words}
        </button>
      ) : (
        <span className={styles.words}>{words}</span>
      )}
    </li>
  );
}

function Sign({ state }: { readonly state: CompletenessItem['state'] }) {
  switch (state) {
    case 'done':
      return <IconCircleCheck size={18} aria-hidden />;
    case 'missing':
      return <IconAlertTriangle size={18} aria-hidden />;
    case 'not-needed':
      return <IconMinus size={18} aria-hidden />;
  }
}
