import { useState } from 'react';
import type { Person } from '../../../shared/domain/staff/roles.ts';
import { hindranceWhat, liftText, whyText } from '../../text/hindrance-text.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmPinDialog } from '../../ui/confirm-pin-dialog.tsx';
import { CheckCard } from './check-card.tsx';
import type { CheckProps } from './opening-checks.tsx';
import type { OpeningFacts, VesselHindrance } from './opening-model.ts';
import styles from './opening.module.css';

interface VesselsProps extends CheckProps {
  readonly facts: OpeningFacts;
  readonly surgeons: readonly Person[];
}

const TITLES = { duplex: 'Duplex first', feeder: 'Feeder first' } as const;

/** Duplex and feeders, where what is due today wants them; nothing where it does not. */
export function VesselChecks(props: VesselsProps) {
  return props.model.vessels.map((hindrance) => (
    <VesselCheck key={hindrance.kind} hindrance={hindrance} {...props} />
  ));
}

function VesselCheck({
  hindrance,
  model,
  form,
  change,
  facts,
  surgeons,
}: VesselsProps & { readonly hindrance: VesselHindrance }) {
  const [isAsking, setAsking] = useState(false);
  const { kind } = hindrance;
  const { contraindications } = facts.plan.profile;
  const what = hindranceWhat(hindrance, { veins: facts.veins, contraindications });
  const waiver = form.waivers.get(kind);
  const surgeon = surgeons.find(({ id }) => id === waiver?.surgeonId);
  const isWaived = waiver !== undefined && model.checks[kind] === 'done';
  return (
    <CheckCard check={kind} title={TITLES[kind]} state={model.checks[kind]}>
      <p className={isWaived ? undefined : styles.refused}>{what}</p>
      <p className={styles.caption}>{whyText(hindrance)}</p>
      <div className={styles.relative}>
        <p>
          {isWaived
            ? `▲ ${surgeon?.name ?? 'A surgeon'} lets it pass: ${waiver.reason} (the PIN is checked on opening)`
            : kind === 'duplex'
              ? `${liftText(hindrance.lift)} Or the findings are written down on the Assess page.`
              : `${liftText(hindrance.lift)} Or the plan is changed.`}
        </p>
        <Button
          onClick={() => {
            setAsking(true);
          }}
        >
          {isWaived ? 'Change' : 'Surgeon lets it pass…'}
        </Button>
      </div>
      {isAsking ? (
        <ConfirmPinDialog
          title={TITLES[kind]}
          people={surgeons}
          reasonLabel="Why it is treated all the same"
          confirmLabel="Let it pass"
          busy={false}
          failure={null}
          onConfirm={({ personId, pin, reason }) => {
            const veinIds = hindrance.veins.map(({ veinId }) => veinId);
            const given = { check: kind, veinIds, surgeonId: personId, pin, reason };
            change({ waivers: new Map([...form.waivers, [kind, given]]) });
            setAsking(false);
          }}
          onClose={() => {
            setAsking(false);
          }}
        >
          <p>{what} It stays in the record, for these veins alone.</p>
        </ConfirmPinDialog>
      ) : null}
    </CheckCard>
  );
}
