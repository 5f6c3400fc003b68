import { useState } from 'react';
import type { SessionView } from '../../../shared/contract/session.ts';
import { veinLabel } from '../../../shared/domain/leg-map/vein.ts';
import type { Reaction } from '../../../shared/domain/session/reaction.ts';
import type { ReactionId } from '../../../shared/kernel/ids.ts';
import { clockText } from '../../text/format.ts';
import { REACTION_STRIKE_REASONS, reactionText } from '../../text/reaction-text.ts';
import { Button } from '../../ui/button.tsx';
import styles from './reaction.module.css';
import { StrikeOutEntry } from './strike-out-entry.tsx';
import type { SessionWrites } from './use-session.ts';

interface ReactionRecordsProps {
  readonly view: Pick<SessionView, 'reactions' | 'veins' | 'boxes' | 'names'>;
  /** Null: the record is locked, nothing can be struck out. */
  readonly strikeOut: SessionWrites['strikeOutReaction'] | null;
}

/** The reactions of a session, the newest first; one recorded by mistake is struck out here and stays to be seen. */
export function ReactionRecords({ view, strikeOut }: ReactionRecordsProps) {
  const [striking, setStriking] = useState<ReactionId | null>(null);
  if (view.reactions.length === 0) return null;
  return (
    <ul className={styles.records} aria-label="Recorded reactions">
      {view.reactions.toReversed().map((reaction) => (
        <li key={reaction.id} data-struck={reaction.strikeOut !== null || undefined}>
          {striking === reaction.id && strikeOut ? (
            <StrikeOutEntry
              label={`Strike out ${reactionText(reaction)}`}
              question={`Strike out “${reactionText(reaction)}”?`}
              reasons={REACTION_STRIKE_REASONS}
              isBusy={strikeOut.isPending}
              error={strikeOut.error}
              onStrike={(reason) => {
                strikeOut.mutate(
                  { reactionId: reaction.id, reason },
                  {
                    onSuccess: () => {
                      setStriking(null);
                    },
                  },
                );
              }}
              onKeep={() => {
                setStriking(null);
              }}
            />
          ) : (
            <>
              <Words view={view} reaction={reaction} />
              {strikeOut && reaction.strikeOut === null ? (
                <Button
                  onClick={() => {
                    strikeOut.reset();
                    setStriking(reaction.id);
                  }}
                >
                  Strike out…
                </Button>
              ) : null}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Words({
  view,
  reaction,
}: {
  readonly view: ReactionRecordsProps['view'];
  readonly reaction: Reaction;
}) {
  const { strikeOut, note, done } = reaction;
  const name = (id: string) => view.names[id] ?? 'unknown';
  return (
    <p className={styles.recordWords}>
      <strong>{reactionText(reaction)}</strong> {clockText(reaction.happenedAt)} {aboutText(view, reaction)} ·{' '}
      {name(reaction.recordedBy)}
      {[done, note].some((words) => words !== '') ? (
        <span>{[done, note].filter((words) => words !== '').join(' · ')}</span>
      ) : null}
      {strikeOut ? (
        <span className={styles.why}>
          Struck out · {strikeOut.reason} · {name(strikeOut.struckBy)} {clockText(strikeOut.struckAt)}
        </span>
      ) : null}
    </p>
  );
}

/** `· L5 · lot P4471K` */
function aboutText({ veins, boxes }: ReactionRecordsProps['view'], { veinId, lotId }: Reaction): string {
  const vein = veins.find(({ id }) => id === veinId);
  const box = boxes.find(({ id }) => id === lotId);
  return [vein && veinLabel(vein), box && `lot ${box.lotNumber}`]
    .flatMap((word) => (word ? [`· ${word}`] : []))
    .join(' ');
}
