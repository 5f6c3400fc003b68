import { NativeSelect } from '@mantine/core';
import type { SessionView } from '../../../shared/contract/session.ts';
import { veinLabel } from '../../../shared/domain/leg-map/vein.ts';
import { strengthText } from '../../text/format.ts';
import { aboutVein, type ReactionDraft } from './reaction-model.ts';
import styles from './reaction.module.css';

interface ReactionPlaceProps {
  readonly view: SessionView;
  readonly draft: ReactionDraft;
  readonly onDraft: (draft: ReactionDraft) => void;
}

/** Which vein and which lot: those of the last injection, unless somebody says otherwise. */
export function ReactionPlace({ view, draft, onDraft }: ReactionPlaceProps) {
  const injection = view.injections.find(({ id }) => id === draft.injectionId);
  return (
    <div className={styles.place}>
      <NativeSelect
        label="Vein"
        description={
          injection ? `after injection No. ${String(injection.number)}` : 'after no injection in particular'
        }
        value={draft.veinId ?? ''}
        data={[
          { value: '', label: 'None, or the whole patient' },
          ...view.veins.map((vein) => ({ value: vein.id, label: veinLabel(vein) })),
        ]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          const veinId = view.veins.find(({ id }) => id === value)?.id ?? null;
          onDraft(aboutVein(view, draft, veinId));
        }}
      />
      <NativeSelect
        label="Lot"
        description="of that injection, unless you know better"
        value={draft.lotId ?? ''}
        data={[
          { value: '', label: 'Not known' },
          ...view.boxes.map(({ id, lotNumber, product }) => ({
            value: id,
            label: `${lotNumber}, ${strengthText(product.strengthUgPerMl)}`,
          })),
        ]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onDraft({ ...draft, lotId: view.boxes.find(({ id }) => id === value)?.id ?? null });
        }}
      />
    </div>
  );
}
