import { useEffect, useRef } from 'react';
import type { SessionView } from '../../../shared/contract/session.ts';
import { completenessOf } from '../../../shared/domain/session/completeness.ts';
import { walkThatCounts } from '../../../shared/domain/session/walk.ts';
import { legsText } from '../../text/format.ts';
import { totalsText } from '../../text/session-text.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { PageBar } from '../../ui/page-bar.tsx';
import { totalsOf } from '../../../shared/domain/dose/arithmetic.ts';
import { standing } from '../../../shared/domain/session/vein-tasks.ts';
import { AftercareChecklist } from './aftercare-checklist.tsx';
import { ClosingAmpoules } from './closing-ampoules.tsx';
import type { ClosingDraft } from './closing-draft.ts';
import { ClosingFields } from './closing-fields.tsx';
import { closingSoFar, endingOf, endingRequest, stillToSay } from './closing-model.ts';
import styles from './closing.module.css';
import { CompletenessList } from './completeness-list.tsx';
import { goToPlace } from './completeness-places.ts';
import { NextDate } from './next-date.tsx';
import { useNow } from './use-now.ts';
import type { SessionWrites } from './use-session.ts';
import { WalkPanel } from './walk-panel.tsx';

const EACH_SECOND_MS = 1000;
const SELDOM_MS = 60_000;

interface ClosingScreenProps {
  readonly view: SessionView;
  readonly draft: ClosingDraft;
  readonly onChange: (part: Partial<ClosingDraft>) => void;
  readonly writes: Pick<SessionWrites, 'close' | 'startWalk' | 'endWalk'>;
  readonly onBack: () => void;
}

/** The end of a session: the walk, ampoules, compression, aftercare, the next date. Then it is closed, to be signed. */
export function ClosingScreen({ view, draft, onChange, writes, onBack }: ClosingScreenProps) {
  const { close, startWalk, endWalk } = writes;
  const body = useRef<HTMLDivElement>(null);
  // The button that led here is gone: whoever works by keys begins at the first field, not at the top of the frame.
  useEffect(() => {
    body.current?.focus({ preventScroll: true });
  }, []);
  const walk = walkThatCounts(view.walks, view.injections);
  const now = useNow(walk !== null && walk.end === null ? EACH_SECOND_MS : SELDOM_MS);
  const ending = endingOf(view, draft, now);
  const items = completenessOf({ ...view, closing: closingSoFar(ending, draft) });
  const missing = stillToSay(ending, draft);
  const totals = totalsOf(standing(view.injections).map(({ dose }) => dose));
  const send = () => {
    const request = endingRequest(ending, draft);
    if (!request) return;
    close.mutate({ sessionId: view.opening.id, ...request, nextOn: draft.nextOn });
  };
  return (
    <div className={styles.page}>
      <PageBar
        title={`Finish session ${String(view.opening.number)}`}
        aside={`${legsText(view.opening.legs)} · ${String(totals.injections)} injections, ${totalsText(totals)}`}
        end={<Button onClick={onBack}>Back to recording</Button>}
      />
      <div ref={body} className={styles.body} tabIndex={-1}>
        <div className={styles.main}>
          <ClosingAmpoules ending={ending} draft={draft} onChange={onChange} />
          <ClosingFields view={view} ending={ending} draft={draft} onChange={onChange} />
          <AftercareChecklist view={view} draft={draft} onChange={onChange} />
          <NextDate
            view={view}
            nextOn={draft.nextOn}
            onChange={(nextOn) => {
              onChange({ nextOn });
            }}
          />
        </div>
        <div className={styles.side}>
          <WalkPanel view={view} now={now} startWalk={startWalk} endWalk={endWalk} />
          <CompletenessList
            items={items}
            onMend={(id) => () => {
              if (!goToPlace(id)) onBack();
            }}
          />
        </div>
      </div>
      <footer className={styles.end}>
        <ErrorNote error={close.error} />
        <p className={styles.missing}>{missing ?? 'Nothing more can be recorded once it is closed.'}</p>
        <Button kind="main" size="large" busy={close.isPending} disabledBecause={missing} onClick={send}>
          Close session {view.opening.number}
        </Button>
      </footer>
    </div>
  );
}
