import { useMemo } from 'react';
import type { MapHistoryView } from '../../../shared/contract/map-history.ts';
import type { CasePlans } from '../../../shared/contract/patient-history.ts';
import type { SessionSummary } from '../../../shared/contract/patient.ts';
import { plannedBesideGiven } from '../../../shared/domain/plan/planned-given.ts';
import type { PatientId } from '../../../shared/kernel/ids.ts';
import { mgText, mlTotalText } from '../../text/format.ts';
import { historyText } from '../../text/patient-history-text.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PlannedGivenTable } from './planned-given-table.tsx';
import { SessionLegs } from './session-legs.tsx';
import { sessionScene } from './session-scene.ts';
import { useGo } from './use-go.ts';

interface SessionDetailsProps {
  readonly patientId: PatientId;
  readonly session: SessionSummary;
  readonly facts: MapHistoryView;
  readonly plans: CasePlans;
}

/** One session: its map, and what was planned beside what was given. */
export function SessionDetails({ patientId, session, facts, plans }: SessionDetailsProps) {
  const go = useGo(patientId);
  const planned = useMemo(
    () => plans.sessions.find(({ id }) => id === session.id)?.planned ?? [],
    [plans, session.id],
  );
  const scene = useMemo(
    () => sessionScene(facts, { number: session.number, onDate: session.onDate, planned }),
    [facts, session.number, session.onDate, planned],
  );
  const rows = useMemo(
    () =>
      plannedBesideGiven({
        sessionNumber: session.number,
        isOpen: session.state === 'open',
        planned,
        injections: facts.injections.map(({ site, ...each }) => ({ ...each, leg: site.leg })),
        planNow: plans.planNow,
        held: plans.sessions.map(({ number }) => number),
      }),
    [session, planned, facts, plans],
  );
  const dayOf = (number: number) =>
    plans.sessions.find((each) => each.number === number)?.onDate ??
    plans.daysNow.find((each) => each.number === number)?.onDate ??
    null;
  return (
    <>
      <Panel title={historyText.map} aside={historyText.mapHint}>
        <SessionLegs key={session.id} scene={scene} legs={session.legs} />
      </Panel>
      <Panel
        title={historyText.plannedGiven}
        aside={`${String(session.injections)} injections · ${mlTotalText(session.volumeUl)} · ${mgText(session.massUg)} · ${historyText.plannedHint}`}
        end={
          <Button
            size="small"
            onClick={() => {
              go.toSession(session.id);
            }}
          >
            {historyText.openRecord}
          </Button>
        }
      >
        <PlannedGivenTable rows={rows} veins={scene.veins} dayOf={dayOf} />
      </Panel>
    </>
  );
}
