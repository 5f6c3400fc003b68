import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ClinicStatus } from '../../../shared/contract/clinic.ts';
import { dueVeins } from '../../../shared/domain/session/hindrance.ts';
import { mayDo } from '../../../shared/domain/staff/roles.ts';
import type { SessionSummary } from '../../../shared/contract/patient.ts';
import type { CaseId, PatientId } from '../../../shared/kernel/ids.ts';
import { failureOf } from '../../api/failure-of.ts';
import { usePerson } from '../../api/sign-in-store.ts';
import { useTRPC } from '../../api/trpc.ts';
import { useFrameLegs } from '../../app/frame-store.ts';
import { legsText, weekdayDateText } from '../../text/format.ts';
import { mayNotText } from '../../text/role-text.ts';
import { checkTodoText, refusedText } from '../../text/session-text.ts';
import { openedText } from '../../text/opening-text.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageBar } from '../../ui/page-bar.tsx';
import { SessionBadge } from '../../ui/session-badge.tsx';
import { UnapprovedProfileNote } from '../../ui/unapproved-profile-note.tsx';
import { UnconfirmedNote } from '../map/unconfirmed-note.tsx';
import { IdentityCheck, LegCheck, WeightCheck } from './opening-checks.tsx';
import {
  EMPTY_OPENING,
  OPENING_CHECKS,
  openingModel,
  openingRequest,
  type OpeningFacts,
  type OpeningForm,
} from './opening-model.ts';
import { QuestionsCheck } from './opening-questions.tsx';
import { VesselChecks } from './opening-vessels.tsx';
import { OpeningScan } from './opening-scan.tsx';
import { AllergiesCheck, ConsentCheck, EligibilityCheck } from './opening-records.tsx';
import styles from './opening.module.css';
import { useNextCheck } from './use-next-check.ts';
import { useOpeningScan } from './use-opening-scan.ts';

interface OpenSessionPageProps {
  readonly caseId: CaseId;
  readonly patientId: PatientId;
  readonly number: number;
}

/** What is checked before the first injection of a planned session. */
export function OpenSessionPage({ caseId, patientId, number }: OpenSessionPageProps) {
  const trpc = useTRPC();
  const plan = useQuery(trpc.plan.get.queryOptions({ caseId }));
  const map = useQuery(trpc.map.get.queryOptions({ caseId, onDate: null }));
  const patient = useQuery(trpc.patients.get.queryOptions({ patientId }));
  const assessment = useQuery(trpc.cases.assessment.queryOptions({ caseId }));
  const clinic = useQuery(trpc.clinic.status.queryOptions());
  const error = plan.error ?? map.error ?? patient.error ?? assessment.error ?? clinic.error;
  if (error) return <ErrorNote error={error} />;
  if (!plan.data || !map.data || !patient.data || !assessment.data || !clinic.data) return <Loading />;
  const sessions = patient.data.cases.flatMap((each) =>
    each.sessions.map((session) => ({ ...session, caseId: each.id })),
  );
  const openElse = sessions.find(({ state }) => state === 'open');
  const held = sessions.find((session) => session.caseId === caseId && session.number === number);
  const facts: OpeningFacts = {
    number,
    plan: plan.data,
    veins: map.data.veins,
    patient: patient.data.patient,
    assessment: assessment.data,
    isOtherOpen: openElse !== undefined && openElse.number !== number,
    today: clinic.data.today,
  };
  if (!plan.data.plan?.sessions.some((session) => session.number === number))
    return (
      <EmptyState title="The plan has no such session">It may have been taken out of the plan.</EmptyState>
    );
  return (
    <Opening
      key={`${caseId} ${String(number)}`}
      {...{ caseId, patientId, facts, clinic: clinic.data, held: held ?? null, other: openElse ?? null }}
    />
  );
}

interface OpeningProps {
  readonly caseId: CaseId;
  readonly patientId: PatientId;
  readonly facts: OpeningFacts;
  readonly clinic: Pick<ClinicStatus, 'people' | 'today'>;
  /** This session, if somebody has opened it meanwhile. */
  readonly held: SessionSummary | null;
  /** The session of the patient that is open. */
  readonly other: SessionSummary | null;
}

function Opening({ caseId, patientId, facts, clinic, held, other }: OpeningProps) {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const person = usePerson();
  const open = useMutation(trpc.sessions.open.mutationOptions());
  const { patient, plan, number } = facts;
  const [form, setForm] = useState(EMPTY_OPENING);
  const change = (part: Partial<OpeningForm>) => {
    setForm((now) => ({ ...now, ...part }));
  };
  const model = openingModel(facts, form);
  useFrameLegs(model.plannedLegs);
  const { page, ...keys } = useNextCheck(model.checks);
  const scan = useOpeningScan(clinic.today);
  const session = plan.plan?.sessions.find((each) => each.number === number);
  const mayOpen = person !== null && mayDo(person.roles, 'session/open');
  const missing = OPENING_CHECKS.filter((check) => model.checks[check] !== 'done');
  const refused = plan.profile.contraindications.filter(({ id }) => model.judgement.blocked.includes(id));
  const reason = !mayOpen
    ? mayNotText('session/open')
    : refused.length > 0
      ? refusedText(refused)
      : facts.isOtherOpen && other
        ? `${openedText(other)}: close it first.`
        : missing.length > 0
          ? `Still to do: ${missing.map(checkTodoText).join(', ')}.`
          : null;
  const goTo = (sessionId: string) => void navigate({ to: `/patients/${patientId}/sessions/${sessionId}` });
  const openNow = () => {
    open.mutate(openingRequest({ ...facts, caseId }, form), {
      onSuccess: (view) => {
        scan.carryInto(view.opening.id);
        goTo(view.opening.id);
      },
    });
  };
  const failure = open.error ? failureOf(open.error) : null;
  const surgeons = clinic.people.filter((each) => each.active && each.roles.includes('surgeon'));
  // While the answer is on its way, it is this window that opens it.
  if (held && !open.isPending && !open.isSuccess)
    return (
      <EmptyState
        title={openedText(held)}
        action={
          <Button
            kind="main"
            size="large"
            onClick={() => {
              goTo(held.id);
            }}
          >
            {held.state === 'open' ? `Go into session ${String(number)}` : `Show session ${String(number)}`}
          </Button>
        }
      >
        {held.state === 'open'
          ? 'Its checks are done. Both of you can record: each injection is seen at both windows at once, and none can be recorded twice.'
          : 'It cannot be opened again.'}
      </EmptyState>
    );
  return (
    <div ref={page} className={styles.all} {...keys}>
      <PageBar
        title={`Open session ${String(number)}`}
        aside={
          <span className={styles.aside}>
            <SessionBadge number={number} />
            {session ? weekdayDateText(session.onDate) : ''} · {legsText(model.plannedLegs)}
          </span>
        }
        end={<UnapprovedProfileNote name={plan.profile.name} approved={plan.profileApproved} />}
      />
      <div className={styles.page}>
        <UnconfirmedNote
          veins={dueVeins({ due: model.items, veins: facts.veins })}
          className={styles.above}
          {...{ patientId, caseId }}
        />
        <div className={styles.column}>
          <IdentityCheck {...{ patient, model, form, change, today: clinic.today }} />
          <LegCheck {...{ model, form, change }} />
          <WeightCheck {...{ patient, model, form, change, today: clinic.today }} />
          <AllergiesCheck {...{ model, form, change, facts }} />
          <VesselChecks {...{ model, form, change, surgeons, facts }} />
        </div>
        <div className={styles.column}>
          <QuestionsCheck {...{ model, form, change, surgeons, facts }} />
          <div className={styles.records}>
            <ConsentCheck {...{ model, caseId, facts, today: clinic.today }} />
            <EligibilityCheck {...{ model, form, change, surgeons, facts }} />
          </div>
        </div>
      </div>
      <footer className={styles.foot} data-open>
        <OpeningScan scan={scan.reading} today={clinic.today} />
        <div className={styles.footText} aria-live="polite">
          <ErrorNote
            error={open.error}
            action={
              failure?.code === 'session/already-open' ? (
                <Button
                  onClick={() => {
                    goTo(failure.sessionId);
                  }}
                >
                  Go to the open session
                </Button>
              ) : null
            }
          />
          {reason ? (
            <span className={refused.length > 0 ? styles.refused : undefined}>{reason}</span>
          ) : (
            <strong>✓ All checked</strong>
          )}
        </div>
        <Button
          kind="main"
          size="large"
          className={styles.open}
          busy={open.isPending}
          disabledBecause={reason}
          onClick={openNow}
        >
          Open session {number} · {legsText(model.plannedLegs)}
        </Button>
      </footer>
    </div>
  );
}
