import { Modal, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { SessionView } from '../../../shared/contract/session.ts';
import { veinLabel } from '../../../shared/domain/leg-map/vein.ts';
import {
  REACTION_GRADES,
  REACTION_KINDS,
  type ReactionGrade,
  type ReactionKind,
} from '../../../shared/domain/session/session.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import { REACTION_GRADE_WORDS, REACTION_WORDS } from '../../text/session-text.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import styles from './session.module.css';
import type { SessionWrites } from './use-session.ts';

interface ReactionDialogProps {
  readonly view: SessionView;
  readonly veinInHand: VeinId | null;
  readonly record: SessionWrites['recordReaction'];
  readonly onClose: () => void;
}

const GRADES = REACTION_GRADES.map((value) => ({ value, label: REACTION_GRADE_WORDS[value] }));

/** Something happened to the patient: what, how bad, where. Time and person are recorded with it. */
export function ReactionDialog({ view, veinInHand, record, onClose }: ReactionDialogProps) {
  const [kind, setKind] = useState<ReactionKind | null>(null);
  const [grade, setGrade] = useState<ReactionGrade | null>(null);
  const [veinId, setVeinId] = useState<VeinId | null>(veinInHand);
  const [note, setNote] = useState('');
  const missing = !kind ? 'Choose what happened' : !grade ? 'Choose how severe it is' : null;
  return (
    <Modal opened onClose={onClose} title="Reaction" size={620} centered closeOnClickOutside={false}>
      <div className={styles.dialog}>
        <div className={styles.choices} role="group" aria-label="What happened">
          {REACTION_KINDS.map((each) => (
            <Button
              key={each}
              pressed={kind === each}
              onClick={() => {
                setKind(each);
              }}
            >
              {REACTION_WORDS[each]}
            </Button>
          ))}
        </div>
        <SegmentedControl label="How severe" options={GRADES} value={grade} onChange={setGrade} height={44} />
        <NativeSelect
          label="Vein"
          value={veinId ?? ''}
          data={[
            { value: '', label: 'None, or the whole patient' },
            ...view.veins.map((vein) => ({ value: vein.id, label: veinLabel(vein) })),
          ]}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setVeinId(view.veins.find(({ id }) => id === value)?.id ?? null);
          }}
        />
        <Textarea
          label="What was seen and done"
          value={note}
          maxLength={2000}
          minRows={2}
          autosize
          onChange={(event) => {
            setNote(event.currentTarget.value);
          }}
        />
        <ErrorNote error={record.error} />
        <div className={styles.dialogEnd}>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            kind="danger"
            busy={record.isPending}
            disabledBecause={missing}
            onClick={() => {
              if (!kind || !grade) return;
              record.mutate(
                { sessionId: view.opening.id, kind, grade, veinId, note },
                { onSuccess: onClose },
              );
            }}
          >
            Record the reaction
          </Button>
        </div>
      </div>
    </Modal>
  );
}
