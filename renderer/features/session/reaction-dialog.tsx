import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { RecordReaction } from '../../../shared/contract/reactions.ts';
import type { SessionView } from '../../../shared/contract/session.ts';
import type { ReactionKind } from '../../../shared/domain/session/reaction.ts';
import { idOf, type ReactionId } from '../../../shared/kernel/ids.ts';
import { REACTION_WORDS } from '../../text/reaction-text.ts';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { ReactionForm } from './reaction-form.tsx';
import { ReactionList } from './reaction-list.tsx';
import { beginReaction, reactionRequest, type ReactionDraft } from './reaction-model.ts';
import { ReactionRecords } from './reaction-records.tsx';
import styles from './reaction.module.css';
import type { SessionWrites } from './use-session.ts';

interface ReactionDialogProps {
  readonly view: SessionView;
  readonly record: SessionWrites['recordReaction'];
  readonly strikeOut: SessionWrites['strikeOutReaction'];
  readonly onClose: () => void;
}

/** Something happened to the patient: what, then how bad, where, when, and what was done. What is common takes one tap. */
export function ReactionDialog({ view, record, strikeOut, onClose }: ReactionDialogProps) {
  const [draft, setDraft] = useState<ReactionDraft | null>(null);
  const send = (request: RecordReaction | null) => {
    if (request && !record.isPending) record.mutate(request, { onSuccess: onClose });
  };
  const begin = (kind: ReactionKind) => beginReaction(view, newId(), kind);
  return (
    <Modal
      opened
      onClose={onClose}
      title={draft ? REACTION_WORDS[draft.kind] : 'Reaction'}
      size={860}
      centered
      closeOnClickOutside={false}
    >
      <div className={styles.dialog}>
        {draft ? (
          <ReactionForm
            view={view}
            draft={draft}
            onDraft={setDraft}
            isBusy={record.isPending}
            error={record.error}
            onBack={() => {
              record.reset();
              setDraft(null);
            }}
            onRecord={(happenedAt) => {
              send(reactionRequest(view, draft, happenedAt));
            }}
          />
        ) : (
          <>
            <ReactionList
              isBusy={record.isPending}
              onKind={(kind) => {
                setDraft(begin(kind));
              }}
              onAtOnce={(kind) => {
                send(reactionRequest(view, begin(kind), null));
              }}
            />
            <ErrorNote error={record.error} />
            <ReactionRecords view={view} strikeOut={strikeOut} />
          </>
        )}
      </div>
    </Modal>
  );
}

function newId(): ReactionId {
  return idOf<'reaction'>(crypto.randomUUID());
}
