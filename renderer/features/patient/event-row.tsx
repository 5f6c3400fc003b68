import {
  IconAlertTriangle,
  IconArrowsMove,
  IconCircleCheck,
  IconClipboardCheck,
  IconFileCheck,
  IconFolderPlus,
  IconLock,
  IconMap2,
  IconMessageQuestion,
  IconPencil,
  IconScaleOutline,
  IconShieldExclamation,
  IconVaccine,
  IconWriting,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ComponentType, ReactNode } from 'react';
import type { TimelineContent, TimelineEvent } from '../../../shared/domain/patient/timeline.ts';
import type { CaseId, PatientId } from '../../../shared/kernel/ids.ts';
import { clockText } from '../../text/format.ts';
import { eventText } from '../../text/timeline-text.ts';
import styles from './timeline.module.css';

interface EventRowProps {
  readonly event: TimelineEvent;
  readonly patientId: PatientId;
}

/** One entry of the timeline: what happened, when, by whom, and the way to it. */
export function EventRow({ event, patientId }: EventRowProps) {
  const { title, details } = eventText(event);
  const Sign = SIGNS[event.content.kind];
  return (
    <li data-kind={event.content.kind}>
      <EventLink event={event} patientId={patientId}>
        <Sign size={18} aria-hidden />
        <span className={styles.words}>
          <strong>{title}</strong> {details}
        </span>
        <span className={styles.by}>
          {clockText(event.at)} · {event.by}
        </span>
      </EventLink>
    </li>
  );
}

type SignProps = { readonly size: number; readonly 'aria-hidden': true };

const SIGNS: Readonly<Record<TimelineContent['kind'], ComponentType<SignProps>>> = {
  case: IconFolderPlus,
  assessment: IconClipboardCheck,
  consent: IconFileCheck,
  map: IconMap2,
  plan: IconArrowsMove,
  'session-opened': IconVaccine,
  'session-closed': IconLock,
  'session-signed': IconWriting,
  'session-amended': IconPencil,
  review: IconCircleCheck,
  reaction: IconAlertTriangle,
  complication: IconAlertTriangle,
  override: IconShieldExclamation,
  measurement: IconScaleOutline,
  allergies: IconMessageQuestion,
};

interface EventLinkProps extends EventRowProps {
  readonly children: ReactNode;
}

/** Leads to where the event is kept: its session, or the page of its case; a weight to the overview. */
function EventLink({ event, patientId, children }: EventLinkProps) {
  const { session, caseId, content } = event;
  if (session !== null)
    return (
      <Link
        className={styles.event}
        to="/patients/$patientId/sessions/$sessionId"
        params={{ patientId, sessionId: session.id }}
      >
        {children}
      </Link>
    );
  const page = caseId === null ? null : pageOf(content.kind);
  if (caseId === null || page === null)
    return (
      <Link className={styles.event} to="/patients/$patientId" params={{ patientId }}>
        {children}
      </Link>
    );
  return (
    <CaseLink page={page} caseId={caseId} patientId={patientId}>
      {children}
    </CaseLink>
  );
}

type CasePage = 'assess' | 'map' | 'plan' | 'review';

function CaseLink(props: {
  readonly page: CasePage;
  readonly caseId: CaseId;
  readonly patientId: PatientId;
  readonly children: ReactNode;
}) {
  const { page, caseId, patientId, children } = props;
  return (
    <Link
      className={styles.event}
      to={`/patients/$patientId/cases/$caseId/${page}`}
      params={{ patientId, caseId }}
    >
      {children}
    </Link>
  );
}

function pageOf(kind: TimelineContent['kind']): CasePage | null {
  switch (kind) {
    case 'case':
    case 'assessment':
    case 'consent':
      return 'assess';
    case 'map':
      return 'map';
    case 'plan':
      return 'plan';
    case 'review':
    case 'complication':
      return 'review';
    default:
      return null;
  }
}
