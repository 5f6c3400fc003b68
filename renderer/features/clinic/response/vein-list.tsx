import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ResponseStatisticsOf, ResponseVein } from '../../../../shared/contract/statistics.ts';
import { veinLabel } from '../../../../shared/domain/leg-map/vein.ts';
import { useTRPC } from '../../../api/trpc.ts';
import { dateText, nameText } from '../../../text/format.ts';
import { OUTCOME_WORDS, responseText } from '../../../text/response-text.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorNote } from '../../../ui/failure-note.tsx';
import type { ChosenNumber } from './chosen-number.ts';
import styles from './response-page.module.css';

interface VeinListProps {
  readonly filter: ResponseStatisticsOf;
  /** Null: no number is chosen. */
  readonly chosen: ChosenNumber | null;
}

/** The veins behind the chosen number, each leading to its review. */
export function VeinList({ filter, chosen }: VeinListProps) {
  const [pages, setPages] = useState(1);
  return (
    <section className={styles.list} aria-label={responseText.listOf}>
      <h2>{chosen ? chosen.words : responseText.listOf}</h2>
      {chosen ? (
        <div className={styles.listScroll}>
          {Array.from({ length: pages }, (_, page) => (
            <Page
              key={page}
              {...{ filter, chosen, page }}
              onMore={
                page === pages - 1
                  ? () => {
                      setPages(pages + 1);
                    }
                  : null
              }
            />
          ))}
        </div>
      ) : (
        <p>{responseText.chooseNumber}</p>
      )}
    </section>
  );
}

const AT_ONCE = 50;

interface PageProps {
  readonly filter: ResponseStatisticsOf;
  readonly chosen: ChosenNumber;
  readonly page: number;
  /** Null: more are shown already. */
  readonly onMore: (() => void) | null;
}

function Page({ filter, chosen, page, onMore }: PageProps) {
  const trpc = useTRPC();
  const { classes, of } = chosen;
  const { data, error } = useQuery(
    trpc.statistics.responseVeins.queryOptions({ ...filter, classes, of, offset: page * AT_ONCE }),
  );
  if (!data) return <ErrorNote error={error} />;
  if (data.veins.length === 0) return <p>{responseText.noVeins}</p>;
  return (
    <>
      <ul>
        {data.veins.map((vein) => (
          <VeinLine key={vein.veinId} vein={vein} />
        ))}
      </ul>
      {data.hasMore && onMore ? <Button onClick={onMore}>{responseText.more}</Button> : null}
    </>
  );
}

function VeinLine({ vein }: { readonly vein: ResponseVein }) {
  const { patient, caseId, sessionNumbers, outcome, reviewedOn } = vein;
  return (
    <li>
      <Link to="/patients/$patientId/cases/$caseId/review" params={{ patientId: patient.id, caseId }}>
        <strong>{veinLabel(vein)}</strong>
        <span>
          {nameText(patient)} <span className="pp-code">{patient.recordNumber}</span>
          <small>
            {OUTCOME_WORDS[outcome].toLowerCase()}, {dateText(reviewedOn)} ·{' '}
            {responseText.sessions(sessionNumbers)}
          </small>
        </span>
      </Link>
    </li>
  );
}
