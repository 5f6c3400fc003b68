import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Link,
  redirect,
} from '@tanstack/react-router';
import { CLINIC_TABS } from '../features/clinic/clinic-tabs.ts';
import { frameText } from '../text/frame-text.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Loading } from '../ui/loading.tsx';
import {
  CaseParams,
  LotParams,
  PatientParams,
  PatientSearch,
  SessionNumberParams,
  SessionParams,
} from './route-params.ts';
import { Shell } from './shell.tsx';

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const toToday = () => {
  // The router's own way of saying so.
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  throw redirect({ to: '/today', replace: true });
};

const indexRoute = createRoute({ getParentRoute: () => rootRoute, path: '/', beforeLoad: toToday });
/** The shell shows the first start by itself while the clinic is not set up; afterwards there is none. */
const firstStartRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/first-start',
  beforeLoad: toToday,
});

const todayRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/today',
  component: lazyRouteComponent(() => import('../features/today/today-page.tsx'), 'TodayPage'),
});
const newPatientRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/patients/new',
  component: lazyRouteComponent(() => import('../features/patient/new-patient-page.tsx'), 'NewPatientPage'),
});

const patientRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/patients/$patientId',
  params: { parse: (raw) => PatientParams.parse(raw) },
});
const patientIndexRoute = createRoute({
  getParentRoute: () => patientRoute,
  path: '/',
  validateSearch: (raw) => PatientSearch.parse(raw),
  component: lazyRouteComponent(() => import('./patient-pages.tsx'), 'PatientRoutePage'),
});
const sessionRoute = createRoute({
  getParentRoute: () => patientRoute,
  path: '/sessions/$sessionId',
  params: { parse: (raw) => SessionParams.parse(raw) },
  component: lazyRouteComponent(() => import('./session-pages.tsx'), 'SessionRoutePage'),
});

const caseRoute = createRoute({
  getParentRoute: () => patientRoute,
  path: '/cases/$caseId',
  params: { parse: (raw) => CaseParams.parse(raw) },
});
const assessRoute = createRoute({
  getParentRoute: () => caseRoute,
  path: '/assess',
  component: lazyRouteComponent(() => import('./patient-pages.tsx'), 'AssessRoutePage'),
});
const mapRoute = createRoute({
  getParentRoute: () => caseRoute,
  path: '/map',
  component: lazyRouteComponent(() => import('./map-pages.tsx'), 'MapRoutePage'),
});
const planRoute = createRoute({
  getParentRoute: () => caseRoute,
  path: '/plan',
  component: lazyRouteComponent(() => import('./plan-pages.tsx'), 'PlanRoutePage'),
});
const reviewRoute = createRoute({
  getParentRoute: () => caseRoute,
  path: '/review',
  component: lazyRouteComponent(() => import('./review-pages.tsx'), 'ReviewRoutePage'),
});
const currentSessionRoute = createRoute({
  getParentRoute: () => caseRoute,
  path: '/session',
  component: lazyRouteComponent(() => import('./patient-pages.tsx'), 'CurrentSessionRoutePage'),
});
const openSessionRoute = createRoute({
  getParentRoute: () => caseRoute,
  path: '/sessions/new/$number',
  params: {
    parse: (raw) => SessionNumberParams.parse(raw),
    stringify: ({ number }) => ({ number: String(number) }),
  },
  component: lazyRouteComponent(() => import('./session-pages.tsx'), 'OpenSessionRoutePage'),
});

const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings/$section',
  component: lazyRouteComponent(() => import('../features/settings/settings-page.tsx'), 'SettingsPage'),
});

const clinicRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/clinic',
  component: lazyRouteComponent(() => import('../features/clinic/clinic-page.tsx'), 'ClinicPage'),
});
const clinicIndexRoute = createRoute({
  getParentRoute: () => clinicRoute,
  path: '/',
  beforeLoad: () => {
    // The router's own way of saying so.
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    throw redirect({ to: `/clinic/${CLINIC_TABS[0]}`, replace: true });
  },
});
const responseRoute = createRoute({
  getParentRoute: () => clinicRoute,
  path: '/response',
  component: lazyRouteComponent(
    () => import('../features/clinic/response/response-page.tsx'),
    'ResponsePage',
  ),
});
const complicationsRoute = createRoute({
  getParentRoute: () => clinicRoute,
  path: '/complications',
  component: lazyRouteComponent(
    () => import('../features/clinic/complications/complications-page.tsx'),
    'ComplicationsPage',
  ),
});
const recallRoute = createRoute({
  getParentRoute: () => clinicRoute,
  path: '/recall',
  component: lazyRouteComponent(() => import('../features/clinic/recall/recall-page.tsx'), 'RecallPage'),
});
const recallOfLotRoute = createRoute({
  getParentRoute: () => clinicRoute,
  path: '/recall/$lotId',
  params: { parse: (raw) => LotParams.parse(raw) },
  component: lazyRouteComponent(() => import('../features/clinic/recall/recall-page.tsx'), 'RecallPage'),
});
const overridesRoute = createRoute({
  getParentRoute: () => clinicRoute,
  path: '/overrides',
  component: lazyRouteComponent(
    () => import('../features/clinic/overrides/overrides-page.tsx'),
    'OverridesPage',
  ),
});

const routeTree = rootRoute.addChildren([
  indexRoute,
  firstStartRoute,
  todayRoute,
  newPatientRoute,
  settingsRoute,
  clinicRoute.addChildren([
    clinicIndexRoute,
    responseRoute,
    complicationsRoute,
    recallRoute,
    recallOfLotRoute,
    overridesRoute,
  ]),
  patientRoute.addChildren([
    patientIndexRoute,
    sessionRoute,
    caseRoute.addChildren([
      assessRoute,
      mapRoute,
      planRoute,
      reviewRoute,
      currentSessionRoute,
      openSessionRoute,
    ]),
  ]),
]);

function NotFound() {
  return <EmptyState title={frameText.notFound} action={<Link to="/today">{frameText.toToday}</Link>} />;
}

export function createAppRouter() {
  return createRouter({
    routeTree,
    defaultPendingMs: 200,
    defaultPendingComponent: Loading,
    defaultErrorComponent: NotFound,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
