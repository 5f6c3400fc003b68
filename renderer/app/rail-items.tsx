import {
  IconBuildingHospital,
  IconClipboardCheck,
  IconHome,
  IconLayoutColumns,
  IconMap,
  IconReportMedical,
  IconSettings,
  IconUser,
  IconVaccine,
} from '@tabler/icons-react';
import type { CaseId, PatientId } from '../../shared/kernel/ids.ts';
import { frameText } from '../text/frame-text.ts';
import type { RailItem } from '../ui/nav-rail.tsx';

/** The patient and case that the rail leads on to. */
export interface RailPlace {
  readonly path: string;
  readonly patientId: PatientId | null;
  readonly caseId: CaseId | null;
}

/** Where the rail leads from a place: what needs a patient or a case is off until there is one. */
export function railItems({ path, patientId, caseId }: RailPlace): readonly RailItem[] {
  const patient = patientId && `/patients/${patientId}`;
  const ofCase = patient && caseId && `${patient}/cases/${caseId}`;
  const because = patient ? frameText.noCase : frameText.choosePatient;
  const caseItem = (
    id: 'assess' | 'map' | 'plan' | 'review' | 'session',
    icon: RailItem['icon'],
  ): RailItem => ({
    id,
    label: frameText.pages[id],
    icon,
    href: ofCase && `${ofCase}/${id}`,
    disabledBecause: because,
    current:
      id === 'session' ? path.includes('/sessions/') || path.endsWith('/session') : path.endsWith(`/${id}`),
  });
  return [
    {
      id: 'today',
      label: frameText.pages.today,
      icon: <IconHome size={22} stroke={1.6} aria-hidden />,
      href: '/today',
      disabledBecause: null,
      current: path === '/today',
    },
    {
      id: 'patient',
      label: frameText.pages.patient,
      icon: <IconUser size={22} stroke={1.6} aria-hidden />,
      href: patient,
      disabledBecause: frameText.choosePatient,
      current: path === patient || path === '/patients/new',
    },
    caseItem('assess', <IconClipboardCheck size={22} stroke={1.6} aria-hidden />),
    caseItem('map', <IconMap size={22} stroke={1.6} aria-hidden />),
    caseItem('plan', <IconLayoutColumns size={22} stroke={1.6} aria-hidden />),
    caseItem('session', <IconVaccine size={22} stroke={1.6} aria-hidden />),
    caseItem('review', <IconReportMedical size={22} stroke={1.6} aria-hidden />),
  ];
}

/** At the lower end of the rail: what belongs to no patient. */
export function lowerItems(path: string): readonly RailItem[] {
  return [
    {
      id: 'clinic',
      label: frameText.pages.clinic,
      icon: <IconBuildingHospital size={22} stroke={1.6} aria-hidden />,
      href: '/clinic',
      disabledBecause: null,
      current: path.startsWith('/clinic'),
    },
    {
      id: 'setup',
      label: frameText.pages.setup,
      icon: <IconSettings size={22} stroke={1.6} aria-hidden />,
      href: '/settings/people',
      disabledBecause: null,
      current: path.startsWith('/settings'),
    },
  ];
}
