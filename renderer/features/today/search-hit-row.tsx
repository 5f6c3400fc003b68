import { IconPackage } from '@tabler/icons-react';
import { dateText, nameText, sexLetter, strengthText } from '../../text/format.ts';
import { todayText } from '../../text/today-text.ts';
import type { SearchHit } from './search-hits.ts';
import styles from './patient-search.module.css';

interface SearchHitRowProps {
  readonly id: string;
  readonly hit: SearchHit;
  readonly isCurrent: boolean;
  readonly onChoose: (hit: SearchHit) => void;
}

/** One line of what the search has found. */
export function SearchHitRow({ id, hit, isCurrent, onChoose }: SearchHitRowProps) {
  return (
    <li
      id={id}
      role="option"
      aria-selected={isCurrent}
      data-kind={hit.kind}
      onPointerDown={(event) => {
        // Keeps the focus in the field, so that the list does not go before the click comes.
        event.preventDefault();
      }}
      onClick={() => {
        onChoose(hit);
      }}
    >
      <Facts hit={hit} />
    </li>
  );
}

function Facts({ hit }: { readonly hit: SearchHit }) {
  if (hit.kind === 'patient') {
    const { patient } = hit;
    return (
      <>
        <strong>{nameText(patient)}</strong>
        <span>
          {dateText(patient.birthDate)} · {sexLetter(patient.sex)}
        </span>
        <span className="pp-code">{patient.recordNumber}</span>
      </>
    );
  }
  const { lotNumber, product, expiresOn, recalled, patients } = hit.lot;
  return (
    <>
      <strong className={styles.lot}>
        <IconPackage size={18} aria-hidden /> <span className="pp-code">{todayText.lot(lotNumber)}</span>
        {recalled ? <em>{todayText.lotRecalled}</em> : null}
      </strong>
      <span>
        {strengthText(product.strengthUgPerMl)} · {dateText(expiresOn)}
      </span>
      <span>{todayText.lotPatients(patients)}</span>
    </>
  );
}
