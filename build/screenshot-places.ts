import type { ApiClient } from '../tests/support/api-client.ts';

/** Addresses of the demo clinic's pages, by family name. */
export interface DemoPlaces {
  readonly patient: (familyName: string) => string;
  readonly page: (familyName: string, page: 'assess' | 'map' | 'plan' | 'review') => string;
  readonly opening: (familyName: string, sessionNumber: number) => string;
  readonly session: (familyName: string, sessionNumber: number) => string;
}

/** Looks up who lives where: ids differ from one demo to the next. */
export async function demoPlaces(api: ApiClient): Promise<DemoPlaces> {
  const hits = await api.patients.search.query({ text: '', limit: 50 });
  const views = await Promise.all(hits.map(({ id }) => api.patients.get.query({ patientId: id })));
  const viewOf = (familyName: string) => {
    const view = views.find(({ patient }) => patient.familyName === familyName);
    if (!view) throw new Error(`nobody is called ${familyName}`);
    return view;
  };
  const caseOf = (familyName: string) => {
    const [newest] = viewOf(familyName).cases;
    if (!newest) throw new Error(`${familyName} has no case`);
    return newest;
  };
  const patient = (familyName: string) => `/patients/${viewOf(familyName).patient.id}`;
  const inCase = (familyName: string) => `${patient(familyName)}/cases/${caseOf(familyName).id}`;
  return {
    patient,
    page: (familyName, page) => `${inCase(familyName)}/${page}`,
    opening: (familyName, number) => `${inCase(familyName)}/sessions/new/${String(number)}`,
    session: (familyName, number) => {
      const session = caseOf(familyName).sessions.find((each) => each.number === number);
      if (!session) throw new Error(`${familyName} has no session ${String(number)}`);
      return `${patient(familyName)}/sessions/${session.id}`;
    },
  };
}
