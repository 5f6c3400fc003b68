import { IconPencilPlus } from '@tabler/icons-react';
import type { SessionView } from '../../../shared/contract/session.ts';
import type { Amendment } from '../../../shared/domain/session/amendment.ts';
import type { InjectionId } from '../../../shared/kernel/ids.ts';
import { amendedText } from '../../text/closing-text.ts';
import { momentText } from '../../text/format.ts';
import styles from './session-record.module.css';
import { closingChanges } from './closing-changes.ts';

/** That a record was amended, and each time what was signed, what holds now, who did it, when and why. */
export function RecordAmendments({ view }: { readonly view: SessionView }) {
  const { amendments, signatures } = view;
  const [first] = amendments;
  if (!first) return null;
  const wasSigned = signatures.some(({ signedAt }) => signedAt <= first.madeAt);
  return (
    <section className={styles.amended} aria-label="Amendments">
      <h2>
        <IconPencilPlus size={19} aria-hidden /> {amendedText(amendments.length, wasSigned)}
      </h2>
      <ol className={styles.amendments}>
        {amendments.map((amendment) => (
          <OneAmendment key={amendment.id} amendment={amendment} view={view} />
        ))}
      </ol>
    </section>
  );
}

function OneAmendment({ amendment, view }: { readonly amendment: Amendment; readonly view: SessionView }) {
  const { number, reason, remark, madeAt, madeBy, struckOut, added, closing } = amendment;
  const numbers = (ids: readonly InjectionId[]) =>
    view.injections.filter(({ id }) => ids.includes(id)).map((injection) => String(injection.number));
  return (
    <li>
      <p>
        <strong>Amendment {number}</strong> · {momentText(madeAt)} · signed by{' '}
        {view.names[madeBy] ?? 'unknown'} with the PIN · {reason}
      </p>
      <ul className={styles.changes}>
        {struckOut.length > 0 ? <li>Struck out: injection {numbers(struckOut).join(', ')}</li> : null}
        {added.length > 0 ? <li>Added: injection {numbers(added).join(', ')}</li> : null}
        {closing
          ? closingChanges(closing.before, closing.after, view.boxes).map(({ what, before, after }) => (
              <li key={what}>
                {what}: <s>{before}</s> → <strong>{after}</strong>
              </li>
            ))
          : null}
        {remark === '' ? null : <li>Remark: {remark}</li>}
      </ul>
    </li>
  );
}
