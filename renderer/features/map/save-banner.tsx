import { IconInfoCircle } from '@tabler/icons-react';
import { conflictText, newsTexts } from '../../text/conflict-text.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { ConflictPanel } from './conflict-panel.tsx';
import styles from './save-banner.module.css';
import type { SaveQueue, SaveStatus } from './save-queue.ts';
import type { OpenMap } from './use-map-page.ts';

interface SaveBannerProps {
  readonly open: OpenMap;
  readonly status: SaveStatus;
}

/**
 * What needs the surgeon before map and database are one again, above the map. What is tried again by itself stands in the bar
 * alone: nothing may move under a hand that draws.
 */
export function SaveBanner({ open, status }: SaveBannerProps) {
  const { queue, editor, heightScale } = open;
  const { failure, refused, contested, news, waiting } = status;
  return (
    <>
      {failure === null || !refused ? null : (
        <FailureNote
          failure={failure}
          action={<Refusal waiting={waiting} onAnswer={queue.answerRefusal} />}
        />
      )}
      {news === null ? null : (
        <div className={styles.news} role="status">
          <IconInfoCircle size={18} aria-hidden />
          <p>{newsTexts(news).join(' ')}</p>
          <Button size="small" onClick={queue.newsRead}>
            {conflictText.newsRead}
          </Button>
        </div>
      )}
      {contested.length === 0 ? null : (
        <ConflictPanel
          contested={contested}
          document={editor.store.getState().history.document}
          heightScale={heightScale}
          onDecide={queue.decide}
        />
      )}
    </>
  );
}

interface RefusalProps {
  readonly waiting: number;
  readonly onAnswer: SaveQueue['answerRefusal'];
}

function Refusal({ waiting, onAnswer }: RefusalProps) {
  return (
    <>
      <span>{conflictText.refusedTitle(waiting)}</span>
      <Button
        size="small"
        onClick={() => {
          onAnswer('again');
        }}
      >
        {conflictText.again}
      </Button>
      <Button
        size="small"
        onClick={() => {
          onAnswer('give-up');
        }}
      >
        {waiting === 1 ? conflictText.giveUpOnly : conflictText.giveUp}
      </Button>
    </>
  );
}
