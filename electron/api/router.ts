import { router } from './trpc.ts';
import { clinicRouter } from './routers/clinic.ts';
import { authRouter } from './routers/auth.ts';
import { peopleRouter } from './routers/people.ts';
import { patientsRouter } from './routers/patients.ts';
import { casesRouter } from './routers/cases.ts';
import { mapRouter } from './routers/map.ts';
import { planRouter } from './routers/plan.ts';
import { dosesRouter } from './routers/doses.ts';
import { dayRouter } from './routers/day.ts';
import { sessionsRouter } from './routers/sessions.ts';
import { recordingRouter } from './routers/recording.ts';
import { closingRouter } from './routers/closing.ts';
import { stockRouter } from './routers/stock.ts';
import { profilesRouter } from './routers/profiles.ts';
import { reviewsRouter } from './routers/reviews.ts';
import { statisticsRouter } from './routers/statistics.ts';
import { historyRouter } from './routers/history.ts';
import { clinicListsRouter } from './routers/clinic-lists.ts';
import { complicationsRouter } from './routers/complications.ts';
import { auditRouter } from './routers/audit.ts';
import { backupsRouter } from './routers/backups.ts';

/** Everything that can be asked of the core. */
export const appRouter = router({
  clinic: clinicRouter,
  auth: authRouter,
  people: peopleRouter,
  patients: patientsRouter,
  cases: casesRouter,
  map: mapRouter,
  plan: planRouter,
  doses: dosesRouter,
  day: dayRouter,
  sessions: sessionsRouter,
  closing: closingRouter,
  recording: recordingRouter,
  stock: stockRouter,
  profiles: profilesRouter,
  reviews: reviewsRouter,
  statistics: statisticsRouter,
  history: historyRouter,
  complications: complicationsRouter,
  clinicLists: clinicListsRouter,
  audit: auditRouter,
  backups: backupsRouter,
});
export type AppRouter = typeof appRouter;
