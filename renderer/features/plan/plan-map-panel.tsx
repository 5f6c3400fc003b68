import { useState } from 'react';
import { useStore } from 'zustand';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import type { PlanDraft } from './plan-draft.ts';
import type { PlanFacts } from './plan-facts.ts';
import type { PlanFocusStore } from './plan-focus.ts';
import { PlanMap } from './plan-map.tsx';
import styles from './plan-map-panel.module.css';

interface PlanMapPanelProps {
  readonly draft: PlanDraft;
  readonly facts: PlanFacts;
  readonly focus: PlanFocusStore;
  /** A vein was chosen on the legs; null: none. */
  readonly onSelect: (id: VeinId | null) => void;
}

/** The legs beside the sessions: what a card is pointed at is shown here, what is chosen here is shown on its card. */
export function PlanMapPanel({ draft, facts, focus, onSelect }: PlanMapPanelProps) {
  const selectedId = useStore(focus, ({ veinId }) => veinId);
  const [emphasised, setEmphasised] = useState<number | null>(null);
  return (
    <div className={styles.panel}>
      <PlanMap
        draft={draft}
        facts={facts}
        selectedId={selectedId}
        onSelect={onSelect}
        emphasised={emphasised}
        onEmphasise={setEmphasised}
      />
    </div>
  );
}
