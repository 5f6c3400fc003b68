import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AddedInjection } from '../../../shared/contract/closing.ts';
import type { SessionView } from '../../../shared/contract/session.ts';
import { veinLabel, type LegView } from '../../../shared/domain/leg-map/vein.ts';
import { viewsOfLeg } from '../../../shared/domain/leg-map/views.ts';
import { NEEDLES } from '../../../shared/domain/session/session.ts';
import { mayDo, type Person } from '../../../shared/domain/staff/roles.ts';
import { idOf } from '../../../shared/kernel/ids.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import { strengthText } from '../../text/format.ts';
import { viewTitle } from '../../text/map-text.ts';
import { Button } from '../../ui/button.tsx';
import { readAddition, type AdditionDraft } from './amend-model.ts';
import styles from './amend.module.css';

interface AmendAdditionProps {
  readonly view: SessionView;
  readonly closedAt: Instant;
  readonly people: readonly Person[];
  readonly draft: AdditionDraft;
  readonly onDraft: (draft: AdditionDraft) => void;
  readonly onAdd: (added: AddedInjection) => void;
}

const FORMS = [
  { value: '0', label: 'liquid' },
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((parts) => ({
    value: String(parts),
    label: `foam 1 + ${String(parts)}`,
  })),
];

/** An injection that was given and not recorded, as the notes say it. */
export function AmendAddition({ view, closedAt, people, draft, onDraft, onAdd }: AmendAdditionProps) {
  const [isTried, setTried] = useState(false);
  const change = (part: Partial<AdditionDraft>) => {
    onDraft({ ...draft, ...part });
  };
  const read = readAddition(draft, { view, closedAt, id: idOf(crypto.randomUUID()) });
  const faults = isTried ? read.faults : null;
  const sides = view.opening.legs.flatMap(viewsOfLeg);
  const givers = people.filter(({ roles }) => mayDo(roles, 'session/record'));
  return (
    <form
      className={styles.addition}
      aria-label="Add an injection"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!read.added) return;
        onAdd(read.added);
        setTried(false);
      }}
    >
      <NativeSelect
        label="Where it went"
        value={draft.veinId ?? (draft.side ? sideKey(draft.side) : '')}
        error={faults?.where}
        data={[
          { value: '', label: 'Choose' },
          ...view.veins
            .filter(({ leg }) => view.opening.legs.includes(leg))
            .map((vein) => ({ value: vein.id, label: veinLabel(vein) })),
          ...sides.map((side) => ({ value: sideKey(side), label: `Free site, ${viewTitle(side)}` })),
        ]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          change({
            veinId: view.veins.find(({ id }) => id === value)?.id ?? null,
            side: sides.find((side) => sideKey(side) === value) ?? null,
          });
        }}
      />
      <NativeSelect
        label="Box"
        value={draft.lotId ?? ''}
        error={faults?.lot}
        data={[
          { value: '', label: 'Choose' },
          ...view.boxes.map(({ id, lotNumber, product }) => ({
            value: id,
            label: `${strengthText(product.strengthUgPerMl)}, lot ${lotNumber}`,
          })),
        ]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          change({ lotId: view.boxes.find(({ id }) => id === value)?.id ?? null });
        }}
      />
      <NativeSelect
        label="Form"
        value={String(draft.gasParts)}
        data={FORMS}
        onChange={(event) => {
          change({ gasParts: Number(event.currentTarget.value) });
        }}
      />
      <TextInput
        label="Volume, mL"
        inputMode="decimal"
        autoComplete="off"
        value={draft.volume}
        error={faults?.volume}
        onChange={(event) => {
          change({ volume: event.currentTarget.value });
        }}
      />
      <NativeSelect
        label="Needle"
        value={draft.needle}
        data={[...NEEDLES]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          change({ needle: NEEDLES.find((needle) => needle === value) ?? draft.needle });
        }}
      />
      <TextInput
        label="Given at"
        type="time"
        value={draft.time}
        error={faults?.time}
        onChange={(event) => {
          change({ time: event.currentTarget.value });
        }}
      />
      <NativeSelect
        label="Given by"
        value={draft.givenBy ?? ''}
        error={faults?.giver}
        data={[{ value: '', label: 'Choose' }, ...givers.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          change({ givenBy: givers.find(({ id }) => id === value)?.id ?? null });
        }}
      />
      <Button submit>Add it</Button>
    </form>
  );
}

function sideKey({ leg, aspect }: LegView): string {
  return `${leg} ${aspect}`;
}
