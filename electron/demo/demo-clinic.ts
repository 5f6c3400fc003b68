import type { Failure } from '../../shared/contract/failure.ts';
import type { Person } from '../../shared/domain/staff/roles.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { PublicContext, ServiceContext } from '../services/context.ts';
import type { DemoCalendar } from './demo-time.ts';

/** The people of the demo clinic; the PIN of each is `DEMO_PIN`. */
export const STAFF = {
  okafor: { name: 'Dr Ines Okafor', roles: ['surgeon'] },
  soerensen: { name: 'Dr Leila Sørensen', roles: ['clinician'] },
  brandt: { name: 'Tom Brandt', roles: ['nurse'] },
  silva: { name: 'Rita Silva', roles: ['nurse'] },
  kowal: { name: 'Dr Marek Kowal', roles: ['surgeon'] },
  hale: { name: 'Anne Hale', roles: ['administrator'] },
} as const satisfies Record<string, Pick<Person, 'name' | 'roles'>>;

export type StaffName = keyof typeof STAFF;

export const DEMO_PIN = '1234';

/** What the scripts of the demo work with. */
export interface DemoClinic {
  readonly calendar: DemoCalendar;
  /** The clock stands at the moment that the script last named. */
  readonly context: PublicContext;
  readonly person: (name: StaffName) => Person;
}

/** The context in which somebody of the staff acts. */
export function as(clinic: DemoClinic, name: StaffName): ServiceContext {
  return { ...clinic.context, actor: clinic.person(name) };
}

/** The value of a result. The demo does nothing that may fail, so a failure is a bug. */
export async function done<T>(result: Promise<Result<T, Failure>>): Promise<T> {
  const settled = await result;
  if (!settled.ok) throw new Error(`the demo clinic met a failure: ${JSON.stringify(settled.error)}`);
  return settled.value;
}
